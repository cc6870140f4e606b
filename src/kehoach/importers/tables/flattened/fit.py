"""How well a stretch of a flattened row fits columns, and the best way to deal it out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.importers.tables.columns import UNITS, Column, Role
from kehoach.importers.tables.flattened.atoms import DOCUMENT, OPEN, Atom, joined_lines
from kehoach.importers.tables.times import is_deadline, time_share
from kehoach.importers.tables.units import begins_unit, is_whole_unit
from kehoach.language.fold import fold
from kehoach.language.unit import split_units


@dataclass(frozen=True, slots=True)
class Cut:
    """Columns given to stretches of atoms; how well they fit, and how much better than others."""

    cells: tuple[tuple[int, int, int], ...]  # (column, start, end)
    score: float
    margin: float


_WORDS_OF_A_SHORT_CELL = 60


def name_column(columns: Sequence[Column]) -> int:
    """Return the place of the column that names tasks or targets, 0 without one."""
    for i, column in enumerate(columns):
        if column.role in {Role.TASK, Role.TARGET}:
            return i
    return 0


_ROOM = 0.15
_NOTHING = float("-inf")
_MISSING = {
    Role.TASK: -6.0,
    Role.TARGET: -6.0,
    Role.CONTENT: -1.0,
    Role.RESULT: -1.5,
    Role.DEADLINE: -2.5,
    Role.LEAD: -2.5,
    Role.LEAD_AND_SUPPORT: -2.5,
    Role.SUPPORT: -1.0,
    Role.FIGURE: -2.0,
    Role.UNIT: -1.0,
    Role.REMARK: 0.0,
    Role.OTHER: 0.0,
}
_RARE = {Role.REMARK: -3.0, Role.OTHER: -1.0}
_CUT_INSIDE = -0.7
_CUT_TEXT = -0.6
_DOCUMENT_FIT = 0.5
_VERB = re.compile(
    r"(?<!\w)(?:tổng hợp|báo cáo|xây dựng|triển khai|được|đạt|bảo đảm|đảm bảo|hướng dẫn|tập trung"
    r"|chủ trì|phối hợp|thực hiện|hoàn thành|ban hành|đưa|sử dụng|theo|trước|thường xuyên|tháng"
    r"|quý|năm [0-9]|ngày [0-9])(?!\w)"
)
_LONG_UNIT = 10
_LINES_OF_A_NAME = 3
_LONG_DEADLINE = 8
_LONG_FIGURE = 6


def _early(needed: int, width: float) -> float:
    """Return what a break costs where a line of *needed* characters would have fitted in."""
    room = width - needed
    return min(2.5, 0.8 + 2.5 * room / width) if room > _ROOM * width else 0.0


def _overlong(length: int, width: float) -> float:
    """Return what a line costs that is longer than its column; nothing where that is not known."""
    over = length - width * (1 + _ROOM) - 2
    return min(6.0, 1.5 + 3.0 * over / width) if width and over > 0 else 0.0


class Fit:
    """The best way to deal out the atoms of one stretch."""

    def __init__(  # noqa: PLR0913  (what a fit depends on)
        self,
        atoms: Sequence[Atom],
        columns: Sequence[Column],
        widths: dict[int, float],
        before: dict[int, list[Atom]],
        *,
        begins: bool,
        ends: bool,
    ) -> None:
        """Fit *atoms*; *before* is what columns have on pages before, *widths* their letters."""
        self._atoms = atoms
        self._columns = columns
        self._widths = widths
        self._before = before
        self._begins = begins
        self._ends = ends

    def best(self) -> Cut:
        """Return the best cut; its margin is the distance to the second best."""
        count = len(self._atoms)
        # reached[i]: the two best ways to have dealt out the first i atoms, for the last column.
        start: _Way = (0.0, ())
        reached: list[list[_Way]] = [[] for _ in range(count + 1)]
        reached[0] = [start]
        for place, column in enumerate(self._columns):
            missing = _MISSING[column.role] if self._begins else 0.0
            is_text = column.role not in UNITS and column.role is not Role.DEADLINE
            further: list[list[_Way]] = [
                [(score + missing, cells) for score, cells in ways] for ways in reached
            ]
            for i in range(count):
                if not reached[i]:
                    continue
                begun_inside = not self._atoms[i].begins_line
                for j, fit in self._cells(place, i):
                    inside = j < count and not self._atoms[j].begins_line
                    value = fit + (_CUT_INSIDE if inside else 0.0)
                    if begun_inside and is_text and not _told_by(reached[i], self._columns):
                        value += _CUT_TEXT
                    further[j].extend(
                        (score + value, (*cells, (place, i, j))) for score, cells in reached[i]
                    )
            reached = [_two_best(ways) for ways in further]
        ways = reached[count]
        if not ways:
            return Cut(((name_column(self._columns), 0, count),), _NOTHING, 0.0)
        margin = ways[0][0] - ways[1][0] if len(ways) > 1 else 10.0
        return Cut(ways[0][1], ways[0][0], margin)

    def _cells(self, place: int, start: int) -> list[tuple[int, float]]:
        """Return where a cell of a column that begins at *start* may end, and how well it fits."""
        role = self._columns[place].role
        wraps = self._breaks(place, start)
        found = []
        short = role in UNITS or role is Role.DEADLINE
        count = 0
        for j in range(start + 1, len(self._atoms) + 1):
            atoms = self._atoms[start:j]
            count += len(atoms[-1].text.split())
            if short and count > _WORDS_OF_A_SHORT_CELL:
                break
            fit = wraps[j - start - 1]
            if role in UNITS:
                fit += self._unit_fit(place, atoms)
            elif role is Role.DEADLINE:
                fit += self._deadline_fit(place, atoms)
            elif role in {Role.FIGURE, Role.UNIT}:
                fit += self._figure_fit(atoms)
            else:
                fit += self._text_fit(place, atoms, role)
            found.append((j, fit))
        return found

    def _breaks(self, place: int, start: int) -> list[float]:
        """Return for each end of a cell from *start* on what its broken lines cost.

        A line that had room for the next word, or that is longer than the column, does not belong.
        """
        width = self._widths.get(place, 0.0)
        costs = []
        needed: list[int] = []  # of each break: how wide the line is with the next word
        too_long = 0.0
        length = longest = 0
        goes_on = self._before.get(place)
        if goes_on:
            length = len(joined_lines(goes_on)[-1].text)
            longest = max(len(atom.text) for atom in goes_on)
        for i in range(start, len(self._atoms)):
            atom = self._atoms[i]
            if i > start and not atom.begins_line:
                length += 1 + len(atom.text)
            else:
                if i > start or goes_on:
                    needed.append(length + 1 + len(atom.text.split(" ", 1)[0]))
                    too_long += _overlong(length, width)
                length = len(atom.text)
            longest = max(longest, length)
            early = sum(_early(one, width or longest) for one in needed)
            costs.append(-early - too_long - _overlong(length, width))
        return costs

    def _first_letter(self, place: int, atoms: Sequence[Atom], *, cost: float) -> float:
        """Return *cost* where a cell begins with a small letter and goes on with no other."""
        goes_on = place in self._before or not self._begins
        return cost if atoms[0].text[0].islower() and not goes_on else 0.0

    def _text_fit(self, place: int, atoms: Sequence[Atom], role: Role) -> float:
        fit = _RARE.get(role, 0.0) if self._begins else -1.0
        fit += self._first_letter(place, atoms, cost=-4.0)
        if role is Role.RESULT and DOCUMENT.match(atoms[0].text):
            fit += _DOCUMENT_FIT
        for i, atom in enumerate(atoms):
            whole_line = atom.begins_line and (i + 1 == len(atoms) or atoms[i + 1].begins_line)
            if is_deadline(atom.text) and atom.text[0].isupper() | atom.text[0].isdigit():
                fit -= 2.0 if "lần" in atom.text else 3.0
            elif (
                i
                and whole_line
                and atom.text[0].isupper()
                and begins_unit(atom.text)
                and not _VERB.search(fold(atom.text))
                and is_whole_unit(atoms[i - 1].text)
            ):
                fit -= 1.0
        if atoms[-1].text[-1] in ",(":
            fit -= 1.0
        if not self._begins and place not in self._before:
            fit -= 2.0
        return fit

    def _deadline_fit(self, place: int, atoms: Sequence[Atom]) -> float:
        earlier = " ".join(atom.text for atom in self._before.get(place, ()))
        text = " ".join(atom.text for atom in atoms)
        text = f"{earlier} {text}" if earlier else text
        words = len(text.split())
        share = time_share(text)
        if not share:
            return -9.0
        # What goes on with a deadline must not make it worse.
        fit = 5.0 * (share - time_share(earlier)) - 2.0 if earlier else 5.0 * share
        fit -= 0.25 * max(0, words - _LONG_DEADLINE)
        fit -= 0.25 * words * (1 - share)
        if not is_whole_unit(text) or OPEN.search(fold(text)):
            fit -= 3.0
        fit += self._first_letter(place, atoms, cost=-2.0)
        for i in range(1, len(atoms)):
            so_far = " ".join(atom.text for atom in atoms[:i])
            ended = so_far[-1] not in ",;.:" and is_deadline(so_far)
            if ended and atoms[i].text[0].isupper() and is_deadline(atoms[i].text):
                fit -= 2.0
            if ended and atoms[i].text[0].isupper() and begins_unit(atoms[i].text):
                fit -= 2.0
        return fit

    def _unit_fit(self, place: int, atoms: Sequence[Atom]) -> float:
        earlier = self._before.get(place, [])
        # A list of many words costs by each; no need to read it to its end.
        text = " ".join(atom.text for atom in [*earlier, *atoms])
        fit = 0.0
        if earlier:
            whole = is_whole_unit(" ".join(atom.text for atom in earlier))
            fit += -3.0 if whole else 1.0
        elif begins_unit(text):
            fit += 4.0
        elif _known_body(text):
            fit += 0.5
        else:
            return -6.0
        fit += self._first_letter(place, atoms, cost=-3.0)
        whole = is_whole_unit(text)
        units = split_units(text)
        for i, unit in enumerate(units):
            words = len(unit.split())
            fit -= 0.4 * max(0, words - _LONG_UNIT)
            cut_off = i + 1 == len(units) and not whole
            if not cut_off and not begins_unit(unit) and not _known_body(unit):
                fit -= 2.0
        fit -= 3.0 * len(_VERB.findall(fold(text)))
        if not whole:
            fit -= 3.0 if self._ends else 0.5
        for i in range(1, len(atoms)):
            after = " ".join(atom.text for atom in atoms[i : i + _LINES_OF_A_NAME])
            if not after[0].isupper():
                continue
            so_far = " ".join(atom.text for atom in [*earlier, *atoms[:i]])
            if is_whole_unit(so_far) and begins_unit(after):
                fit -= 3.0
        return fit

    def _figure_fit(self, atoms: Sequence[Atom]) -> float:
        text = " ".join(atom.text for atom in atoms)
        words = len(text.split())
        figure = 2.0 if any(letter.isdigit() for letter in text) or "%" in text else -1.0
        return figure - 0.5 * max(0, words - _LONG_FIGURE)


def _told_by(ways: "Sequence[_Way]", columns: Sequence[Column]) -> bool:
    """Tell whether the cell before is a deadline or names units: text behind it is another cell."""
    roles = {columns[cells[-1][0]].role for _, cells in ways if cells}
    return bool(roles) and roles <= UNITS | {Role.DEADLINE}


_Way = tuple[float, tuple[tuple[int, int, int], ...]]


def _two_best(ways: list[_Way]) -> list[_Way]:
    return sorted(ways, key=lambda way: -way[0])[:2]


def _known_body(text: str) -> bool:
    """Tell whether *text* is an abbreviation as units have: LĐ UBND, MTTQ, VNPT."""
    words = text.split()
    return bool(words) and all(word.strip(",;.&-").isupper() for word in words[:1])
