"""The report of a province over many plans as an official document."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kehoach.document.package import write_package
from kehoach.document.profiles import find_profile
from kehoach.document.variables import Variables
from kehoach.document.wording import word_document
from kehoach.model.plan import PartialDate
from kehoach.output.status_report.variables import counts, line, period, share
from kehoach.reporting.report import Share
from kehoach.reporting.rollup import Rollup, Standing
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
    title: str = ""
    signer: str = ""


def rollup_docx(rollup: Rollup, issuer: Issuer, scoring: Scoring | None, project: Path) -> bytes:
    """Return the document of *rollup* as the bytes of a DOCX; raises `TemplateFault`.

    With *scoring*, every commune and unit has its points.
    """
    names = _names(rollup)
    profile = find_profile(issuer.profile)
    month = PartialDate(rollup.window.known.year, rollup.window.known.month)
    symbol = profile.full_symbol("", issuer.symbol, "\N{NO-BREAK SPACE}")
    variables = {
        "van_ban": {
            "the_thuc": issuer.profile,
            "co_quan": issuer.name or "[CƠ QUAN TỔNG HỢP]",
            "cap_tren": issuer.parent,
            "ky_hieu": issuer.symbol,
            "so_ngay": profile.cite(symbol, profile.cited_date(month)),
            "dia_danh": issuer.place,
            "ngay": f"{rollup.window.known:%Y-%m}",
            "chuc_vu": issuer.title or "Thủ trưởng cơ quan",
            "ho_ten": issuer.signer,
        },
        "ky": period(rollup.window),
        "tong": counts(rollup.tally),
        "cham_diem": scoring and {"ten": scoring.name, "nguon": scoring.source},
        "ke_hoach": [
            {
                **_scored(one.share, scoring),
                "ten": names[one.plan],
                "don_vi": [_scored(unit, scoring) for unit in one.units],
            }
            for one in rollup.standings
        ],
        "im_lang": [names[one.plan] for one in rollup.silent],
        "cham": [
            {"ten": names[one.plan], "muc": [line(late) for late in one.late]}
            for one in rollup.standings
            if one.late
        ],
    }
    return write_package(word_document(TEMPLATE, variables, project), profile)


def _scored(one: Share, scoring: Scoring | None) -> Variables:
    points = scoring.points(one.tally.on_time_percent) if scoring else None
    return {
        **share(one),
        "diem": "-" if points is None else f"{points:f}".replace(".", ","),
    }


def _names(rollup: Rollup) -> dict[str, str]:
    """Return how each plan is called: by its commune, and further where that is not enough."""
    same = Counter((one.commune, one.province) for one in rollup.standings)
    one_province = len({one.province for one in rollup.standings}) == 1
    return {one.plan: _name(one, same, one_province=one_province) for one in rollup.standings}


def _name(one: Standing, same: Counter[tuple[str, str]], *, one_province: bool) -> str:
    name = one.commune if one_province else f"{one.commune}, {one.province}"
    return name if same[one.commune, one.province] == 1 else f"{name} ({one.plan})"
