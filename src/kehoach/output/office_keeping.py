"""What Word keeps on one page, said so that LibreOffice keeps it too.

Where a text ends in a table, paragraphs of its last row say that they stay with what follows, and
Word moves that row to the page of the signature. LibreOffice keeps rows with rows only: so in the
copy that it converts the signature is one more row of the table, without borders.
"""

import io
import zipfile
from typing import TYPE_CHECKING

from kehoach.document.ooxml import NAMESPACE

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"
_W = f"{{{NAMESPACE}}}"
_NO_SIDES = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right"))
_NO_MARGINS = "".join(
    f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right")
)
_SMALL = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'


def kept_for_office(data: bytes) -> bytes:
    """Return the DOCX *data* with a signature below a table kept with its last row."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        changed = _changed(old.read(_MAIN))
        if changed is None:
            return data
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                same = entry.filename != _MAIN
                new.writestr(entry, old.read(entry) if same else changed)
        return file.getvalue()


def _changed(xml: bytes) -> bytes | None:
    """Return the main part with such signatures moved, None where there is none."""
    if xml.count(b"<w:tbl>") < 2:  # noqa: PLR2004  one table has no other below it
        return None
    from lxml import etree  # noqa: PLC0415  heavy

    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    found = [table for table in root.iterfind(f"{_W}body/{_W}tbl") if _move_below(table)]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") if found else None


def _move_below(table: "_Element") -> bool:
    """Make the table that must stay below *table* its last row; False where none must."""
    rows = table.findall(f"{_W}tr")
    between: list[_Element] = []
    following = table.getnext()
    while following is not None and following.tag == f"{_W}p" and not between:
        between.append(following)
        following = following.getnext()
    if not rows or not _is_kept(rows[-1]) or following is None or following.tag != f"{_W}tbl":
        return False
    cell = _row(table)
    for one in (*between, following):
        cell.insert(len(cell) - 1, one)
    return True


def _is_kept(row: "_Element") -> bool:
    first = row.find(f"{_W}tc/{_W}p")
    return first is not None and first.find(f"{_W}pPr/{_W}keepNext") is not None


def _row(table: "_Element") -> "_Element":
    """Add a row without borders to *table* and return its cell, which ends with a paragraph."""
    from lxml import etree  # noqa: PLC0415  heavy

    columns = table.findall(f"{_W}tblGrid/{_W}gridCol")
    width = sum(int(one.get(f"{_W}w", "0")) for one in columns)
    row = etree.fromstring(
        f'<w:tr xmlns:w="{NAMESPACE}"><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{len(columns)}"/>'
        f"<w:tcBorders>{_NO_SIDES}</w:tcBorders><w:tcMar>{_NO_MARGINS}</w:tcMar></w:tcPr>"
        f"<w:p>{_SMALL}</w:p></w:tc></w:tr>"
    )
    table.append(row)
    return row[1]
