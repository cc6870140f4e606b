"""The pen for the web: the same document as one HTML page that needs no other file.

The page looks like the printed one: on paper the sheets of the form with their page numbers, on
a screen the same sheets one below the other, as long as their text.
"""

from collections.abc import Iterable

from kehoach.document.blocks import Document, Run, Subject, Text, Title, plain
from kehoach.document.body import draw
from kehoach.document.html_style import page_css, profile_css
from kehoach.document.pen import NO_INDENTS, Indents, Sheet
from kehoach.document.profile import TWIPS_PER_PT, Part, Profile

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(document: Document, profile: Profile) -> bytes:
    """Return *document* in the form of *profile* as the bytes of an HTML page."""
    pen = HtmlPen(profile)
    content = "\n".join(draw(document, profile, pen))
    words = [plain(b.text) for b in document.blocks if isinstance(b, Title | Subject)]
    styles = f"{profile_css(profile)}\n{page_css(pen.sheets, profile)}"
    return f"""<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{escape(" ".join(words))}</title>
<style>
{styles}
</style>
</head>
<body>
{content}
</body>
</html>
""".encode()


def escape(text: str) -> str:
    """Return *text* as text of HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class HtmlPen:
    """Writes HTML; each part of the document is a class that is called like its style in Word."""

    def __init__(self, profile: Profile) -> None:
        """Begin a page in the form of *profile*; ``sheets`` are those written so far."""
        self.sheets: list[Sheet] = []
        self._looks = profile.looks
        self._tags = {Part.TYPE: "h1"} | {
            part: f"h{look.outline + 2}"
            for part, look in profile.looks.items()
            if look.outline is not None
        }

    def inline(self, text: Text) -> str:
        """Return a text with its emphasis."""
        return "".join(map(_run, text))

    def paragraph(
        self,
        part: Part,
        text: Text,
        indents: Indents = NO_INDENTS,
        *,
        keep_next: bool = False,
        centred: bool = False,
    ) -> str:
        """Return a paragraph, as a heading where its part is one in Word."""
        names = f"{part.name}{' giu' if keep_next else ''}{' giua' if centred else ''}"
        style = "" if indents is NO_INDENTS else f' style="{_indents(indents)}"'
        tag = self._tags.get(part, "p")
        return f'<{tag} class="{names}"{style}>{self.inline(text)}</{tag}>'

    def rule(self, part: Part, length: int, width: int) -> str:
        """Return a rule, which stands in the middle of any width."""
        del width
        look = self._looks[part]
        style = (
            f"width:{_points(length)};height:{_points(look.line)};"
            f"margin:{_points(look.before)} auto {_points(look.after)}"
        )
        return f'<div class="ke" style="{style}"></div>'

    def cell(
        self, width: int, content: Iterable[str], *, span: int = 1, middle: bool = False
    ) -> str:
        """Return a cell; its width is that of its column."""
        del width
        spanning = f' colspan="{span}"' if span > 1 else ""
        align = ' class="o"' if middle else ""
        return f"<td{spanning}{align}>{''.join(content)}</td>"

    def heading_cell(self, width: int, content: Iterable[str]) -> str:
        """Return a cell of the row that heads a table."""
        del width
        return f'<th scope="col" class="o">{"".join(content)}</th>'

    def row(self, cells: Iterable[str], *, whole: bool = True, keep_next: bool = False) -> str:
        """Return a row; one without a class is whole and stands on any page."""
        look = ' class="giu"' if keep_next else "" if whole else ' class="cao"'
        return f"<tr{look}>{''.join(cells)}</tr>"

    def table(self, widths: list[int], head: Iterable[str], rows: Iterable[str]) -> list[str]:
        """Return a table with borders and a head that printing repeats."""
        start = (
            f'<table class="bang"{_width(widths)}>{_columns(widths)}'
            f"<thead><tr>{''.join(head)}</tr></thead>"
        )
        body = "\n".join(rows)
        return [start, f"<tbody>{body}</tbody></table>"]

    def columns(self, widths: list[int], rows: Iterable[Iterable[str]]) -> str:
        """Return texts side by side: a table that says nothing to who listens to the page."""
        body = "\n".join(self.row(cells) for cells in rows)
        return (
            f'<table role="presentation"{_width(widths)}>{_columns(widths)}'
            f"<tbody>{body}</tbody></table>"
        )

    def leaf(self, lines: Iterable[str], sheet: Sheet) -> list[str]:
        """Return a section that is printed on pages of its own."""
        self.sheets.append(sheet)
        look = "to ngang" if sheet.landscape else "to"
        start = f'<section class="{look}" style="page:{page_name(sheet)}">'
        return [start, *lines, "</section>"]


def page_name(sheet: Sheet) -> str:
    """Return what the pages of *sheet* are called in CSS."""
    return f"{'ngang' if sheet.landscape else 'doc'}-{sheet.annex}"


def _points(twips: int) -> str:
    return f"{twips / TWIPS_PER_PT:g}pt"


def _width(widths: list[int]) -> str:
    return f' style="width:{_points(sum(widths))}"'


def _columns(widths: list[int]) -> str:
    columns = "".join(f'<col style="width:{_points(width)}">' for width in widths)
    return f"<colgroup>{columns}</colgroup>"


def _indents(indents: Indents) -> str:
    sizes = {
        "margin-top": indents.above,
        "margin-left": indents.left,
        "margin-right": indents.right,
        "text-indent": -indents.hanging,
    }
    return ";".join(f"{name}:{_points(size)}" for name, size in sizes.items() if size)


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if run.bold else text
