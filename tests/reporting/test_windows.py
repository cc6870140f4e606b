"""Windows of reports: the days of NĐ 09/2019/NĐ-CP, and other days by rules."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.model.holidays import Calendar
from kehoach.reporting.windows import Cycle, Rules, Window, read_window

ONE_DAY = dt.timedelta(days=1)


def _days(window: Window) -> tuple[str, str]:
    return f"{window.first:%d/%m/%Y}", f"{window.last:%d/%m/%Y}"


@pytest.mark.parametrize(
    ("name", "first", "last", "title"),
    [
        ("2025-10", "15/09/2025", "14/10/2025", "tháng 10 năm 2025"),
        ("2025-1", "15/12/2024", "14/01/2025", "tháng 1 năm 2025"),
        ("2025-Q1", "15/12/2024", "14/03/2025", "quý I năm 2025"),
        ("2025-q4", "15/09/2025", "14/12/2025", "quý IV năm 2025"),
        ("2025-H1", "15/12/2024", "14/06/2025", "6 tháng đầu năm 2025"),
        ("2025-H2", "15/06/2025", "14/12/2025", "6 tháng cuối năm 2025"),
        ("2025-9T", "15/12/2024", "14/09/2025", "9 tháng năm 2025"),
        ("2025", "15/12/2024", "14/12/2025", "năm 2025"),
        ("2025-W42", "13/10/2025", "19/10/2025", "tuần 42 năm 2025"),
        ("2026-W01", "29/12/2025", "04/01/2026", "tuần 1 năm 2026"),
    ],
)
def test_by_decree(name: str, first: str, last: str, title: str) -> None:
    window = read_window(name, Rules())
    assert (*_days(window), window.title) == (first, last, title)


@pytest.mark.parametrize(
    ("name", "rules", "first", "last"),
    [
        ("2025-10", Rules(last_day=19), "20/09/2025", "19/10/2025"),
        ("2025-02", Rules(last_day=31), "01/02/2025", "28/02/2025"),
        ("2025-03", Rules(last_day=31), "01/03/2025", "31/03/2025"),
        ("2025-10", Rules(last_days={Cycle.MONTH: 21}), "22/09/2025", "21/10/2025"),
        ("2025-Q4", Rules(last_days={Cycle.MONTH: 21}), "15/09/2025", "14/12/2025"),
        ("2025-W42", Rules(last_weekday=4), "10/10/2025", "16/10/2025"),
    ],
    ids=["before the 20th", "short month", "whole month", "months", "not quarters", "to Thursday"],
)
def test_by_rules(name: str, rules: Rules, first: str, last: str) -> None:
    assert _days(read_window(name, rules)) == (first, last)


def test_notes_count_for_two_working_days_more() -> None:
    holiday = Calendar({dt.date(2025, 10, 15): "lễ"}, frozenset())
    assert read_window("2025-10", Rules()).known == dt.date(2025, 10, 16)
    assert read_window("2025-11", Rules()).known == dt.date(2025, 11, 18)  # over a weekend
    assert read_window("2025-10", Rules(calendar=holiday)).known == dt.date(2025, 10, 17)
    assert read_window("2025-10", Rules(note_days=0)).known == dt.date(2025, 10, 14)


@pytest.mark.parametrize(
    "name", ["", "tháng 10", "2025-13", "2025-0", "2025-W53", "2025-Q5", "2025-H3", "25-10", "1999"]
)
def test_what_is_no_period_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="kỳ"):
        read_window(name, Rules())


@given(
    st.sampled_from(["{}-{:02}", "{}-Q{}", "{}-H{}", "{}"]),
    st.integers(2020, 2040),
    st.integers(1, 12),
    st.integers(1, 31),
)
def test_windows_follow_one_another_without_gap(
    form: str, year: int, number: int, last_day: int
) -> None:
    index = number if "02" in form else (number - 1) % (2 if "H" in form else 4) + 1
    rules = Rules(last_day=last_day)
    window = read_window(form.format(year, index), rules)
    assert window.first <= window.last
    assert window.before + ONE_DAY == window.first
    following = window.next_last
    assert following > window.last
    earlier = read_window(_before(form, year, index), rules)
    assert earlier.last == window.before
    assert earlier.known == window.known_before
    assert earlier.next_last == window.last


def _before(form: str, year: int, index: int) -> str:
    last = 12 if "02" in form else 4 if "Q" in form else 2
    return (
        form.format(year, index - 1) if index > 1 and "{}-" in form else form.format(year - 1, last)
    )
