"""The DOCX read back: package, page, fonts, fixed parts of the form, sections, tables."""

import io
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kehoach.document import render_docx
from kehoach.document.metrics import text_width
from kehoach.model.plan import Citation, Signer
from kehoach.model.reading import read_plan
from kehoach.source.tree import load

if TYPE_CHECKING:
    from docx.document import Document

    from kehoach.model.plan import Plan

PlanMaker = Callable[..., "Plan"]
Renderer = Callable[["Plan"], "Document"]
ROOT = Path(__file__).parents[2]
PROFILES = ("nd30", "hd05")


def paragraphs(document: "Document", style: str) -> list[Paragraph]:
    """Return the paragraphs of a style, those in tables too, in the order of reading."""
    return [
        paragraph
        for element in document.element.body.iter(qn("w:p"))
        if (paragraph := Paragraph(element, document._body)).style  # noqa: SLF001
        and paragraph.style.name == style
    ]


def texts(document: "Document", style: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(document, style)]


def look(document: "Document", style: str) -> str:
    """Return the look of a style in words: ``13 đậm giữa``."""
    found = paragraphs(document, style)[0].style
    assert found is not None
    font, form = found.font, found.paragraph_format
    alignments = {WD_ALIGN_PARAGRAPH.CENTER: "giữa", WD_ALIGN_PARAGRAPH.JUSTIFY: "đều"}
    assert font.size
    words = [f"{font.size.pt:g}"]
    words += [
        name
        for name, on in (("đậm", font.bold), ("nghiêng", font.italic), ("gạch", font.underline))
        if on
    ]
    words += [alignments[form.alignment]] if form.alignment in alignments else []
    return " ".join(words)


@pytest.mark.parametrize("name", PROFILES)
def test_same_plan_gives_same_bytes(name: str, plan_of: PlanMaker) -> None:
    assert render_docx(plan_of(name), ROOT) == render_docx(plan_of(name), ROOT)


def test_package_says_nothing_of_the_machine(plan_of: PlanMaker, render: Renderer) -> None:
    plan = plan_of("nd30")
    with zipfile.ZipFile(io.BytesIO(render_docx(plan, ROOT))) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {(entry.date_time, entry.create_system) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0)
    }
    core = render(plan).core_properties
    assert (core.title, core.subject) == ("Kế hoạch", plan.document.subject)
    assert (core.author, core.language) == (plan.document.issuer, "vi-VN")
    assert core.created is not None
    assert core.created.date().isoformat() == "2026-02-05"


def test_document_without_date_has_a_constant_one(plan_of: PlanMaker, render: Renderer) -> None:
    core = render(plan_of("nd30", van_ban={"ngay": None})).core_properties
    assert core.created is not None
    assert core.created.date().isoformat() == "2020-03-05"


@pytest.mark.parametrize("name", PROFILES)
def test_parts_are_well_formed_and_complete(name: str, plan_of: PlanMaker) -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(plan_of(name), ROOT))) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    for data in parts.values():
        etree.fromstring(data)
    types = etree.fromstring(parts["[Content_Types].xml"])
    declared = {str(entry.get("PartName"))[1:] for entry in types if entry.get("PartName")}
    assert declared == {part for part in parts if part.endswith(".xml")} - {"[Content_Types].xml"}
    styles = etree.fromstring(parts["word/styles.xml"])
    known = {element.get(qn("w:styleId")) for element in styles.iter(qn("w:style"))}
    for part in ("word/document.xml", "word/header-number.xml", "word/header-first.xml"):
        used = etree.fromstring(parts[part]).iter(qn("w:pStyle"))
        assert {element.get(qn("w:val")) for element in used} <= known


@pytest.mark.parametrize("name", PROFILES)
def test_page_is_a4_with_the_margins_of_the_form(
    name: str, plan_of: PlanMaker, render: Renderer
) -> None:
    for section in render(plan_of(name)).sections:
        landscape = section.orientation is WD_ORIENT.LANDSCAPE
        size = (section.page_width, section.page_height)
        assert size == pytest.approx(
            (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297)), abs=Mm(0.2)
        )
        margins = (
            section.top_margin,
            section.bottom_margin,
            section.left_margin,
            section.right_margin,
            section.header_distance,
        )
        assert margins == pytest.approx([Mm(mm) for mm in (20, 20, 30, 15, 10)], abs=Mm(0.1))


