"""A plan as an official document.

    plan → template (wording) → semantic HTML → blocks → profile (form) → DOCX

`wording` fills the Jinja2 template, `markup` reads what it wrote as `blocks`, `body` draws the
blocks as a `profile` says (`profiles.nd30`, `profiles.hd05`), `package` wraps them up. Only
drawing knows fonts and sizes, only the template knows words. Nothing heavy is imported before
something is rendered.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.document.fault import TemplateFault

if TYPE_CHECKING:
    from kehoach.model.plan import Plan

__all__ = ["TemplateFault", "render_docx"]


def render_docx(plan: "Plan", project: Path) -> bytes:
    """Return the official document of *plan* as the bytes of a DOCX; same plan, same bytes.

    The template is ``templates/van-ban/ke-hoach.html.j2`` of *project*, or else the one that
    comes with the program. Raises `TemplateFault` where the template is wrong.
    """
    from kehoach.document.package import write_package  # noqa: PLC0415  costs nothing before use
    from kehoach.document.profiles import find_profile  # noqa: PLC0415
    from kehoach.document.wording import word_plan  # noqa: PLC0415

    profile = find_profile(plan.document.profile)
    return write_package(word_plan(plan, profile, project), profile)
