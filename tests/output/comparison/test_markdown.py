"""Comparisons for a pull request."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.compare.laying_out import lay_out_versions
from kehoach.compare.versions import compare_versions
from kehoach.model.reading import read_plan
from kehoach.output.comparison.markdown import escape, format_markdown, rows_page
from kehoach.output.comparison.minutes import minutes_of
from kehoach.output.comparison.minutes_markdown import minutes_page
from kehoach.output.comparison.rows import Rows
from kehoach.source.tree import parse

ROOT = Path(__file__).parents[3]

RowsOf = Callable[..., tuple[Rows, ...]]


def test_a_pull_request_sees_the_sums_then_what_is_less_then_the_rest_folded(
    plans: RowsOf,
) -> None:
    lines = list(rows_page(*plans("xuan-hung")))
    assert lines[0].startswith("### xã Xuân Hưng, tỉnh Ninh Bình so với Kế hoạch số 02-KH/BCĐTW")
    assert lines[2] == "**xuan-hung**: 28 mục bắt buộc với cấp xã: 3 thấp hơn, 19 thiếu, 6 bằng"
    table = [line for line in lines if line.startswith("| 🔻")]
    assert len(table) == 3
    assert any("tối thiểu 80%" in line and "tối thiểu 60%" in line for line in table)
    assert next(line for line in lines if line.startswith("⭕")).count("`") == 2 * 19
    assert lines.count("</details>") == sum("<details>" in line for line in lines) == 6
    assert any("/plans/xuan-hung.yaml:" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", "a \\| b"),
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("một\nhai", "một hai"),
        ("#12 @ai", "\\#12 \\@ai"),
    ],
)
def test_texts_are_shown_as_they_are(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_hostile_texts_stay_texts(hostile: Rows) -> None:
    page = "\n".join(rows_page(hostile))
    outside = page.replace("\\<", "").split("`")[::2]
    assert not any("<script" in part or "<img" in part for part in outside)


def changes(before: str, after: str) -> list[str]:
    """Return the page on the plan of Xuân Hưng with *before* put as *after*."""
    text = (ROOT / "plans/xuan-hung.yaml").read_text("utf-8")
    old, new = parse(text, "cu.yaml"), parse(text.replace(before, after), "moi.yaml")
    versions = compare_versions(read_plan(old), read_plan(new))
    return list(minutes_page(minutes_of(lay_out_versions(versions, new, old))))


def test_two_states_of_a_plan_read_as_what_was_changed() -> None:
    lines = changes("tối thiểu 60%", "tối thiểu 50%")
    assert lines[0] == "### xã Xuân Hưng, tỉnh Ninh Bình: `moi.yaml` so với `cu.yaml`"
    assert lines[2] == "**0 bổ sung, 0 bỏ, 1 sửa đổi (1 hạ yêu cầu)**"
    assert lines[4] == "| Hạ yêu cầu (1) | Sửa đổi |"
    assert lines[-1].startswith("| `ho-so-truc-tuyen` ")
    assert "mức đạt tối thiểu 50%, bản trước tối thiểu 60% (thấp hơn)" in lines[-1]
    assert changes("tối thiểu 60%", "tối thiểu 60%")[-1].startswith("**Không có chỉ tiêu")


def test_a_page_ends_where_a_pull_request_takes_no_more(plans: RowsOf) -> None:
    (rows,) = plans("huong-phung")
    lines = list(format_markdown([tuple(rows_page(rows))] * 50))
    shown = sum(line.startswith("### ") for line in lines)
    assert 1 < shown < 50
    assert len("\n".join(lines)) < 65_536
    assert lines[-1].startswith(f"Còn {50 - shown} kế hoạch không nêu")
