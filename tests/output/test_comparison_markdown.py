"""Comparisons for a pull request."""

from collections.abc import Callable

import pytest

from kehoach.output.comparison_markdown import escape, format_markdown
from kehoach.output.comparison_rows import Rows

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
    assert any("`plans/xuan-hung.yaml:" in line for line in lines)


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
