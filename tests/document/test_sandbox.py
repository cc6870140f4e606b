"""Templates that read files, run Python or use the machine up: each is a fault with its line."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kehoach.document import TemplateFault, render_docx

if TYPE_CHECKING:
    from kehoach.model.plan import Plan

NAME = "van-ban/ke-hoach.html.j2"
MAIN = {
    "double": "{% set ns = namespace(x='ab') %}{% for i in range(90) %}",
    "end": "{% endfor %}<p>{{ ns.x }}</p>",
}


def render(template: str, project: Path, plan: "Plan") -> bytes:
    folder = project / "templates" / "van-ban"
    folder.mkdir(parents=True, exist_ok=True)
    (project / "templates" / NAME).write_text(f"\n{template}", encoding="utf-8")
    return render_docx(plan, project)


@pytest.fixture
def plan(plan_of: Callable[..., "Plan"]) -> "Plan":
    return plan_of("nd30")


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ van_ban.__class__ }}",
        "{{ van_ban['__class__'].__base__ }}",
        "{{ ''|attr('__class__') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ range.__globals__ }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ dict.mro() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum.__globals__['os'] }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(van_ban) }}",
        "{{ '%s'.__mod__ }}",
        "{{ noi_dung.__getitem__(0) }}",
        "{{ ('a' | map).gi_frame.f_globals }}",
        "{{ van_ban.update(so='1') }}",
        "{{ open('/etc/passwd') }}",
        "{{ __import__('os') }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../../../../../etc/passwd' %}",
        "{% include 'van-ban/../../../etc/passwd' %}",
        "{% import 'C:/Windows/win.ini' as x %}",
        "{% extends '..\\\\..\\\\bi-mat' %}",
        "{% include ['khong-co.j2', '/etc/passwd'] %}",
        "<p>&bi-mat;</p>",
        "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;</p>",
        "<?xml-stylesheet href='file:///etc/passwd'?>",
    ],
)
def test_nothing_of_the_machine_is_reached(template: str, tmp_path: Path, plan: "Plan") -> None:
    with pytest.raises(TemplateFault) as caught:
        render(template, tmp_path, plan)
    assert caught.value.template == NAME


@pytest.mark.parametrize(
    "template",
    [
        pytest.param(
            "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
            id="loops in loops",
        ),
        pytest.param("{% for i in range(1000000000) %}{% endfor %}", id="long loop"),
        pytest.param(
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
            "{{ m(90) }}",
            id="branching macro",
        ),
        pytest.param("{{ 'a' * 100000000000 }}", id="times"),
        pytest.param("{{ 100000000000 * [1] }}", id="times a list"),
        pytest.param("{{ 9 ** 9 ** 9 }}", id="power"),
        pytest.param("{{ '%99999999999d' % 1 }}", id="percent"),
        pytest.param("{{ 'a'.ljust(99999999999) }}", id="method"),
        pytest.param("{{ 'a\tb'.expandtabs(tabsize=99999999999) }}", id="named argument"),
        pytest.param(MAIN["double"] + "{% set ns.x = ns.x ~ ns.x %}" + MAIN["end"], id="tilde"),
        pytest.param(MAIN["double"] + "{% set ns.x = ns.x * 2 %}" + MAIN["end"], id="twice"),
        pytest.param(
            MAIN["double"] + "{% set x %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = x %}"
            "{% endfor %}",
            id="block",
        ),
        pytest.param(
            MAIN["double"] + "{% set ns.x = ns.x | replace('a', 'aa') %}" + MAIN["end"],
            id="replace filter",
        ),
        pytest.param(
            MAIN["double"] + "{% set ns.x = ns.x.replace('a', 'aa') %}" + MAIN["end"],
            id="replace method",
        ),
        pytest.param("{{ range(9999) | join('a' * 9999) }}", id="join"),
    ],
)
def test_a_template_comes_to_an_end(template: str, tmp_path: Path, plan: "Plan") -> None:
    with pytest.raises(TemplateFault, match="mẫu lặp quá nhiều hoặc viết ra quá dài") as caught:
        render(template, tmp_path, plan)
    assert (caught.value.template, caught.value.line) == (NAME, 2)


def test_steps_are_counted_anew_for_each_document(tmp_path: Path, plan: "Plan") -> None:
    template = "{% for i in range(900) %}{% for j in range(900) %}{% endfor %}{% endfor %}<p>a</p>"
    first = render(template, tmp_path, plan)
    assert all(render_docx(plan, tmp_path) == first for _ in range(4))


def test_what_loops_know_of_themselves_is_still_there(tmp_path: Path, plan: "Plan") -> None:
    template = (
        "{% for x in ['a', 'b'] | map('upper') %}"
        "<p>{{ loop.index ~ '/' ~ loop.length ~ x ~ ('.' if loop.last else ';') }}</p>"
        "{% endfor %}"
    )
    same = "<p>1/2A;</p><p>2/2B.</p>"
    assert render(template, tmp_path, plan) == render(same, tmp_path / "b", plan)


def test_put_together_texts_stay_escaped(tmp_path: Path, plan: "Plan") -> None:
    template = "<p>{{ '<b>' ~ ('<i>a</i>' | safe) }}</p>"
    same = "<p>&lt;b&gt;<i>a</i></p>"
    assert render(template, tmp_path, plan) == render(same, tmp_path / "b", plan)


@pytest.mark.parametrize("name", ["random", "center", "pprint"])
def test_filters_without_use_are_not_there(name: str, tmp_path: Path, plan: "Plan") -> None:
    with pytest.raises(TemplateFault, match=f"không có bộ lọc “{name}”"):
        render(f"{{{{ 'a' | {name} }}}}", tmp_path, plan)