@pytest.mark.parametrize("name", PROFILES)
def test_page_number_is_a_field_in_the_header_but_not_on_first_pages(
    name: str, plan_of: PlanMaker, render: Renderer
) -> None:
    for section in render(plan_of(name)).sections:
        assert section.different_first_page_header_footer
        paragraph = section.header.paragraphs[0]
        codes = [str(code) for code in paragraph._p.xpath(".//w:instrText/text()")]  # noqa: SLF001
        assert [code.strip() for code in codes] == ["PAGE"]
        assert paragraph._p.xpath(".//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]  # noqa: SLF001
        style = paragraph.style
        assert style is not None
        assert style.font.size == Pt(14)
        assert style.paragraph_format.alignment is WD_ALIGN_PARAGRAPH.CENTER
        assert not section.first_page_header.paragraphs[0].text
        assert not section.footer.paragraphs[0].text


@pytest.mark.parametrize("name", PROFILES)
def test_font_is_times_new_roman_in_all_slots(
    name: str, plan_of: PlanMaker, render: Renderer
) -> None:
    document = render(plan_of(name))
    defaults = document.styles.element.xpath("//w:rPrDefault//w:rFonts")
    normal = document.styles["Normal"].element.xpath(".//w:rFonts")
    assert len(defaults) == len(normal) == 1
    for fonts in (*defaults, *normal):
        slots = [fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")]
        assert slots == ["Times New Roman"] * 4
    assert document.styles.element.xpath("//w:rPrDefault//w:lang/@w:val") == ["vi-VN"]
    assert not document.element.body.xpath(".//w:rFonts | .//w:color")


REFERENCE = (
    "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Hướng Phùng)"
)
ND30_HEADER = [
    ("Quốc hiệu", "13 đậm giữa", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
    ("Tiêu ngữ", "14 đậm giữa", ["Độc lập - Tự do - Hạnh phúc"]),
    ("Cơ quan ban hành", "13 đậm giữa", ["ỦY BAN NHÂN DÂN", "XÃ HƯỚNG PHÙNG"]),
    ("Số ký hiệu", "13 giữa", ["Số: 05/KH-UBND"]),
    ("Địa danh ngày tháng", "14 nghiêng giữa", ["Hướng Phùng, ngày 05 tháng 02 năm 2026"]),
    ("Tên loại", "14 đậm giữa", ["KẾ HOẠCH"]),
    ("Trích yếu", "14 đậm giữa", ["Cải cách hành chính xã Hướng Phùng năm 2026"]),
    ("Nơi nhận", "12 đậm nghiêng", ["Nơi nhận:"]),
    (
        "Danh sách nơi nhận",
        "11",
        ["- UBND tỉnh (b/c);", "- TT Đảng ủy xã;", "- Lưu: VT, VHXH."],
    ),
    ("Quyền hạn", "14 đậm giữa", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]),
    ("Chức vụ", "14 đậm giữa", ["PHÓ CHỦ TỊCH"]),
    ("Họ tên người ký", "14 đậm giữa", ["Hồ Văn Giang"]),
    ("Phụ lục số", "14 đậm giữa", ["Phụ lục I", "Phụ lục II"]),
    ("Phụ lục tên", "14 đậm giữa", ["DANH MỤC NHIỆM VỤ", "DANH MỤC CHỈ TIÊU"]),
    (
        "Phụ lục kèm theo",
        "14 nghiêng giữa",
        [REFERENCE, REFERENCE],
    ),
]
HD05_HEADER = [
    ("Tiêu đề", "15 đậm giữa", ["ĐẢNG CỘNG SẢN VIỆT NAM"]),
    ("Cơ quan cấp trên", "14 giữa", ["ĐẢNG BỘ TỈNH THANH HÓA"]),
    ("Cơ quan ban hành", "14 đậm giữa", ["ĐẢNG ỦY XÃ XUÂN HƯNG"]),
    ("Cơ quan kẻ dưới", "14 giữa", ["*"]),
    ("Số ký hiệu", "14 giữa", ["Số       -KH/ĐU"]),
    ("Dự thảo", "14 nghiêng giữa", ["Dự thảo"]),
    ("Địa danh ngày tháng", "14 nghiêng giữa", ["Xuân Hưng, ngày     tháng 8 năm 2026"]),
    ("Tên loại", "15 đậm giữa", ["KẾ HOẠCH"]),
    ("Trích yếu", "14 đậm giữa", ["thực hiện Nghị quyết số 57-NQ/TW"]),
    ("Nơi nhận", "14 gạch", ["Nơi nhận:"]),
    ("Danh sách nơi nhận", "12", ["- Thường trực Tỉnh ủy;", "- Lưu Văn phòng Đảng ủy."]),
    ("Quyền hạn", "14 đậm giữa", ["T/M BAN THƯỜNG VỤ"]),
    ("Chức vụ", "14 giữa", ["PHÓ BÍ THƯ"]),
    ("Họ tên người ký", "14 đậm giữa", ["Trần Văn Vy"]),
    ("Phụ lục số", "14 đậm giữa", ["Phụ lục 1", "Phụ lục 2"]),
]


@pytest.mark.parametrize(
    ("name", "style", "looks", "lines"),
    [
        *(("nd30", *row) for row in ND30_HEADER),
        *(("hd05", *row) for row in HD05_HEADER),
    ],
)
def test_part_of_the_form(
    name: str, style: str, looks: str, lines: list[str], plan_of: PlanMaker, render: Renderer
) -> None:
    document = render(plan_of(name))
    assert texts(document, style) == lines
    assert look(document, style) == looks


@pytest.mark.parametrize(
    ("name", "style", "looks", "first_line"),
    [
        ("nd30", "Nội dung", "14 đều", 12.7),
        ("nd30", "Căn cứ", "14 nghiêng đều", 12.7),
        ("nd30", "Gạch đầu dòng", "14 đều", 12.7),
        ("nd30", "Đề mục phần", "14 đậm đều", 12.7),
        ("nd30", "Đề mục khoản", "14 đậm đều", 12.7),
        ("nd30", "Đề mục điểm", "14 đều", 12.7),
        ("hd05", "Nội dung", "14 đều", 10),
        ("hd05", "Căn cứ", "14 đều", 10),
        ("hd05", "Gạch đầu dòng", "14 đều", 10),
        ("hd05", "Đề mục phần", "14 đậm đều", 10),
    ],
)
def test_running_text(
    name: str, style: str, looks: str, first_line: float, plan_of: PlanMaker, render: Renderer
) -> None:
    document = render(plan_of(name))
    assert look(document, style) == looks
    found = paragraphs(document, style)[0].style
    assert found is not None
    form = found.paragraph_format
    assert form.first_line_indent == pytest.approx(Mm(first_line), abs=Mm(0.1))
    assert form.space_after == Pt(6)
    if name == "hd05":
        assert form.line_spacing_rule is WD_LINE_SPACING.EXACTLY
        assert form.line_spacing == Pt(20)
    else:
        assert form.line_spacing == 1.0


@pytest.mark.parametrize(
    ("changes", "number", "date"),
    [
        ({"so": None, "ngay": None}, "Số:       /KH-UBND", "ngày     tháng     năm 20     "),
        ({"so": None, "ngay": "2025-08"}, "Số:       /KH-UBND", "ngày     tháng 8 năm 2025"),
        ({"so": 5, "ngay": "2025-07-11"}, "Số: 05/KH-UBND", "ngày 11 tháng 7 năm 2025"),
        ({"so": 112, "ngay": "2025-12-09"}, "Số: 112/KH-UBND", "ngày 09 tháng 12 năm 2025"),
        ({"so": 112, "ngay": "2025-03-31"}, "Số: 112/KH-UBND", "ngày 31 tháng 3 năm 2025"),
        (
            {"so": 5, "ngay": "2025-02-01", "trang_thai": "du_thao"},
            "Số:       /KH-UBND",
            "ngày     tháng 02 năm 2025",
        ),
    ],
)
def test_open_number_and_date_leave_room(
    changes: dict[str, Any], number: str, date: str, plan_of: PlanMaker, render: Renderer
) -> None:
    document = render(plan_of("nd30", van_ban=changes))
    assert texts(document, "Số ký hiệu") == [number]
    assert texts(document, "Địa danh ngày tháng") == [f"Hướng Phùng, {date}"]
    reference = texts(document, "Phụ lục kèm theo")[0].replace("\u00a0", " ")
    cited = number.replace("Số:", "số")
    assert reference == f"(Kèm theo Kế hoạch {cited} {date} của Ủy ban nhân dân xã Hướng Phùng)"


def test_draft_of_a_state_body_is_marked(plan_of: PlanMaker, render: Renderer) -> None:
    assert texts(render(plan_of("nd30")), "Dự thảo") == []
    draft = render(plan_of("nd30", van_ban={"trang_thai": "du_thao"}))
    assert texts(draft, "Dự thảo") == ["DỰ THẢO"]


@pytest.mark.parametrize(
    ("name", "issuer", "parent", "lines"),
    [
        ("nd30", "Ủy ban nhân dân phường Hải Dương", "", ["ỦY BAN NHÂN DÂN", "PHƯỜNG HẢI DƯƠNG"]),
        ("nd30", "Uỷ ban nhân dân đặc khu Phú Quốc", "", ["UỶ BAN NHÂN DÂN", "ĐẶC KHU PHÚ QUỐC"]),
        ("nd30", "Phòng Văn hóa - Xã hội", "UBND xã X", ["PHÒNG VĂN HÓA - XÃ HỘI"]),
        ("hd05", "Ban Thường vụ Đảng ủy xã X", "Đảng bộ tỉnh Y", ["ĐẢNG ỦY XÃ X"]),
        ("hd05", "Ban Chỉ đạo 57", "Đảng ủy xã X", ["BAN CHỈ ĐẠO 57"]),
    ],
)
def test_issuer_stands_in_capitals_below_its_superior(
    name: str, issuer: str, parent: str, lines: list[str], plan_of: PlanMaker, render: Renderer
) -> None:
    plan = plan_of(name, van_ban={"co_quan": issuer, "co_quan_cap_tren": parent or None})
    document = render(plan)
    assert texts(document, "Cơ quan ban hành") == lines
    assert texts(document, "Cơ quan cấp trên") == ([parent.upper()] if parent else [])


@pytest.mark.parametrize(
    ("name", "signer", "lines"),
    [
        (
            "nd30",
            Signer(on_behalf="Ủy ban nhân dân", title="Chủ tịch"),
            ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        ),
        (
            "nd30",
            Signer(for_head="Chủ tịch", title="Phó Chủ tịch"),
            ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (
            "nd30",
            Signer(by_order="Chủ tịch", title="Chánh Văn phòng"),
            ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
        ),
        (
            "nd30",
            Signer(by_mandate="Chủ tịch", title="Trưởng phòng"),
            ["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"],
        ),
        ("nd30", Signer(title="Trưởng phòng"), ["TRƯỞNG PHÒNG"]),
        ("nd30", Signer(), []),
        (
            "hd05",
            Signer(title="Bí thư", also="Trưởng Ban Chỉ đạo"),
            ["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"],
        ),
        (
            "hd05",
            Signer(by_order="Ban Thường vụ", title="Chánh Văn phòng"),
            ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"],
        ),
        (
            "hd05",
            Signer(for_head="Trưởng ban", title="Phó Trưởng ban"),
            ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"],
        ),
    ],
)
def test_authority_of_the_signer(
    name: str, signer: Signer, lines: list[str], plan_of: PlanMaker, render: Renderer
) -> None:
    plan = plan_of(name)
    plan = replace(plan, document=plan.document._replace(signer=signer))
    cell = _signatures(render(plan))
    assert [paragraph.text for paragraph in cell[1]][:-1] == lines


def _signatures(document: "Document") -> list[list[Paragraph]]:
    table = next(
        table
        for table in document.tables
        if "Họ tên người ký" in _styles(table._tbl, document)  # noqa: SLF001
    )
    return [cell.paragraphs for cell in table.rows[0].cells]


def _styles(element: Any, document: "Document") -> list[str]:
    names = {style.style_id: str(style.name) for style in document.styles}
    return [names[style] for style in element.xpath(".//w:pStyle/@w:val")]


@pytest.mark.parametrize("name", PROFILES)
def test_signature_stays_with_the_last_lines(
    name: str, plan_of: PlanMaker, render: Renderer
) -> None:
    document = render(plan_of(name))
    body = list(document.element.body.iterchildren())
    table = next(element for element in body if "SIGNER" in element.xpath(".//@w:val"))
    before = body[body.index(table) - 1]
    assert before.xpath("./w:pPr/w:keepNext")
    assert table.xpath("./w:tr/w:trPr/w:cantSplit")
    name_paragraph = _signatures(document)[1][-1].style
    assert name_paragraph is not None
    assert name_paragraph.paragraph_format.space_before is not None
    assert name_paragraph.paragraph_format.space_before >= Pt(60)


def test_document_without_recipients_has_no_such_heading(
    plan_of: PlanMaker, render: Renderer
) -> None:
    document = render(plan_of("nd30", van_ban={"noi_nhan": []}))
    assert texts(document, "Nơi nhận") == []
    assert texts(document, "Họ tên người ký") == ["Hồ Văn Giang"]


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("nd30", ["Yêu cầu các đơn vị thực hiện./.", "./.", "- Chỉ tiêu của phụ lục: 90%./."]),
        ("hd05", ["Phát tin mỗi tuần một lần.", "", "Nêu kết quả đạt được."]),
    ],
)
def test_text_and_each_annex_are_closed(
    name: str, ends: list[str], plan_of: PlanMaker, render: Renderer
) -> None:
    body = [
        element
        for element in render(plan_of(name)).element.body.iterchildren()
        if "SIGNER" not in element.xpath(".//@w:val")
    ]
    last = [
        body[position - 1]
        for position, element in enumerate(body)
        if element.xpath("./w:pPr/w:pStyle[@w:val='SECTION_END']")
    ]
    found = ["".join(e.xpath("./w:r/w:t/text()")) for e in last]
    assert found == ends


def test_annexes_are_sections_numbered_anew(plan_of: PlanMaker, render: Renderer) -> None:
    sections = render(plan_of("nd30")).sections
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    starts = [section._sectPr.xpath("./w:pgNumType/@w:start") for section in sections]  # noqa: SLF001
    assert starts == [[], ["1"], ["1"]]


@pytest.mark.parametrize(
    ("annexes", "lines"),
    [
        ([{"ten": "Một"}], ["Phụ lục"]),
        ([{"ten": "Một", "so_muc": "1"}], ["Phụ lục 1"]),
        (
            [{"ten": "Một"}, {"ten": "Hai"}, {"ten": "Ba"}],
            ["Phụ lục I", "Phụ lục II", "Phụ lục III"],
        ),
        ([{"ten": "Một"}, {"ten": "Hai", "so_muc": ""}], ["Phụ lục I", "Phụ lục"]),
    ],
)
def test_annexes_are_numbered_where_there_are_several(
    annexes: list[dict[str, str]], lines: list[str], plan_of: PlanMaker, render: Renderer
) -> None:
    assert texts(render(plan_of("nd30", phu_luc=annexes)), "Phụ lục số") == lines


def test_table_repeats_its_head_and_fits_the_page(plan_of: PlanMaker, render: Renderer) -> None:
    document = render(plan_of("nd30"))
    table = document.tables[-1]._tbl  # noqa: SLF001
    rows = table.xpath("./w:tr")
    assert [bool(row.xpath("./w:trPr/w:tblHeader")) for row in rows] == [
        True,
        *[False] * (len(rows) - 1),
    ]
    assert sum(map(int, table.xpath("./w:tblGrid/w:gridCol/@w:w"))) <= 14287
    for row in rows:
        spans = [int((cell.xpath("./w:tcPr/w:gridSpan/@w:val") or ["1"])[0]) for cell in row.tc_lst]
        assert sum(spans) == 7


@pytest.mark.parametrize(("remark", "columns"), [("", 6), ("Theo vốn tỉnh", 7)])
def test_remarks_have_a_column_where_there_are_any(
    remark: str, columns: int, plan_of: PlanMaker, render: Renderer
) -> None:
    task = {"ma": "viec", "ten": "Việc", **({"ghi_chu": remark} if remark else {})}
    plan = plan_of(
        "nd30", phu_luc=[{"ten": "Bảng", "muc": [{"de_muc": "Nhóm", "nhiem_vu": [task]}]}]
    )
    assert len(render(plan).tables[-1].columns) == columns


@pytest.mark.parametrize(("words", "whole"), [(60, True), (2000, False)])
def test_only_a_very_tall_row_may_break(
    words: int,
    whole: bool,  # noqa: FBT001  a column of the table
    plan_of: PlanMaker,
    render: Renderer,
) -> None:
    task = {"ma": "viec", "ten": "Việc", "noi_dung": "nội dung " * words}
    document = render(plan_of("nd30", phu_luc=[{"ten": "Bảng", "nhiem_vu": [task]}]))
    row = document.tables[-1].rows[1]._tr  # noqa: SLF001
    assert bool(row.xpath("./w:trPr/w:cantSplit")) is whole


def rules(document: "Document") -> Iterator[tuple[str, float]]:
    """Yield style and length in points of each rule that is drawn as a border."""
    for element in document.element.body.xpath(".//w:p[w:pPr/w:pBdr]"):
        indents = element.xpath("./w:pPr/w:ind")[0]
        cells = element.xpath("./ancestor::w:tc/w:tcPr/w:tcW/@w:w")
        width = int(cells[0]) if cells else 9355
        inside = width - int(indents.get(qn("w:left"))) - int(indents.get(qn("w:right")))
        yield _styles(element, document)[0], inside / 20


def test_rules_have_the_length_of_the_form(plan_of: PlanMaker, render: Renderer) -> None:
    nd30 = dict(rules(render(plan_of("nd30", phu_luc=[]))))
    assert nd30["Tiêu đề kẻ dưới"] == pytest.approx(171.4, rel=0.02)
    for style, text, size in (
        ("Cơ quan kẻ dưới", "ỦY BAN NHÂN DÂN", 13),
        ("Trích yếu kẻ dưới", "Cải cách hành chính xã Hướng Phùng năm 2026", 14),
    ):
        assert 1 / 3 < nd30[style] / text_width(text, size, bold=True) < 1 / 2
    hd05 = dict(rules(render(plan_of("hd05", phu_luc=[]))))
    assert hd05 == {"Tiêu đề kẻ dưới": pytest.approx(206.7, rel=0.02)}


@pytest.mark.parametrize(
    "place", ["Hướng Phùng", "Thành phố Hồ Chí Minh", "Một nơi có tên rất dài " * 4]
)
def test_header_keeps_the_name_of_the_state_on_one_line(
    place: str, plan_of: PlanMaker, render: Renderer
) -> None:
    document = render(plan_of("nd30", van_ban={"dia_danh": place}))
    left, right = map(int, document.tables[0]._tbl.xpath("./w:tblGrid/w:gridCol/@w:w"))  # noqa: SLF001
    assert left + right == 9355
    assert right / 20 > 271.2
    assert left / 20 > 150


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("IV", "IV. ĐỀ MỤC"),
        ("3", "3. Đề mục"),
        ("1.1", "1.1. Đề mục"),
        ("f", "f) Đề mục"),
        ("đ", "đ) Đề mục"),
        ("C", "C. ĐỀ MỤC"),
        ("-", "- Đề mục"),
        ("a)", "a) Đề mục"),
        ("2.", "2. Đề mục"),
        ("", "ĐỀ MỤC"),
    ],
)
def test_number_as_issued_gets_its_punctuation(
    number: str, line: str, plan_of: PlanMaker, render: Renderer
) -> None:
    document = render(
        plan_of("nd30", noi_dung=[{"de_muc": "Đề mục", "so_muc": number, "doan": "A."}])
    )
    body = [paragraph.text for paragraph in document.paragraphs]
    assert line in body


