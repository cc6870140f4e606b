"""The list of rules: as the reference has it, each number in one place, the page up to date."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from kehoach.cli.checking import check_files
from kehoach.cli.configuration import Configuration
from kehoach.cli.mending import mend_files
from kehoach.output.findings.text import format_findings
from kehoach.output.format_rules_page import format_rules_page
from kehoach.output.word_reporting import report_format
from kehoach.rules.finding import Level
from kehoach.source.resources import read_schema
from kehoach.thethuc.registry import all_format_rules
from kehoach.thethuc.undecided import IN_PART, UNDECIDED

if TYPE_CHECKING:
    from kehoach.thethuc.checking import CheckedWord

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "reference" / "the-thuc.md"
LEVELS = {Level.ERROR: "ERR", Level.WARNING: "WARN", Level.NOTE: "INFO"}
SECTIONS = {"2", "3", "4", "5", "8"}


def reference() -> dict[str, str]:
    """Return the rules of the reference with their severities."""
    found, section = {}, ""
    for line in REFERENCE.read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"## (\d+)", line):
            section = heading[1]
        rule = re.match(r"\| ([NPA]-\d\d) \|", line)
        if rule and section in SECTIONS:
            found[rule[1]] = re.split(r"(?<!\\)\|", line.strip().strip("|"))[-1].strip()
    return found


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference is not there")
def test_every_rule_of_the_reference_is_checked_or_said_to_be_undecidable() -> None:
    rules = {rule.number: rule for rule in all_format_rules()}
    asked = reference()
    assert asked.keys() - rules.keys() == UNDECIDED.keys()
    assert rules.keys() - asked.keys() == {"N-19", "L-01"}  # which the reference has in its text
    for number in asked.keys() & rules.keys():
        assert LEVELS[rules[number].level] in asked[number], number
    assert all(asked[number] == "INFO" for number in UNDECIDED)


def test_every_number_stands_in_one_place() -> None:
    code = "".join(
        file.read_text(encoding="utf-8")
        for file in (ROOT / "src/kehoach/thethuc").rglob("*.py")
        if file.name != "undecided.py"
    )
    for rule in all_format_rules():
        assert code.count(f'"{rule.number}"') == 1, rule.number
    assert not UNDECIDED.keys() & {rule.number for rule in all_format_rules()}
    assert IN_PART.keys() <= {rule.number for rule in all_format_rules()}


def test_the_page_is_up_to_date(request: pytest.FixtureRequest) -> None:
    page = ROOT / "docs" / "the-thuc.md"
    text = "\n".join(format_rules_page()) + "\n"
    if request.config.getoption("--rewrite-golden", default=False):
        page.write_text(text, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == text


def _broken(right: Callable[..., bytes]) -> bytes:
    return right("nd30", van_ban={"noi_nhan": ["UBND tỉnh", "Lưu VT"]})


def test_findings_as_json_and_as_text(
    right: Callable[..., bytes], check: "Callable[..., CheckedWord]"
) -> None:
    (finding,) = check(_broken(right)).findings
    reported = report_format(finding, "thu.docx")
    found = reported.as_json()
    assert (found["code"], found["name"], found["level"]) == ("N-92", "dong-luu", "error")
    assert found["path"] == f"doan/{found['line']}"
    jsonschema_rs.validator_for(read_schema("phat-hien")).validate([found])
    assert list(format_findings([reported])) == [
        f"thu.docx, đoạn {found['line']}: lỗi N-92: dòng lưu viết là “- Lưu VT.”",
        f"{found['line']:>6} | - Lưu VT.",
        "       | ^^^^^^^^^",
        "       = viết “- Lưu: VT, VHXH.” (NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II.9.d)",
    ]


def test_the_fingerprint_stays_when_paragraphs_move(
    right: Callable[..., bytes], check: "Callable[..., CheckedWord]"
) -> None:
    (one,) = check(_broken(right)).findings
    more = {"van_ban": {"noi_nhan": ["UBND tỉnh", "HĐND xã", "Lưu VT"]}}
    (other,) = check(right("nd30", **more)).findings
    assert one.paragraph != other.paragraph
    assert one.fingerprint == other.fingerprint


def test_files_are_checked_one_by_one_and_mended_in_place(
    tmp_path: Path, right: Callable[..., bytes], opened: Callable[[bytes], Any]
) -> None:
    good, bad, broken = (tmp_path / f"{name}.docx" for name in ("tot", "sai", "hong"))
    good.write_bytes(right("nd30"))
    document = opened(right("hd05"))
    document.sections[0].top_margin = 0
    document.save(str(bad))
    broken.write_bytes(b"PK")
    checked = check_files([good, bad, broken], Configuration(), None)
    found = [(one.file, one.code) for one in checked.report.findings]
    assert found == [(bad.as_posix(), "P-03"), (broken.as_posix(), "KH001")]
    assert checked.unreadable
    (mended,) = mend_files([good, bad], Configuration(), unsafe=False)
    mended.write()
    assert (mended.file, mended.fixes) == (bad, 1)
    assert mended.diff[1].startswith("- đoạn 1: P-03 ")
    assert good.read_bytes() == right("nd30")
    assert check_files([bad], Configuration(), None).report.findings == ()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["hong.docx", "sai.docx", "tot.docx"]
