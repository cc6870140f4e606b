"""Right documents typed in Word's own template, as people do: nothing may be found in them."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from kehoach.rules.finding import Level
from kehoach.thethuc.repairing.fixing import fix_docx

if TYPE_CHECKING:
    from kehoach.thethuc.checking import CheckedWord

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NS = (
    f'{W} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
LEFT, CENTRE, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
EMU = 12700
Line = tuple[str, float, bool, bool]


@dataclass(frozen=True, slots=True)
class Hand:
    """How somebody types: ``head`` and ``closing`` are layouts, ``rule`` is how lines are drawn.

    ``size`` is that of the text; ``auto`` numbers headings with Word's lists; ``indent`` is of
    first lines in centimetres; ``party`` writes by HD 05. ``below`` says with which document this
    one is issued, which then has no number and day; ``more`` is text before the last sentence.
    """

    head: str = "table"
    rule: str = "underscores"
    closing: str = "two"
    size: int = 14
    auto: bool = False
    indent: float = 1.27
    party: bool = False
    parent: Sequence[str] = ()
    agency: Sequence[str] = ("ỦY BAN NHÂN DÂN", "XÃ HƯỚNG PHÙNG")
    annexes: Sequence[str] = ()
    wide: bool = False
    basis: str = ""
    font: str = "Times New Roman"
    lines: tuple[float, str] = (1.0, "auto")
    recipients: Sequence[str] = ("- UBND tỉnh (b/c);", "- Lưu: VT, VHXH.")
    title: str = "KẾ HOẠCH"
    below: str = ""
    more: Sequence[str] = ()
    signed: Sequence[str] = ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    number: str = "Số: 05/KH-UBND"


@dataclass(slots=True)
class Typist:
    """Types one document by *hand*."""

    hand: Hand
    document: Any = field(default_factory=docx.Document)

    def typed(self) -> bytes:
        """Return the whole document."""
        self._page()
        self._head()
        self._text()
        self._closing()
        for number, title in enumerate(self.hand.annexes, 1):
            self._annex(number, title)
        file = io.BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _page(self) -> None:
        section, hand = self.document.sections[0], self.hand
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(hand.size)
        if hand.font:
            normal.font.name = hand.font
            fonts = normal.element.rPr.rFonts
            for slot in ("w:cs", "w:eastAsia"):
                fonts.set(qn(slot), hand.font)
        header = section.header.paragraphs[0]
        header.alignment = CENTRE
        field_ = parse_xml(
            f'<w:fldSimple {W} w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/></w:rPr>'
            "<w:t>2</w:t></w:r></w:fldSimple>"
        )
        header._p.append(field_)  # noqa: SLF001

    def line(self, at: Any, line: Line, align: Any = CENTRE) -> Paragraph:
        """Type one line of head or closing into *at*: a document or a cell."""
        paragraph: Paragraph = at.add_paragraph()
        form = paragraph.paragraph_format
        form.alignment, form.space_after, form.space_before = align, Pt(0), Pt(0)
        form.line_spacing = 1.0
        write(paragraph, line)
        return paragraph

    def _left(self) -> list[Line]:
        big = 14 if self.hand.party else self._small()
        own = [(name, big, True, False) for name in self.hand.agency]
        number = self.hand.number
        mark = ("*", big) if self.hand.party else ("", self._width(own[-1]))
        return [
            *((name, big, False, False) for name in self.hand.parent),
            *own,
            (*mark, False, False),
            (number, 14 if self.hand.party else 13, False, False),
        ]

    def _right(self) -> list[Line]:
        date = "Hướng Phùng, ngày 05 tháng 02 năm 2026"
        if self.hand.party:
            return [("ĐẢNG CỘNG SẢN VIỆT NAM", 15, True, False), ("", 206.7, False, False),
                    (date, 14, False, True)]  # fmt: skip
        motto = self.hand.size
        return [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", self._small(), True, False),
            ("Độc lập - Tự do - Hạnh phúc", motto, True, False),
            ("", 171.4 if motto == 14 else 159.1, False, False),
            (date, motto, False, True),
        ]

    def _small(self) -> int:
        return self.hand.size - 1

    def _width(self, line: Line) -> float:
        return 0.4 * 0.72 * line[1] * min(len(line[0]), 18)  # a line of the column

    def _head(self) -> None:
        left, right = self._left(), self._right()
        if self.hand.below:
            left, right = left[:-1], right[:-1]
        if self.hand.head == "table":
            table = self.document.add_table(1, 2)
            widen(table, (Mm(68), Mm(104)))
            for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
                self._lines(cell, lines)
        elif self.hand.head == "rows":
            table = self.document.add_table(2, 2)
            widen(table, (Mm(68), Mm(104)))
            for column, lines in enumerate((left, right)):
                self._lines(table.rows[0].cells[column], lines[:-1])
                self._lines(table.rows[1].cells[column], lines[-1:])
        else:
            self._beside(left, right)
        size = 15 if self.hand.party else self.hand.size
        title = self.line(self.document, (self.hand.title, size, True, False))
        title.paragraph_format.space_before = Pt(12)
        subject = (
            "thực hiện nghị quyết về chuyển đổi số"
            if self.hand.party
            else ("Cải cách hành chính của xã Hướng Phùng năm 2026")
        )
        self.line(self.document, (subject, self.hand.size, True, False))
        if self.hand.party:
            self.line(self.document, ("-----", 14, False, False))
        else:
            if self.hand.below:
                self.line(self.document, (self.hand.below, self.hand.size, False, True))
            self._rule(self.document, 100)

    def _lines(self, at: Any, lines: Sequence[Line]) -> None:
        first = at.paragraphs[0]
        for line in lines:
            if line[0]:
                self.line(at, line)
            else:
                self._rule(at, line[1])
        first._p.getparent().remove(first._p)  # noqa: SLF001

    def _beside(self, left: Sequence[Line], right: Sequence[Line]) -> None:
        """Set both columns of the head in one, with tabs or with spaces."""
        missing = [("", 0, False, False)] * (len(left) - len(right))
        for one, other in zip(left, [*right[:-1], *missing, right[-1]], strict=True):
            paragraph = self.document.add_paragraph()
            form = paragraph.paragraph_format
            form.space_after, form.line_spacing = Pt(0), 1.0
            if self.hand.head == "tabs":
                for position in (30, 115):
                    form.tab_stops.add_tab_stop(Mm(position), WD_TAB_ALIGNMENT.CENTER)
            for column, line in enumerate((one, other)):
                tab = "\t" if self.hand.head == "tabs" else " " * (12 if column else 2)
                paragraph.add_run(tab)
                text = line[0] or "_" * round(line[1] / 7)
                size = line[1] if line[0] else 14
                write(paragraph, (text, size, *line[2:]))

    def _rule(self, at: Any, width: float) -> None:
        """Draw a line *width* points long in the middle."""
        kind = self.hand.rule
        if kind == "underscores":
            self.line(at, ("_" * round(width / 7), 14, False, False))
            return
        if kind == "border":
            paragraph = self.line(at, ("", 2, False, False))
            room = 278 if width > 150 else 176
            if at is self.document:
                room = 468
            paragraph.paragraph_format.left_indent = Pt((room - width) / 2)
            paragraph.paragraph_format.right_indent = Pt((room - width) / 2)
            border = parse_xml(
                f'<w:pBdr {W}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
            )
            paragraph._p.get_or_add_pPr().append(border)  # noqa: SLF001
            return
        paragraph = self.line(at, ("", 2, False, False))
        paragraph._p.append(parse_xml(drawn_line(kind, width)))  # noqa: SLF001

    def body(self, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
        """Type a paragraph of the text."""
        paragraph: Paragraph = self.document.add_paragraph()
        form = paragraph.paragraph_format
        form.alignment, form.first_line_indent = BOTH, Cm(self.hand.indent)
        form.space_after = Pt(6)
        value, rule = self.hand.lines
        if self.hand.party:
            form.line_spacing, form.line_spacing_rule = Pt(18), WD_LINE_SPACING.EXACTLY
        elif rule == "auto":
            form.line_spacing = value
        else:
            form.line_spacing, form.line_spacing_rule = Pt(value), WD_LINE_SPACING.EXACTLY
        write(paragraph, (text, 0, bold, italic))
        return paragraph

    def _text(self) -> None:
        dash = "- " if self.hand.party else ""
        italic = not self.hand.party
        self.body(f"{dash}Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;", italic=italic)
        if self.hand.basis:
            self.body(f"{dash}Căn cứ chương trình công tác năm 2026.", italic=italic)
            self.body(self.hand.basis)
        else:
            self.body(f"{dash}Căn cứ chương trình công tác năm 2026.", italic=italic)
        for number, title in enumerate(("MỤC ĐÍCH, YÊU CẦU", "NHIỆM VỤ"), 1):
            self._numbered(0, f"{'I' * number}. ", title, bold=True)
            for at, name in enumerate(("Về thể chế", "Về hạ tầng"), 1):
                self._numbered(1, f"{at}. ", name, bold=True)
                self.body("Các đơn vị phân công người phụ trách từng việc, báo cáo đúng hạn, bảo "
                          "đảm số liệu trong báo cáo kiểm tra lại được khi cần thiết.")  # fmt: skip
                self._numbered(2, "a) ", "Xây dựng quy chế tiếp nhận và trả kết quả.")
                self._numbered(2, "b) ", "Tập huấn cho cán bộ một cửa.")
        if self.hand.annexes:
            style = str if self.hand.party else lambda n: "I" * n
            several = len(self.hand.annexes) > 1
            named = ", ".join(f"Phụ lục {style(n + 1) if several else ''}".strip()
                              for n in range(len(self.hand.annexes)))  # fmt: skip
            self.body(f"(Chi tiết tại {named} kèm theo).")
        for text in self.hand.more:
            if text.isupper() or text.startswith("Chương"):
                self.line(self.document, (text, self.hand.size, True, False))
            else:
                self.body(text, bold=text.startswith("Điều"))
        end = "." if self.hand.party else "./."
        last = self.body(f"Các đơn vị thực hiện nghiêm Kế hoạch này{end}")
        last.paragraph_format.keep_with_next = True

    def _numbered(self, level: int, number: str, text: str, *, bold: bool = False) -> None:
        if not self.hand.auto:
            self.body(f"{number}{text}", bold=bold)
            return
        paragraph = self.body(text, bold=bold)
        if not hasattr(self.document, "kehoach_list"):
            _add_list(self.document)
        made: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001
        properties = made.get_or_add_numPr()
        properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = level, 77

    def _closing(self) -> None:
        hand = self.hand
        label = ("Nơi nhận:", 14, False, False) if hand.party else ("Nơi nhận:", 12, True, True)
        listed: list[Line] = [
            (one, 12 if hand.party else 11, False, False) for one in hand.recipients
        ]
        signed: list[Line] = [
            (one, hand.size, not hand.party or one[:3] in {"T/M", "K/T"}, False)
            for one in hand.signed
        ]
        signed += [("", hand.size, False, False)] * 3 + [("Hồ Văn Giang", hand.size, True, False)]
        columns = {"two": 2, "three": 3, "rows": 2}.get(hand.closing)
        if columns is None:
            self._closing_in_tabs([label, *listed], signed)
            return
        table = self.document.add_table(len(signed) if hand.closing == "rows" else 1, columns)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        cells = table.rows[0].cells
        for cell, lines, align in ((cells[0], [label, *listed], LEFT), (cells[-1], signed, CENTRE)):
            if hand.closing == "rows" and cell is cells[-1]:
                for row, line in zip(table.rows, lines, strict=True):
                    self._cell(row.cells[-1], [line], align)
            else:
                self._cell(cell, lines, align)
        if hand.closing == "rows":
            cells[0].merge(table.rows[-1].cells[0])
        if hand.party:
            cells[0].paragraphs[0].runs[0].underline = True

    def _cell(self, cell: Any, lines: Sequence[Line], align: Any) -> None:
        first = cell.paragraphs[0]
        for line in lines:
            self.line(cell, line, align)
        first._p.getparent().remove(first._p)  # noqa: SLF001

    def _closing_in_tabs(self, left: Sequence[Line], right: Sequence[Line]) -> None:
        """Set the closing in paragraphs: recipients to the left, the signature behind a tab."""
        lines = [*left, *[("", 11, False, False)] * (len(right) - len(left))]
        for one, other in zip(lines, right, strict=True):
            paragraph = self.line(self.document, one, LEFT)
            if self.hand.party and one[0].endswith(":"):
                paragraph.runs[0].underline = True
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(Mm(120), WD_TAB_ALIGNMENT.CENTER)
            paragraph.add_run("\t")
            write(paragraph, other)

    def _annex(self, number: int, title: str) -> None:
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        if self.hand.wide:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
        section.different_first_page_header_footer = True
        kind = OxmlElement("w:pgNumType")
        kind.set(qn("w:start"), "1")
        section._sectPr.insert_element_before(kind, "w:cols", "w:titlePg", "w:docGrid")  # noqa: SLF001
        own = str(number) if self.hand.party else "I" * number
        several = len(self.hand.annexes) > 1
        label = f"Phụ lục {own}" if several else "Phụ lục"
        self.line(self.document, (label, 14, True, False))
        self.line(self.document, (title, self.hand.size, True, False))
        named = (
            "(Kèm theo Kế hoạch số 05-KH/ĐU, ngày 05/02/2026 của Đảng ủy xã Hướng Phùng)"
            if self.hand.party
            else "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026\ncủa Ủy ban nhân dân"
            " xã Hướng Phùng)"
        )
        self.line(self.document, (named.replace("\n", " "), self.hand.size, False, True))
        if not self.hand.party:
            self.line(self.document, ("_" * 14, 14, False, False))
        table = self.document.add_table(3, 3)
        table.style = self.document.styles["Table Grid"]
        for row, texts in zip(table.rows, (("TT", "Nhiệm vụ", "Thời hạn"),
                              ("1", "Tập huấn", "Tháng 3"), ("2", "Sơ kết", "Tháng 6./.")),
                              strict=True):  # fmt: skip
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text


def drawn_line(kind: str, width: float) -> str:
    """Return a run with a line *width* points long, as Word writes it; *kind* as in `Hand.rule`."""
    line = f"<v:line style='position:absolute' from='20pt,2pt' to='{20 + width}pt,2pt'/>"
    if kind == "vml":
        return f"<w:r {NS}><w:pict>{line}</w:pict></w:r>"
    extent = round(width * EMU)
    shape = (
        f"<wp:extent cx='{extent}' cy='0'/><wp:docPr id='9' name='Line'/><a:graphic>"
        f"<a:graphicData uri='{SHAPES}'><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm>"
        f"<a:off x='0' y='0'/><a:ext cx='{extent}' cy='0'/></a:xfrm><a:prstGeom prst='line'/>"
        "<a:ln w='9525'/></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )
    drawn = f"<wp:{kind}>{shape}</wp:{kind}>"
    return (
        f"<w:r {NS}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{drawn}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{line}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def write(paragraph: Paragraph, line: Line) -> None:
    """Add *line* to *paragraph* as one run."""
    text, size, bold, italic = line
    if not text:
        return
    run = paragraph.add_run(text)
    if size:
        run.font.size = Pt(size)
    run.bold, run.italic = bold or None, italic or None


def widen(table: Any, widths: Sequence[int]) -> None:
    """Give the columns of *table* their *widths*, in grid and cells."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _add_list(document: Any) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="%{level + 1}{end}"/><w:lvlJc w:val="left"/>'
        "</w:lvl>"
        for level, (kind, end) in enumerate(
            (("upperRoman", "."), ("decimal", "."), ("lowerLetter", ")"))
        )
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    document.kehoach_list = True


