"""The five plans against the published texts they state, where those texts are at hand."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from kehoach.language.fold import strip_marks
from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.source.tree import load

ROOT = Path(__file__).parents[1]
SOURCES = ROOT.parent / "shared" / "sources"
NAMES = ["hai-duong", "hop-minh", "huong-phung", "nghia-hanh", "xuan-hung"]

pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="the published texts are not here")

_PERCENT = re.compile(r"[0-9]+(?:,[0-9]+)? ?%")
_DATE = re.compile(r"(?<![0-9])([0-9]{1,2})/([0-9]{1,2})/(20[0-9]{2})(?![0-9])")
_SYMBOL = re.compile(r"(?<![0-9/])[0-9]{2,4} ?[-/] ?[A-ZĐ]{2,}[A-ZĐa-z-]*(?:/[A-ZĐ]+[A-Za-z]*)?")
_LEAD = re.compile(r"^-? ?ch. tri th.c hi.n ?:", re.MULTILINE)


def source(name: str) -> str:
    text = (SOURCES / f"{name}.txt").read_text(encoding="utf-8")
    # The text of a PDF breaks lines inside symbols.
    text = re.sub(r"-\s*\n\s*(?=KH/|NQ/)", "-", unicodedata.normalize("NFC", text))
    # OCR parts the two figures of a day: "3 1/12/2025".
    return re.sub(r"(?<=[0-9]) (?=[0-9]/[0-9]{2}/20)", "", text)


def written(name: str) -> str:
    return (ROOT / "plans" / f"{name}.yaml").read_text(encoding="utf-8")


def plan(name: str) -> Plan:
    return read_plan(load(ROOT / "plans" / f"{name}.yaml"))


def dates(text: str) -> set[tuple[int, int, int]]:
    found = {(int(d), int(m), int(y)) for d, m, y in _DATE.findall(text)}
    iso = re.findall(r"(20[0-9]{2})-([0-9]{2})-([0-9]{2})", text)
    return found | {(int(d), int(m), int(y)) for y, m, d in iso}


@pytest.mark.parametrize("name", NAMES)
def test_every_percentage_of_the_source_is_in_the_plan_as_often(name: str) -> None:
    def figures(text: str) -> Counter[str]:
        return Counter(found.replace(" ", "") for found in _PERCENT.findall(text))

    assert figures(source(name)) - figures(written(name)) == Counter()


@pytest.mark.parametrize("name", NAMES)
def test_every_date_of_the_source_is_in_the_plan_and_no_other(name: str) -> None:
    theirs = dates(re.sub(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T", "", source(name)))
    ours = dates(re.sub(r"#.*", "", written(name)))
    of_the_document = plan(name).document.date
    if of_the_document and (day := of_the_document.date()):
        ours -= {(day.day, day.month, day.year)}
    assert theirs == ours


@pytest.mark.parametrize("name", [name for name in NAMES if name != "hop-minh"])
def test_every_symbol_of_the_source_is_in_the_plan(name: str) -> None:
    def symbols(text: str) -> set[str]:
        return {found.replace(" ", "") for found in _SYMBOL.findall(text)}

    assert symbols(source(name)) <= symbols(re.sub(r"\n\s+", " ", written(name)))


@pytest.mark.parametrize("name", ["hop-minh", "huong-phung"])
def test_every_lead_line_of_the_source_is_a_task(name: str) -> None:
    lines = re.sub(r" - ", "\n- ", source(name))
    assert sum(1 for _ in plan(name).assigned_tasks()) == len(_LEAD.findall(fold_lines(lines)))


def fold_lines(text: str) -> str:
    return "\n".join(strip_marks(line) for line in text.splitlines())


@pytest.mark.parametrize("name", NAMES)
def test_every_recipient_of_the_source_is_in_the_plan(name: str) -> None:
    lines = fold_lines(source(name))
    after = lines.partition("noi nhan:")[2] or lines.partition("noi nhan")[2]
    count = 0
    for line in after.splitlines():
        count += line.startswith("-")
        if re.match(r"-? ?lu ?u", line.strip("- ")):
            break
    assert len(plan(name).document.recipients) == count
