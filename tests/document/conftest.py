"""Plans and rendered documents for the tests of documents."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
import yaml
from docx.oxml.ns import qn

from kehoach.document import render_docx
from kehoach.model.reading import read_plan
from kehoach.source.tree import load, parse

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from kehoach.model.plan import Plan

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

PlanMaker = Callable[..., "Plan"]
Renderer = Callable[["Plan"], "Document"]


@pytest.fixture
def plan_of() -> PlanMaker:
    """Make a plan from one in ``plans/`` with some keys of its file set to other values.

    ``plan_of("nd30", van_ban={"so": None})`` changes keys inside ``van_ban``; other values
    replace what was there.
    """

    def make(name: str, **changes: Any) -> "Plan":
        source = load(HERE / "plans" / f"{name}.yaml")
        if not changes:
            return read_plan(source)
        values = dict(source.value)
        for key, value in changes.items():
            old = values.get(key)
            values[key] = {**old, **value} if isinstance(old, dict) else value
        return read_plan(parse(yaml.safe_dump(values, allow_unicode=True), f"{name}.yaml"))

    return make


@pytest.fixture
def render() -> Renderer:
    """Render a plan and open what comes out with python-docx."""
    return lambda plan: docx.Document(io.BytesIO(render_docx(plan, ROOT)))


@pytest.fixture
def as_text() -> Callable[["Document"], str]:
    """Write a document as lines of text: style and words of each paragraph, tables by rows."""
    return lambda document: "\n".join(_lines(document)) + "\n"


def _lines(document: "Document") -> Iterator[str]:
    names = {style.style_id: str(style.name) for style in document.styles}
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:p"):
            yield from _paragraph(element, names)
        elif element.tag == qn("w:tbl"):
            yield from _table(element, names)
        else:
            yield _section(element)


def _paragraph(element: "BaseOxmlElement", names: dict[str, str]) -> Iterator[str]:
    style = names[element.xpath("./w:pPr/w:pStyle/@w:val")[0]]
    text = "".join(element.xpath(".//w:t/text()"))
    marks = [
        mark
        for mark, path in (
            ("giữ liền dòng sau", "./w:pPr/w:keepNext"),
            ("kẻ ngang", "./w:pPr/w:pBdr/w:top"),
        )
        if element.xpath(path)
    ]
    yield f"[{', '.join([style, *marks])}] {text}".rstrip()
    for section in element.xpath("./w:pPr/w:sectPr"):
        yield _section(section)


def _table(element: "BaseOxmlElement", names: dict[str, str]) -> Iterator[str]:
    widths = ", ".join(element.xpath("./w:tblGrid/w:gridCol/@w:w"))
    yield f"┌ bảng {widths}"
    for row in element.xpath("./w:tr"):
        marks = "+".join(
            name
            for name, path in (("lặp lại", "tblHeader"), ("không tách", "cantSplit"))
            if row.xpath(f"./w:trPr/w:{path}")
        )
        yield f"├ dòng {marks}"
        for cell in row.xpath("./w:tc"):
            span = cell.xpath("./w:tcPr/w:gridSpan/@w:val")
            yield f"│ ô{f' ({span[0]} cột)' if span else ''}"
            for paragraph in cell.xpath("./w:p"):
                yield from (f"│   {line}" for line in _paragraph(paragraph, names))
    yield "└"


def _section(element: "BaseOxmlElement") -> str:
    size = element.xpath("./w:pgSz")[0]
    start = element.xpath("./w:pgNumType/@w:start")
    return f"════ hết phần: {size.get(qn('w:w'))} × {size.get(qn('w:h'))}" + (
        f", số trang từ {start[0]}" if start else ""
    )
