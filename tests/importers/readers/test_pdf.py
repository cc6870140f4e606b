import builtins
import shutil
import subprocess
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from kehoach.importers.blocks import Line, SourceText, Table
from kehoach.importers.readers import read_source
from kehoach.importers.readers.page.words import Columns, Word, lines_of_words, split_columns
from kehoach.source.place import SourceError

pytest.importorskip("pdfplumber")

with_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")


def make_pdf(pages: list[list[tuple[float, float, str]]], more: str = "") -> bytes:
    """Return a PDF of pages with texts at places, from the bottom left, in Helvetica of 12."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    kids = []
    for page in pages:
        texts = " ".join(f"BT /F1 12 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in page) + more
        objects.append(f"<</Length {len(texts)}>>stream\n{texts}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer<</Size "
    end += f"{len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF"
    return data + end.encode()


def read(folder: Path, data: bytes) -> SourceText:
    file = folder / "a.pdf"
    file.write_bytes(data)
    return read_source(file, "a.pdf")


def convert(document: Any, folder: Path) -> Path:
    document.save(str(folder / "a.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "a.docx")], check=True, capture_output=True, timeout=120)
    return folder / "a.pdf"


def words(source: SourceText) -> Counter[str]:
    def texts() -> Iterator[str]:
        for block in source.blocks:
            if isinstance(block, Line):
                yield block.text
            else:
                yield from (line.text for row in block.rows for cell in row for line in cell.lines)
        yield from (one.text for one in source.left_out)

    return Counter(" ".join(texts()).split())


def test_lines_have_pages_and_numbers(tmp_path: Path) -> None:
    page = [(72.0, 700.0, "Dong mot"), (72.0, 680.0, "Dong hai")]
    source = read(tmp_path, make_pdf([page, page[:1]]))
    lines = [block for block in source.blocks if isinstance(block, Line)]
    assert [(line.text, line.origin.page, line.origin.line) for line in lines] == [
        ("Dong mot", 1, 1),
        ("Dong hai", 1, 2),
        ("Dong mot", 2, 1),
    ]
    assert source.left_out == ()


def test_page_numbers_that_count_with_the_pages_are_left_out(tmp_path: Path) -> None:
    pages = [
        [(72.0, 700.0, "Noi dung"), (72.0, 400.0, "2025"), (300.0, 800.0, number)]
        for number in ("1", "2", "3")
    ]
    source = read(tmp_path, make_pdf(pages))
    assert [(one.text, one.reason) for one in source.left_out] == [
        ("1", "số trang"),
        ("2", "số trang"),
        ("3", "số trang"),
    ]
    assert words(source)["2025"] == 3


def numbered(*numbers: str) -> bytes:
    """Return a PDF of a page for each of *numbers*, "" for none."""
    text = (72.0, 700.0, "Noi dung")
    return make_pdf([[text, (300.0, 800.0, number)] if number else [text] for number in numbers])


@pytest.mark.parametrize(
    ("numbers", "left"),
    [
        (("", "2", "3", "4", "", "2", "3"), ["2", "3", "4", "2", "3"]),
        (("", "2", "3", "", "2", "3", "", "2", "3"), ["2", "3", "2", "3", "2", "3"]),
        (("", "2", "3", "", "17"), ["2", "3"]),
        (("", "2", "3", "9", "8"), ["2", "3"]),
    ],
    ids=["phu-luc", "hai-phu-luc", "mot-so-le", "khong-dem"],
)
def test_the_pages_of_an_annex_may_count_anew(
    numbers: tuple[str, ...], left: list[str], tmp_path: Path
) -> None:
    source = read(tmp_path, numbered(*numbers))
    assert [one.text for one in source.left_out] == left


def test_the_number_of_the_only_page_is_left_out(tmp_path: Path) -> None:
    page = [(72.0, 700.0, "Noi dung"), (290.0, 30.0, "- 1 -")]
    assert [one.text for one in read(tmp_path, make_pdf([page])).left_out] == ["- 1 -"]


def test_a_lone_figure_that_does_not_count_stays(tmp_path: Path) -> None:
    source = read(tmp_path, make_pdf([[(72.0, 700.0, "Noi dung"), (300.0, 800.0, "80")]]))
    assert words(source)["80"] == 1
    assert source.left_out == ()


def word(left: float, top: float, text: str) -> Word:
    return Word(text, (left, top, left + 6.0 * len(text), top + 12), "", bold=False, italic=False)


def test_words_of_two_columns_are_read_one_column_after_the_other() -> None:
    page = [
        word(80, 50, "TRÁI"),
        word(330, 50, "PHẢI"),
        word(85, 66, "TRÁI2"),
        word(335, 66, "PHẢI2"),
        word(335, 82, "PHẢI3"),
        word(280, 120, "ĐỀ"),
        word(80, 150, "Một"),
        word(110, 150, "dòng"),
        word(142, 150, "chữsuốttừtráisangphảicủatrang"),
    ]
    (columns, *rest) = split_columns(lines_of_words(page), (80, 50, 500, 162))
    assert isinstance(columns, Columns)
    left, right = ([one.text for line in side for one in line] for side in _sides(columns))
    assert left == ["TRÁI", "TRÁI2"]
    assert right == ["PHẢI", "PHẢI2", "PHẢI3"]
    assert len(rest) == 2


def _sides(columns: Columns) -> tuple[list[list[Word]], list[list[Word]]]:
    return columns.left, columns.right


def test_an_indented_line_begins_a_paragraph(tmp_path: Path) -> None:
    long = "Ban Thuong vu giao cac co quan, don vi va cac thon trong xa thuc hien nhiem vu nay"
    rows = [
        (100.0, long),
        (72.0, f"{long} n"),
        (72.0, f"{long} n"),
        (100.0, f"{long}"),
        (72.0, "x"),
    ]
    page = [(left, 700.0 - 16 * row, text) for row, (left, text) in enumerate(rows)]
    lines = [one for one in read(tmp_path, make_pdf([page])).blocks if isinstance(one, Line)]
    assert [line.broken for line in lines] == [True, True, False, True, False]


def test_justified_text_is_no_column() -> None:
    page = [word(80 + 62 * i, 50 + 16 * row, "chuyểnđổi"[:9]) for row in range(4) for i in range(6)]
    parts = list(split_columns(lines_of_words(page), (80, 50, 500, 120)))
    assert not any(isinstance(part, Columns) for part in parts)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"%PDF-1.4\nhong", "hỏng", id="hong"),
        pytest.param(make_pdf([[(1.0, 1.0, "a")]])[:300], "hỏng", id="cut"),
        pytest.param(make_pdf([[]]), "không có chữ", id="khong-chu"),
        pytest.param(make_pdf([[]] * 501), "501 trang", id="nhieu-trang"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read(tmp_path, data)
    assert caught.value.faults[0].code == "KH001"


def packed(size: int, kind: str = "") -> bytes:
    stream = zlib.compress(b" " * size)
    head = f"%PDF-1.4\n1 0 obj<</Filter/FlateDecode{kind}/Length {len(stream)}>>stream\n"
    return head.encode() + stream + b"\nendstream\nendobj\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (packed(100_000_000), "phình ra quá lớn"),
        (packed(1000), "hỏng"),
        (packed(100_000_000, "/Subtype/Image"), "hỏng"),
    ],
)
def test_packed_streams_are_bounded(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(tmp_path, data)


def test_scans_are_refused_with_the_names_of_tools(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, make_pdf([[]]))
    assert "ocrmypdf -l vie" in caught.value.faults[0].help
    assert "tesseract" in caught.value.faults[0].help


def test_a_signature_stamp_on_a_scan_is_no_text(tmp_path: Path) -> None:
    picture = (
        " q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"  # one grey dot, page size
    )
    with pytest.raises(SourceError, match="ảnh quét"):
        read(tmp_path, make_pdf([[(72.0, 800.0, "Ky boi: UBND xa")]], picture))


def test_without_pdfplumber_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "pdfplumber":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SourceError) as caught:
        read(tmp_path, make_pdf([[(72.0, 700.0, "a")]]))
    assert "pip install" in caught.value.faults[0].help


@with_office
def test_a_document_printed_by_libreoffice(tmp_path: Path) -> None:
    document = docx.Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("KẾ HOẠCH").bold = True
    long = "Thúc đẩy chuyển đổi số liên thông, đồng bộ, nhanh, hiệu quả trên địa bàn xã; " * 4
    document.add_paragraph(long)
    rows = [["TT", "Nhiệm vụ", "Thời hạn"], ["1", "Số hóa hồ sơ", "31/12/2025"], ["2", "", "80%"]]
    table = document.add_table(rows=0, cols=3, style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.add_row().cells[0].merge(table.rows[3].cells[2]).text = "Gộp cả hàng"
    document.add_paragraph("Nơi nhận: như trên.")
    source = read_source(convert(document, tmp_path), "a.pdf")
    lines = [block for block in source.blocks if isinstance(block, Line)]
    assert (lines[0].text, lines[0].bold, lines[0].centred) == ("KẾ HOẠCH", True, True)
    assert [line.broken for line in lines[1:4]] == [True, True, True]
    (found,) = [block for block in source.blocks if isinstance(block, Table)]
    shown = [[" ".join(line.text for line in cell.lines) for cell in row] for row in found.rows]
    assert shown == [*rows, ["Gộp cả hàng"]]
    assert found.rows[3][0].columns == 3
    assert isinstance(source.blocks[-1], Line)
    flat = " ".join(" ".join(row) for row in rows)
    expected = f"KẾ HOẠCH {long} {flat} Gộp cả hàng Nơi nhận: như trên."
    assert words(source) == Counter(expected.split())
