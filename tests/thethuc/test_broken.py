"""For every rule a document that is right but for it: the checker names that rule and no other."""

import copy
import io
import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor, Twips
from docx.text.paragraph import Paragraph

from kehoach.rules.finding import Level
from kehoach.thethuc.registry import all_format_rules

if TYPE_CHECKING:
    from docx.document import Document

    from kehoach.thethuc.checking import CheckedWord

Change = Callable[["Document"], None]
CASES: dict[str, tuple[str, dict[str, Any], Change]] = {}
"""Rule number → plan, changes of the plan, change of the document."""

ALONE: dict[str, Any] = {"phu_luc": [], "ket_thuc": "Các đơn vị thực hiện nghiêm Kế hoạch này."}
LONG: dict[str, Any] = {
    "phu_luc": lambda old: [
        {
            **old[0],
            "nhiem_vu": [
                {**old[0]["nhiem_vu"][0], "ma": f"viec-{n}", "ten": f"Niêm yết thủ tục nhóm {n}"}
                for n in range(60)
            ],
        },
        old[1],
    ]
}
PARTY_BOARD: dict[str, Any] = {
    "van_ban": {
        "co_quan_cap_tren": "Đảng ủy xã Xuân Hưng",
        "co_quan": "Ban Chỉ đạo chuyển đổi số",
        "ky_hieu": "KH/BCĐ",
        "nguoi_ky": {"chuc_vu": "Bí thư", "kiem": "Trưởng Ban Chỉ đạo", "ho_ten": "Trần Văn Vy"},
    },
    **ALONE,
}
PARTY_OFFICE: dict[str, Any] = {
    "van_ban": {
        "co_quan_cap_tren": "Đảng ủy xã Xuân Hưng",
        "co_quan": "Ban Xây dựng Đảng",
        "ky_hieu": "KH/BXDĐ",
        "nguoi_ky": {"ky_thay": "Trưởng ban", "chuc_vu": "Phó Trưởng ban", "ho_ten": "Trần An Vy"},
    },
    **ALONE,
}


def case(number: str, plan: str = "nd30", **changes: Any) -> Callable[[Change], Change]:
    def keep(change: Change) -> Change:
        assert number not in CASES
        CASES[number] = plan, changes, change
        return change

    return keep


def paragraphs(document: "Document") -> list[Paragraph]:
    elements: list[Any] = list(document.element.body.iter(qn("w:p")))
    return [Paragraph(one, document) for one in elements]


def find(document: "Document", start: str, nth: int = 0) -> Paragraph:
    return [one for one in paragraphs(document) if one.text.startswith(start)][nth]


def put(paragraph: Paragraph, text: str) -> None:
    """Write *text* into the first run of *paragraph* and empty the others."""
    first, *rest = paragraph.runs
    first.text = text
    for run in rest:
        run.text = ""


def put_at(start: str, text: str) -> Change:
    return lambda document: put(find(document, start), text)


def look(start: str, nth: int = 0, **looks: Any) -> Change:
    """Return a change of the font of the paragraph that begins with *start*."""

    def change(document: "Document") -> None:
        for run in find(document, start, nth).runs:
            for name, value in looks.items():
                setattr(run.font, name, value)

    return change


def form(start: str, nth: int = 0, **forms: Any) -> Change:
    def change(document: "Document") -> None:
        for name, value in forms.items():
            setattr(find(document, start, nth).paragraph_format, name, value)

    return change


def after(paragraph: Paragraph, text: str, like: Paragraph | None = None) -> Paragraph:
    """Add a copy of *like* (else of *paragraph*) with *text* behind *paragraph*."""
    element: Any = copy.deepcopy((like or paragraph)._p)  # noqa: SLF001
    paragraph._p.addnext(element)  # noqa: SLF001
    made: Paragraph = Paragraph(element, paragraph._parent)  # noqa: SLF001
    put(made, text)
    return made


