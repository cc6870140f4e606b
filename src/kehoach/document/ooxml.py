"""The pen for Word: the words of WordprocessingML that a document needs, as text.

Order of elements is that of the schema (ECMA-376, part 1, 17.3 to 17.6). Lengths are in twips.
"""

from collections.abc import Iterable
from functools import lru_cache

from kehoach.document.blocks import Run, Text
from kehoach.document.pen import CELL_SIDE, CELL_TOP, NO_INDENTS, Indents, Sheet
from kehoach.document.profile import Part

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BORDERS = f"<w:tblBorders>{_SIDES}</w:tblBorders>"
_CELL_MARGINS, _NO_MARGINS = (
    "".join(
        f'<w:{name} w:w="{size}" w:type="dxa"/>'
        for name, size in (("top", top), ("left", side), ("bottom", top), ("right", side))
    )
    for side, top in ((CELL_SIDE, CELL_TOP), (0, 0))
)


def document_xml(lines: Iterable[str]) -> bytes:
    """Return ``word/document.xml`` of the *lines* of its sections."""
    start = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONSHIPS}"><w:body>'
    )
    end = "</w:body></w:document>\n"
    # Line by line, as long texts take much longer to join and encode than short ones.
    return b"\n".join([line.encode() for line in (start, *lines, end)])


def escape(text: str) -> str:
    """Return *text* as XML text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def inline(text: Text) -> str:
    """Return the runs of *text*."""
    return _run(text[0]) if len(text) == 1 else "".join(map(_run, text))


def paragraph(
    part: Part,
    text: Text,
    indents: Indents = NO_INDENTS,
    *,
    keep_next: bool = False,
    centred: bool = False,
) -> str:
    """Return a paragraph in the style of *part*; the others say what goes beyond the style."""
    space = "" if indents is NO_INDENTS else _indents(indents)
    return f"{_paragraph_start(part, space, keep_next, centred)}{inline(text)}</w:p>"


@lru_cache(maxsize=1024)
def _paragraph_start(part: Part, space: str, keep_next: bool, centred: bool) -> str:  # noqa: FBT001  a key of the cache
    keep = "<w:keepNext/>" if keep_next else ""
    align = '<w:jc w:val="center"/>' if centred else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{part.name}"/>{keep}{space}{align}</w:pPr>'


def _run(run: Run) -> str:
    text, bold, italic, key = run
    if "&" in text or "<" in text or ">" in text:
        text = escape(text)
    return f"{_run_start(bold, italic, key)}{text}</w:t></w:r>"


@lru_cache(maxsize=1024)
def _run_start(bold: bool, italic: bool, key: str) -> str:  # noqa: FBT001  a key of the cache
    look = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    if key:
        look = f'<w:rStyle w:val="{key}"/>{look}'
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">'


def _indents(indents: Indents) -> str:
    above = f'<w:spacing w:before="{indents.above}"/>' if indents.above else ""
    if not (indents.left or indents.right or indents.hanging):
        return above
    hanging = f' w:hanging="{indents.hanging}"' if indents.hanging else ""
    return f'{above}<w:ind w:left="{indents.left}" w:right="{indents.right}"{hanging}/>'


def rule(part: Part, length: int, width: int) -> str:
    """Return a horizontal rule of *length* in the middle of *width*."""
    side = (width - length) // 2
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{part.name}"/><w:pBdr>'
        '<w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        f"{_indents(Indents(side, side))}</w:pPr></w:p>"
    )


def cell(width: int, content: Iterable[str], *, span: int = 1, middle: bool = False) -> str:
    """Return a table cell; *content* are paragraphs, at least one."""
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}{align}</w:tcPr>'
        f"{''.join(content)}</w:tc>"
    )


def heading_cell(width: int, content: Iterable[str]) -> str:
    """Return a cell of the row that heads a table."""
    return cell(width, content, middle=True)


def row(cells: Iterable[str], *, whole: bool = True, keep_next: bool = False) -> str:
    """Return a table row; a *whole* one is not broken over pages."""
    del keep_next  # Word looks at the paragraphs
    properties = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(widths: list[int], head: Iterable[str], rows: Iterable[str]) -> list[str]:
    """Return a table with borders; *head* are the cells of the row that is repeated on pages."""
    header = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(head)}</w:tr>"
    return _table(widths, [header, *rows], _BORDERS, _CELL_MARGINS)


def columns(widths: list[int], rows: Iterable[Iterable[str]]) -> str:
    """Return texts that stand side by side: a table without borders of such *rows* of cells."""
    return "\n".join(_table(widths, [row(cells) for cells in rows], "", _NO_MARGINS))


def _table(widths: list[int], rows: list[str], borders: str, margins: str) -> list[str]:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    start = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
    rows[0] = f"{start}{rows[0]}"
    rows[-1] = f"{rows[-1]}</w:tbl>"
    return rows


def leaf(lines: Iterable[str], sheet: Sheet) -> list[str]:
    """Return pages that lie alike, as a section; the last one's properties end the document."""
    properties = _section_properties(sheet)
    # Every section ends with a paragraph, and a table is none.
    inside, after = ("", [properties]) if sheet.last else (properties, [])
    end = f'<w:p><w:pPr><w:pStyle w:val="{Part.SECTION_END.name}"/>{inside}</w:pPr></w:p>'
    return [*lines, end, *after]


def _section_properties(sheet: Sheet) -> str:
    """Return the properties of a section.

    Page numbers start anew with each annex, not where its pages turn, and only the first page of
    the text and of an annex has none (NĐ 30/2020/NĐ-CP, phụ lục I, I.7, III.1.đ).
    """
    page = sheet.page
    width, height = (page.height, page.width) if sheet.landscape else (page.width, page.height)
    orient = ' w:orient="landscape"' if sheet.landscape else ""
    start = '<w:pgNumType w:start="1"/>' if sheet.first and sheet.annex else ""
    title = "<w:titlePg/>" if sheet.first else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="number"/>'
        '<w:headerReference w:type="first" r:id="first"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}"'
        f' w:left="{page.left}" w:header="{page.header}" w:footer="{page.header}" w:gutter="0"/>'
        f"{start}{title}</w:sectPr>"
    )
