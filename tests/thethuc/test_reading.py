"""Effective formatting as Word resolves it, and parts of documents wherever they stand."""

import io
import zipfile
from typing import Any

import docx
import pytest

from kehoach.thethuc.elements.finding import find_elements
from kehoach.thethuc.reading.document import read_text
from kehoach.thethuc.reading.package import open_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
PARTS = {"styles": "styles", "numbering": "numbering", "theme": "theme", "settings": "settings"}


def package(body: str, **parts: str) -> bytes:
    """Return a Word file with *body* and the named parts."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="{name}" Type="{relation}/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{namespace}"><Relationship Id="a"'
            f' Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{namespace}">{relations}</Relationships>',
        )
        archive.writestr(
            "word/document.xml", f"<w:document {NS}><w:body>{body}</w:body></w:document>"
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return file.getvalue()


def styles(content: str) -> str:
    return f"<w:styles {NS}>{content}</w:styles>"


def run_of(body: str, **parts: str) -> Any:
    text = read_text(open_word(package(body, **parts), "thu.docx"))
    return next(one for p in text.paragraphs for one in p.segments).look


def form_of(body: str, **parts: str) -> Any:
    text = read_text(open_word(package(body, **parts), "thu.docx"))
    return text.paragraphs[-1].look


DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>"
)
STYLE = (
    '<w:style w:type="{kind}" w:styleId="{id}"{more}><w:name w:val="{id}"/>{based}'
    "<w:pPr>{p}</w:pPr><w:rPr>{r}</w:rPr></w:style>"
)


def style(id_: str, *, r: str = "", p: str = "", kind: str = "paragraph", on: str = "") -> str:
    based = f'<w:basedOn w:val="{on}"/>' if on else ""
    more = ' w:default="1"' if id_ == "Normal" else ""
    return STYLE.format(kind=kind, id=id_, more=more, based=based, p=p, r=r)


def par(text: str = "Chữ", *, p: str = "", r: str = "") -> str:
    return f"<w:p><w:pPr>{p}</w:pPr><w:r><w:rPr>{r}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


NORMAL = style("Normal", r='<w:sz w:val="26"/>')
BOLD = style("Dam", r="<w:b/>", on="Normal")
STRONG = style("Manh", r="<w:b/>", kind="character")


@pytest.mark.parametrize(
    ("body", "content", "name", "value"),
    [
        (par(), "", "size", 10),
        (par(), DEFAULTS.format('<w:sz w:val="24"/>', ""), "size", 12),
        (par(), DEFAULTS.format('<w:sz w:val="24"/>', "") + NORMAL, "size", 13),
        (par(p='<w:pStyle w:val="Dam"/>'), NORMAL + BOLD, "size", 13),
        (par(p='<w:pStyle w:val="Dam"/>', r='<w:sz w:val="29"/>'), NORMAL + BOLD, "size", 14.5),
        (par(p='<w:pStyle w:val="Dam"/>'), NORMAL + BOLD, "bold", True),
        (par(p='<w:pStyle w:val="Dam"/>', r='<w:b w:val="0"/>'), NORMAL + BOLD, "bold", False),
        (par(r='<w:rStyle w:val="Manh"/>'), NORMAL + STRONG, "bold", True),
        # A toggle on in both styles is off: ECMA-376, part 1, 17.7.3.
        (
            par(p='<w:pStyle w:val="Dam"/>', r='<w:rStyle w:val="Manh"/>'),
            NORMAL + BOLD + STRONG,
            "bold",
            False,
        ),
        (
            par(p='<w:pStyle w:val="Dam"/>', r='<w:rStyle w:val="Manh"/><w:b/>'),
            NORMAL + BOLD + STRONG,
            "bold",
            True,
        ),
        (
            par(p='<w:pStyle w:val="A"/>'),
            style("A", on="B") + style("B", on="A", r='<w:sz w:val="30"/>'),
            "size",
            15,
        ),
        (par(r='<w:color w:val="1F497D" w:themeColor="text2"/>'), "", "color", "1f497d"),
        (par(r='<w:color w:val="333333" w:themeColor="text1"/>'), "", "color", "auto"),
        (par(r='<w:u w:val="single"/>'), "", "underline", "single"),
        (par(p='<w:pStyle w:val="Khong"/>'), NORMAL, "size", 13),
    ],
    ids=[
        "nothing", "defaults", "normal", "based-on", "direct", "style", "off", "character",
        "toggled-twice", "direct-over-toggle", "circle", "theme-colour", "text-colour", "underline",
        "unknown-style",
    ],
)  # fmt: skip
def test_run(body: str, content: str, name: str, value: object) -> None:
    assert getattr(run_of(body, styles=styles(content)), name) == value


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont>'
    '<a:latin typeface="Calibri"/><a:font script="Viet" typeface="Times New Roman"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
THEMED = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'


@pytest.mark.parametrize(("language", "font"), [("en-US", "Calibri"), ("vi-VN", "Times New Roman")])
def test_theme_font_depends_on_the_language_of_the_theme(language: str, font: str) -> None:
    settings = f'<w:settings {NS}><w:themeFontLang w:val="{language}"/></w:settings>'
    look = run_of(par(r=THEMED), theme=THEME, settings=settings)
    assert (look.ascii, look.hansi) == (font, font)


def test_fonts_of_plain_and_marked_letters_differ() -> None:
    look = run_of(par(r='<w:rFonts w:ascii="Times New Roman" w:hAnsi="Arial"/>'))
    assert (look.ascii, look.hansi) == ("Times New Roman", "Arial")


NUMBERING = (
    f'<w:numbering {NS}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720"'
    ' w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="5">'
    '<w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'


@pytest.mark.parametrize(
    ("body", "content", "name", "value"),
    [
        (par(p='<w:jc w:val="both"/>'), "", "align", "both"),
        (par(), style("Normal", p='<w:jc w:val="end"/>'), "align", "right"),
        (par(p='<w:ind w:firstLine="720"/>'), "", "first", 720),
        (par(p='<w:ind w:left="100" w:hanging="50"/>'), "", "first", -50),
        (par(p=LISTED), "", "left", 720),
        (par(p=LISTED + '<w:ind w:left="0"/>'), "", "left", 0),
        (
            par(p='<w:pStyle w:val="D"/>'),
            style("D", p=LISTED + '<w:ind w:left="99" w:firstLine="0"/>'),
            "left",
            99,
        ),
        (par(p='<w:spacing w:before="9" w:beforeAutospacing="1"/>'), "", "before", 280),
        (par(p='<w:spacing w:line="360" w:lineRule="exact"/>'), "", "rule", "exact"),
        (
            par(p='<w:spacing w:after="60"/>'),
            DEFAULTS.format("", '<w:spacing w:line="300" w:after="200"/>'),
            "line",
            300,
        ),
    ],
    ids=[
        "direct", "end", "first", "hanging", "list", "direct-over-list", "style-over-its-list",
        "autospacing", "exact", "merged-spacing",
    ],
)  # fmt: skip
def test_paragraph(body: str, content: str, name: str, value: object) -> None:
    look = form_of(body, styles=styles(content), numbering=NUMBERING)
    assert getattr(look, name) == value


def test_automatic_numbers_are_part_of_the_text() -> None:
    body = par("MỤC ĐÍCH", p=LISTED) + par("YÊU CẦU", p=LISTED)
    text = read_text(open_word(package(body, numbering=NUMBERING), "thu.docx"))
    assert [one.text for one in text.paragraphs] == ["I. MỤC ĐÍCH", "II. YÊU CẦU"]


def test_table_style_reaches_its_cells_and_its_first_row() -> None:
    table_style = style("Bang", kind="table", r='<w:sz w:val="22"/>').replace(
        "</w:style>",
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>',
    )
    row = f"<w:tr><w:tc>{par()}</w:tc></w:tr>"
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/><w:tblLook w:val="0020"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>{row}{row}</w:tbl>'
    )
    text = read_text(open_word(package(table, styles=styles(table_style)), "thu.docx"))
    looks = [one.segments[0].look for one in text.paragraphs]
    assert [(one.size, one.bold) for one in looks] == [(11, True), (11, False)]


def test_deleted_and_hidden_text_is_not_seen() -> None:
    body = (
        "<w:p><w:r><w:t>còn </w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>thêm</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
    )
    text = read_text(open_word(package(body), "thu.docx"))
    assert text.paragraphs[0].text == "còn thêm"


def test_pages_are_known_where_word_noted_them() -> None:
    broken = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Trang hai</w:t></w:r></w:p>"
    text = read_text(open_word(package(par() + broken + par()), "thu.docx"))
    assert [one.page for one in text.paragraphs] == [1, 2, 2]
    assert read_text(open_word(package(par()), "thu.docx")).paragraphs[0].page is None


def _line(width: int, kind: str = "line") -> str:
    return (
        f'<w:r><w:drawing><wp:anchor><wp:extent cx="{width * 635}" cy="0"/><a:graphic>'
        f'<a:graphicData><wps:wsp><wps:spPr><a:xfrm><a:ext cx="{width * 635}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="{kind}"/></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


TOP = '<w:pBdr><w:top w:val="single"/></w:pBdr><w:ind w:left="1000" w:right="1000"/>'
BOLD_14 = '<w:b/><w:sz w:val="28"/>'
HEAD = "Độc lập - Tự do - Hạnh phúc"
MOTTO_WIDTH = 3428


@pytest.mark.parametrize(
    ("below", "length"),
    [
        (f"<w:p>{_line(MOTTO_WIDTH)}</w:p>", MOTTO_WIDTH),
        (f"<w:p>{_line(MOTTO_WIDTH, 'straightConnector1')}</w:p>", MOTTO_WIDTH),
        (
            '<w:p><w:r><w:pict><v:line from="0,0" to="171.4pt,0"/></w:pict></w:r></w:p>',
            MOTTO_WIDTH,
        ),
        (
            f"<w:p><w:pPr>{TOP}</w:pPr></w:p>",
            7026,
        ),
        (par("_" * 24, r='<w:sz w:val="28"/>'), 3360),
        (par("Nội dung"), None),
    ],
    ids=["shape", "connector", "vml", "border", "underscores", "none"],
)
def test_rules_under_the_motto_in_every_technique(below: str, length: int | None) -> None:
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:left="1701" w:right="1179" w:top="1134" w:bottom="1134"/></w:sectPr>'
    )
    body = par(HEAD, r=BOLD_14) + below + par("Nội dung kế hoạch") + section
    found = find_elements(read_text(open_word(package(body), "thu.docx")))
    lengths = [one.length for one in found.state_rules.found]
    assert lengths == ([] if length is None else [pytest.approx(length, rel=0.01)])


def test_parts_of_a_tabbed_head_are_told_apart() -> None:
    def line(left: str, right: str) -> str:
        return (
            f"<w:p><w:r><w:tab/><w:t>{left}</w:t></w:r><w:r><w:tab/><w:t>{right}</w:t></w:r></w:p>"
        )

    body = (
        line("UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + line("PHÒNG KINH TẾ", HEAD)
        + line("Số: 05/KH-KT", "A, ngày 05 tháng 02 năm 2026")
        + par("KẾ HOẠCH", p='<w:jc w:val="center"/>')
        + par("Thu hoạch năm 2026", p='<w:jc w:val="center"/>')
        + par("I. MỤC ĐÍCH")
    )
    found = find_elements(read_text(open_word(package(body), "thu.docx")))
    assert found.state is not None
    assert found.motto is not None
    assert found.number is not None
    assert found.date is not None
    assert [one.text for one in found.parent] == ["UBND XÃ A"]
    assert [one.text for one in found.issuer] == ["PHÒNG KINH TẾ"]
    assert (found.number.text, found.date.text) == ("Số: 05/KH-KT", "A, ngày 05 tháng 02 năm 2026")
    assert [one.text for one in found.subject] == ["Thu hoạch năm 2026"]


def test_a_head_in_text_boxes_is_read_once() -> None:
    def box(*lines: str) -> str:
        inner = "".join(map(par, lines))
        return (
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:spPr><a:xfrm>"
            '<a:ext cx="2540000" cy="9"/></a:xfrm></wps:spPr><wps:txbx><w:txbxContent>'
            f"{inner}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback>"
            f"<w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )

    body = (
        f"<w:p>{box('ỦY BAN NHÂN DÂN', 'XÃ A')}{box('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', HEAD)}"
        "</w:p>"
    )
    body += par("Số: 05/KH-UBND") + par("KẾ HOẠCH", p='<w:jc w:val="center"/>')
    text = read_text(open_word(package(body), "thu.docx"))
    found = find_elements(text)
    assert [one.text for one in found.issuer] == ["ỦY BAN NHÂN DÂN", "XÃ A"]
    assert found.motto is not None
    assert found.motto.paragraph.room == 4000 - 288
    assert len(text.paragraphs) == 7


def test_an_empty_document_has_no_parts() -> None:
    file = io.BytesIO()
    docx.Document().save(file)
    found = find_elements(read_text(open_word(file.getvalue(), "thu.docx")))
    assert found.type is None
    assert not found.body
