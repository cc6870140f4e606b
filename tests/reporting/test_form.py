"""Every document about progress keeps the official form: the checker finds nothing in any."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kehoach.output.status_report.docx import report_docx
from kehoach.output.status_report.rollup import Issuer, rollup_docx
from kehoach.output.status_report.slips import slips
from kehoach.reporting.report import Report
from kehoach.reporting.rollup import make_rollup, make_standing
from kehoach.reporting.scoring import read_scoring
from kehoach.thethuc.checking import check_word
from kehoach.thethuc.reading.package import open_word

from .conftest import PLAN

ReportOf = Callable[..., Report]
ROOT = Path(__file__).parents[2]
PERIODS = ("2025-W46", "2026-W02", "2025-11", "2025-Q4", "2025-H1", "2025-H2", "2025-9T", "2025")
PLANS = ("huong-phung", "hop-minh", "nghia-hanh", "xuan-hung", "hai-duong")
PARTY = (
    PLAN.replace("nd30", "hd05")
    .replace("KH-UBND", "KH/ĐU")
    .replace("Ủy ban nhân dân xã Hướng Phùng", "Đảng ủy xã Hướng Phùng")
    .replace("thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch", "thay_mat: Đảng ủy, chuc_vu: Bí thư")
)
DRAFT = ("ban_hanh", "du_thao")
LOG = (
    "- {ngay: 2025-11-10, nhiem_vu: quy-che, ket_qua: Dự thảo, nguyen_nhan: Thiếu người}\n"
    "- {ngay: 2025-11-11, nhiem_vu: tap-huan, ket_qua: Hai lớp, kho_khan: Thiếu phòng, "
    "viec_tiep: Lớp thứ ba, de_xuat: Cấp kinh phí}\n"
    "- {ngay: 2025-11-12, chi_tieu: ho-so, gia_tri: 45%}\n"
)


def _found(data: bytes, form: str) -> list[tuple[str, str, str]]:
    checked = check_word(open_word(data, "bao-cao.docx"), form)
    return [(one.rule.number, one.text, one.message) for one in checked.findings]


def _documents(report: Report) -> Iterator[tuple[str, bytes]]:
    yield "báo cáo", report_docx(report, ROOT)
    yield from slips(report, ROOT)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("name", PLANS)
def test_of_the_plans(report_of: ReportOf, name: str, period: str) -> None:
    report = report_of(period, name=name)
    form = report.plan.document.profile
    found = {what: _found(data, form) for what, data in _documents(report)}
    assert not any(found.values()), found


@pytest.mark.parametrize("log", ["", LOG], ids=["silent", "noted"])
@pytest.mark.parametrize("state", DRAFT)
@pytest.mark.parametrize("plan", [PLAN, PARTY], ids=["nd30", "hd05"])
@pytest.mark.parametrize("period", PERIODS)
def test_of_either_form_and_state(
    report_of: ReportOf, plan: str, state: str, log: str, period: str
) -> None:
    report = report_of(period, log, plan=plan.replace("ban_hanh", state))
    form = report.plan.document.profile
    found = {what: _found(data, form) for what, data in _documents(report)}
    assert len(found) > 1
    assert not any(found.values()), found


ISSUERS = {
    "nd30": Issuer(
        "nd30",
        "Ủy ban nhân dân tỉnh Quảng Trị",
        place="Quảng Trị",
        symbol="BC-UBND",
        on_behalf="Ủy ban nhân dân",
        title="Chủ tịch",
        signer="Nguyễn Văn A",
        recipients=("Bộ Khoa học và Công nghệ", "Lưu VT"),
    ),
    "hd05": Issuer(
        "hd05",
        "Tỉnh ủy Quảng Trị",
        place="Quảng Trị",
        symbol="BC/TU",
        on_behalf="Ban Thường vụ",
        title="Bí thư",
        signer="Nguyễn Văn A",
        recipients=("Ban Chỉ đạo Trung ương",),
    ),
}


@pytest.mark.parametrize("scored", [False, True], ids=["plain", "with-points"])
@pytest.mark.parametrize("form", ISSUERS)
@pytest.mark.parametrize("period", PERIODS)
def test_of_the_summary(report_of: ReportOf, period: str, form: str, scored: bool) -> None:  # noqa: FBT001  a parameter
    reports = [report_of(period, name=name) for name in PLANS]
    standings = [make_standing(report.plan.name, report) for report in reports]
    scoring = read_scoring("khanh-hoa-11-qd-tu", ROOT) if scored else None
    rollup = make_rollup(reports[0].window, standings)
    assert _found(rollup_docx(rollup, ISSUERS[form], scoring, ROOT), form) == []
