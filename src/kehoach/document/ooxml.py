"""The words of WordprocessingML that a document needs, as text.

Order of elements is that of the schema (ECMA-376, part 1, 17.3 to 17.6). Lengths are in twips.
"""

from collections.abc import Iterable

from kehoach.document.blocks import Run, Text
from kehoach.document.profile import Page, Part

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def escape(text: str) -> str:
    """Return *text* as XML text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def paragraph(part: Part, text: Text, properties: str = "", *, keep_next: bool = False) -> str:
    """Return a paragraph in the style of *part*; *properties* go beyond the style."""
    keep = "<w:keepNext/>" if keep_next else ""
    runs = "".join(map(_run, text))
    return f'<w:p><w:pPr><w:pStyle w:val="{part.name}"/>{keep}{properties}</w:pPr>{runs}</w:p>'


def _run(run: Run) -> str:
    look = ("<w:b/><w:bCs/>" if run.bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")
    if run.key:
        look = f'<w:rStyle w:val="{run.key}"/>{look}'
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'


def indents(both: int) -> str:
    """Return the property that narrows a paragraph by *both* on each side."""
    return f'<w:ind w:left="{both}" w:right="{both}"/>' if both > 0 else ""


def rule(part: Part, length: int, width: int) -> str:
    """Return a horizontal rule of *length* in the middle of *width*."""
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    return paragraph(part, (), border + indents((width - length) // 2))


def cell(width: int, content: Iterable[str], *, span: int = 1, middle: bool = False) -> str:
    """Return a table cell; *content* are paragraphs, at least one."""
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}{align}</w:tcPr>'
        f"{''.join(content)}</w:tc>"
    )


def row(cells: Iterable[str], *, whole: bool = True, header: bool = False) -> str:
    """Return a table row: kept *whole* on a page, repeated on each page as a *header*."""
    look = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if header else "")
    properties = f"<w:trPr>{look}</w:trPr>" if look else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(widths: list[int], rows: Iterable[str], *, side: int = 0, top: int = 0) -> str:
    """Return a table of fixed *widths*; with borders where cells have margins."""
    borders = f"<w:tblBorders>{_BORDERS}</w:tblBorders>" if side else ""
    margins = "".join(
        f'<w:{name} w:w="{size}" w:type="dxa"/>'
        for name, size in (("top", top), ("left", side), ("bottom", top), ("right", side))
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        + "\n".join(rows)
        + "</w:tbl>"
    )


def section_properties(page: Page, *, landscape: bool, restart: bool) -> str:
    """Return the properties of a section; page numbers start anew with *restart*."""
    width, height = (page.height, page.width) if landscape else (page.width, page.height)
    orient = ' w:orient="landscape"' if landscape else ""
    start = '<w:pgNumType w:start="1"/>' if restart else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="number"/>'
        '<w:headerReference w:type="first" r:id="first"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}"'
        f' w:left="{page.left}" w:header="{page.header}" w:footer="{page.header}" w:gutter="0"/>'
        f"{start}<w:titlePg/></w:sectPr>"
    )
