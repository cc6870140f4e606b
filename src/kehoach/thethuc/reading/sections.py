"""Sections of a Word file: page, margins, headers that they show."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kehoach.importers.readers.office import R
from kehoach.importers.readers.word.values import W, switched, value
from kehoach.thethuc.reading.looks import whole
from kehoach.thethuc.reading.text import Section

if TYPE_CHECKING:
    from lxml.etree import _Element

# What Word takes where a section does not say: US Letter with margins of one inch.
_PAGE = (12240, 15840)
_MARGIN = 1440
_HEADER = 720


def read_sections(
    ends: "Sequence[tuple[_Element, int]]", running: dict[str, str]
) -> tuple[Section, ...]:
    """Return the sections that *ends* close, each end with the number of its last paragraph.

    *running* gives the parts of headers and footers by relationship. A gutter counts as margin.
    """
    found: list[Section] = []
    first = 1
    for element, last in ends:
        before = found[-1] if found else None
        found.append(_section(element, running, before, first, last))
        first = last + 1
    return tuple(found)


def _section(
    element: "_Element",
    running: dict[str, str],
    before: Section | None,
    first: int,
    last: int,
) -> Section:
    size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
    width, height = (
        (default if size is None else whole(size.get(f"{W}{name}")) or default)
        for name, default in zip("wh", _PAGE, strict=True)
    )
    sides = {
        name: _margin(margins, name, default)
        for name, default in (
            *((side, _MARGIN) for side in ("top", "right", "bottom", "left")),
            ("header", _HEADER),
            ("footer", _HEADER),
        )
    }
    sides["left"] += _margin(margins, "gutter", 0)
    number = element.find(f"{W}pgNumType")
    return Section(
        element=element,
        width=width,
        height=height,
        margins=sides,
        landscape=width > height,
        title_page=bool(switched(element.find(f"{W}titlePg"))),
        restart=None if number is None else whole(number.get(f"{W}start")),
        number_format="decimal" if number is None else number.get(f"{W}fmt", "decimal"),
        new_page=value(element.find(f"{W}type"), "nextPage") != "continuous",
        headers=_parts(element, "header", running, None if before is None else before.headers),
        footers=_parts(element, "footer", running, None if before is None else before.footers),
        first=first,
        last=last,
    )


def _margin(margins: "_Element | None", name: str, default: int) -> int:
    length = None if margins is None else whole(margins.get(f"{W}{name}"))
    return default if length is None else abs(length)  # a negative one is an exact one


def _parts(
    element: "_Element", kind: str, running: dict[str, str], before: dict[str, str] | None
) -> dict[str, str]:
    found = dict(before or {})
    for reference in element.findall(f"{W}{kind}Reference"):
        part = running.get(reference.get(f"{R}id", ""))
        if part is not None:
            found[reference.get(f"{W}type", "default")] = part
    return found
