"""The rules as users read them: list, explanation, generated page."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.output.rules_text import rules_page
from kehoach.rules.catalogue import entries, find_entry
from kehoach.thethuc.registry import all_format_rules

Kehoach = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parents[2]


def test_the_page_of_the_documentation_is_up_to_date() -> None:
    page = (ROOT / "docs" / "quy-tac.md").read_text(encoding="utf-8")
    assert page == "\n".join(rules_page(entries())) + "\n", (
        "viết lại bằng: kehoach rules --format markdown > docs/quy-tac.md"
    )


def test_every_rule_is_listed_and_explained(kehoach: Kehoach) -> None:
    listed = kehoach("rules").stdout.splitlines()
    numbers = [rule.number for rule in all_format_rules()]
    first_words = [line.split(" ", 1)[0] for line in listed]
    codes = [entry.rule.code for entry in entries()]
    assert first_words == ["Kế", *codes, "", "Thể", *numbers]
    done = kehoach("explain", "KH402")
    assert done.stdout.splitlines()[0] == "KH402 muc-dat-mau-thuan (lỗi, từ phiên bản 0.1.0)"
    assert "Đúng: muc_dat: tối thiểu 80%" in done.stdout
    assert kehoach("explain", "muc-dat-mau-thuan").stdout == done.stdout


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("402", "không có quy tắc “402”; có phải KH402?"),
        ("muc-dat-mau-thuẫn", "có phải KH402?"),
        ("thời hạn", "xem các mã bằng kehoach rules"),
    ],
)
def test_an_unknown_rule_is_answered_with_the_nearest(
    kehoach: Kehoach, asked: str, answer: str
) -> None:
    done = kehoach("explain", asked)
    assert done.returncode == 2
    assert answer in done.stderr


def test_a_rule_is_found_in_small_letters() -> None:
    assert find_entry("kh001") is not None


def test_the_schema_is_printed_as_it_stands(kehoach: Kehoach) -> None:
    for name in ("ke-hoach", "khung", "phat-hien", "so-sanh"):
        file = ROOT / "schema" / f"{name}.schema.json"
        assert kehoach("schema", name).stdout == file.read_text(encoding="utf-8")