def no_border(document: "Document", start: str) -> None:
    """Take away the rule below the paragraph that begins with *start*."""
    all_ = paragraphs(document)
    place = next(i for i, one in enumerate(all_) if one.text.startswith(start))
    elements: list[Any] = [one._p for one in all_[place:]]  # noqa: SLF001
    remove(next(found for one in elements for found in one.iter(qn("w:pBdr"))))


def remove(element: Any) -> None:
    element.getparent().remove(element)


def page_header(document: "Document", section: int = 0) -> Paragraph:
    header: Paragraph = document.sections[section].header.paragraphs[0]
    return header


def margin(side: str, length: int, section: int = 0) -> Change:
    def change(document: "Document") -> None:
        setattr(document.sections[section], f"{side}_margin", Twips(length))

    return change


def fixed(*changes: Change) -> Change:
    def change(document: "Document") -> None:
        for one in changes:
            one(document)

    return change


def _no_restart(document: "Document") -> None:
    for section in document.sections:
        for element in section._sectPr.findall(qn("w:pgNumType")):  # noqa: SLF001
            remove(element)


def put_in(number: str, plan: str, change: Change, **changes: Any) -> None:
    case(number, plan, **changes)(change)


def letter(document: "Document") -> None:
    """Make an official letter: no type, the subject below the number."""
    subject = find(document, "Cải cách hành chính") if _state(document) else find(document, "thực")
    type_ = find(document, "KẾ HOẠCH")
    number = find(document, "Số")
    size = 13 if _state(document) else 12
    words = "V/v cải cách hành chính" if _state(document) else "về việc chuyển đổi số"
    made = after(number, words)
    made.paragraph_format.space_before = Pt(6)
    for run in made.runs:
        run.font.size, run.font.italic = Pt(size), not _state(document)
    sign = subject._p.getnext()  # noqa: SLF001
    for element in (subject._p, type_._p, sign):  # noqa: SLF001
        remove(element)
    put(number, "Số: 05/UBND-VHXH" if _state(document) else "Số 05-CV/ĐU")


def _state(document: "Document") -> bool:
    return any(one.text.startswith("CỘNG HÒA") for one in paragraphs(document))


# Pages


@case("N-01", **ALONE)
def _(document: "Document") -> None:
    document.sections[0].page_width, document.sections[0].page_height = Twips(12240), Twips(15840)


