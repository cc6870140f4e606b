"""The HTML page of a comparison: one file that needs no network.

The page holds what it shows as JSON in which every text stands once, as thousands of plans share
most of their texts; a script of its own draws what is looked at. The script sets texts, never
markup.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kehoach.document.wording import fill_template
from kehoach.output.comparison.rows import Side

TEMPLATE = "so-sanh/trang.html.j2"


class PageData:
    """The texts and rows of a page, each once: the page names them by their position.

    Plans share most texts, and many rows whole: what a framework asks and they all lack.
    """

    def __init__(self) -> None:
        """Begin with the empty text, which is 0."""
        self._texts: dict[str, int] = {"": 0}
        self._rows: dict[tuple[Any, ...], int] = {}

    def text(self, text: str) -> int:
        """Return the position of *text*."""
        return self._texts.setdefault(text, len(self._texts))

    def texts(self, many: Iterable[str]) -> tuple[int, ...]:
        """Return the positions of *many* texts."""
        return tuple(map(self.text, many))

    def side(self, side: Side) -> tuple[int, ...]:
        """Return *side* as positions of texts and a line; its file is not in it."""
        return (*self.texts((side.code, side.text, side.stated)), side.line)

    def row(self, *values: Any) -> int:
        """Return the position of the row of these *values*."""
        return self._rows.setdefault(values, len(self._rows))

    def values(self) -> dict[str, Any]:
        """Return what the page's script reads of texts and rows."""
        return {"chu": list(self._texts), "dong": list(self._rows)}


def page(
    title: str,
    summary: str,
    results: Iterable[tuple[str, str, str]],
    data: dict[str, Any],
    project: Path,
) -> str:
    """Return the page, drawn by the template of *project* or of the program.

    *results* are what a row can come to: its name in the style sheet, a sign (colours alone tell
    nothing on paper), its name for people. Raises `TemplateFault` where the template is wrong.
    """
    variables = {
        "tieu_de": title,
        "tom_tat": summary,
        "ket_qua": [{"ma": name, "dau": sign, "ten": said} for name, sign, said in results],
        "du_lieu": data,
    }
    return fill_template(TEMPLATE, variables, project)
