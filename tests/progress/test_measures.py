"""How much of the way from the first figure to the goal is done."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language.quantity import read_quantity
from kehoach.progress.entry import make_entry
from kehoach.progress.measures import Measure, measure


def _measure(goal: str, *figures: str) -> Measure:
    entries = [
        make_entry({"ngay": f"2025-09-{day:02}", "chi_tieu": "a", "gia_tri": figure})
        for day, figure in enumerate(figures, 1)
    ]
    found = measure(read_quantity(goal), entries)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("goal", "figures", "share"),
    [
        ("tối thiểu 80%", [], None),
        ("tối thiểu 80%", ["40%"], "0"),
        ("tối thiểu 80%", ["40%", "60%"], "0.5"),
        ("tối thiểu 80%", ["40%", "30%"], "0"),
        ("tối thiểu 80%", ["85%"], "1"),
        ("82 nhóm", ["38 nhóm", "71 nhóm"], "0.75"),
        ("không quá 15 phút", ["25 phút", "20 phút"], "0.5"),
        ("không quá 15 phút", ["25 phút", "12 phút"], "1"),
        ("trên 50%", ["50%"], "0"),
    ],
)
def test_share(goal: str, figures: list[str], share: str | None) -> None:
    found = _measure(goal, *figures).share
    assert found == (None if share is None else Decimal(share))


@given(st.lists(st.integers(0, 100), min_size=1, max_size=8))
def test_what_comes_nearer_never_shows_less(values: list[int]) -> None:
    rising = [f"{value}%" for value in sorted(values)]
    shares = [
        _measure("tối thiểu 80%", *rising[:count]).share for count in range(1, len(rising) + 1)
    ]
    known = [share for share in shares if share is not None]
    assert len(known) == len(rising)
    assert known == sorted(known)