@case("N-02", **ALONE)
def _(document: "Document") -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(16838), Twips(11906)
    wider = Twips(16838 - 11906)
    place = paragraphs(document)
    at = next(i for i, one in enumerate(place) if one.text.startswith("Cải cách hành chính"))
    rule = place[at + 1]
    for side in ("left_indent", "right_indent"):
        old = getattr(rule.paragraph_format, side)
        setattr(rule.paragraph_format, side, old + wider // 2)


put_in("N-03", "nd30", margin("top", 1000))
put_in("N-04", "nd30", margin("left", 1500))
put_in("N-05", "nd30", margin("right", 1300))
put_in("N-06", "nd30", margin("left", 1000, section=1))
put_in("N-07", "nd30", look("Kinh phí bố trí", name="Arial"))
put_in("N-08", "nd30", look("Kinh phí bố trí", name=".VnTime"))
put_in(
    "N-09",
    "nd30",
    lambda d: setattr(find(d, "Kinh phí").runs[0].font.color, "rgb", RGBColor(255, 0, 0)),
)
put_in("P-01", "hd05", look("Ban Thường vụ", name="Arial"))
put_in("P-02", "hd05", lambda d: setattr(d.sections[0], "page_height", Twips(15840)))
put_in("P-03", "hd05", margin("left", 1985))


@case("P-04", "hd05", **ALONE)
def _(document: "Document") -> None:
    document.settings.element.append(OxmlElement("w:mirrorMargins"))
    document.sections[0].left_margin = Twips(1985)


put_in("P-05", "hd05", margin("left", 1000, section=1))


@case("N-10")
def _(document: "Document") -> None:
    for run in page_header(document).runs:
        run.font.size = Pt(11)


put_in("N-11", "nd30", lambda d: setattr(page_header(d), "alignment", 0), **ALONE)
put_in(
    "N-12", "nd30", lambda d: setattr(d.sections[0], "different_first_page_header_footer", False)
)
put_in("P-06", "hd05", lambda d: setattr(d.sections[0], "header_distance", Twips(300)))
put_in("P-07", "hd05", _no_restart)


# Quốc hiệu, Tiêu ngữ, agency, number, date

put_in("N-19", "nd30", look("CỘNG HÒA", size=Pt(12)))
put_in("N-20", "nd30", look("CỘNG HÒA", bold=False))
put_in("N-21", "nd30", put_at("Độc lập", "Độc lập – Tự do – Hạnh phúc"))
put_in("N-22", "nd30", lambda d: no_border(d, "Độc lập"))
put_in("N-23", "nd30", form("CỘNG HÒA", space_after=Pt(6)))
put_in(
    "N-24",
    "nd30",
    fixed(put_at("ỦY BAN NHÂN DÂN", "UBND TỈNH QUẢNG TRỊ"), put_at("XÃ HƯỚNG", "SỞ CÔNG THƯƠNG A")),
    **ALONE,
)
put_in("N-25", "nd30", look("XÃ HƯỚNG PHÙNG", bold=False))
put_in("N-26", "nd30", lambda d: no_border(d, "XÃ HƯỚNG PHÙNG"))
put_in("N-27", "nd30", look("ỦY BAN NHÂN DÂN", bold=False))
put_in(
    "N-28",
    "nd30",
    fixed(put_at("ỦY BAN NHÂN DÂN", "UBND XÃ HƯỚNG PHÙNG"), put_at("XÃ HƯỚNG", "PHÒNG KINH TẾ XÃ")),
    **ALONE,
)
put_in("N-30", "nd30", put_at("Số:", "Số: 5/KH-UBND"))
put_in("N-31", "nd30", put_at("Số:", "Số: 05/KH - UBND"), **ALONE)
put_in("N-33", "nd30", put_at("Số:", "Số: 05/CV-UBND"), **ALONE)
put_in("N-34", "nd30", put_at("Hướng Phùng, ngày", "xã Hướng Phùng, ngày 05 tháng 02 năm 2026"))
put_in("N-35", "nd30", put_at("Hướng Phùng, ngày", "Hướng Phùng, ngày 5 tháng 02 năm 2026"))
put_in("N-36", "nd30", look("Hướng Phùng, ngày", italic=False))
put_in("P-10", "hd05", look("ĐẢNG CỘNG SẢN", bold=False))
put_in("P-11", "hd05", look("ĐẢNG BỘ TỈNH", bold=True))
put_in("P-12", "hd05", look("ĐẢNG ỦY XÃ", size=Pt(13)))


@case("P-13", "hd05")
def _(document: "Document") -> None:
    put(find(document, "*"), "")


put_in("P-14", "hd05", look("BAN CHỈ ĐẠO", bold=False), **PARTY_BOARD)
put_in("P-15", "hd05", look("BAN XÂY DỰNG", bold=False), **PARTY_OFFICE)
put_in("P-16", "hd05", put_at("Số", "Số: 05-KH/ĐU"))
put_in("P-18", "hd05", put_at("Số", "Số 05/KH-ĐU"), **ALONE)
put_in("P-19", "hd05", put_at("Xuân Hưng, ngày", "Xuân Hưng, ngày 5 tháng 8 năm 2026"))

# Type, subject, addressees, bases

put_in("N-40", "nd30", form("KẾ HOẠCH", alignment=0))
put_in("N-41", "nd30", look("Cải cách hành chính xã", bold=False))
put_in("N-42", "nd30", lambda d: no_border(d, "Cải cách hành chính xã"))
put_in("P-20", "hd05", look("KẾ HOẠCH", size=Pt(14)))
put_in("P-21", "hd05", look("thực hiện nghị quyết", bold=False))
put_in("P-23", "hd05", put_at("-----", "-------"))


@case("N-43", **ALONE)
def _(document: "Document") -> None:
    letter(document)
    find(document, "V/v").paragraph_format.space_before = Pt(0)


@case("P-24", "hd05", **ALONE)
def _(document: "Document") -> None:
    letter(document)
    for run in find(document, "về việc").runs:
        run.font.italic = False


@case("N-45", **ALONE)
def _(document: "Document") -> None:
    put(find(document, "KẾ HOẠCH"), "BÁO CÁO")
    put(find(document, "Số:"), "Số: 05/BC-UBND")
    base = find(document, "Căn cứ Luật")
    made = after(base, "Kính gửi Ủy ban nhân dân tỉnh")
    base._p.addprevious(made._p)  # noqa: SLF001
    for run in made.runs:
        run.font.italic = False
    item = find(document, "- UBND tỉnh")
    item._p.addprevious(after(item, "- Như trên;")._p)  # noqa: SLF001


put_in("N-50", "nd30", look("Căn cứ Nghị định", italic=False))
put_in("P-26", "hd05", lambda d: put(find(d, "- Căn cứ chương"), "Căn cứ chương trình công tác."))


@case("P-52", "hd05", **ALONE)
def _(document: "Document") -> None:
    base = find(document, "- Căn cứ")
    base._p.addprevious(after(base, "Kính gửi: Tỉnh ủy")._p)  # noqa: SLF001


put_in("N-51", "nd30", put_at("Kinh phí bố trí", "Kinh phí theo Quyết định số 99/QĐ-UBND."))
put_in("P-28", "hd05", put_at("Ban Thường vụ", "Thực hiện Kế hoạch số 99-KH/TU."))
put_in("P-27", "hd05", put_at("Ban Thường vụ", "Giao tổ CNSCĐ thực hiện."))

# Text

put_in("N-60", "nd30", look("Kinh phí bố trí", size=Pt(15)))
put_in("N-61", "nd30", form("Kinh phí bố trí", alignment=0))
put_in("N-62", "nd30", form("Kinh phí bố trí", first_line_indent=Twips(300)))
put_in("N-63", "nd30", form("- Công khai", space_after=Pt(0)))
put_in("N-64", "nd30", form("Kinh phí bố trí", line_spacing=2.0))
put_in("N-65", "nd30", put_at("Danh mục nhiệm vụ và", "Danh mục tại Phụ lục I, Phụ lục II."))
put_in("P-25", "hd05", form("Ban Thường vụ", line_spacing=1.0))


def _heading(words: str, title: str) -> Change:
    """Return a change that puts a centred heading of two lines before the first heading."""

    def change(document: "Document") -> None:
        first = find(document, "I.") if _state(document) else find(document, "I-")
        for text in (words, title):
            made = after(first, text)
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
            made.paragraph_format.first_line_indent = Twips(0)
            first._p.addprevious(made._p)  # noqa: SLF001

    return change


put_in("N-70", "nd30", _heading("Phần 1", "QUY ĐỊNH CHUNG"))
put_in("N-71", "nd30", _heading("Mục I", "QUY ĐỊNH CHUNG"))
put_in("P-29", "hd05", _heading("Phần 1", "QUY ĐỊNH CHUNG"))
put_in("N-72", "nd30", put_at("II. NHIỆM VỤ", "II. Nhiệm vụ"))
put_in("N-73", "nd30", look("1. Mục đích", bold=False))


@case("N-74")
def _(document: "Document") -> None:
    above = find(document, "Từng đơn vị")
    made = after(
        above, "3. Các đơn vị " + "phối hợp chặt chẽ, báo cáo kịp thời " * 6 + "theo quy định."
    )
    for run in made.runs:
        run.font.bold = True


put_in("N-75", "nd30", lambda d: _sub(d, "b)", "b."))
put_in("N-76", "nd30", lambda d: _sub(d, "2. Yêu cầu", "1.1. Yêu cầu"))
put_in("N-77", "nd30", lambda d: _sub(d, "III. KINH PHÍ", "V. KINH PHÍ"))
put_in("P-30", "hd05", lambda d: _sub(d, "b)", "b."))
put_in("P-31", "hd05", lambda d: _sub(d, "III- ", "III. "))


def _sub(document: "Document", start: str, text: str) -> None:
    paragraph = find(document, start)
    put(paragraph, paragraph.text.replace(start, text, 1))


@case("N-78")
def _(document: "Document") -> None:
    made = after(find(document, "Kinh phí bố trí"), "Điều 1: Ban hành quy chế.")
    for run in made.runs:
        run.font.bold = True


# Signature, recipients

put_in("N-80", "nd30", look("PHÓ CHỦ TỊCH", bold=False))
put_in("N-81", "nd30", put_at("TM. ỦY BAN", "TM ỦY BAN NHÂN DÂN"))
put_in("N-82", "nd30", lambda d: put(find(d, "KT. CHỦ TỊCH"), ""))
put_in("N-83", "nd30", put_at("Hồ Văn Giang", "TS. Hồ Văn Giang"))
put_in("P-40", "hd05", put_at("T/M BAN", "TM. BAN THƯỜNG VỤ"))
put_in("P-41", "hd05", look("PHÓ BÍ THƯ", bold=True))
put_in("P-42", "hd05", look("Trần Văn Vy", bold=False))
put_in("P-43", "hd05", put_at("PHÓ BÍ THƯ", "PHÓ BÍ THƯ ĐẢNG ỦY"))
put_in(
    "P-44",
    "hd05",
    fixed(put_at("T/M BAN", "T/L BAN THƯỜNG VỤ"), put_at("PHÓ BÍ THƯ", "TRƯỞNG BAN")),
)
put_in("P-45", "hd05", put_at("PHÓ TRƯỞNG BAN", "TRƯỞNG BAN"), **PARTY_OFFICE)
put_in(
    "P-46",
    "hd05",
    fixed(),
    **{
        **PARTY_BOARD,
        "van_ban": {
            **PARTY_BOARD["van_ban"],
            "nguoi_ky": {"ky_thay": "Trưởng ban", "chuc_vu": "Ủy viên", "ho_ten": "Trần Văn Vy"},
        },
    },
)
put_in(
    "P-47",
    "hd05",
    fixed(),
    **{
        **PARTY_BOARD,
        "van_ban": {
            **PARTY_BOARD["van_ban"],
            "nguoi_ky": {
                "thay_mat": "Ban Chỉ đạo",
                "chuc_vu": "Trưởng ban",
                "ho_ten": "Trần Văn Vy",
            },
        },
    },
)
put_in("N-90", "nd30", look("Nơi nhận", italic=False))
put_in("N-91", "nd30", look("- UBND tỉnh", size=Pt(12)))
put_in("N-92", "nd30", put_at("- Lưu", "- Lưu VT, VHXH."))
put_in("N-93", "nd30", put_at("- UBND tỉnh", "- Như trên;"))
put_in("P-50", "hd05", look("Nơi nhận", underline=False))
put_in("P-51", "hd05", put_at("- Lưu", "- Lưu: VT."))

# Annexes, tables

put_in("A-01", "nd30", put_at("Danh mục nhiệm vụ và", "Danh mục tại Phụ lục I./."))
put_in(
    "A-02",
    "nd30",
    fixed(
        put_at("Danh mục nhiệm vụ và", "Danh mục tại Phụ lục 1, Phụ lục 2./."),
        put_at("Phụ lục I", "Phụ lục 1"),
        put_at("Phụ lục II", "Phụ lục 2"),
    ),
)
put_in("A-03", "nd30", put_at("Phụ lục II", "PHỤ LỤC II"))
put_in("A-04", "nd30", look("DANH MỤC CHỈ TIÊU", bold=False))
put_in("A-05", "nd30", look("(Kèm theo", 1, italic=False))
put_in("A-06", "nd30", lambda d: no_border(d, "(Kèm theo"))
put_in("A-07", "nd30", put_at("Hồ sơ trực tuyến", "Hồ sơ trực tuyến đạt 80%."))
put_in("A-08", "nd30", _no_restart)


@case("A-09")
def _(document: "Document") -> None:
    document.sections[2].start_type = WD_SECTION.CONTINUOUS


@case("A-10")
def _(document: "Document") -> None:
    old = page_header(document)
    header = document.sections[1].header
    header.is_linked_to_previous = True
    header.is_linked_to_previous = False
    header.paragraphs[0]._p.addnext(copy.deepcopy(old._p))  # noqa: SLF001
    header.paragraphs[1].alignment = WD_ALIGN_PARAGRAPH.LEFT


put_in("P-60", "hd05", fixed(put_at("Phụ lục 1", "Phụ lục I"), put_at("Phụ lục 2", "Phụ lục II")))
put_in("P-61", "hd05", form("DANH MỤC CHỈ TIÊU", alignment=0))


def _rows(document: "Document") -> list[Any]:
    return list(document.tables[-1]._tbl.tr_lst)  # noqa: SLF001


@case("A-12", **LONG)
def _(document: "Document") -> None:
    for element in document.element.body.findall(f".//{qn('w:tblHeader')}"):
        remove(element)


@case("A-13", **LONG)
def _(document: "Document") -> None:
    rows = document.element.body.findall(f".//{qn('w:tr')}")
    for row in rows[5:]:
        for element in row.findall(f".//{qn('w:cantSplit')}"):
            remove(element)


@case("A-14")
def _(document: "Document") -> None:
    column = document.tables[-1]._tbl.tblGrid.gridCol_lst[1]  # noqa: SLF001
    column.w = Twips(9000)


put_in("A-16", "nd30", put_at("Niêm yết thủ tục", "Niêm yết thủ tục 🔴"))
put_in("A-17", "nd30", put_at("Phối hợp", "Phối hợp (cột này không phát hành)"))


@case("L-01")
def _(document: "Document") -> None:
    borders = OxmlElement("w:tblBorders")
    top = OxmlElement("w:top")
    top.set(qn("w:val"), "single")
    borders.append(top)
    document.tables[0]._tbl.tblPr.append(borders)  # noqa: SLF001


def bottom_dashed(document: "Document") -> None:
    """Dash the rule below Tiêu ngữ."""
    place = paragraphs(document)
    at = next(i for i, one in enumerate(place) if one.text.startswith("Độc lập"))
    element: Any = place[at + 1]._p  # noqa: SLF001
    element.find(f".//{qn('w:pBdr')}/{qn('w:top')}").set(qn("w:val"), "dashed")


def narrow_rule(text: str, by: int) -> Change:
    """Return a change that shortens the rule below *text* by *by* twips on each side."""

    def change(document: "Document") -> None:
        place = paragraphs(document)
        at = next(i for i, one in enumerate(place) if one.text.startswith(text))
        form_ = place[at + 1].paragraph_format
        form_.left_indent = Twips(((form_.left_indent or 0) // 635) + by)
        form_.right_indent = Twips(((form_.right_indent or 0) // 635) + by)

    return change


def exactly(start: str, points: float) -> Change:
    return form(start, line_spacing=Pt(points))


def empty_between(document: "Document") -> None:
    after(find(document, "2. Yêu cầu"), "")


def landscape_first_row(document: "Document") -> None:
    """Let the second row of the table repeat in place of the first."""
    rows: list[Any] = document.tables[-1]._tbl.tr_lst  # noqa: SLF001
    first, second = rows[:2]
    second.get_or_add_trPr().append(first.trPr.find(qn("w:tblHeader")))


def bold_page_number(document: "Document") -> None:
    for one in page_header(document).runs:
        one.bold = True


def repeated(document: "Document") -> None:
    _sub(document, "III. KINH PHÍ", "II. KINH PHÍ")


def points_over_d(document: "Document") -> None:
    above = find(document, "- Chủ trì: Trạm Y tế")
    for letter in "edc":
        after(above, f"{letter}) Việc {letter} của xã.")


MORE: tuple[tuple[Any, ...], ...] = (
    ("padded-month", "N-35", Level.WARNING, "nd30", {"van_ban": {"ngay": "2026-03-05"}, **ALONE},
     put_at("Hướng Phùng, ngày", "Hướng Phùng, ngày 05 tháng 03 năm 2026")),
    ("unpadded-month", "N-35", Level.ERROR, "nd30", ALONE,
     put_at("Hướng Phùng, ngày", "Hướng Phùng, ngày 05 tháng 2 năm 2026")),
    ("province-for-place", "N-34", Level.WARNING, "nd30", ALONE,
     put_at("Hướng Phùng, ngày", "Quảng Trị, ngày 05 tháng 02 năm 2026")),
    ("no-comma", "N-34", Level.ERROR, "nd30", ALONE,
     put_at("Hướng Phùng, ngày", "Hướng Phùng ngày 05 tháng 02 năm 2026")),
    ("no-colon", "N-30", Level.ERROR, "nd30", ALONE, put_at("Số:", "Số 05/KH-UBND")),
    ("other-type", "N-31", Level.ERROR, "nd30", ALONE, put_at("Số:", "Số: 05/BC-UBND")),
    ("bold-page-number", "N-10", Level.WARNING, "nd30", {},
     bold_page_number),
    ("no-number-on-even-pages", "N-11", Level.ERROR, "nd30", {},
     lambda d: setattr(d.settings, "odd_and_even_pages_header_footer", True)),
    ("dashed-rule", "N-22", Level.ERROR, "nd30", {}, bottom_dashed),
    ("rule-of-nine-tenths", "N-22", Level.WARNING, "nd30", {}, narrow_rule("Độc lập", 170)),
    ("rule-too-short", "N-22", Level.ERROR, "nd30", {}, narrow_rule("Độc lập", 600)),
    ("agency-rule-too-short", "N-26", Level.ERROR, "nd30", {}, narrow_rule("XÃ HƯỚNG", 300)),
    ("clipped-lines", "N-64", Level.ERROR, "nd30", {}, exactly("Kinh phí bố trí", 14)),
    ("empty-paragraph", "N-63", Level.WARNING, "nd30", {}, empty_between),
    ("whole-paragraph-indented", "N-62", Level.ERROR, "nd30", {},
     form("Kinh phí bố trí", left_indent=Twips(300))),
    ("indented-with-tab", "N-62", Level.ERROR, "nd30", {},
     fixed(form("Kinh phí bố trí", first_line_indent=Twips(0)),
           put_at("Kinh phí bố trí", "\tKinh phí bố trí trong dự toán."))),
    ("slanted-text", "N-60", Level.ERROR, "nd30", {}, look("Kinh phí bố trí", italic=True)),
    ("two-sizes", "N-60", Level.ERROR, "nd30", {}, look("Kinh phí bố trí", size=Pt(13))),
    ("old-heading-sign", "N-72", Level.WARNING, "nd30", {},
     lambda d: _sub(d, "II. NHIỆM VỤ", "II/ NHIỆM VỤ")),
    ("letter-heading", "N-72", Level.WARNING, "nd30", {},
     lambda d: _sub(d, "III. KINH PHÍ", "C. KINH PHÍ")),
    ("over-d", "N-75", Level.ERROR, "nd30", {}, points_over_d),
    ("number-repeated", "N-77", Level.WARNING, "nd30", {}, repeated),
    ("slash-authority", "N-81", Level.ERROR, "nd30", {}, put_at("TM. ỦY", "T/M ỦY BAN NHÂN DÂN")),
    ("underlined-label", "N-90", Level.ERROR, "nd30", {}, look("Nơi nhận", underline=True)),
    ("label-without-colon", "N-90", Level.ERROR, "nd30", {}, put_at("Nơi nhận", "Nơi nhận")),
    ("comma-after-recipient", "N-91", Level.ERROR, "nd30", {},
     put_at("- UBND tỉnh", "- UBND tỉnh,")),
    ("comma-after-basis", "N-50", Level.ERROR, "nd30", {},
     lambda d: put(find(d, "Căn cứ Luật"), "Căn cứ Luật Tổ chức chính quyền địa phương,")),
    ("other-number-in-annex", "A-05", Level.ERROR, "nd30", {},
     lambda d: _sub(d, "(Kèm theo Kế hoạch số 05", "(Kèm theo Kế hoạch số 06")),
    ("other-day-in-annex", "A-05", Level.ERROR, "nd30", {},
     lambda d: put(find(d, "(Kèm theo"), find(d, "(Kèm theo").text.replace("ngày 05", "ngày 06"))),
    ("repeated-row-is-not-first", "A-12", Level.WARNING, "nd30", {}, landscape_first_row),
    ("highlight", "N-09", Level.ERROR, "nd30", {}, look("Kinh phí bố trí", highlight_color=7)),
    ("composed-apart", "N-08", Level.WARNING, "nd30", {},
     lambda d: put(find(d, "Kinh phí bố trí"),
                   unicodedata.normalize("NFD", "Kinh phí bố trí trong dự toán."))),
    ("similar-font", "N-07", Level.WARNING, "nd30", {},
     look("Kinh phí bố trí", name="TimesNewRoman")),
    ("party-slash-end", "P-25", Level.WARNING, "hd05", {},
     put_at("Các chi bộ thực hiện", "Các chi bộ thực hiện./.")),
    ("party-size", "P-25", Level.ERROR, "hd05", {}, look("Ban Thường vụ", size=Pt(13))),
    ("party-slanted-basis", "P-26", Level.WARNING, "hd05", {},
     look("- Căn cứ chương", italic=True)),
    ("party-no-dash", "P-50", Level.ERROR, "hd05", {}, put_at("Nơi nhận", "Nơi nhận")),
    ("party-deputy", "P-43", Level.ERROR, "hd05", {}, put_at("T/M BAN", "K/T BÍ THƯ")),
    ("party-capital-also", "P-47", Level.ERROR, "hd05", PARTY_BOARD, put_at("kiêm", "KIÊM")),
)  # fmt: skip
"""Other ways to break rules: name, number, level, plan, changes of the plan and the document."""


@pytest.mark.parametrize(
    ("number", "level", "plan", "changes", "change"),
    [one[1:] for one in MORE],
    ids=[f"{one[1]}-{one[0]}" for one in MORE],
)
def test_other_ways_to_be_wrong(
    number: str,
    level: Level,
    plan: str,
    changes: dict[str, Any],
    change: Change,
    right: Callable[..., bytes],
    check: "Callable[..., CheckedWord]",
) -> None:
    document = docx.Document(io.BytesIO(right(plan, **changes)))
    change(document)
    file = io.BytesIO()
    document.save(file)
    found = check(file.getvalue()).findings
    assert {(one.rule.number, one.level) for one in found} == {(number, level)}, [
        (one.rule.number, one.paragraph, one.text, one.message) for one in found
    ]


@pytest.mark.parametrize("number", sorted(CASES))
def test_a_right_document_with_one_thing_wrong(
    number: str,
    right: Callable[..., bytes],
    check: "Callable[..., CheckedWord]",
) -> None:
    plan, changes, change = CASES[number]
    document = docx.Document(io.BytesIO(right(plan, **changes)))
    change(document)
    file = io.BytesIO()
    document.save(file)
    found = check(file.getvalue()).findings
    assert {one.rule.number for one in found} == {number}, [
        (one.rule.number, one.paragraph, one.text, one.message) for one in found
    ]


def test_every_rule_has_such_a_document() -> None:
    assert {one.number for one in all_format_rules()} == set(CASES)


@pytest.mark.parametrize("one", all_format_rules(), ids=lambda one: one.number)
def test_rules_have_words_names_and_clauses(one: Any) -> None:
    assert one.words.endswith(".")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.name)
    assert re.fullmatch(r"[NPAL]-\d\d", one.number)
    assert one.clause or one.level is not Level.ERROR or one.number in {"A-09", "A-14", "A-17"}


def test_names_are_given_once() -> None:
    names = [one.name for one in all_format_rules()]
    assert len(names) == len(set(names))
