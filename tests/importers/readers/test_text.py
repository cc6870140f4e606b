import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.importers.blocks import Line
from kehoach.importers.readers import read_source
from kehoach.importers.readers.decoding import DECOMPOSED
from kehoach.importers.readers.text import read_lines
from kehoach.language.legacy import Encoding, encode
from kehoach.source.place import SourceError

SOURCES = Path(__file__).parents[3].parent / "shared" / "sources"

TEXT = """KẾ HOẠCH
Triển khai thực hiện Kế hoạch số 02-KH/BCĐTW

Thúc đẩy chuyển đổi số liên thông, đồng bộ, nhanh,
hiệu quả trên địa bàn xã Hướng Phùng."""


def read(folder: Path, data: bytes, name: str = "a.txt") -> tuple[list[Line], tuple[str, ...]]:
    file = folder / name
    file.write_bytes(data)
    source = read_source(file, name)
    return [block for block in source.blocks if isinstance(block, Line)], source.notes


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_unicode(tmp_path: Path, codec: str, end: str) -> None:
    lines, notes = read(tmp_path, TEXT.replace("\n", end).encode(codec))
    assert [line.text for line in lines] == [line for line in TEXT.split("\n") if line]
    assert [line.origin.line for line in lines] == [1, 2, 4, 5]
    assert {line.origin.page for line in lines} == {0}
    assert bool(notes) is codec.startswith("utf-16")


@pytest.mark.parametrize("encoding", list(Encoding))
def test_legacy_encodings_are_converted_and_named(tmp_path: Path, encoding: Encoding) -> None:
    lines, (note,) = read(tmp_path, encode(TEXT, encoding))
    same = str.casefold if encoding is Encoding.TCVN3 else str
    assert [same(line.text) for line in lines] == [same(one) for one in TEXT.split("\n") if one]
    assert encoding.value in note


def test_legacy_text_saved_as_utf8(tmp_path: Path) -> None:
    lines, (note,) = read(tmp_path, "Céng hßa x· héi chñ nghÜa ViÖt Nam".encode())
    assert [line.text for line in lines] == ["Cộng hòa xã hội chủ nghĩa Việt Nam"]
    assert "TCVN3" in note


def test_text_is_nfc(tmp_path: Path) -> None:
    lines, _ = read(tmp_path, "Xa\u0303 Hu\u031bo\u031b\u0301ng Phu\u0300ng".encode())
    assert lines[0].text == "Xã Hướng Phùng"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        pytest.param("Một câu dài\ncòn tiếp\n\nĐoạn sau", [True, False, False], id="dong-trong"),
        pytest.param(
            "Thực hiện kế hoạch\n\ncủa tỉnh về việc\n\nchuyển đổi số\n\nĐoạn sau",
            [True] * 4,
            id="dong-trong-sau-moi-dong",
        ),
        pytest.param(
            "Một\n\nHai\n\nBa\n\nBốn\n\nNăm\n\nsáu\n\nBảy",
            [False, False, False, False, True, False, False],
            id="dong-sau-viet-thuong",
        ),
        pytest.param("x" * 200 + "\nSau\nNữa\nHết\nXong", [False] * 5, id="dong-rat-dai"),
        pytest.param("**Tên\nkế**\n" + "x" * 200, [True, False, False], id="dam-nhieu-dong"),
    ],
)
def test_what_ends_a_paragraph(text: str, broken: list[bool]) -> None:
    assert [line.broken for line in read_lines(text, "a")] == broken


def test_pages_count_form_feeds() -> None:
    lines = list(read_lines("Một\nHai\f\nBa\n\fBốn\n\n\f\fNăm", "a"))
    assert [(line.text, line.origin.page, line.origin.line) for line in lines] == [
        ("Một", 1, 1),
        ("Hai", 1, 2),
        ("Ba", 2, 3),
        ("Bốn", 3, 4),
        ("Năm", 5, 6),
    ]


@pytest.mark.parametrize(
    ("text", "shown", "bold", "italic"),
    [
        ("**Mục tiêu**", "Mục tiêu", True, False),
        ("*Mục tiêu*", "Mục tiêu", False, True),
        ("***Mục tiêu***", "Mục tiêu", True, True),
        ("**Mục tiêu:** đạt 80%", "Mục tiêu: đạt 80%", False, False),
        ("* Ghi chú", "* Ghi chú", False, False),
        ("Số liệu (*) và (**)", "Số liệu (*) và (**)", False, False),
        ("5*3*2", "5*3*2", False, False),
        ("**chưa đóng", "**chưa đóng", False, False),
        ("*", "*", False, False),
    ],
)
def test_emphasis(text: str, shown: str, bold: int, italic: int) -> None:
    (line,) = read_lines(text, "a")
    assert (line.text, line.bold, line.italic) == (shown, bold, italic)


@given(st.text(alphabet="aà *\n\f-.", max_size=80))
def test_no_word_is_lost(text: str) -> None:
    lines = list(read_lines(text, "a"))
    shown = "".join(line.text for line in lines)
    strip = str.maketrans("", "", "* \n\f")
    assert shown.translate(strip) == text.translate(strip)


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", "trống"),
        (b" \n \n", "a.txt", "trống"),
        (b"ab\x00\x01\x02", "a.txt", "nhị phân"),
        (b"\xff\xfea", "a.txt", "hỏng"),
        ("Tiếng Việt".encode() + b"\xff\n", "a.txt", "bảng mã"),
        (b"L'\xe9t\xe9 \xe0 No\xebl, le g\xe9n\xe9ral fran\xe7ais", "a.txt", "bảng mã"),
        (b"x", "a.xyz", "đuôi “.xyz”"),
        (b"x", "a", "không có đuôi"),
        (b"x", "a.doc", "không đọc dạng này"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.txt", "kiểu cũ"),
        (b"\x89PNG\r\n", "a.txt", "ảnh"),
        (b"x", "a.jpg", "ảnh"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, name: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read(tmp_path, data, name)
    assert caught.value.file == name
    assert caught.value.faults[0].code == "KH001"
    assert caught.value.faults[0].help


def test_the_help_names_what_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, b"x", "a.xyz")
    for ending in (".csv", ".docx", ".md", ".pdf", ".txt", ".xlsx"):
        assert ending in caught.value.faults[0].help


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.doc", "a"])
def test_missing_files_and_folders(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match="không có tệp này"):
        read_source(tmp_path / name, name)
    (tmp_path / name).mkdir()
    with pytest.raises(SourceError, match="đây là thư mục"):
        read_source(tmp_path / name, name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="hệ điều hành không có đường ống")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(SourceError, match="không phải tệp thông thường"):
        read_source(tmp_path / "a.txt", "a.txt")


@pytest.mark.skipif(not SOURCES.is_dir(), reason="các bản công bố không có ở đây")
@pytest.mark.parametrize(
    "name", ["huong-phung", "hai-duong", "nghia-hanh", "xuan-hung", "hop-minh"]
)
def test_published_texts_keep_every_word(name: str) -> None:
    file = SOURCES / f"{name}.txt"
    source = read_source(file, file.name)
    lines = [block for block in source.blocks if isinstance(block, Line)]
    written = unicodedata.normalize("NFC", file.read_text(encoding="utf-8")).replace("*", "")
    read_words = [word for line in lines for word in line.text.replace("*", "").split()]
    assert read_words == written.split()
    assert source.notes == ((DECOMPOSED,) if name == "hai-duong" else ())
    ended = sum(not line.broken for line in lines)
    assert (ended == 0) is (name in {"huong-phung", "hai-duong", "nghia-hanh"})