def in_vietnamese_word(data: bytes) -> bytes:
    """Give built-in styles the ids that Word in Vietnamese gives them; names stay English."""
    names = {"Normal": "Binhthng", "TableGrid": "LiBang", "Header": "utrang"}

    def change(part: str, text: str) -> str:
        if part not in {"word/document.xml", "word/styles.xml"} and "header" not in part:
            return text
        pattern = r'(w:(?:styleId|val)=")(Normal|TableGrid|Header)(")'
        return re.sub(pattern, lambda found: found[1] + names[found[2]] + found[3], text).replace(
            '<w:name w:val="Binhthng"/>', '<w:name w:val="Normal"/>'
        )

    return rewritten(data, change)


def with_theme_fonts(data: bytes) -> bytes:
    """Say the font in the theme alone, where Vietnamese has an entry of its own."""

    def change(part: str, text: str) -> str:
        if part == "word/theme/theme1.xml":
            own = '<a:font script="Viet" typeface="Times New Roman"/>'
            text = re.sub(r'<a:font script="Viet" typeface="[^"]*"/>', own, text)
            return re.sub(r'(<a:latin typeface=")[^"]*', r"\1Times New Roman", text)
        if part == "word/styles.xml":
            theme = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
            return re.sub(r'<w:rFonts w:ascii="Times New Roman"[^>]*/>', theme, text)
        return text

    return rewritten(data, change)


