"""Task slips (phiếu giao việc): for each unit that leads, what is still to be done and by when."""

from collections.abc import Iterator
from pathlib import Path

from kehoach.document.package import write_package
from kehoach.document.profiles import find_profile
from kehoach.document.wording import word_document
from kehoach.output.status_report.frame import SLIP, cited, frame_variables
from kehoach.output.status_report.variables import line, period
from kehoach.progress.entry import Stage
from kehoach.reporting.report import Report

TEMPLATE = "van-ban/phieu-giao-viec.html.j2"


def slips(report: Report, project: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each unit that leads something still to be done, with its slip as a DOCX.

    Raises `TemplateFault` where the template is wrong.
    """
    document = report.plan.document
    profile = find_profile(document.profile, document.size)
    variables = {**frame_variables(report, profile, SLIP), "ky": period(report.window)}
    kept = variables["van_ban"]["noi_nhan"][-1]
    for unit in report.status.by_unit():
        mine = [
            one
            for one in report.lines
            if unit in one.item.units and one.now.stage is not Stage.COMPLETED
        ]
        if mine:
            mine.sort(key=lambda one: (one.now.timing.due is None, one.now.timing.due))
            said = {
                **variables,
                "nguoi_nhan": unit,
                "noi_nhan": [unit, kept],
                "vien_dan": cited(report.plan, mine, profile),
                "viec": [line(one) for one in mine],
            }
            yield unit, write_package(word_document(TEMPLATE, said, project), profile)
