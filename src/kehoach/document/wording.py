"""A plan put into words by a Jinja2 template.

A template may come with any project, so it runs in a sandbox: it sees the variables of the plan
and nothing of Python, and it comes to an end. Texts of the plan are escaped wherever they stand.
Names that do not exist are faults, not blanks.
"""

import re
import traceback
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.loaders import split_template_path

from kehoach.document import punctuation
from kehoach.document.blocks import Document
from kehoach.document.fault import TemplateFault
from kehoach.document.marking import mark_values, name_value
from kehoach.document.markup import MarkupFault, mark_places, read_markup
from kehoach.document.profile import Profile
from kehoach.document.sandbox import TemplateSandbox, TooMuch
from kehoach.document.variables import Variables, plan_variables
from kehoach.model.plan import Plan
from kehoach.source.resources import find_template

PLAN_TEMPLATE = "van-ban/ke-hoach.html.j2"
_ENDING = ".j2"

_MISUSE = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
"""What an expression of a template can raise on values it was not made for."""


def word_plan(plan: Plan, profile: Profile, project: Path) -> Document:
    """Return *plan* in the words of the template of *project*; raises `TemplateFault`."""
    return word_document(PLAN_TEMPLATE, plan_variables(plan, profile), project)


def word_document(name: str, variables: Variables, project: Path) -> Document:
    """Return *variables* in the words of the template *name*; raises `TemplateFault`."""
    try:
        return read_markup(fill_template(name, variables, project))
    except MarkupFault as fault:
        template, line = _place(name, variables, project, fault)
        raise TemplateFault(template, line, fault.message) from None


def _place(name: str, variables: Variables, project: Path, fault: MarkupFault) -> tuple[str, int]:
    """Find the line that wrote what *fault* says: write all again with the lines told."""
    try:
        read_markup(fill_template(name, variables, project, marked=True))
    except MarkupFault as again:
        if again.message == fault.message and again.place:
            template, _, line = again.place.rpartition(":")
            return template, int(line)
    except TemplateFault:
        pass  # a tag inside an expression: the line told before it broke the expression
    return name, 0


def fill_template(name: str, variables: Variables, project: Path, *, marked: bool = False) -> str:
    """Return what the template *name* writes of *variables*; raises `TemplateFault`."""
    environment = template_environment(project, marked=marked)
    environment.begin()
    try:
        return _render(environment.get_template(name), variables)
    except jinja2.TemplateSyntaxError as error:
        place, message = (error.name or name, error.lineno), _syntax(error.message or "")
    except jinja2.TemplateNotFound as error:
        place, message = _raised_at(error, name), f"không có mẫu “{error.name}”"
    except (TooMuch, MemoryError) as error:
        place, message = _raised_at(error, name), "mẫu lặp quá nhiều hoặc viết ra quá dài"
    except SecurityError as error:
        place = _raised_at(error, name)
        message = "mẫu không được dùng phần bên trong của các giá trị"
    except jinja2.UndefinedError as error:
        place, message = _raised_at(error, name), _undefined(error.message or "")
    except (jinja2.TemplateError, *_MISUSE) as error:
        place = _raised_at(error, name)
        message = f"biểu thức không dùng được với giá trị này ({error})"
    raise TemplateFault(*place, message)


def _render(template: jinja2.Template, variables: Variables) -> str:
    """Do what ``template.render`` does, and let go of the variables.

    Macros and their context know each other, a circle that would keep a whole plan until the
    collector comes by.
    """
    context = template.new_context(variables)
    try:
        return template.environment.concat(template.root_render_func(context))
    except Exception:  # noqa: BLE001  raised again, with the lines of the template
        template.environment.handle_exception()
    finally:
        context.parent.clear()
        context.vars.clear()


@lru_cache(maxsize=8)
def template_environment(project: Path, *, marked: bool = False) -> TemplateSandbox:
    """Return the Jinja environment for the templates of *project*; *marked*: lines are told."""
    environment = TemplateSandbox(
        loader=jinja2.FunctionLoader(lambda name: _load(name, project, marked=marked)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        optimized=False,  # it takes longer than it saves in a document
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["bo_dau_cuoi"] = punctuation.open_end
    environment.filters["dau_cham"] = punctuation.close
    environment.filters["thuong_dau"] = punctuation.lower_first
    environment.filters["hoa_dau"] = punctuation.upper_first
    environment.filters["danh_dau"] = mark_values
    environment.filters["gan_khoa"] = name_value
    return environment


def _load(name: str, project: Path, *, marked: bool) -> tuple[str, str, Callable[[], bool]] | None:
    """Find and read a template for Jinja: its text, its name for messages, whether it is current.

    Raises `jinja2.TemplateNotFound` for a name that leaves the folder of templates.
    """
    split_template_path(name)
    file = find_template(name, project)
    if file is None:
        return None
    changed = file.stat().st_mtime_ns
    try:
        source = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateFault(name, 0, "mẫu không phải mã UTF-8") from None
    except OSError as error:
        raise TemplateFault(name, 0, f"không đọc được mẫu ({error.strerror})") from None
    text = mark_places(source, name) if marked else source
    return text, name, lambda: file.is_file() and file.stat().st_mtime_ns == changed


def _raised_at(error: BaseException, name: str) -> tuple[str, int]:
    """Return the template and line that *error* comes from, or *name* where it cannot be told.

    Jinja puts them in the traceback.
    """
    places = [
        (frame.f_code.co_filename, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename.endswith(_ENDING)
    ]
    return places[-1] if places else (name, 0)


_UNDEFINED = re.compile(r"'([^']*)' is undefined|has no attribute '([^']*)'")


def _undefined(message: str) -> str:
    found = _UNDEFINED.search(message)
    if not found:
        return f"mẫu dùng giá trị không có ({message})"
    return f"không có biến “{found[1]}”" if found[1] else f"không có khóa “{found[2]}”"


_SYNTAX = (
    (re.compile(r"unknown tag '(\w+)'"), "không có lệnh “{}” hoặc lệnh này đứng sai chỗ"),
    (re.compile(r"needs to be closed is '(\w+)'"), "thiếu lệnh đóng “end{}”"),
    (re.compile(r"No filter named '(\w+)'"), "không có bộ lọc “{}”"),
    (re.compile(r"expected (?:token )?'([^']+)'"), "biểu thức viết dở hoặc sai, đang cần “{}”"),
)


def _syntax(message: str) -> str:
    for pattern, words in _SYNTAX:
        found = pattern.search(message)
        if found:
            return words.format(found[1])
    return f"không đúng cú pháp Jinja ({message})"
