"""The page of a comparison: its data, and what a browser makes of it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kehoach.output.comparison.html import comparison_html
from kehoach.output.comparison.rows import Rows

ROOT = Path(__file__).parents[3]

RowsOf = Callable[..., tuple[Rows, ...]]
Browse = Callable[..., str]
Data = Callable[[str], dict[str, Any]]

NAMES = ("xuan-hung", "huong-phung", "hai-duong")


def test_every_text_stands_once_and_nothing_is_fetched(plans: RowsOf, data: Data) -> None:
    page = comparison_html(plans(*NAMES), ROOT)
    texts = data(page)["chu"]
    assert len(texts) == len(set(texts))
    assert not re.search(r"""(?:src|href)=|@import|url\(|fetch\(|https?://""", page)
    assert page == comparison_html(plans(*NAMES), ROOT)


def test_hostile_texts_do_not_leave_the_data(
    hostile_texts: tuple[str, ...], hostile: Rows, data: Data
) -> None:
    page = comparison_html([hostile], ROOT)
    assert page.count("</script>") == 3
    assert page.count("<script") == 3
    assert "<img" not in page
    assert set(data(page)["chu"]) >= set(hostile_texts)


def test_a_browser_shows_hostile_texts_as_texts(
    hostile_texts: tuple[str, ...], hostile: Rows, browse: Browse
) -> None:
    shown = browse(
        comparison_html([hostile], ROOT),
        "document.querySelector('.danh-sach tbody tr').click(); document.title += ' xong'",
    )
    assert "<img" not in shown
    title = re.search(r"<title>(.*?)</title>", shown, re.DOTALL)
    assert title
    assert "so với" in title[1]
    assert title[1].endswith(" xong")
    escaped = hostile_texts[0].replace("<", "&lt;").replace(">", "&gt;")
    assert shown.count(escaped) > 3
    assert '<dialog id="hop" open' in shown


@pytest.mark.parametrize(
    ("script", "rows"),
    [
        ("", 39),
        ("document.querySelector('#ket-qua input').click()", 3),
        ("document.getElementById('bat-buoc').click()", 28),
        ("document.getElementById('tim').value = 'nhap du lieu mot lan'", 1),
        ("document.getElementById('tim').value = 'không có chữ này'", 0),
    ],
    ids=["all", "weaker", "bound", "search without marks", "nothing"],
)
def test_the_list_of_one_plan_is_filtered_and_searched(
    plans: RowsOf, script: str, rows: int, browse: Browse
) -> None:
    page = comparison_html(plans("xuan-hung"), ROOT)
    wait = "document.getElementById('loc').dispatchEvent(new Event('input'))"
    shown = browse(page, f"{script}; {wait}")
    assert shown.count('<tr tabindex="0">') == rows


def test_the_matrix_shows_every_plan_and_opens_both_texts(plans: RowsOf, browse: Browse) -> None:
    shown = browse(
        comparison_html(plans(*NAMES), ROOT),
        "document.querySelector('.bang td.weaker button').click()",
    )
    assert shown.count("<tr><th><button") == 3
    dialog = shown.partition("<dialog")[2]
    for text in ("xã Xuân Hưng", "100%; trong phạm vi cấp tỉnh", "100%; trong phạm vi cấp xã"):
        assert text in dialog
    assert re.search(r"02-kh-bcdtw\.yaml:\d+.*plans/xuan-hung\.yaml:\d+", dialog, re.DOTALL)


def test_the_matrix_is_sorted_by_a_column_and_summed_by_province(
    plans: RowsOf, browse: Browse
) -> None:
    page = comparison_html(plans(*NAMES), ROOT)
    click = "document.querySelector('th[data-cot=dem0]').click()"
    first = browse(page, click).partition("<tr><th><button")[2]
    assert first.partition("</button>")[0].endswith("xã Xuân Hưng")
    shown = browse(page, "document.querySelector('button[value=tinh]').click()")
    assert '<tr><td>tỉnh Ninh Bình</td><td class="so">1</td>' in shown
