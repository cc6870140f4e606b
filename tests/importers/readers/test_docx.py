import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.importers.blocks import Block, Line, SourceText, Table
from kehoach.importers.readers import read_source
from kehoach.source.place import SourceError

PARAGRAPHS = [
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "- Tối thiểu 80% hồ sơ thủ tục hành chính được xử lý hoàn toàn trực tuyến;",
]


def save(document: Any, folder: Path, name: str = "ke-hoach.docx") -> Path:
    file = folder / name
    document.save(str(file))
    return file


def lines(blocks: tuple[Block, ...]) -> list[Line]:
    return [block for block in blocks if isinstance(block, Line)]


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [f"{line.number} {line.text}".strip() for line in lines(blocks)]


def words(source: SourceText) -> Counter[str]:
    def all_texts() -> Iterator[str]:
        for block in source.blocks:
            if isinstance(block, Line):
                yield block.text
            else:
                yield from (line.text for row in block.rows for cell in row for line in cell.lines)
        yield from (one.text for one in source.left_out)

    return Counter(" ".join(all_texts()).split())


def body_xml(document: Any, xml: str) -> None:
    """Append *xml*, with w: declared, to the body of a python-docx document."""
    for element in parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, element)


def numbering(document: Any, abstract: str, extra: str = "") -> None:
    """Put a list 77 with the levels of *abstract* into a python-docx document."""
    part = document.part.numbering_part.element
    part.clear()
    xml = (
        f"<w:numbering {nsdecls('w')}><w:abstractNum w:abstractNumId='7'>{abstract}"
        "</w:abstractNum><w:num w:numId='77'><w:abstractNumId w:val='7'/></w:num>"
        f"{extra}</w:numbering>"
    )
    for element in parse_xml(xml):
        part.append(element)


def level(index: int, fmt: str, text: str, more: str = "") -> str:
    return (
        f"<w:lvl w:ilvl='{index}'><w:start w:val='1'/><w:numFmt w:val='{fmt}'/>{more}"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
    )


