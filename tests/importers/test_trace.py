"""Where values of a brought-in plan come from, written beside it and read again."""

import json
from pathlib import Path

import pytest

from kehoach.importers.blocks import LeftOut, Origin
from kehoach.importers.draft import Imported, Piece
from kehoach.importers.trace import read_trace, trace_file, trace_json
from kehoach.source.place import read_path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    imported = Imported(
        {
            "kehoach": Piece(1),
            "mo_dau": Piece("Thực hiện", (Origin("a.txt", 0, 3), Origin("a.txt", 0, 5))),
            "noi_dung": [
                {
                    "de_muc": Piece("Mục tiêu", (Origin("a.pdf", 2, 7),)),
                    "doan": [Piece("Một", (Origin("a.pdf", 2, 8),))],
                }
            ],
        },
        left_out=[LeftOut("2", Origin("a.pdf", 2, 1), "số trang")],
        notes=["văn bản thiếu dấu"],
    )
    file = tmp_path / "a.yaml"
    trace_file(file).write_bytes(trace_json(imported))
    return file


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("mo_dau", "dòng 3 đến 5 của a.txt"),
        ("mo_dau/0", "dòng 3 đến 5 của a.txt"),
        ("noi_dung/0/de_muc", "dòng 7, trang 2 của a.pdf"),
        ("noi_dung/0", "dòng 7, trang 2 của a.pdf"),
        ("noi_dung/0/doan/0", "dòng 8, trang 2 của a.pdf"),
        ("van_ban/so", ""),
    ],
)
def test_a_path_leads_to_the_nearest_origin(plan: Path, path: str, words: str) -> None:
    trace = read_trace(plan)
    assert trace is not None
    assert trace.origin(read_path(path)) == words


def test_what_was_left_out_stands_in_the_trace(plan: Path) -> None:
    data = json.loads(trace_file(plan).read_text("utf-8"))
    assert data["left_out"] == [
        {"file": "a.pdf", "page": 2, "line": 1, "text": "2", "reason": "số trang"}
    ]
    assert data["notes"] == ["văn bản thiếu dấu"]
    assert data["values"][0]["path"] == "mo_dau"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"values": [1]}', '{"values": 5}', "\x00"])
def test_what_is_no_trace_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.nguon.json").write_text(text, "utf-8")
    assert read_trace(tmp_path / "a.yaml") is None
    assert read_trace(tmp_path / "b.yaml") is None
