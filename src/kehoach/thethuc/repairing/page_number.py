"""A page number put into the header: a part of the package, its relationship, its type."""

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kehoach.importers.readers.office import R
from kehoach.importers.readers.word.values import W
from kehoach.thethuc.paging import has_page_field, has_words_beside_number
from kehoach.thethuc.repairing.applying import drop_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = W[1:-1]
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_KIND = f"{R[1:-1]}/header"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
TYPES_PART = "[Content_Types].xml"


def number_paragraph(size: float) -> str:
    """Return a centred paragraph with a field PAGE; it holds no text until Word fills it."""
    look = (
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    )
    return (
        f'<w:p xmlns:w="{_MAIN}"><w:pPr><w:jc w:val="center"/></w:pPr>'
        f'<w:fldSimple w:instr=" PAGE "><w:r><w:rPr>{look}</w:rPr></w:r></w:fldSimple></w:p>'
    )


def clear_footer(root: "_Element") -> bool:
    """Take the page number out of a footer; False where words stand beside it."""
    paragraphs = [one for one in root.iter(f"{W}p") if has_page_field(one)]
    if any(map(has_words_beside_number, paragraphs)):
        return False
    for paragraph in paragraphs:
        drop_number(paragraph, None)
    return bool(paragraphs)


def relationships_part(main: str) -> str:
    """Return the name of the part that holds the relationships of *main*."""
    folder, base = posixpath.split(main)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def add_header(
    section: "_Element",
    main: str,
    roots: "Mapping[str, _Element]",
    names: frozenset[str],
    size: float,
) -> tuple[str, bytes]:
    """Give *section* a new header with the page number.

    *roots* are those of the content types and of the relationships of *main*, which are changed;
    *names* are the parts there are. Return the name and bytes of the new part.
    """
    folder = posixpath.dirname(main)
    part = next(
        name
        for name in (posixpath.join(folder, f"header{n}.xml") for n in range(1, 10_000))
        if name not in names
    )
    relations = roots[relationships_part(main)]
    used = {one.get("Id") for one in relations}
    id_ = next(one for one in (f"rId{n}" for n in range(1, 100_000)) if one not in used)
    relation = relations.makeelement(f"{_RELS}Relationship", {}, None)
    relation.set("Id", id_)
    relation.set("Type", _KIND)
    relation.set("Target", posixpath.basename(part))
    relations.append(relation)
    types = roots[TYPES_PART]
    override = types.makeelement(f"{_TYPES}Override", {}, None)
    override.set("PartName", f"/{part}")
    override.set("ContentType", _CONTENT)
    types.append(override)
    reference = section.makeelement(f"{W}headerReference", {}, None)
    reference.set(f"{W}type", "default")
    reference.set(f"{R}id", id_)
    section.insert(0, reference)
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:hdr xmlns:w="{_MAIN}">{number_paragraph(size)}</w:hdr>'
    )
    return part, xml.encode()