def item(index: int, text: str, list_id: int = 77) -> str:
    return (
        f"<w:p><w:pPr><w:numPr><w:ilvl w:val='{index}'/><w:numId w:val='{list_id}'/></w:numPr>"
        f"</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def test_paragraphs_come_in_order_with_their_looks(tmp_path: Path) -> None:
    document = docx.Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("KẾ ").bold = True
    title.add_run("HOẠCH").bold = True
    mixed = document.add_paragraph("Mục tiêu: ")
    mixed.add_run("80%").italic = True
    document.add_paragraph("Nhiệm vụ", style="Heading 2")
    document.add_paragraph()
    document.add_paragraph("Hết").runs[0].italic = True
    found = lines(read_source(save(document, tmp_path), "x.docx").blocks)
    assert [line.text for line in found] == ["KẾ HOẠCH", "Mục tiêu: 80%", "Nhiệm vụ", "Hết"]
    assert [line.bold for line in found] == [True, False, True, False]
    assert [line.italic for line in found] == [False, False, False, True]
    assert [line.centred for line in found] == [True, False, False, False]
    assert [line.level for line in found] == [0, 0, 2, 0]
    assert [line.origin.line for line in found] == [1, 2, 3, 5]
    assert found[0].origin.file == "x.docx"


def test_a_line_break_leaves_the_line_before_it_broken(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH\nTriển khai\tthực hiện")
    found = lines(read_source(save(document, tmp_path), "x").blocks)
    assert [(line.text, line.broken) for line in found] == [
        ("KẾ HOẠCH", True),
        ("Triển khai\tthực hiện", False),
    ]


@pytest.mark.parametrize(
    ("levels", "items", "expected"),
    [
        pytest.param(
            level(0, "upperRoman", "%1.") + level(1, "decimal", "%2."),
            [(0, "A"), (1, "B"), (1, "C"), (0, "D"), (1, "E")],
            ["I. A", "1. B", "2. C", "II. D", "1. E"],
            id="la-ma-roi-so",
        ),
        pytest.param(
            level(0, "upperRoman", "%1.")
            + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
            + level(2, "lowerLetter", "%3)"),
            [(0, "A"), (1, "B"), (2, "C"), (2, "D"), (1, "E"), (2, "F")],
            ["I. A", "1.1. B", "a) C", "b) D", "1.2. E", "a) F"],
            id="nhieu-cap",
        ),
        pytest.param(
            level(0, "decimal", "%1.") + level(1, "decimal", "%2.", "<w:lvlRestart w:val='0'/>"),
            [(0, "A"), (1, "B"), (0, "C"), (1, "D")],
            ["1. A", "1. B", "2. C", "2. D"],
            id="khong-danh-lai",
        ),
        pytest.param(
            level(0, "bullet", "-") + level(1, "bullet", "+") + level(2, "bullet", "\uf0b7"),
            [(0, "A"), (1, "B"), (2, "C")],
            ["- A", "+ B", "• C"],
            id="gach-dau-dong",
        ),
        pytest.param(
            level(0, "decimal", "Điều %1:") + level(1, "decimal", "%1.%2"),
            [(1, "A"), (0, "B"), (1, "C")],
            ["1.1 A", "Điều 2: B", "2.1 C"],
            id="cap-duoi-truoc",
        ),
    ],
)
def test_automatic_numbers(
    tmp_path: Path, levels: str, items: list[tuple[int, str]], expected: list[str]
) -> None:
    document = docx.Document()
    numbering(document, levels)
    body_xml(document, "".join(item(index, text) for index, text in items))
    source = read_source(save(document, tmp_path), "x")
    assert texts(source.blocks) == expected
    assert [line.text for line in lines(source.blocks)] == [text for _, text in items]


def test_lists_of_one_definition_count_on_until_told_to_start_anew(tmp_path: Path) -> None:
    document = docx.Document()
    numbering(
        document,
        level(0, "decimal", "%1."),
        "<w:num w:numId='78'><w:abstractNumId w:val='7'/></w:num>"
        "<w:num w:numId='79'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'>"
        "<w:startOverride w:val='1'/></w:lvlOverride></w:num>",
    )
    items = [("A", 77), ("B", 78), ("C", 79), ("D", 79), ("E", 0)]
    body_xml(document, "".join(item(0, text, list_id) for text, list_id in items))
    found = read_source(save(document, tmp_path), "x")
    assert texts(found.blocks) == ["1. A", "2. B", "1. C", "2. D", "E"]


def test_a_column_of_automatic_numbers_is_kept(tmp_path: Path) -> None:
    document = docx.Document()
    numbering(document, level(0, "decimal", "%1"))
    row = "<w:tr><w:tc>{}</w:tc><w:tc><w:p><w:r><w:t>Việc</w:t></w:r></w:p></w:tc></w:tr>"
    body_xml(document, f"<w:tbl>{row.format(item(0, '')) * 2}</w:tbl>")
    (table,) = tables(read_source(save(document, tmp_path), "x").blocks)
    assert [row[0].lines[0].number for row in table.rows] == ["1", "2"]


def test_merged_cells_are_spans(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for index, cell in enumerate(table.rows[0].cells):
        cell.text = f"A{index}"
    table.rows[0].cells[0].merge(table.rows[0].cells[1]).text = "Nhiệm vụ"
    table.rows[1].cells[2].text = "Phòng Kinh tế"
    table.rows[1].cells[2].merge(table.rows[2].cells[2])
    (found,) = tables(read_source(save(document, tmp_path), "x").blocks)
    spans = [[(c.column, c.columns, c.rows) for c in row] for row in found.rows]
    assert spans == [
        [(0, 2, 1), (2, 1, 1)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 2)],
        [(0, 1, 1), (1, 1, 1)],
    ]
    assert found.rows[0][0].lines[0].text == "Nhiệm vụ"
    assert found.rows[1][2].lines[0].text == "Phòng Kinh tế"


def test_a_table_in_a_cell_follows_the_outer_one(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(rows=1, cols=1)
    outer.rows[0].cells[0].paragraphs[0].text = "Ngoài"
    inner = outer.rows[0].cells[0].add_table(1, 1)
    inner.rows[0].cells[0].text = "Trong"
    document.add_paragraph("Sau")
    blocks = read_source(save(document, tmp_path), "x").blocks
    assert [type(block).__name__ for block in blocks] == ["Table", "Table", "Line"]
    first, second = tables(blocks)
    assert [line.text for line in first.rows[0][0].lines] == ["Ngoài"]
    assert [line.text for line in second.rows[0][0].lines] == ["Trong"]


def test_insertions_are_text_and_deletions_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    body_xml(
        document,
        "<w:p><w:r><w:t xml:space='preserve'>Hạn </w:t></w:r>"
        "<w:del><w:r><w:delText>31/12</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>30/11</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>mật</w:t></w:r></w:p>"
        "<w:ins><w:p><w:r><w:t>Thêm</w:t></w:r></w:p></w:ins>",
    )
    source = read_source(save(document, tmp_path), "x")
    assert texts(source.blocks) == ["Hạn 30/11", "Thêm"]
    assert {one.text: one.reason for one in source.left_out} == {
        "31/12": "chữ đã xóa trong chế độ theo dõi thay đổi",
        "mật": "chữ ẩn",
    }


def test_links_controls_and_text_boxes_are_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body_xml(
        document,
        "<w:p><w:hyperlink><w:r><w:t>Liên kết</w:t></w:r></w:hyperlink></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Ô điền</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:t>Neo</w:t></w:r><w:r><mc:AlternateContent xmlns:mc='{mc}'>"
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    source = read_source(save(document, tmp_path), "x")
    assert texts(source.blocks) == ["Liên kết", "Ô điền", "Neo", "Trong khung"]


def test_running_headers_are_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "2"
    document.sections[0].footer.paragraphs[0].text = "Kế hoạch năm 2026"
    document.add_paragraph("Nội dung")
    source = read_source(save(document, tmp_path), "x")
    assert texts(source.blocks) == ["Nội dung"]
    assert {one.text: one.reason for one in source.left_out} == {
        "2": "số trang",
        "Kế hoạch năm 2026": "phần đầu trang, cuối trang lặp lại",
    }


def test_the_head_of_the_document_may_stand_in_the_page_header(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    document.add_paragraph("KẾ HOẠCH")
    source = read_source(save(document, tmp_path), "x")
    assert texts(source.blocks) == ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH"]
    assert source.left_out == ()


@pytest.mark.parametrize(
    ("font", "typed", "expected"),
    [
        (".VnTime", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (".VnTimeH", "Céng hßa x· héi chñ nghÜa", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
        ("VNI-Times", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        (".VnTime", "Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("Arial", "Bình Định, Lâm Đồng, Quảng Trị", "Bình Định, Lâm Đồng, Quảng Trị"),
    ],
)
def test_old_fonts(tmp_path: Path, font: str, typed: str, expected: str) -> None:
    document = docx.Document()
    # VNI letters may lie in two runs.
    for piece in (typed[:3], typed[3:]):
        run = document.paragraphs[0].add_run(piece) if document.paragraphs else None
        run = run or document.add_paragraph().add_run(piece)
        run.font.name = font
    source = read_source(save(document, tmp_path), "x")
    assert texts(source.blocks) == [expected]
    assert any("đã chuyển sang Unicode" in note for note in source.notes) is (typed != expected)


def test_footnotes_follow_their_paragraph(tmp_path: Path) -> None:
    document = docx.Document()
    body_xml(
        document,
        "<w:p><w:r><w:t>Có chú thích</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        "<w:p><w:r><w:t>Đoạn sau</w:t></w:r></w:p>",
    )
    file = save(document, tmp_path)
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:t>Nguồn: báo cáo</w:t></w:r></w:p></w:footnote>"
        "</w:footnotes>"
    )
    relation = (
        '<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    rewrite(file, {"word/footnotes.xml": notes}, {rels: ("</Relationships>", relation)})
    source = read_source(file, "x")
    assert texts(source.blocks) == ["Có chú thích", "[1] Nguồn: báo cáo", "Đoạn sau"]
    assert any("1 chú thích" in note for note in source.notes)


def test_every_word_is_in_blocks_or_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    table = document.add_table(rows=2, cols=3)
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            cell.text = f"Ô {row}.{column}\nPhòng Văn hóa"
    document.sections[0].footer.paragraphs[0].text = "Cuối trang"
    source = read_source(save(document, tmp_path), "x")
    written = " ".join(PARAGRAPHS) + " Cuối trang "
    written += " ".join(f"Ô {row}.{column} Phòng Văn hóa" for row in (0, 1) for column in (0, 1, 2))
    assert words(source) == Counter(written.split())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")
def test_a_document_made_by_libreoffice(tmp_path: Path) -> None:
    page = tmp_path / "ke-hoach.html"
    page.write_text(
        "<html><head><meta charset='utf-8'></head><body><h1>Mục tiêu</h1>"
        "<ol><li>Một việc<ol type='a'><li>Việc nhỏ</li></ol></li><li>Hai việc</li></ol>"
        "<p><b>Đậm cả đoạn</b></p><p align='center'>Giữa trang</p>"
        "<table border='1'><tr><td colspan='2'>Gộp ngang</td></tr>"
        "<tr><td rowspan='2'>Gộp dọc</td><td>Một</td></tr><tr><td>Hai</td></tr></table>"
        "</body></html>",
        encoding="utf-8",
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run(
        [*command, "--infilter=HTML (StarWriter)", "--outdir", str(tmp_path), str(page)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    source = read_source(tmp_path / "ke-hoach.docx", "x")
    found = lines(source.blocks)
    assert texts(source.blocks) == [
        "Mục tiêu",
        "1. Một việc",
        "a. Việc nhỏ",
        "2. Hai việc",
        "Đậm cả đoạn",
        "Giữa trang",
    ]
    assert (found[0].level, found[4].bold, found[5].centred) == (1, True, True)
    (table,) = tables(source.blocks)
    assert [[(c.column, c.columns, c.rows) for c in row] for row in table.rows] == [
        [(0, 2, 1)],
        [(0, 1, 2), (1, 1, 1)],
        [(1, 1, 1)],
    ]


def rewrite(
    file: Path, added: dict[str, str], changed: dict[str, tuple[str, str]] | None = None
) -> None:
    """Write *file* anew with parts *added* and words of other parts *changed*."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name).decode("latin-1") for name in archive.namelist()}
    for name, (old, new) in (changed or {}).items():
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if name not in added:
                archive.writestr(name, text.encode("latin-1"))
        for name, text in added.items():
            archive.writestr(name, text)


def refusal(file: Path) -> str:
    with pytest.raises(SourceError) as caught:
        read_source(file, "x.docx")
    (fault,) = caught.value.faults
    assert fault.code == "KH001"
    assert fault.help
    return fault.message


def zipped(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
BOMB = zipped({"word/document.xml": b"<a>" + b" " * 60_000_000})
RATIO = zipped({"word/document.xml": b"<a>" + b" " * 30_000_000})
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>
"""
HIDDEN_LAUGHS = LAUGHS.decode().replace("?>", ' encoding="IBM037"?>', 1).encode("cp037")
DEEP = (
    f"<w:document {nsdecls('w')}><w:body>".encode()
    + b"<w:tbl><w:tr><w:tc>" * 400
    + b"</w:tc></w:tr></w:tbl>" * 400
    + b"</w:body></w:document>"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "tệp trống", id="trong"),
        pytest.param(b"PK\x03\x04 hong", "tệp hỏng", id="zip-hong"),
        pytest.param(b"xin chao", "tệp hỏng", id="khong-phai-zip"),
        pytest.param(zipped({"a.txt": b"x"}), "không phải tệp Word", id="zip-khac"),
        pytest.param(zipped({"word/document.xml": b"<a"}), "tệp hỏng", id="xml-hong"),
        pytest.param(OLE, "kiểu cũ", id="doc-doi-ten"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu", id="co-mat-khau"),
        pytest.param(BOMB, "phình ra quá lớn", id="bom-zip"),
        pytest.param(RATIO, "phình ra quá lớn", id="ti-le-nen"),
        pytest.param(zipped({"word/document.xml": LAUGHS}), "DTD", id="thuc-the"),
        pytest.param(
            zipped({"word/document.xml": LAUGHS.decode().encode("utf-16")}), "DTD", id="utf-16"
        ),
        pytest.param(zipped({"word/document.xml": HIDDEN_LAUGHS}), "", id="ebcdic"),  # or broken
        pytest.param(zipped({"word/document.xml": DEEP}), "hỏng", id="long-nhau"),
        pytest.param(zipped({f"p{i}": b"" for i in range(40_000)}), "quá nhiều phần", id="phan"),
        pytest.param(b"{\\rtf1 xin chao}", "RTF", id="rtf"),
        pytest.param(
            zipped({"word/document.xml": f"<w:document {nsdecls('w')}/>".encode()}),
            "không có chữ nào",
            id="khong-chu",
        ),
    ],
)
def test_hostile_and_broken_files(tmp_path: Path, data: bytes, message: str) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(data)
    assert message in refusal(file)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    with file.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    assert "200 MB" in refusal(file)


@pytest.mark.parametrize(
    "part",
    [
        "word/styles.xml",
        "word/numbering.xml",
        "word/_rels/document.xml.rels",
        "_rels/.rels",
        "[Content_Types].xml",
        "word/settings.xml",
    ],
)
def test_parts_may_be_missing(tmp_path: Path, part: str) -> None:
    document = docx.Document()
    document.add_paragraph("Nội dung", style="List Bullet")
    file = save(document, tmp_path)
    with zipfile.ZipFile(file) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if name != part}
    file.write_bytes(zipped(kept))
    assert [line.text for line in lines(read_source(file, "x").blocks)] == ["Nội dung"]


def test_relationships_may_lead_nowhere_or_out(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    document.add_paragraph("Nội dung")
    file = save(document, tmp_path)
    rels = "word/_rels/document.xml.rels"
    for old, new in (
        ('Target="styles.xml"', 'Target="../../../etc/passwd"'),
        ('Target="header1.xml"', 'Target="http://localhost:9/x" TargetMode="External"'),
    ):
        rewrite(file, {}, {rels: (old, new)})
    assert texts(read_source(file, "x").blocks) == ["Nội dung"]


def test_styles_in_a_circle_end(tmp_path: Path) -> None:
    document = docx.Document()
    first, second = (document.styles.add_style(name, 1) for name in ("Mot", "Hai"))
    first.base_style, second.base_style = second, first
    document.add_paragraph("Nội dung", style="Mot")
    assert texts(read_source(save(document, tmp_path), "x").blocks) == ["Nội dung"]


def test_macros_are_named_and_not_touched(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Nội dung")
    file = save(document, tmp_path)
    rewrite(file, {"word/vbaProject.bin": "Sub AutoOpen"})
    assert any("macro" in note for note in read_source(file, "x").notes)
    renamed = file.rename(tmp_path / "x.docm")
    assert "macro" in refusal(renamed)


def test_text_of_strict_open_xml(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Nội dung")
    file = save(document, tmp_path)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    usual = rb"http://schemas.openxmlformats.org/(wordprocessingml|officeDocument)/2006/(main|rel)"
    parts = {
        name: re.sub(usual, rb"http://purl.oclc.org/ooxml/\1/\2", part)
        for name, part in parts.items()
    }
    file.write_bytes(zipped(parts))
    assert texts(read_source(file, "x").blocks) == ["Nội dung"]


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    document = docx.Document()
    document.add_paragraph("Một", style="List Number")
    document.add_table(rows=2, cols=2).rows[0].cells[0].text = "Hai"
    file = save(document, tmp_path_factory.mktemp("goc"))
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damage_is_read_or_refused(
    parts: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    names = ["word/document.xml", "word/numbering.xml", "word/styles.xml", "_rels/.rels"]
    name = data.draw(st.sampled_from(names))
    attributes = list(re.finditer(rb'="[^"]*"', parts[name]))
    match = data.draw(st.sampled_from(attributes))
    value = data.draw(st.sampled_from(["", "-1", "9" * 30, "²", "%9", "..", "abc", "1.5"]))
    broken = parts[name][: match.start() + 2] + value.encode() + parts[name][match.end() - 1 :]
    file = tmp_path_factory.mktemp("hong") / "x.docx"
    file.write_bytes(zipped(parts | {name: broken}))
    with suppress(SourceError):
        read_source(file, "x.docx")
