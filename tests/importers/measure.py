"""How much of the published sources the import keeps and finds, as a table.

Run as a script: ``python tests/importers/measure.py``. The sources are not part of the repository.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from rapidfuzz.distance import LCSseq

from kehoach.importers.draft import Imported, plain
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise
from kehoach.importers.words import block_words, draft_words, words
from kehoach.language.deadline import read_deadline
from kehoach.language.fold import fold, strip_marks
from kehoach.language.quantity import read_quantity
from kehoach.model.outline import numbers
from kehoach.model.reading import read_plan
from kehoach.source.tree import load, parse

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
PLANS = ROOT / "plans"
CLEAN = ("huong-phung", "xuan-hung", "nghia-hanh", "hai-duong")
OCR = "hop-minh"
# Cells that a page end breaks, as a person reads the published tables: the line that goes on, and
# the lines on the next page that go on with it.
BROKEN_CELLS: dict[str, dict[int, tuple[int, ...]]] = {
    "nghia-hanh": {891: (933, 935), 1229: (1272, 1274, 1276), 1435: (1456,)}
}
FIELDS = ("nhiệm vụ", "chủ trì", "phối hợp", "thời hạn", "sản phẩm", "chỉ tiêu", "mức đạt", "hạn")


@dataclass(frozen=True)
class Score:
    """Found, right and wanted values of one field."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found; 1 where there is nothing."""
        return self.right / self.wanted if self.wanted else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)


def bring_in(name: str) -> Imported:
    """Import one source."""
    file = SOURCES / f"{name}.txt"
    return recognise(read_source(file, file.name))


def words_kept(name: str, imported: Imported, *, mend: bool = True) -> float:
    """Return the share of the words of the source that the draft has in the order of the source.

    What is named as left out does not count. Of OCR text, words are compared without marks. With
    *mend*, a cell that a page end broke is whole again, as a line is that was broken in two.
    """
    file = SOURCES / f"{name}.txt"
    source = read_source(file, file.name)
    left: dict[int, Counter[str]] = {}
    for one in imported.left_out:
        left.setdefault(one.origin.line, Counter()).update(words(one.text))
    lines: dict[int, list[str]] = {}
    for block in source.blocks:
        number = block.origin.line  # type: ignore[union-attr]  # text has lines
        gone = left.get(number, Counter())
        lines[number] = []
        for word in block_words(block):
            if gone[word]:
                gone[word] -= 1
            else:
                lines[number].append(word)
    for first, others in BROKEN_CELLS.get(name, {}).items() if mend else ():
        for other in others:
            lines[first] += lines.pop(other)
    wanted = [word for line in lines.values() for word in line]
    stated = list(draft_words(imported.draft))
    if name == OCR:
        wanted = [strip_marks(word) for word in wanted]
        stated = [strip_marks(word) for word in stated]
    return LCSseq.similarity(wanted, stated) / len(wanted)


def compare(name: str, imported: Imported) -> dict[str, Score]:
    """Return the score of every field against the plan that people made of the source."""
    plan = load(PLANS / f"{name}.yaml").value
    wanted, found = Facts(plan), Facts(plain(imported.draft))
    return {
        field: Score(
            sum((wanted.values[field] & found.values[field]).values()),
            found.values[field].total(),
            wanted.values[field].total(),
        )
        for field in FIELDS
    }


class Facts:
    """What is compared of a plan, as bags of values; texts without marks and signs.

    A task is known by its number and the units that lead it, a target by its figure and its
    deadline, since the plans in the repository are worded anew; every other field by its value.
    """

    def __init__(self, plan: dict[str, object]) -> None:
        """Collect the facts of *plan*."""
        self.values: dict[str, Counter[object]] = {field: Counter() for field in FIELDS}
        text = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False)
        read = read_plan(parse(text, "measured"))
        counted = numbers(read)
        for one in read.tasks():
            if not one.tasks:
                leads = tuple(map(_bare, one.leads))
                self.values["nhiệm vụ"][(counted.get(one.path, ""), leads)] += 1
        for task in _walk(plan, "nhiem_vu"):
            self.values["chủ trì"].update(_texts(task.get("chu_tri")))
            self.values["phối hợp"].update(_texts(task.get("phoi_hop")))
            if task.get("thoi_han"):
                self.values["thời hạn"][_time(str(task["thoi_han"]))] += 1
            if task.get("san_pham"):
                self.values["sản phẩm"][_shape(str(task["san_pham"]))] += 1
        for target in _walk(plan, "chi_tieu"):
            self.values["chỉ tiêu"][_figure(target), _by(target)] += 1
            if target.get("muc_dat"):
                self.values["mức đạt"][_figure(target)] += 1
            if target.get("han"):
                self.values["hạn"][_by(target)] += 1


def _walk(value: object, key: str) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        for name, child in value.items():
            if name == key and isinstance(child, list):
                yield from child
            yield from _walk(child, key)
    elif isinstance(value, list):
        for child in value:
            yield from _walk(child, key)


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [_bare(str(one)) for one in values]


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", strip_marks(text)))


def _time(text: str) -> object:
    read = read_deadline(text)
    return (read.kind, read.due, read.every, read.day) if read else _bare(text)


def _by(target: dict[str, object]) -> object:
    text = target.get("han")
    return _time(str(text)) if text else None


def _figure(target: dict[str, object]) -> object:
    text = target.get("muc_dat")
    if not text:
        return None
    read = read_quantity(str(text))
    unit = fold(read.unit).split(" ")[:2] if read else []
    return (read.operator, read.value, tuple(unit)) if read else _bare(str(text))


def _shape(text: str) -> object:
    """Return that there is a deliverable: the plans in the repository word theirs anew."""
    return "có" if text else ""


def rows(names: Iterable[str] = (*CLEAN, OCR)) -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| nguồn | từ giữ được | " + " | ".join(FIELDS) + " |"
    yield "|---|---|" + "---|" * len(FIELDS)
    total = dict.fromkeys(FIELDS, Score(0, 0, 0))
    for name in names:
        imported = bring_in(name)
        scores = compare(name, imported)
        if name in CLEAN:
            total = {field: total[field] + scores[field] for field in FIELDS}
        cells = " | ".join(_cell(scores[field]) for field in FIELDS)
        yield f"| {name} | {words_kept(name, imported):.2%} | {cells} |"
    cells = " | ".join(_cell(total[field]) for field in FIELDS)
    yield f"| bốn bản sạch | | {cells} |"


def _cell(score: Score) -> str:
    return f"{score.precision:.2f}/{score.recall:.2f} ({score.wanted})"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream
    for row in rows():
        print(row)  # noqa: T201  (a script)
