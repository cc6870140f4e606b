"""The table of days off agrees with the calendar."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from kehoach.model.holidays import calendar

ROOT = Path(__file__).parents[2]
TABLE = yaml.safe_load((ROOT / "templates/lich/ngay-nghi.yaml").read_text(encoding="utf-8"))
_SATURDAY = 5


@pytest.mark.parametrize("row", TABLE["nghi"], ids=lambda row: f"{row['tu']} {row['ten']}")
def test_days_off_are_weekdays_with_a_source(row: dict[str, dt.date | str]) -> None:
    first, last = row["tu"], row["den"]
    assert isinstance(first, dt.date)
    assert isinstance(last, dt.date)
    assert first <= last
    assert first.weekday() < _SATURDAY
    assert last.weekday() < _SATURDAY
    assert row["nguon"]


@pytest.mark.parametrize("row", TABLE["lam_bu"], ids=lambda row: str(row["ngay"]))
def test_days_worked_instead_are_at_weekends(row: dict[str, dt.date]) -> None:
    assert row["ngay"].weekday() >= _SATURDAY


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2025-12-20", "thứ Bảy"),
        ("2025-12-21", "Chủ nhật"),
        ("2025-09-02", "nghỉ Quốc khánh"),
        ("2026-02-18", "nghỉ Tết Bính Ngọ"),
        ("2026-01-10", ""),
        ("2025-12-19", ""),
        ("2031-09-02", ""),
    ],
)
def test_why_a_day_is_off(day: str, why: str) -> None:
    assert calendar(ROOT).day_off(dt.date.fromisoformat(day)) == why
