"""Comparisons for a pull request."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.compare.versions import compare_versions
from kehoach.model.reading import read_plan
from kehoach.output.comparison_markdown import escape, format_markdown
from kehoach.output.comparison_rows import Rows
from kehoach.output.versions_markdown import format_versions_markdown
from kehoach.source.tree import parse

ROOT = Path(__file__).parents[2]

RowsOf = Callable[..., tuple[Rows, ...]]


def test_a_pull_request_sees_the_sums_then_what_is_less_then_the_rest_folded(
    rows_of: RowsOf,
) -> None:
    lines = list(format_markdown(rows_of("xuan-hung")))
    assert lines[0].startswith("### xã Xuân Hưng, tỉnh Ninh Bình so với Kế hoạch số 02-KH/BCĐTW")
    assert lines[2] == "**xuan-hung**: 28 mục bắt buộc với cấp xã: 3 thấp hơn, 19 thiếu, 6 bằng"
    table = [line for line in lines if line.startswith("| 🔻")]
    assert len(table) == 3
    assert any("tối thiểu 80%" in line and "tối thiểu 60%" in line for line in table)
    assert next(line for line in lines if line.startswith("⭕")).count("`") == 2 * 19
    assert lines.count("</details>") == sum("<details>" in line for line in lines) == 5
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
    page = "\n".join(format_markdown([hostile]))
    outside = page.replace("\\<", "").split("`")[::2]
    assert not any("<script" in part or "<img" in part for part in outside)


def test_two_states_of_a_plan_read_as_what_was_changed() -> None:
    text = (ROOT / "plans/xuan-hung.yaml").read_text("utf-8")
    old = read_plan(parse(text, "cu.yaml"))
    new = read_plan(parse(text.replace("tối thiểu 60%", "tối thiểu 50%"), "moi.yaml"))
    lines = list(format_versions_markdown(compare_versions(old, new), "cu.yaml", "moi.yaml"))
    assert lines[0] == "### xã Xuân Hưng: `moi.yaml` so với `cu.yaml`"
    assert lines[2] == "**0 bổ sung, 0 bỏ, 1 sửa đổi**"
    assert lines[-1].startswith("| `ho-so-truc-tuyen` ")
    assert "🔻 mức đạt tối thiểu 50%, bản trước tối thiểu 60%" in lines[-1]
    same = list(format_versions_markdown(compare_versions(old, old), "cu.yaml", "cu.yaml"))
    assert same[-1] == "Không có chỉ tiêu, nhiệm vụ nào thay đổi."


def test_a_page_ends_where_a_pull_request_takes_no_more(rows_of: RowsOf) -> None:
    (rows,) = rows_of("huong-phung")
    lines = list(format_markdown([rows] * 50))
    shown = sum(line.startswith("### ") for line in lines)
    assert 1 < shown < 50
    assert len("\n".join(lines)) < 65_536
    assert lines[-1].startswith(f"Còn {50 - shown} kế hoạch không nêu")
