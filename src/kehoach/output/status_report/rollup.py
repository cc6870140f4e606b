"""The report of a province over many plans as an official document."""

from dataclasses import dataclass
from pathlib import Path

from kehoach.document.blocks import Document
from kehoach.document.package import write_package
from kehoach.document.profiles import find_profile
from kehoach.document.variables import Variables
from kehoach.document.wording import word_document
from kehoach.language.day import show_day
from kehoach.model.plan import PartialDate
from kehoach.output.status_report.frame import REPORT, recipients
from kehoach.output.status_report.variables import counts, percent, period, share
from kehoach.reporting.report import Share
from kehoach.reporting.rollup import LateItem, Rollup
from kehoach.reporting.scoring import Scoring

TEMPLATE = "van-ban/bao-cao-tong-hop.html.j2"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who makes the report; what is empty is left open in the document."""

    profile: str = "nd30"
    name: str = ""
    parent: str = ""
    place: str = ""
    symbol: str = ""
    on_behalf: str = ""
    title: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()


def rollup_docx(rollup: Rollup, issuer: Issuer, scoring: Scoring | None, project: Path) -> bytes:
    """Return the document of *rollup* as the bytes of a DOCX; raises `TemplateFault`.

    With *scoring*, every commune and unit has its points.
    """
    document = rollup_document(rollup, issuer, scoring, project)
    return write_package(document, find_profile(issuer.profile))


def rollup_document(
    rollup: Rollup, issuer: Issuer, scoring: Scoring | None, project: Path
) -> Document:
    """Return *rollup* in the words of its template; raises `TemplateFault`."""
    named = rollup.named()
    variables = {
        "van_ban": _frame(rollup, issuer),
        "ky": period(rollup.window),
        "tong": {**counts(rollup.tally), "dung_han": percent(rollup.on_time)},
        "cham_diem": scoring and {"ten": scoring.name, "nguon": scoring.source},
        "ke_hoach": [
            {
                **_scored(one.share, scoring),
                "ten": name,
                "don_vi": [_scored(unit, scoring) for unit in one.units],
            }
            for name, one in named
        ],
        "im_lang": [name for name, one in named if one.is_silent],
        "cham": [
            {"ten": name, "muc": [_late(late) for late in one.late]}
            for name, one in named
            if one.late
        ],
    }
    return word_document(TEMPLATE, variables, project)


def points(one: Share, scoring: Scoring | None) -> str:
    """Return the points of a commune or unit as Vietnamese writes them, "" without any."""
    found = scoring.points(one.tally.on_time_percent) if scoring else None
    return "" if found is None else f"{found:f}".replace(".", ",")


def _frame(rollup: Rollup, issuer: Issuer) -> Variables:
    profile = find_profile(issuer.profile)
    known = rollup.window.known
    month = PartialDate(known.year, known.month)
    symbol = profile.full_symbol("", issuer.symbol, "\N{NO-BREAK SPACE}")
    return {
        "the_thuc": issuer.profile,
        "ten_loai": REPORT,
        "co_quan": issuer.name or "[CƠ QUAN TỔNG HỢP]",
        "co_quan_cap_tren": issuer.parent,
        "so": "",
        "ky_hieu": issuer.symbol,
        "so_ngay": profile.cite(symbol, profile.cited_date(month)),
        "dia_danh": issuer.place,
        "ngay": f"{known:%Y-%m}",
        "noi_nhan": recipients(issuer.recipients, issuer.profile),
        "nguoi_ky": {
            "thay_mat": issuer.on_behalf,
            "ky_thay": "",
            "thua_lenh": "",
            "thua_uy_quyen": "",
            "chuc_vu": issuer.title or "Thủ trưởng cơ quan",
            "kiem": "",
            "ho_ten": issuer.signer,
        },
    }


def _scored(one: Share, scoring: Scoring | None) -> Variables:
    return {**share(one), "diem": points(one, scoring) or "-"}


def _late(one: LateItem) -> Variables:
    return {
        "ma": one.code,
        "ten": one.title,
        "chu_tri": one.units,
        "han": show_day(one.due),
        "ly_do": one.reasons,
        "nguyen_nhan": one.cause,
        "trach_nhiem": one.responsible,
        "bien_phap": one.remedy,
        "du_kien": show_day(one.forecast),
    }
