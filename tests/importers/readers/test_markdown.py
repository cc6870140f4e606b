from pathlib import Path

import pytest

from kehoach.importers.blocks import Line, SourceText, Table
from kehoach.importers.readers import read_source


def read(folder: Path, text: str) -> SourceText:
    file = folder / "a.md"
    file.write_text(text, encoding="utf-8")
    return read_source(file, "a.md")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# KẾ HOẠCH", [("", "KẾ HOẠCH", 1)]),
        ("### 1. Mục đích ###", [("", "1. Mục đích", 3)]),
        ("#80 không phải đề mục", [("", "#80 không phải đề mục", 0)]),
        ("- Một\n* Hai\n+ Ba\n", [("-", "Một", 0), ("-", "Hai", 0), ("+", "Ba", 0)]),
        ("1. Một\n1. Hai\n3) Ba", [("1.", "Một", 0), ("1.", "Hai", 0), ("3)", "Ba", 0)]),
        ("I. MỤC ĐÍCH\n\n---\n\na) Điểm", [("", "I. MỤC ĐÍCH", 0), ("", "a) Điểm", 0)]),
        ("> Trích", [("", "Trích", 0)]),
        (r"1\. Một \* hai", [("", "1. Một * hai", 0)]),
        ("A &amp; B", [("", "A & B", 0)]),
        ("[Cổng](https://dichvucong.gov.vn)", [("", "Cổng (https://dichvucong.gov.vn)", 0)]),
        ("```\nmã\n```", [("", "mã", 0)]),
        ("Tên\n====\nNội dung", [("", "Tên", 0), ("", "Nội dung", 0)]),
    ],
)
def test_lines(tmp_path: Path, text: str, expected: list[tuple[str, str, int]]) -> None:
    lines = [block for block in read(tmp_path, text).blocks if isinstance(block, Line)]
    assert [(line.number, line.text, line.level) for line in lines] == expected


def test_wrapped_paragraphs_are_broken_up_to_their_last_line(tmp_path: Path) -> None:
    text = "Một đoạn\ncòn tiếp\n**đậm\ncả hai** \n- Mục\n  tiếp  \n  Hết"
    lines = [block for block in read(tmp_path, text).blocks if isinstance(block, Line)]
    assert [(line.text, line.broken, line.bold) for line in lines] == [
        ("Một đoạn", True, False),
        ("còn tiếp", True, False),
        ("đậm", True, True),
        ("cả hai", False, True),
        ("Mục", True, False),
        ("tiếp", False, False),
        ("Hết", False, False),
    ]
    assert [line.origin.line for line in lines] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    "text",
    [
        "| TT | Nhiệm vụ |\n|---|:---:|\n| 1 | **Số hóa**<br>hồ sơ |\n| 2 | a \\| b |",
        "TT | Nhiệm vụ\n--- | ---\n1 | **Số hóa**<br/>hồ sơ\n2 | a \\| b\n\nSau",
    ],
)
def test_pipe_tables(tmp_path: Path, text: str) -> None:
    table = read(tmp_path, text).blocks[0]
    assert isinstance(table, Table)
    shown = [[[line.text for line in cell.lines] for cell in row] for row in table.rows]
    assert shown == [[["TT"], ["Nhiệm vụ"]], [["1"], ["Số hóa", "hồ sơ"]], [["2"], ["a | b"]]]
    assert table.rows[1][1].lines[0].bold
    assert [row[0].lines[0].origin.line for row in table.rows] == [1, 3, 4]
    assert [cell.column for cell in table.rows[0]] == [0, 1]


def test_comments_are_left_out(tmp_path: Path) -> None:
    source = read(tmp_path, "Trước <!-- ghi\nnhớ --> sau")
    assert [block.text for block in source.blocks if isinstance(block, Line)] == ["Trước", "sau"]
    assert [one.text for one in source.left_out] == ["ghi", "nhớ"]
