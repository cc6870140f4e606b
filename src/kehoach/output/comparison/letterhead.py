"""The official form around a comparison: a report of whoever issued the plan, to be signed."""

from pathlib import Path
from typing import Any

from kehoach.document.package import write_package
from kehoach.document.profiles import find_profile
from kehoach.document.variables import document_variables
from kehoach.document.wording import word_document
from kehoach.model.plan import DocumentInfo, Signer
from kehoach.output.status_report.frame import symbol_of

_UNKNOWN = DocumentInfo(
    profile="nd30",
    status="du_thao",
    type_name="Kế hoạch",
    parent_issuer="",
    issuer="[CƠ QUAN LẬP BẢNG]",
    number="",
    symbol="KH-UBND",
    place="",
    date=None,
    subject="",
    signer=Signer(title="[Chức vụ]"),
    recipients=(),
)


def write_report(
    template: str, variables: dict[str, Any], project: Path, issuer: DocumentInfo | None
) -> bytes:
    """Return the report that *template* words as the bytes of a DOCX.

    *issuer* is the document of the plan whose issuer reports; without one, what it would say is
    left open in the form of the state. Number and day are given when the report is signed. Raises
    `TemplateFault` where the template is wrong.
    """
    plan = issuer or _UNKNOWN
    profile = find_profile(plan.profile, plan.size)
    report = plan._replace(
        type_name="Báo cáo", symbol=symbol_of("Báo cáo", plan), status="du_thao", date=None
    )
    document = word_document(
        template, {"van_ban": document_variables(report, profile), **variables}, project
    )
    return write_package(document, profile)
