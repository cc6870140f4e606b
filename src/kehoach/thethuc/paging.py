"""Pages and their numbers compared with what a norm asks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kehoach.importers.readers.word.values import W
from kehoach.rules.finding import Level
from kehoach.thethuc.fault import Document, Edit, Fault, at_section
from kehoach.thethuc.looking import allowed_sizes, points
from kehoach.thethuc.norms.norm import MARGIN_TOLERANCE, PAGE_TOLERANCE, Range
from kehoach.thethuc.reading.text import Paragraph, Section

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_TWIPS_PER_MM = 56.693
_ARABIC_FORMATS = frozenset({"decimal", "numberInDash"})


def millimetres(twips: float) -> str:
    """Return a length as words: ``20 mm``, ``22,5 mm``."""
    return f"{round(twips / _TWIPS_PER_MM, 1):g} mm".replace(".", ",")


def bounds(limits: Range) -> str:
    """Return the *limits* of a length as words."""
    low, high = limits
    return millimetres(low) if low == high else f"{millimetres(low)} đến {millimetres(high)}"


def wrong_paper(document: Document) -> Iterator[Fault]:
    """Yield a fault for each section that is not on A4."""
    page = document.norm.profile.page
    for section in document.text.sections:
        size = sorted((section.width, section.height))
        if any(
            abs(own - asked) > PAGE_TOLERANCE
            for own, asked in zip(size, (page.width, page.height), strict=True)
        ):
            width, height = page.width, page.height
            asked = (height, width) if section.landscape else (width, height)
            message = f"khổ giấy {millimetres(section.width)} × {millimetres(section.height)}"
            edits = (Edit(section.element, "page", asked),)
            yield at_section(document, section, message, edits=edits)


def wrong_margins(document: Document, *sides: str) -> Iterator[Fault]:
    """Yield a fault for each upright section whose margins at *sides* are out of bounds."""
    for section in document.text.sections:
        if section.landscape:
            continue
        wrong = []
        edits = []
        for side in sides:
            low, high = document.norm.margins[side]
            own = section.margins[side]
            if low - MARGIN_TOLERANCE <= own <= high + MARGIN_TOLERANCE:
                continue
            wrong.append(f"lề {_SIDES[side]} {millimetres(own)} (phải {bounds((low, high))})")
            edits.append(Edit(section.element, f"margin-{side}", min(max(own, low), high)))
        if wrong:
            yield at_section(document, section, "; ".join(wrong), edits=edits)


def wide_margins(document: Document, *, rotated: bool = True) -> Iterator[Fault]:
    """Yield a fault for each landscape section whose margins are far from those of upright pages.

    The texts give no figures for landscape; *rotated* accepts the binding edge on top.
    """
    limits = document.norm.margins
    for section in document.text.sections:
        own = section.margins
        if not section.landscape:
            continue
        wrong = [
            f"lề {_SIDES[side]} {millimetres(own[side])}"
            for side, (low, high) in limits.items()
            if not low - MARGIN_TOLERANCE <= own[side] <= high + MARGIN_TOLERANCE
        ]
        binding = limits["left"]
        turned = rotated and (
            binding[0] - MARGIN_TOLERANCE <= own["top"] <= binding[1] + MARGIN_TOLERANCE
        )
        least = limits["right"][0] - MARGIN_TOLERANCE
        if wrong and not (turned and min(own[side] for side in _SIDES) >= least):
            yield at_section(document, section, f"trang ngang có {', '.join(wrong)}")


def page_fields(paragraphs: "tuple[Paragraph, ...]") -> list[Paragraph]:
    """Return those *paragraphs* of a header or footer that show the number of the page."""
    return [one for one in paragraphs if has_page_field(one.element)]


def is_numbered(document: Document, section: Section) -> bool:
    """Whether pages of *section* but the first show their number above."""
    part = section.headers.get("default", "")
    return bool(page_fields(document.text.running.get(part, ())))


def has_page_field(element: "_Element") -> bool:
    """Whether *element* holds a field PAGE."""
    codes = "".join(one.text or "" for one in element.iter(f"{W}instrText"))
    codes += " ".join(one.get(f"{W}instr", "") for one in element.iter(f"{W}fldSimple"))
    return "PAGE" in codes.upper().replace("NUMPAGES", "").replace("PAGEREF", "").split() or any(
        True for _ in element.iter(f"{W}pgNum")
    )


def has_words_beside_number(element: "_Element") -> bool:
    """Whether letters stand in the paragraph *element* beside the number of the page."""
    return any(char.isalpha() for one in element.iter(f"{W}t") for char in one.text or "")


def wrong_number_looks(document: Document) -> Iterator[Fault]:
    """Yield faults of how page numbers are written: figures, size, upright."""
    sizes = document.norm.page_number
    for section in document.text.sections:
        if section.number_format not in _ARABIC_FORMATS:
            message = f"số trang kiểu {section.number_format}"
            edits = (Edit(section.element, "number-format", "decimal"),)
            yield at_section(document, section, message, edits=edits)
    first = document.text.sections[0]
    if first.restart not in {None, 0, 1}:
        edits = (Edit(first.element, "restart", 1),)
        yield at_section(document, first, f"trang đầu đánh số {first.restart}", edits=edits)
    for part in document.text.shown_parts():
        for paragraph in page_fields(document.text.running.get(part, ())):
            segments = [one for one in paragraph.segments if one.text.strip()]
            runs = [one.run for one in segments]
            own = sorted({one.look.size for one in segments})
            if any(size not in sizes for size in own):
                message = f"số trang cỡ chữ {points(own)} (phải {allowed_sizes(sizes)})"
                nearest = min(sizes, key=lambda size: abs(size - own[0]))
                edits_ = [Edit(run, "size", nearest) for run in runs]
                yield Fault(paragraph, "số trang", message, edits=tuple(edits_))
            for name, word in (("bold", "đậm"), ("italic", "nghiêng")):
                if any(getattr(one.look, name) for one in segments):
                    yield Fault(
                        paragraph,
                        "số trang",
                        f"số trang in {word}",
                        level=Level.WARNING if name == "bold" else None,
                        edits=tuple(Edit(run, name, value=False) for run in runs),
                    )


def is_centred(paragraph: Paragraph, section: Section) -> bool:
    """Whether the page number in *paragraph* stands in the middle of the pages of *section*."""
    if paragraph.look.align == "center" or paragraph.box or paragraph.cell is not None:
        return True
    frame = paragraph.element.find(f"{W}pPr/{W}framePr")
    if frame is not None:
        return frame.get(f"{W}xAlign") == "center"
    tabs = sum(1 for one in paragraph.segments for sign in one.text if sign == "\t")
    if any(True for _ in paragraph.element.iter(f"{W}ptab")):
        return True
    stops = [position for position, kind in sorted(paragraph.look.tabs) if kind != "clear"]
    if not tabs or tabs > len(stops):
        return False
    middle = section.text_width / 2
    return abs(stops[tabs - 1] - middle) < 10 * _TWIPS_PER_MM
