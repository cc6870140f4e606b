"""A template of docxtpl that words a plan as `templates/van-ban/ke-hoach.html.j2` does.

It is made of a document that kehoach rendered: the same styles, header, signature, sections and
table; only the running text and the rows of the annex are told anew in the words of docxtpl. It
covers what the plans of `render.py` hold, which have no targets and no tasks outside the annex.
"""

from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_RUNNING = frozenset({"SECTION", "CLAUSE", "BODY", "ITEM"})
Run = tuple[str, str]
"""The style of a run, empty for none, and its text."""

_ITEM = "{{ mot | ten_van_ban }}"
_OPENING = ["for doan in mo_dau", ("BODY", [("mo_dau", "{{ doan }}")]), "endfor"]
_PROSE = [
    "for doan in muc.doan",
    "if doan is string",
    ("BODY", [("", "{{ doan }}")]),
    "else",
    "for mot in doan",
    "if mot is string",
    ("ITEM", [("", "- "), ("", "{{ mot }}")]),
    "else",
    "for con in mot",
    ("ITEM", [("", "+ "), ("", "{{ con }}")]),
    "endfor",
    "endif",
    "endfor",
    "endif",
    "endfor",
]
_BASES = [
    "for mot in muc.can_cu",
    (
        "ITEM",
        [("", "- "), ("can_cu", _ITEM), ("", "{{ '.' if loop.last else ';' }}")],
    ),
    "endfor",
]
_BODY: list[str | tuple[str, list[Run]]] = [
    *_OPENING,
    "for muc in noi_dung",
    ("SECTION", [("", "{{ muc.so }}. "), ("de_muc-1", "{{ muc.de_muc | upper }}")]),
    *_BASES,
    *_PROSE,
    "for muc in muc.muc",
    ("CLAUSE", [("", "{{ muc.so }}. "), ("de_muc-2", "{{ muc.de_muc }}")]),
    *_BASES,
    *_PROSE,
    "endfor",
    "endfor",
    "for doan in ket_thuc",
    ("BODY", [("ket_thuc", "{{ doan[:-1] }}"), ("", "./.")]),
    "endfor",
]
_UNITS = (
    "{%r for ten in viec.KEY %}",
    "{{ ten }}",
    "{{ '' if loop.last else '; ' }}",
    "{%r endfor %}",
)
_CELLS: list[list[Run]] = [
    [("", "{{ viec.so }}")],
    [("nhiem_vu-1", "{{ viec.ten }}")],
    [("san_pham", "{{ viec.san_pham | hoa_dau }}")],
    [("thoi_han", "{{ viec.thoi_han | hoa_dau }}")],
    *(
        [
            ("", _UNITS[0].replace("KEY", key)),
            (key, _UNITS[1]),
            ("", _UNITS[2]),
            ("", _UNITS[3]),
        ]
        for key in ("chu_tri", "phoi_hop")
    ),
]


def make_template(document: Path, file: Path) -> None:
    """Make the template of *document*, which kehoach rendered, and write it to *file*."""
    made = docx.Document(str(document))
    body = made.element.body
    running = [p for p in body.xpath("./w:p") if p.xpath("./w:pPr/w:pStyle/@w:val")[0] in _RUNNING]
    for line in _BODY:
        style, runs = line if isinstance(line, tuple) else ("BODY", [("", f"{{%p {line} %}}")])
        running[0].addprevious(_paragraph(style, runs))
    for paragraph in running:
        body.remove(paragraph)
    table = made.tables[-1]
    _, row, *others = table._tbl.tr_lst  # noqa: SLF001  python-docx has no way to take rows out
    for other in others:
        table._tbl.remove(other)  # noqa: SLF001
    for cell, runs in zip(row.tc_lst, _CELLS, strict=True):
        (old,) = cell.xpath("./w:p")
        old.addprevious(_paragraph(old.xpath("./w:pPr/w:pStyle/@w:val")[0], runs))
        cell.remove(old)
    for text, add in (
        ("{%tr for viec in phu_luc[0].nhiem_vu %}", row.addprevious),
        ("{%tr endfor %}", row.addnext),
    ):
        mark = table.add_row()
        mark.cells[0].text = text
        add(mark._tr)  # noqa: SLF001
    made.save(str(file))


def words(document: Path) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph of *document*."""
    return [
        (p.xpath("string(./w:pPr/w:pStyle/@w:val)"), "".join(p.xpath(".//w:t/text()")))
        for p in docx.Document(str(document)).element.body.iter(qn("w:p"))
    ]


def _paragraph(style: str, runs: list[Run]) -> Any:
    content = "".join(map(_run, runs))
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
    )


def _run(run: Run) -> str:
    style, text = run
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'
