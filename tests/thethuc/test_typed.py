"""Right documents as people make them, not as kehoach does: nothing may be found in them."""

import copy
import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.shared import Pt, Twips
from docx.text.paragraph import Paragraph

if TYPE_CHECKING:
    from docx.document import Document

    from kehoach.thethuc.checking import CheckedWord

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
Opener = Callable[[bytes], "Document"]
Part = tuple[str, float, bool, bool]

LEFT: tuple[Part, ...] = (
    ("ỦY BAN NHÂN DÂN", 13, True, False),
    ("XÃ HƯỚNG PHÙNG", 13, True, False),
    ("________", 13, False, False),
    ("Số: 05/KH-UBND", 13, False, False),
)
RIGHT: tuple[Part, ...] = (
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False),
    ("Độc lập - Tự do - Hạnh phúc", 14, True, False),
    ("_" * 24, 14, False, False),
    ("Hướng Phùng, ngày 05 tháng 02 năm 2026", 14, False, True),
)
RECIPIENTS: tuple[Part, ...] = (
    ("Nơi nhận:", 12, True, True),
    ("- UBND tỉnh (b/c);", 11, False, False),
    ("- TT Đảng ủy xã;", 11, False, False),
    ("- Lưu: VT, VHXH.", 11, False, False),
    ("", 11, False, False),
    ("", 11, False, False),
)
SIGNATURE: tuple[Part, ...] = (
    ("TM. ỦY BAN NHÂN DÂN", 14, True, False),
    ("KT. CHỦ TỊCH", 14, True, False),
    ("PHÓ CHỦ TỊCH", 14, True, False),
    ("", 14, True, False),
    ("", 14, True, False),
    ("Hồ Văn Giang", 14, True, False),
)


def run(paragraph: Paragraph, part: Part) -> None:
    text, size, bold, italic = part
    made = paragraph.add_run(text)
    made.font.size, made.bold, made.italic = Pt(size), bold, italic


def before(document: "Document", table: Any) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.style = document.styles["Normal"]
    table._tbl.addprevious(paragraph._p)  # noqa: SLF001
    return paragraph


def drop(table: Any) -> None:
    table._tbl.getparent().remove(table._tbl)  # noqa: SLF001


def closing_of(document: "Document") -> Any:
    return next(one for one in document.tables if "Nơi nhận" in one.rows[0].cells[0].text)


def tabbed(document: "Document") -> None:
    """Set head and signature with tabs, no tables."""
    head = document.tables[0]
    for left, right in zip(LEFT, RIGHT, strict=True):
        paragraph = before(document, head)
        for position, part in ((1900, left), (6560, right)):
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(Twips(position), WD_TAB_ALIGNMENT.CENTER)
            paragraph.add_run("\t")
            run(paragraph, part)
    drop(head)
    closing = closing_of(document)
    for left, right in zip(RECIPIENTS, SIGNATURE, strict=True):
        paragraph = before(document, closing)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(6800), WD_TAB_ALIGNMENT.CENTER)
        run(paragraph, left)
        paragraph.add_run("\t")
        run(paragraph, right)
    drop(closing)