HOSTILE = st.text(max_size=60) | st.sampled_from(
    ["]]>", "</w:t>", "<!--", "&amp;", "{{ 1 }}", "\x00", "\ud800", "\ufffe", "'\"", "a" * 500, " "]
)


@given(text=HOSTILE)
def test_any_text_gives_a_document_that_opens(text: str) -> None:
    plan = read_plan(load(Path(__file__).parent / "plans" / "nd30.yaml"))
    info = plan.document._replace(
        issuer=text,
        parent_issuer=text,
        number=text,
        symbol=text,
        place=text,
        subject=text,
        recipients=(text,),
        signer=Signer(text, text, text, text, text, text, text),
    )
    task = plan.annexes[0].sections[0].tasks[0]._replace(name=text, content=(text, (text, (text,))))
    annex = plan.annexes[0]._replace(heading=text, tasks=(task,), remark=text)
    section = plan.sections[0]._replace(heading=text, number=text, bases=(Citation((), text=text),))
    plan = replace(plan, document=info, opening=(text,), sections=(section,), annexes=(annex,))
    document = docx.Document(io.BytesIO(render_docx(plan, ROOT)))
    printable = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)
    words = re.split(r"[ \t\r\n\f]+", unicodedata.normalize("NFC", printable))
    expected = " ".join(filter(None, words))
    assert expected in ["", *texts(document, "Nội dung")]


def test_heavy_imports_wait_until_something_is_rendered() -> None:
    code = (
        "import sys, kehoach.document;"
        "print([m for m in ('jinja2', 'docx', 'lxml', 'zipfile') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_three_hundred_tasks(plan_of: PlanMaker, render: Renderer) -> None:
    tasks = [
        {"ma": f"viec-{i}", "ten": f"Nhiệm vụ {i}", "chu_tri": "Công an xã"} for i in range(300)
    ]
    plan = plan_of("nd30", phu_luc=[{"ten": "Bảng", "nhiem_vu": tasks}])
    assert len(render(plan).tables[-1].rows) == 301
