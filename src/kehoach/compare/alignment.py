"""Which items of a plan answer which items of the side above.

An explicit link wins; then the same code; then a link that both have to one item of a third
document. What is left is paired by likeness so that the sum is greatest; such a pair counts when
it is like enough and clearly ahead of every other choice, and is doubtful otherwise. What then is
still left joins a pair that it clearly belongs to: one item above may have been split, or several
merged. How a pair was found is always said.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kehoach.compare.assignment import Pair, assign
from kehoach.compare.difference import Item
from kehoach.compare.likeness import Likeness, Table
from kehoach.compare.party import Party

SURE = 40.0
"""Likeness (0 to 100) from which a pair counts."""
MARGIN = 5.0
"""By how much a pair that counts must be ahead of any other choice for its items."""
LIKE = 25.0
"""Likeness from which a pair is shown as doubtful."""
JOINED = 55.0
"""Likeness from which an item that is left over joins a pair that counts."""


class How(StrEnum):
    """How a match was found; the values are those of the JSON output."""

    LINK = "lien_ket"
    CODE = "ma"
    SHARED = "lien_ket_chung"
    WORDS = "loi_van"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An item of the side above and those of the plan that answer it.

    ``likeness`` is 0 for pairs by link or code. A pair by words that is not ``sure`` is doubtful;
    ``other`` is then the next likest item of the plan, if any comes near. ``together`` are the
    other items above that the same item of the plan answers.
    """

    above: Item
    below: tuple[Item, ...]
    how: How = How.NONE
    likeness: float = 0.0
    sure: bool = True
    other: Item | None = None
    together: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Matches in the order of the side above, and items of the plan that answer nothing."""

    matches: tuple[Match, ...]
    extra: tuple[Item, ...]


class Aligner:
    """Aligns any number of plans with one side above, which is read once."""

    def __init__(self, above: Party) -> None:
        """Prepare the targets and the tasks of *above*."""
        self.above = above
        self._targets = _Kind(above.targets, above.code)
        self._tasks = _Kind(above.tasks, above.code)

    def align(self, below: Party) -> Alignment:
        """Align the targets and the tasks of *below*, each with their own kind."""
        targets = self._targets.align(below.targets, below.code)
        tasks = self._tasks.align(below.tasks, below.code)
        return Alignment((*targets.matches, *tasks.matches), (*targets.extra, *tasks.extra))


class _Kind:
    """The targets, or the tasks, of the side above."""

    def __init__(self, above: Sequence[Item], code: str) -> None:
        self.above = above
        self.code = code
        self._rows = {item.code: row for row, item in enumerate(above)}
        self._likeness: Likeness | None = None

    def align(self, below: Sequence[Item], code: str) -> Alignment:
        answers, hows = self._stated(below, code)
        taken = {item.path for found in answers.values() for item in found}
        left = [item for item in below if item.path not in taken]
        by_words = self._by_words(answers, left)
        taken.update(i.path for m in by_words.values() if m.sure for i in m.below)
        doubted = {i.path for m in by_words.values() for i in m.below}
        matches = [
            by_words.get(row) or Match(item, tuple(answers.get(row, ())), hows.get(row, How.NONE))
            for row, item in enumerate(self.above)
        ]
        extra = tuple(i for i in left if i.path not in taken and i.path not in doubted)
        return Alignment(tuple(_say_together(matches)), extra)

    def _stated(
        self, below: Sequence[Item], code: str
    ) -> tuple[dict[int, list[Item]], dict[int, How]]:
        """Return what answers by link, by code, by a link to a third document, by row."""
        answers: dict[int, list[Item]] = {}
        hows: dict[int, How] = {}
        linking = _by_link(self.above)
        prefix = f"{self.code}/"
        for item in below:
            rows = [self._rows.get(k.removeprefix(prefix)) for k in item.links if prefix in k]
            rows += linking.get(f"{code}/{item.code}", ())
            for linked_row in dict.fromkeys(row for row in rows if row is not None):
                answers.setdefault(linked_row, []).append(item)
                hows[linked_row] = How.LINK
        linked = {item.path for found in answers.values() for item in found}
        for item in below:
            same = self._rows.get(item.code)
            if same is not None and same not in answers and item.path not in linked:
                answers[same] = [item]
                hows[same] = How.CODE
        taken = {item.path for found in answers.values() for item in found}
        left = [item for item in below if item.path not in taken]
        positions = _by_link(left)
        for link, rows_of_link in linking.items():
            open_rows = [row for row in rows_of_link if row not in answers]
            items = [left[i] for i in positions.get(link, ())]
            if len(open_rows) > 1 and len(items) > 1:
                continue  # several on both sides: words tell them apart
            for row in open_rows if items else ():
                answers[row] = list(items)
                hows[row] = How.SHARED
        return answers, hows

    def _by_words(
        self, answers: Mapping[int, list[Item]], left: Sequence[Item]
    ) -> dict[int, Match]:
        """Return the matches by words of the rows that nothing answers yet."""
        if not left or len(answers) == len(self.above):
            return {}
        if self._likeness is None:
            self._likeness = Likeness(self.above)
        table = self._likeness.table(left, LIKE)
        scores = {pair: score for pair, score in table.scores.items() if pair[0] not in answers}
        matches = {
            row: Match(
                self.above[row], (left[column],), How.WORDS, scores[row, column], sure, other
            )
            for (row, column), sure, other in _judge(scores, table, left)
        }
        return _join(matches, table, self.above, left)


def _judge(
    scores: Mapping[Pair, float], table: Table, left: Sequence[Item]
) -> Iterable[tuple[Pair, bool, Item | None]]:
    """Yield each pair of the best assignment, whether it counts, and the runner-up below."""
    by_row, by_column = defaultdict[int, list[Pair]](list), defaultdict[int, list[Pair]](list)
    for pair in scores:
        by_row[pair[0]].append(pair)
        by_column[pair[1]].append(pair)
    rows: set[int] = set()
    columns: set[int] = set()
    for pair in sorted(assign(scores), key=lambda pair: (-scores[pair], pair)):
        rivals = [
            rival
            for rival in (*by_row[pair[0]], *by_column[pair[1]])
            if rival != pair
            and scores[pair] - scores[rival] < MARGIN
            and rival[0] not in rows  # what a likelier pair has taken is no choice
            and rival[1] not in columns
            and not table.are_parts(pair, rival)
        ]
        near = [rival for rival in rivals if rival[0] == pair[0]]
        other = left[max(near, key=lambda rival: scores[rival])[1]] if near else None
        yield pair, scores[pair] >= SURE and not rivals, other
        rows.add(pair[0])
        columns.add(pair[1])


def _join(
    matches: dict[int, Match], table: Table, above: Sequence[Item], left: Sequence[Item]
) -> dict[int, Match]:
    """Let what is left over join the sure match that it belongs to, clearly ahead of others.

    It must share other things with the item than what has been matched: parts make a whole.
    """
    columns = {item.path: column for column, item in enumerate(left)}
    used = {item.path for match in matches.values() for item in match.below}
    fixed = {
        row: [columns[item.path] for item in match.below]
        for row, match in matches.items()
        if match.sure
    }
    for column, (row, clear) in _best(table.scores, 1).items():
        pair = row, column
        if left[column].path in used or row not in fixed or not clear:
            continue
        if table.scores[pair] >= JOINED and all(
            table.are_parts(pair, (row, known)) for known in fixed[row]
        ):
            fixed[row].append(column)
            below = tuple(left[i] for i in sorted(fixed[row]))
            matches[row] = replace(matches[row], below=below)
    owners = {found[0]: row for row, found in fixed.items() if len(found) == 1}
    for row, (column, clear) in _best(table.scores, 0).items():
        pair = row, column
        if row in matches or column not in owners or not clear:
            continue
        if table.scores[pair] >= JOINED and table.are_parts(pair, (owners[column], column)):
            matches[row] = Match(above[row], (left[column],), How.WORDS, table.scores[pair])
    return matches


def _best(scores: Mapping[Pair, float], axis: int) -> dict[int, tuple[int, bool]]:
    """Return for each row (axis 0) or column (axis 1) its likest other and whether it is ahead."""
    first: dict[int, tuple[float, int]] = {}
    second: dict[int, float] = {}
    for pair, score in scores.items():
        at, other = pair[axis], pair[1 - axis]
        if at not in first or score > first[at][0]:
            second[at] = first.get(at, (0.0, 0))[0]
            first[at] = score, other
        else:
            second[at] = max(second[at], score)
    return {at: (other, score - second[at] >= MARGIN) for at, (score, other) in first.items()}


def _by_link(items: Iterable[Item]) -> dict[str, list[int]]:
    """Return the positions of *items* by each link that they have."""
    found: dict[str, list[int]] = {}
    for position, item in enumerate(items):
        for link in item.links:
            found.setdefault(link, []).append(position)
    return found


def _say_together(matches: Iterable[Match]) -> Iterable[Match]:
    """Name in each match the other items above that the same single item answers."""
    matches = list(matches)
    by_answer: dict[tuple[str | int, ...], list[Item]] = {}
    for match in matches:
        if match.sure and len(match.below) == 1:
            by_answer.setdefault(match.below[0].path, []).append(match.above)
    for match in matches:
        group = by_answer.get(match.below[0].path, []) if len(match.below) == 1 else []
        others = tuple(item for item in group if item is not match.above)
        yield replace(match, together=others) if others and match.sure else match
