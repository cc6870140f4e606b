"""The looks of a profile as CSS: what `styles` is for Word.

Page numbers are counters of the pages themselves: one for the text and one for each annex, so
that each starts anew and goes on where pages turn; a number 1 is written as nothing.
"""

from collections.abc import Iterable

from kehoach.document.pen import CELL_SIDE, CELL_TOP, Sheet
from kehoach.document.profile import TWIPS_PER_PT, Look, Page, Part, Profile

_SINGLE = 1.149
"""Height of a line of Times New Roman at single spacing, in sizes of type."""
_FONT = '"Times New Roman","Liberation Serif",Tinos,Times,serif'
_GENERAL = """*{box-sizing:border-box}
body{margin:0;color:#000;background:#fff;font-family:FONT}
h1,h2,h3,h4,p{margin:0;font-weight:400;orphans:2;widows:2}
table{border-collapse:collapse;table-layout:fixed}
td,th{padding:0;vertical-align:top;font-weight:400;text-align:left;overflow-wrap:break-word}
tr,table[role]{break-inside:avoid}
tr.cao{break-inside:auto}
.bang td,.bang th{border:.5pt solid #000;padding:CELL}
.bang{max-width:calc(100% - 1pt)}
.o{vertical-align:middle}
.giu,h1,h2,h3,h4{break-after:avoid}
p.giua{text-align:center}
div.ke{border-top:.75pt solid #000;padding:0}
table[role]{break-before:avoid}
.NUMBER,.DATE{white-space:pre-wrap}
@counter-style so-trang{system:fixed 1;symbols:"";fallback:decimal}"""
_SCREEN = """@media screen{
body{background:#ddd;padding:8mm 0}
.to{background:#fff;margin:0 auto 8mm;box-shadow:0 1px 6px #888;WIDTHS}
.ngang{TURNED}
}
@media print{.to+.to{break-before:page}}"""


def profile_css(profile: Profile) -> str:
    """Return the rules for every part of *profile*."""
    cell = f"{_points(CELL_TOP)} {_points(CELL_SIDE)}"
    general = _GENERAL.replace("FONT", _FONT).replace("CELL", cell)
    return "\n".join([general, *(_rule(part, look) for part, look in profile.looks.items())])


def page_css(sheets: Iterable[Sheet], profile: Profile) -> str:
    """Return the rules for the pages of *sheets*, on paper and on a screen."""
    page = profile.page
    number = profile.looks[Part.PAGE_NUMBER]
    named = {(sheet.landscape, sheet.annex): None for sheet in sheets}
    rules = [f"@page{{margin:{_margins(page)}}}"]
    for landscape, annex in named:
        name, size = ("ngang", "A4 landscape") if landscape else ("doc", "A4")
        counter = f"trang-{annex}"
        rules.append(
            f"@page {name}-{annex}{{size:{size};counter-increment:{counter};"
            f"@top-center{{content:counter({counter},so-trang);vertical-align:top;"
            f"padding-top:{_points(page.header)};font:{number.size:g}pt {_FONT}}}}}"
        )
    upright = f"width:{_points(page.width)};min-height:{_points(page.height)}"
    turned = f"width:{_points(page.height)};min-height:{_points(page.width)}"
    upright += f";padding:{_margins(page)}"
    rules.append(_SCREEN.replace("WIDTHS", upright).replace("TURNED", turned))
    return "\n".join(rules)


def _margins(page: Page) -> str:
    return " ".join(map(_points, (page.top, page.right, page.bottom, page.left)))


def _rule(part: Part, look: Look) -> str:
    line = _points(look.line) if look.exact else f"{_SINGLE * look.line / 240:.4g}"
    align = {"both": "justify"}.get(look.align, look.align)
    rules = [
        f"font-size:{look.size:g}pt",
        f"line-height:{line}",
        f"text-align:{align}",
    ]
    if look.bold:
        rules.append("font-weight:700")
    if look.italic:
        rules.append("font-style:italic")
    if look.underline:
        rules.append("text-decoration:underline")
    if look.first_line:
        rules.append(f"text-indent:{_points(look.first_line)}")
    # Room above and below add up, as in Word; margins would not.
    if look.before or look.after:
        rules.append(f"padding:{_points(look.before)} 0 {_points(look.after)}")
    return f".{part.name}{{{';'.join(rules)}}}"


def _points(twips: int) -> str:
    return f"{twips / TWIPS_PER_PT:g}pt"
