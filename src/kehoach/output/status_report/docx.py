"""A status report as an official document of the type Báo cáo: for Word, as a page, as text."""

from pathlib import Path

from kehoach.document.blocks import Document
from kehoach.document.html_page import write_html
from kehoach.document.package import write_package
from kehoach.document.profile import Profile
from kehoach.document.profiles import find_profile
from kehoach.document.wording import word_document
from kehoach.output.status_report.text import document_text
from kehoach.output.status_report.variables import report_variables
from kehoach.reporting.report import Report
from kehoach.reporting.windows import Cycle

TEMPLATE = "van-ban/bao-cao.html.j2"
WEEKLY_TEMPLATE = "van-ban/bao-cao-tuan.html.j2"


def report_docx(report: Report, project: Path) -> bytes:
    """Return the document of *report* as the bytes of a DOCX; raises `TemplateFault`."""
    return write_package(report_document(report, project), _profile(report))


def report_html(report: Report, project: Path) -> bytes:
    """Return the same document as the bytes of one HTML page; raises `TemplateFault`."""
    return write_html(report_document(report, project), _profile(report))


def report_text(report: Report, project: Path) -> bytes:
    """Return the same words as text to be pasted elsewhere; raises `TemplateFault`."""
    return document_text(report_document(report, project, to_paste=True)).encode()


def report_document(report: Report, project: Path, *, to_paste: bool = False) -> Document:
    """Return *report* in the words of its template; raises `TemplateFault`.

    *to_paste* is told to the template: the form of another system may name its parts otherwise.
    """
    variables = {**report_variables(report, _profile(report)), "de_dan": to_paste}
    name = WEEKLY_TEMPLATE if report.window.cycle is Cycle.WEEK else TEMPLATE
    return word_document(name, variables, project)


def _profile(report: Report) -> Profile:
    document = report.plan.document
    return find_profile(document.profile, document.size)