def rewritten(data: bytes, change: Callable[[str, str], str]) -> bytes:
    """Return the package with each XML part changed."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name.endswith(".xml"):
                content = change(name, content.decode()).encode()
            new.writestr(name, content)
    return target.getvalue()


SENTENCE = (
    "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về cải cách"
    " hành chính, Ủy ban nhân dân xã ban hành Kế hoạch như sau:"
)
PARTY = Hand(
    party=True,
    parent=("ĐẢNG BỘ THÀNH PHỐ", "HỒ CHÍ MINH"),
    agency=("ĐẢNG ỦY", "XÃ HƯỚNG PHÙNG"),
    indent=1.0,
    signed=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
    number="Số 05-KH/ĐU",
    recipients=("- Các chi bộ;", "- Lưu Văn phòng Đảng ủy."),
    annexes=("DANH MỤC NHIỆM VỤ", "PHỤ LỤC CHỈ TIÊU"),
    wide=True,
)
HANDS = {
    "table": Hand(),
    "rows-anchored-line": Hand(head="rows", rule="anchor"),
    "tabs": Hand(head="tabs", closing="tabs"),
    "spaces": Hand(head="spaces"),
    "inline-line": Hand(rule="inline"),
    "size-13": Hand(rule="anchor", size=13, lines=(1.15, "auto")),
    "vml-line-three-columns": Hand(rule="vml", closing="three"),
    "paragraph-borders": Hand(rule="border"),
    "signature-in-rows": Hand(closing="rows"),
    "automatic-numbers": Hand(auto=True),
    "one-centimetre": Hand(indent=1.0, lines=(1.5, "auto")),
    "a-quarter": Hand(indent=1.25, lines=(17, "exact")),
    "annex-titled-phu-luc": Hand(annexes=("PHỤ LỤC SỐ LIỆU CHI TIẾT",)),
    "two-wide-annexes": Hand(annexes=("DANH MỤC NHIỆM VỤ", "PHỤ LỤC CHỈ TIÊU"), wide=True),
    "party": PARTY,
    "unit-of-commune": Hand(parent=("UBND XÃ HƯỚNG PHÙNG",), agency=("PHÒNG VĂN HÓA - XÃ HỘI",)),
    "basis-in-a-sentence": Hand(basis=SENTENCE),
    "long-recipient-and-drafter": Hand(
        recipients=("- UBND tỉnh (b/c);", "- Các phòng, ban,", "trung tâm;", "- Lưu: VT, VHXH.Lan")
    ),
}


HANDS |= {
    name: Hand(more=texts)
    for name, texts in {
        "articles-run-through-chapters": (
            "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "Điều 2. Đối tượng",
            "Chương II", "TỔ CHỨC", "Điều 3. Cơ cấu",
        ),
        "issuer-before-the-document": (
            "Xét ý kiến của Sở Nội vụ tại Công văn số 62/SNV-TCHC ngày 06 tháng 02 năm 2026.",
        ),
        "issuer-and-day-before": (
            "Ngày 09/01/2026, Hội Nông dân xã có Công văn số 28/HND-VP về việc gia hạn.",
        ),
    }.items()
}  # fmt: skip
ATTACHED = (
    "(Ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 02 năm 2026"
    " của Ủy ban nhân dân xã Hướng Phùng)"
)
HANDS |= {
    "agency-on-one-line": Hand(agency=("ỦY BAN NHÂN DÂN XÃ HƯỚNG PHÙNG",)),
    "agency-of-three-lines": Hand(
        parent=("UBND XÃ HƯỚNG PHÙNG",),
        agency=("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"),
        signed=("GIÁM ĐỐC",),
        number="Số: 05/KH-TTPVHCC",
    ),
    "committee-of-the-people": Hand(
        agency=("HỘI ĐỒNG NHÂN DÂN", "XÃ HƯỚNG PHÙNG"),
        signed=("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"),
        number="Số: 05/KH-HĐND",
    ),
    "by-order": Hand(signed=("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    "by-order-for-the-head": Hand(
        signed=("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")
    ),
    "acting-head": Hand(
        parent=("UBND XÃ HƯỚNG PHÙNG",), agency=("PHÒNG KINH TẾ",), signed=("Q. TRƯỞNG PHÒNG",)
    ),
    "number-left-open": Hand(number="Số:        /KH-UBND"),
    "dots-for-the-number": Hand(number="Số: …/KH-UBND"),
    "letters-in-brackets": Hand(
        more=("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân (sau đây gọi là Văn phòng) chủ trì.",)
    ),
    "party-committee-on-one-line": replace(
        PARTY, parent=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",), agency=("ĐẢNG ỦY XÃ HƯỚNG PHÙNG",), annexes=()
    ),
    "party-board": replace(
        PARTY,
        parent=("ĐẢNG ỦY XÃ HƯỚNG PHÙNG",),
        agency=("BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ"),
        signed=("BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"),
        number="Số 05-KH/BCĐ",
        annexes=(),
    ),
    "party-office": replace(
        PARTY,
        parent=("ĐẢNG ỦY XÃ HƯỚNG PHÙNG",),
        agency=("VĂN PHÒNG",),
        signed=("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        number="Số 05-KH/VPĐU",
        annexes=(),
    ),
    "party-in-tabs": replace(PARTY, head="tabs", closing="tabs", annexes=()),
}
HANDS["issued-with-a-decision"] = Hand(title="QUY CHẾ", below=ATTACHED)


def found(checked: "CheckedWord") -> list[tuple[str, int, str, str]]:
    return [(one.rule.number, one.paragraph, one.text, one.message) for one in checked.findings]


@pytest.mark.parametrize("hand", HANDS.values(), ids=HANDS)
def test_nothing_is_found(hand: Hand, check: "Callable[[bytes], CheckedWord]") -> None:
    data = Typist(hand).typed()
    assert found(check(data)) == []
    assert fix_docx(data, "thu.docx").data is data


@pytest.mark.parametrize("change", [in_vietnamese_word, with_theme_fonts])
def test_nothing_is_found_however_word_keeps_it(
    change: Callable[[bytes], bytes], check: "Callable[[bytes], CheckedWord]"
) -> None:
    data = change(Typist(Hand(annexes=("DANH MỤC NHIỆM VỤ",))).typed())
    assert found(check(data)) == []


def test_a_type_that_is_not_listed_is_only_noted(
    check: "Callable[[bytes], CheckedWord]",
) -> None:
    findings = check(Typist(Hand(title="PHIẾU TRÌNH")).typed()).findings
    assert [(one.rule.number, one.level) for one in findings] == [("N-40", Level.NOTE)]


@pytest.mark.parametrize(
    ("hand", "number"),
    [
        (Hand(indent=1.5), "N-62"),
        (Hand(font="Arial"), "N-07"),
        (Hand(lines=(2.0, "auto")), "N-64"),
        (Hand(recipients=("- UBND tỉnh", "- Lưu: VT.")), "N-91"),
    ],
    ids=["indent", "font", "lines", "recipients"],
)
def test_what_is_wrong_is_still_found(
    hand: Hand, number: str, check: "Callable[[bytes], CheckedWord]"
) -> None:
    assert number in {one[0] for one in found(check(Typist(hand).typed()))}
