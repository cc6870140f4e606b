"""The HTML page says what the DOCX says, and needs nothing beside it."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn

from kehoach.document import render_html

if TYPE_CHECKING:
    from docx.document import Document

    from kehoach.model.plan import Plan

ROOT = Path(__file__).parents[2]
PlanMaker = Callable[..., "Plan"]
VOID = {"meta", "col"}


class Page(HTMLParser):
    """Lines of text by their class, the tags that are open, the tags that were not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, str]] = []
        self.headings: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        if tag in {"p", "h1", "h2", "h3", "h4"}:
            self.lines.append((str(dict(attrs)["class"]).split()[0], ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append((tag, self.lines[-1][1]))

    def handle_data(self, data: str) -> None:
        if {"p", "h1", "h2", "h3", "h4"} & set(self.open):
            name, text = self.lines[-1]
            self.lines[-1] = (name, text + data)


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    return page


@pytest.fixture(params=["nd30", "hd05"])
def plan(request: pytest.FixtureRequest, plan_of: PlanMaker) -> "Plan":
    return plan_of(request.param)


def test_the_page_has_the_lines_of_the_document(
    plan: "Plan", render: Callable[["Plan"], "Document"]
) -> None:
    page = read(render_html(plan, ROOT).decode())
    document = render(plan)
    lines = []
    for element in document.element.body.iter(qn("w:p")):
        style = element.xpath("./w:pPr/w:pStyle/@w:val")[0]
        if not element.xpath("./w:pPr/w:pBdr") and style != "SECTION_END":
            lines.append((style, "".join(element.xpath(".//w:t/text()"))))
    assert page.lines == lines


def test_headings_are_headings(plan: "Plan") -> None:
    headings = read(render_html(plan, ROOT).decode()).headings
    assert headings[0] == ("h1", "KẾ HOẠCH")
    assert [tag for tag, text in headings if text.startswith("Phụ lục")] == ["h2", "h2"]
    levels = [int(tag[1]) for tag, _ in headings]
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_the_page_needs_nothing_else(plan: "Plan") -> None:
    html = render_html(plan, ROOT).decode()
    assert not re.search(r"(src|href|srcset|action)\s*=|url\(|@import|<script|<link", html)
    assert "default-src 'none'" in html
    assert '<html lang="vi">' in html


def test_pages_have_the_measures_of_the_form(plan: "Plan") -> None:
    html = render_html(plan, ROOT).decode()
    assert "@page{margin:56.7pt 42.5pt 56.7pt 85.05pt}" in html
    assert "@page doc-0{size:A4;counter-increment:trang-0;" in html
    assert "@page ngang-1{size:A4 landscape;counter-increment:trang-1;" in html
    assert html.count('<section class="to"') + html.count('<section class="to ngang"') == 3
    assert html.count("<thead>") >= 1


def test_every_class_has_its_look(plan: "Plan") -> None:
    html = render_html(plan, ROOT).decode()
    styled = set(re.findall(r"^\.([A-Z_]+)\{", html, re.MULTILINE))
    assert {name for name, _ in read(html).lines} <= styled


def test_texts_are_no_markup(plan_of: PlanMaker) -> None:
    words = "<script>alert(1)</script> & \"a\" 'b' </section>"
    plan = plan_of("nd30", mo_dau=words, van_ban={"trich_yeu": words})
    html = render_html(plan, ROOT).decode()
    assert "<script" not in html
    assert ("BODY", words) in read(html).lines
    title = re.search(r"<title>(.*)</title>", html)
    assert title
    assert title[1].startswith("Kế hoạch &lt;script&gt;")
