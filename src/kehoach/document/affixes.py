"""Numbers, dashes and ends that the form puts around the texts of a document."""

from kehoach.document.blocks import Heading, Item, Run, Text
from kehoach.document.profile import Part, Profile
from kehoach.document.punctuation import open_end
from kehoach.language.numbering import Style

_ENDS = ".)-/ "


def heading_part(heading: Heading) -> Part:
    """Choose a heading's look: by the figures of its number, by its level where it has none."""
    figures = _figures(heading.number)
    if figures is not None:
        by_figures = {Style.ROMAN: Part.SECTION, Style.ARABIC: Part.CLAUSE}
        return by_figures.get(figures, Part.POINT)
    if heading.number:
        return Part.POINT
    by_level = {1: Part.SECTION, 2: Part.CLAUSE}
    return by_level.get(heading.level, Part.UNNUMBERED)


def _figures(number: str) -> Style | None:
    """Return the kind of a number as issued, which may be wrong: ``f``, ``1.1``, ``C``."""
    core = number.strip(_ENDS)
    if not core:
        return None
    if core[0].isdigit():
        return Style.ARABIC
    return Style.LETTER if len(core) == 1 and core.islower() else Style.ROMAN


def numbered(number: str, text: Text, profile: Profile) -> Text:
    """Return *text* after its number, which is closed as its figures want unless it is already."""
    if not number:
        return text
    figures = _figures(number)
    bare = figures is not None and number[-1] not in _ENDS
    end = profile.heading_ends[figures] if bare and figures is not None else ""
    return (Run(f"{number}{end} "), *text)


def dashed(item: Item, profile: Profile) -> Text:
    """Return the text of *item* after its number, or after the dash of its level."""
    if item.number:
        return numbered(item.number, item.text, profile)
    dashes = profile.dashes
    return (Run(dashes[min(item.level, len(dashes)) - 1] + " "), *item.text)


def ended(text: Text, end: str) -> Text:
    """Return *text* closed by *end* in place of the punctuation it ends with."""
    if not text:
        return (Run(end),)
    *before, last = text
    if last.key:
        return (*before, last._replace(text=open_end(last.text)), Run(end))
    return (*before, last._replace(text=open_end(last.text) + end))
