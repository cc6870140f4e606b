"""A plan as an official document.

    plan → template (wording) → semantic HTML → blocks → profile (form) → DOCX, HTML

`wording` fills the Jinja2 template, `markup` reads what it wrote as `blocks`, `body` draws the
blocks as a `profile` says (`profiles.nd30`, `profiles.hd05`) with a pen: `ooxml` for Word, which
`package` wraps up, or `html_page`. Only drawing knows fonts and sizes, only the template knows
words. Nothing heavy is imported before something is rendered.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.document.fault import TemplateFault
from kehoach.source.collecting import uncollected

if TYPE_CHECKING:
    from kehoach.document.blocks import Document
    from kehoach.document.profile import Profile
    from kehoach.model.plan import Plan

__all__ = ["TemplateFault", "render_docx", "render_html"]


def render_docx(plan: "Plan", project: Path) -> bytes:
    """Return the official document of *plan* as the bytes of a DOCX; same plan, same bytes.

    The template is ``templates/van-ban/ke-hoach.html.j2`` of *project*, or else the one that
    comes with the program. Raises `TemplateFault` where the template is wrong.
    """
    from kehoach.document.package import write_package  # noqa: PLC0415  costs nothing before use

    with uncollected():
        return write_package(*_word(plan, project))


def render_html(plan: "Plan", project: Path) -> bytes:
    """Return the same document as the bytes of one HTML page; same plan, same bytes.

    Raises `TemplateFault` as `render_docx` does.
    """
    from kehoach.document.html_page import write_html  # noqa: PLC0415  costs nothing before use

    with uncollected():
        return write_html(*_word(plan, project))


def _word(plan: "Plan", project: Path) -> "tuple[Document, Profile]":
    from kehoach.document.profiles import find_profile  # noqa: PLC0415  the same
    from kehoach.document.wording import word_plan  # noqa: PLC0415  the same

    profile = find_profile(plan.document.profile, plan.document.size)
    return word_plan(plan, profile, project), profile