def _box(content: str, width: int) -> str:
    return (
        f"<w:r {NS}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        f"<wp:extent cx='{width * 635}' cy='900000'/><wp:docPr id='7' name='Hộp'/><a:graphic>"
        f"<a:graphicData uri='{SHAPES}'><wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm>"
        f"<a:off x='0' y='0'/><a:ext cx='{width * 635}' cy='900000'/></a:xfrm>"
        "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>"
        f"{content}</w:txbxContent></wps:txbx><wps:bodyPr lIns='0' rIns='0'/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:shape style='width:{width / 20}pt;height:70pt'><v:textbox><w:txbxContent>{content}"
        "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def boxed(document: "Document") -> None:
    """Set the head in text boxes."""
    from lxml import etree  # noqa: PLC0415

    head = document.tables[0]
    paragraph = before(document, head)
    for row in head.rows:
        for cell in row.cells:
            width = round((cell.width or 0) / 635)
            elements: list[Any] = [one._p for one in cell.paragraphs]  # noqa: SLF001
            content = "".join(etree.tostring(one).decode() for one in elements)
            paragraph._p.append(parse_xml(_box(content, width)))  # noqa: SLF001
    drop(head)


def in_one_paragraph(document: "Document") -> None:
    """Set the lines of each cell of the head in one paragraph with line breaks."""
    for column, parts in ((0, LEFT), (1, RIGHT)):
        cell = document.tables[0].rows[0].cells[column]
        first, *others = cell.paragraphs
        for one in others:
            one._p.getparent().remove(one._p)  # noqa: SLF001
        for made in first.runs:
            made._r.getparent().remove(made._r)  # noqa: SLF001
        for part in parts[:3]:
            if first.runs:
                first.add_run().add_break()
            run(first, part)


def drawn(document: "Document") -> None:
    """Draw the rules of the head as shapes, all anchored in one place."""
    line = (
        f"<w:r {NS}><w:drawing><wp:anchor><wp:extent cx='{{}}' cy='0'/><a:graphic>"
        f"<a:graphicData uri='{SHAPES}'><wps:wsp><wps:spPr><a:xfrm><a:ext cx='{{}}' cy='0'/>"
        "</a:xfrm><a:prstGeom prst='line'/></wps:spPr></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r>"
    )
    head = document.tables[0]
    first = head.rows[0].cells[1].paragraphs[0]
    for length in (2_176_000, 640_000):
        first._p.append(parse_xml(line.format(length, length)))  # noqa: SLF001
    for cell in head.rows[0].cells:
        last = cell.paragraphs[-1]
        last._p.getparent().remove(last._p)  # noqa: SLF001


def directly(document: "Document") -> None:
    """Say everything on the paragraph and its runs, nothing in styles."""
    for paragraph in document.paragraphs:
        style = paragraph.style
        if style is None or not paragraph.text:
            continue
        form, own = style.paragraph_format, paragraph.paragraph_format
        looks = style.font.size, style.font.bold, style.font.italic
        own.alignment, own.first_line_indent = form.alignment, form.first_line_indent
        own.space_before, own.space_after = form.space_before, form.space_after
        own.line_spacing, own.keep_with_next = form.line_spacing, paragraph.text.endswith("./.")
        paragraph.style = document.styles["Normal"]
        for made in paragraph.runs:
            made.font.size, made.font.bold, made.font.italic = looks
            made.font.name = "Times New Roman"


def section_breaks(document: "Document") -> None:
    """Turn the page within an annex, portrait to landscape and back, numbers going on."""
    ending = next(one for one in document.paragraphs if one.text.startswith("Hồ sơ đúng hạn"))
    upright, wide = (copy.deepcopy(document.sections[i]._sectPr) for i in (2, 1))  # noqa: SLF001
    for section in (wide,):
        for tag in ("titlePg", "pgNumType"):
            for element in section.xpath(f"./w:{tag}"):
                section.remove(element)
    last = document.sections[2]._sectPr  # noqa: SLF001
    for tag in ("titlePg", "pgNumType"):
        for element in last.xpath(f"./w:{tag}"):
            last.remove(element)
    for element in (wide, upright):
        following = copy.deepcopy(ending._p)  # noqa: SLF001
        for made in following.xpath("./w:r"):
            following.remove(made)
        following.get_or_add_pPr().append(element)
        ending._p.addnext(following)  # noqa: SLF001


WAYS = {
    "tabs": tabbed,
    "text-boxes": boxed,
    "line-breaks": in_one_paragraph,
    "drawn-rules": drawn,
    "direct-formatting": directly,
    "annex-turned": section_breaks,
}


def saved(document: "Document") -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_found(
    way: str,
    right: Callable[..., bytes],
    opened: Opener,
    check: "Callable[..., CheckedWord]",
) -> None:
    document = opened(right("nd30"))
    WAYS[way](document)
    found = check(saved(document)).findings
    assert [(one.rule.number, one.paragraph, one.text, one.message) for one in found] == []


def test_a_decision_names_who_decides_below_its_subject(
    right: Callable[..., bytes], opened: Opener, check: "Callable[..., CheckedWord]"
) -> None:
    document = opened(right("nd30", phu_luc=[], ket_thuc="Các đơn vị thực hiện nghiêm."))
    base = next(one for one in document.paragraphs if one.text.startswith("Căn cứ"))
    made = base.insert_paragraph_before("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HƯỚNG PHÙNG")
    made.style = document.styles["Normal"]
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.runs[0].bold = True
    assert [one.rule.number for one in check(saved(document)).findings] == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["nd30", "hd05"])
def test_nothing_is_found_in_what_libreoffice_writes(
    name: str,
    tmp_path: Path,
    right: Callable[..., bytes],
    opened: Opener,
    check: "Callable[..., CheckedWord]",
) -> None:
    document = opened(right(name))
    boxed(document)
    document.save(str(tmp_path / "thu.docx"))
    office = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"]
    for kind, source, folder in (("odt", "thu.docx", "."), ("docx", "thu.odt", "ra")):
        command = [*office, "--convert-to", kind, "--outdir", folder, source]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    found = check((tmp_path / "ra" / "thu.docx").read_bytes()).findings
    assert [(one.rule.number, one.paragraph, one.text, one.message) for one in found] == []
