"""Pages: annexes numbered anew, pages that turn, tables in a row, what stays together."""

import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from kehoach.document import render_docx

if TYPE_CHECKING:
    from docx.document import Document

    from kehoach.model.plan import Plan

PlanMaker = Callable[..., "Plan"]
Worded = Callable[..., "Document"]
TABLE = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
END = '<footer chuc-vu="Chủ tịch" ho-ten="Lê A"><ul><li>Lưu: VT</li></ul></footer>'


@pytest.fixture
def worded(tmp_path: Path, plan_of: PlanMaker) -> Worded:
    """Render a template of these very words."""
    folder = tmp_path / "templates" / "van-ban"
    folder.mkdir(parents=True)

    def render(template: str, name: str = "nd30") -> "Document":
        (folder / "ke-hoach.html.j2").write_text(template, encoding="utf-8")
        return docx.Document(io.BytesIO(render_docx(plan_of(name), tmp_path)))

    return render


def sections(document: "Document") -> list[str]:
    """Return for each section how it lies, whether its first page is bare, where numbers start."""
    found = []
    for section in document.sections:
        start = section._sectPr.xpath("./w:pgNumType/@w:start")  # noqa: SLF001
        landscape = section.orientation is WD_ORIENT.LANDSCAPE
        words = ["ngang" if landscape else "dọc"]
        words += ["trang đầu"] if section.different_first_page_header_footer else []
        found.append(" ".join([*words, *start]))
    return found


@pytest.mark.parametrize(
    ("template", "lies"),
    [
        ("<p>a</p>", ["dọc trang đầu"]),
        (
            "<p>a</p><section><p>b</p></section><section kho-giay='ngang'><p>c</p></section>",
            ["dọc trang đầu", "dọc trang đầu 1", "ngang trang đầu 1"],
        ),
        (
            f"<p>a</p><section><p>b</p><div kho-giay='ngang'>{TABLE}</div><p>c</p></section>",
            ["dọc trang đầu", "dọc trang đầu 1", "ngang", "dọc"],
        ),
        (
            f"<p>a</p><section kho-giay='ngang'>{TABLE}<div><p>c</p></div></section>",
            ["dọc trang đầu", "ngang trang đầu 1", "dọc"],
        ),
        (
            f"<p>a</p><div kho-giay='ngang'>{TABLE}</div><p>b</p>{END}",
            ["dọc trang đầu", "ngang", "dọc"],
        ),
        (f"<p>a</p><div kho-giay='ngang'>{TABLE}</div>{END}", ["dọc trang đầu", "ngang"]),
        (f"<div kho-giay='ngang'>{TABLE}</div>{END}", ["ngang trang đầu"]),
        ("<p>a</p><div><p>b</p></div><p>c</p>", ["dọc trang đầu"]),
        ("<div kho-giay='ngang'></div><p>c</p>", ["dọc trang đầu"]),
    ],
    ids=[
        "text",
        "annexes",
        "turned in an annex",
        "turned back in an annex",
        "turned in the text",
        "signed on the turned page",
        "all turned",
        "not turned",
        "nothing turned",
    ],
)
def test_numbers_start_anew_with_an_annex_not_where_pages_turn(
    template: str, lies: list[str], worded: Worded
) -> None:
    assert sections(worded(template.replace("'", '"'))) == lies


@pytest.mark.parametrize("name", ["nd30", "hd05"])
@pytest.mark.parametrize(
    "template",
    [
        f"<p>a</p>{TABLE}{END}",
        f"<p>a</p>{TABLE}{TABLE}{END}",
        f'<header co-quan="UBND xã" ky-hieu="KH"></header>{TABLE}{END}',
        f"<p>a</p><section><p>a</p>{TABLE}{TABLE}</section>",
        END,
    ],
    ids=["before the signature", "two tables", "after the header", "in an annex", "only signature"],
)
def test_tables_do_not_run_into_one(name: str, template: str, worded: Worded) -> None:
    body = worded(template, name).element.body
    tags = [element.tag for element in body.iterchildren()]
    pairs = list(pairwise(tags))
    assert (qn("w:tbl"), qn("w:tbl")) not in pairs
    assert tags[-2:] == [qn("w:p"), qn("w:sectPr")]


@pytest.mark.parametrize("name", ["nd30", "hd05"])
@pytest.mark.parametrize("last", ["<p>cuối</p>", "<ul><li>cuối</li></ul>", "<h2>cuối</h2>", TABLE])
def test_the_last_lines_stay_with_the_signature(name: str, last: str, worded: Worded) -> None:
    body = worded(f"<p>a</p>{last}{END}", name).element.body
    signature = body.xpath("./w:tbl")[-1]
    between = signature.getprevious()
    while between.tag == qn("w:p"):
        style = between.xpath("./w:pPr/w:pStyle/@w:val")[0]
        assert between.xpath("./w:pPr/w:keepNext") or style in {"APART", "SECTION"}
        if "cuối" in "".join(between.itertext()).lower():
            return
        between = between.getprevious()
    *others, row = between.xpath("./w:tr")
    assert all(p.xpath("./w:pPr/w:keepNext") for p in row.xpath(".//w:p"))
    assert not any(other.xpath(".//w:keepNext") for other in others)


def test_a_template_cannot_change_the_form(worded: Worded, plan_of: PlanMaker) -> None:
    """Parts dropped, added and moved: the styles stay, and nothing is set beside them."""
    usual = docx.Document(io.BytesIO(render_docx(plan_of("nd30"), Path(__file__).parents[2])))
    moved = worded(f"{END}<h3>Mục</h3>{TABLE}<h1>Tên</h1><p><b>đậm</b> <i>nghiêng</i></p>")

    def looks(document: "Document") -> dict[str, bytes]:
        return {
            str(style.name): style.element.xml.encode()
            for style in document.styles
            if style.type == 1
        }

    assert looks(moved) == looks(usual)
    direct = moved.element.body.xpath(".//w:rPr/*")
    assert {element.tag for element in direct} <= {
        qn(f"w:{name}") for name in ("b", "bCs", "i", "iCs", "rStyle")
    }
    assert sections(moved) == ["dọc trang đầu"]


@pytest.mark.parametrize("name", ["nd30", "hd05"])
@pytest.mark.parametrize("after", ["<p>sau</p>", "<ul><li>sau</li></ul>", "<h3>sau</h3>"])
def test_text_stands_off_the_table_above_it(name: str, after: str, worded: Worded) -> None:
    body = worded(f"<p>a</p>{TABLE}{after}<p>b</p>{END}", name).element.body
    spaces = {
        "".join(p.xpath(".//w:t/text()")).strip("- .").lower(): p.xpath(
            "./w:pPr/w:spacing/@w:before"
        )
        for p in body.xpath("./w:p")
    }
    assert (spaces["a"], spaces["sau"]) == ([], ["120"])
