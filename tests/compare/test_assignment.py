"""The optimal assignment against all assignments there are."""

from hypothesis import given
from hypothesis import strategies as st

from kehoach.compare.assignment import Pair, assign

SIDE = 5
PAIRS = st.dictionaries(
    st.tuples(st.integers(0, SIDE), st.integers(0, SIDE)), st.integers(25, 100), max_size=9
)


@given(PAIRS)
def test_no_assignment_is_better_and_nothing_is_used_twice(scores: dict[Pair, float]) -> None:
    found = assign(scores)
    assert found <= scores.keys()
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
    assert sum(scores[pair] for pair in found) == best(scores)


def best(scores: dict[Pair, float]) -> float:
    """Return the greatest sum by taking or leaving every pair in turn."""

    def go(left: list[tuple[Pair, float]], rows: frozenset[int], columns: frozenset[int]) -> float:
        if not left:
            return 0.0
        ((row, column), score), rest = left[0], left[1:]
        without = go(rest, rows, columns)
        if row in rows or column in columns:
            return without
        return max(without, score + go(rest, rows | {row}, columns | {column}))

    return go(list(scores.items()), frozenset(), frozenset())


def test_a_greedy_choice_can_be_worse() -> None:
    scores: dict[Pair, float] = {(0, 0): 90.0, (0, 1): 80.0, (1, 0): 80.0}
    assert assign(scores) == {(0, 1), (1, 0)}
