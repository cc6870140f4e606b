"""Templates of a project, and what is said of wrong ones."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from kehoach.document import TemplateFault, render_docx

if TYPE_CHECKING:
    from docx.document import Document

    from kehoach.model.plan import Plan

NAME = "van-ban/ke-hoach.html.j2"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "templates" / "van-ban").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def plan(plan_of: Callable[..., "Plan"]) -> "Plan":
    return plan_of("nd30")


@pytest.fixture
def words(
    project: Path, plan: "Plan", as_text: Callable[["Document"], str]
) -> Callable[[str], list[str]]:
    """Write the template of the project, return the lines of the document it makes."""

    def render(template: str) -> list[str]:
        write(project, template)
        document = docx.Document(io.BytesIO(render_docx(plan, project)))
        return as_text(document).splitlines()[:-2]

    return render


def write(project: Path, text: str, name: str = NAME) -> None:
    (project / "templates" / name).write_text(text, encoding="utf-8")


def test_template_of_the_project_wins(words: Callable[[str], list[str]]) -> None:
    template = "<h1>{{ van_ban.ten_loai }}</h1><p>Lời của xã</p>"
    assert words(template) == ["[Tên loại] KẾ HOẠCH", "[Nội dung] Lời của xã./."]


def test_changed_template_is_read_again(words: Callable[[str], list[str]]) -> None:
    assert words("<p>Lời trước</p>") == ["[Nội dung] Lời trước./."]
    assert words("<p>Lời sau này</p>") == ["[Nội dung] Lời sau này./."]


def test_template_may_use_another_one(project: Path, words: Callable[[str], list[str]]) -> None:
    write(project, "{% macro chao(ai) %}<p>Kính gửi {{ ai }}</p>{% endmacro %}", "van-ban/chung.j2")
    lines = words("{% from 'van-ban/chung.j2' import chao %}{{ chao('A & B') }}")
    assert lines == ["[Nội dung] Kính gửi A & B./."]


def test_texts_of_the_plan_are_no_markup(
    project: Path, plan_of: Callable[..., "Plan"], as_text: Callable[["Document"], str]
) -> None:
    plan = plan_of("nd30", mo_dau='<b>"A" & {{ van_ban.so }}</b></p>')
    write(project, "<p>{{ mo_dau[0] }}</p>")
    document = docx.Document(io.BytesIO(render_docx(plan, project)))
    assert as_text(document).splitlines()[0] == ('[Nội dung] <b>"A" & {{ van_ban.so }}</b></p>./.')


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        pytest.param("\n{{ noi_dungg }}", 2, "không có biến “noi_dungg”", id="name"),
        pytest.param("\n\n{{ van_ban.soo }}", 3, "không có khóa “soo”", id="key"),
        pytest.param(
            "{% macro m(x) %}\n{{ x.ten }}\n{% endmacro %}\n{{ m(van_ban) }}",
            2,
            "không có khóa “ten”",
            id="key in a macro",
        ),
        pytest.param("<p>\n{% for x in y", 2, "biểu thức viết dở hoặc sai", id="open tag"),
        pytest.param("{% if x %}\n<p></p>", 2, "thiếu lệnh đóng “endif”", id="no endif"),
        pytest.param("\n{% neu %}", 2, "không có lệnh “neu”", id="unknown tag"),
        pytest.param("\n{{ 1 | tron }}", 2, "không có bộ lọc “tron”", id="unknown filter"),
        pytest.param("{{ 'a' + 1 }}", 1, "biểu thức không dùng được", id="wrong types"),
        pytest.param("\n{{ 1 / 0 }}", 2, "biểu thức không dùng được", id="division by zero"),
        pytest.param(
            "{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}",
            1,
            "biểu thức không dùng được",
            id="endless macro",
        ),
        pytest.param("{{ ''.__class__ }}", 1, "không được dùng phần bên trong", id="sandbox"),
        pytest.param(
            "\n{{ ''['__class__'].__mro__ }}",
            2,
            "không được dùng phần bên trong",
            id="sandbox item",
        ),
        pytest.param(
            "{{ '{0.__class__}'.format('') }}", 1, "không được dùng phần bên trong", id="format"
        ),
        pytest.param("{% do mo_dau.append(1) %}", 1, "không có lệnh “do”", id="statement"),
        pytest.param("\n{% include 'khac.j2' %}", 2, "không có mẫu “khac.j2”", id="no template"),
        pytest.param(
            "{% include '../../bi-mat' %}", 1, "không có mẫu “../../bi-mat”", id="out of the folder"
        ),
        pytest.param("<p>a</p>\n<marquee>b</marquee>", 2, "không có thẻ <marquee>", id="element"),
        pytest.param(
            "{% for x in noi_dung %}\n<p>{{ x.de_muc }}\n{% endfor %}",
            2,
            "thẻ <p> không được đứng trong thẻ <p>",
            id="not closed",
        ),
        pytest.param("<ul>\n<li>a</ul>", 2, "thẻ <li> chưa đóng", id="not closed in a list"),
        pytest.param("<p>{{ '<x>' | safe }}</p>", 1, "không có thẻ <x>", id="markup by safe"),
    ],
)
def test_fault_names_template_line_and_reason(
    template: str, line: int, message: str, project: Path, plan: "Plan"
) -> None:
    write(project, template)
    with pytest.raises(TemplateFault) as caught:
        render_docx(plan, project)
    fault = caught.value
    assert message in fault.message
    assert (fault.template, fault.line) == (NAME, line)
    assert str(fault) == f"{NAME}:{line}: {fault.message}"


def test_fault_of_an_included_template_names_that_one(project: Path, plan: "Plan") -> None:
    write(project, "\n\n{% include 'van-ban/phan.j2' %}")
    write(project, "\n<sai></sai>", "van-ban/phan.j2")
    with pytest.raises(TemplateFault) as caught:
        render_docx(plan, project)
    assert (caught.value.template, caught.value.line) == ("van-ban/phan.j2", 2)


def test_template_in_another_encoding_is_a_fault(project: Path, plan: "Plan") -> None:
    (project / "templates" / NAME).write_bytes("<p>Đ</p>".encode("utf-16"))
    with pytest.raises(TemplateFault, match="mẫu không phải mã UTF-8"):
        render_docx(plan, project)


def test_byte_order_mark_is_no_text(project: Path, plan: "Plan") -> None:
    (project / "templates" / NAME).write_bytes(b"\xef\xbb\xbf<p>a</p>")
    assert render_docx(plan, project)


@pytest.mark.parametrize(
    ("template", "same"),
    [
        pytest.param(
            "<p>{{ 'A & B' | gan_khoa('chu_tri') }}</p>",
            '<p><span khoa="chu_tri">A &amp; B</span></p>',
            id="text",
        ),
        pytest.param(
            "<p>{{ ['A', '<b>'] | gan_khoa('chu_tri') | join('; ') }}</p>",
            '<p><span khoa="chu_tri">A</span>; <span khoa="chu_tri">&lt;b&gt;</span></p>',
            id="list",
        ),
        pytest.param("<p>{{ 'A' | gan_khoa('') }}</p>", "<p>A</p>", id="no key"),
        pytest.param('<p khoa="han">A</p>', '<p><span khoa="han">A</span></p>', id="attribute"),
    ],
)
def test_values_are_named(template: str, same: str, project: Path, plan: "Plan") -> None:
    write(project, template)
    rendered = render_docx(plan, project)
    write(project, f"\n{same}")
    assert rendered == render_docx(plan, project)


def test_defaults_of_macros_are_taken_where_values_are_left_out(
    words: Callable[[str], list[str]],
) -> None:
    template = (
        "{% macro m(a, b='hai', c='ba') %}<p>{{ a }} {{ b }} {{ c }}</p>{% endmacro %}"
        "{{ m('một') }}{{ m('một', 'nhì') }}{% for x in ['ba'] %}{{ m(x, c='tam') }}{% endfor %}"
    )
    assert words(template) == [
        "[Nội dung] một hai ba",
        "[Nội dung] một nhì ba",
        "[Nội dung] ba hai tam./.",
    ]
