"""What stands around a report or a slip of a plan: type, number, recipients, documents cited.

The plan's own document lends its issuer, its signer and its recipients. Number and day stay open:
they are given when the report is signed.
"""

import datetime as dt
import re
from collections.abc import Iterable

from kehoach.document.profile import Profile
from kehoach.document.variables import Variables, plan_variables
from kehoach.language.citation import Citation as CitedDocument
from kehoach.language.citation import System, find_citations, type_code
from kehoach.language.fold import fold
from kehoach.model.plan import Citation, DocumentInfo, PartialDate, Plan
from kehoach.reporting.line import Line
from kehoach.reporting.report import Report
from kehoach.reporting.windows import Cycle
from kehoach.rules.tables import read_table

REPORT, SLIP = "Báo cáo", "Thông báo"
"""Types of documents; the form knows no type Phiếu giao việc."""

_SYSTEMS = {"nd30": System.STATE, "hd05": System.PARTY}
_DOCUMENTS = "van-ban-vien-dan/ngay-ban-hanh"
_KEPT = {
    "nd30": ("VT", "Lưu: ", re.compile(r"VT\b")),
    "hd05": ("Văn phòng", "Lưu ", re.compile(r"Văn phòng|VP")),
}
"""By form: who keeps a document, what stands before, and what else may keep it."""
_KEPT_LINE = re.compile(r"lưu\b\s*:?\s*(?P<rest>.*)", re.IGNORECASE)


def frame_variables(report: Report, profile: Profile, type_name: str = REPORT) -> Variables:
    """Return what templates of a document *type_name* have of the plan: its own and the new one.

    *profile* writes symbols and dates as its form wants.
    """
    plan = report.plan
    form = plan.document.profile
    base = plan_variables(plan, profile)
    symbol = symbol_of(type_name, plan.document)
    month = PartialDate(report.window.known.year, report.window.known.month)
    return {
        "don_vi": base["don_vi"],
        "ke_hoach": base["van_ban"],
        "van_ban": {
            **base["van_ban"],
            "ten_loai": type_name,
            "ky_hieu": symbol,
            "so": "",
            "ngay": f"{month.year:04}-{month.month:02}",
            "so_ngay": profile.cite(
                profile.full_symbol("", symbol, "\N{NO-BREAK SPACE}"), profile.cited_date(month)
            ),
            "du_thao": False,
            "kinh_gui": addressees(plan, report.window.cycle),
            "noi_nhan": recipients(plan.document.recipients, form),
        },
        "vien_dan": cited(plan, report.lines, profile),
    }


def symbol_of(type_name: str, document: DocumentInfo) -> str:
    """Return the symbol of a document *type_name* by the issuer of *document*: ``BC-UBND``."""
    system = _SYSTEMS[document.profile]
    old, new = type_code(document.type_name, system), type_code(type_name, system)
    symbol = document.symbol
    if old and new and symbol.startswith((f"{old}-", f"{old}/")):
        return f"{new}{symbol.removeprefix(old)}"
    return symbol


def addressees(plan: Plan, cycle: Cycle) -> list[str]:
    """Return to whom *plan* wants reports of this cycle sent; empty where it does not say."""
    found = (duty.recipient for duty in plan.reports if str(cycle) in duty.period.lower())
    return list(dict.fromkeys(filter(None, found)))


def recipients(given: Iterable[str], form: str) -> list[str]:
    """Return *given* with who keeps the document at the end, as the form *form* writes it.

    ``Lưu VT`` is ``Lưu: VT`` by NĐ 30/2020/NĐ-CP (phụ lục I, II.9.d); the party names its office
    there, without a colon (HD 05-HD/VPTW, II.I.9).
    """
    others: list[str] = []
    office, word, right = _KEPT[form]
    kept = f"{word}{office}"
    for one in given:
        found = _KEPT_LINE.fullmatch(one.strip(" ;."))
        if found is None:
            others.append(one)
        elif right.match(found["rest"]):
            kept = f"{word}{found['rest']}"
    return [*others, kept]


def cited(plan: Plan, lines: Iterable[Line], profile: Profile) -> list[str]:
    """Return the documents that the names of items in *lines* mention, in full.

    What is cited first is cited in full (NĐ 30/2020/NĐ-CP, phụ lục I, II.6.b), and items of a plan
    only take up what its bases said before. A document that the bases have not in full is cited by
    the table of `kehoach.rules.tables`; what is not in it either is left out.
    """
    bases = {fold(base.symbol): base for base in plan.bases if base.date and base.issuer}
    found: dict[str, str] = {}
    for line in lines:
        for one in find_citations(line.item.title):
            key = fold(str(one.symbol))
            base = bases.get(key) or _known(one)
            if base is not None:
                date = profile.cited_date(base.date)
                said = (
                    base.type_name,
                    profile.cite(base.symbol, date),
                    f"của {base.issuer}",
                    base.title,
                )
                found.setdefault(key, " ".join(filter(None, said)))
    return list(found.values())


def _known(mentioned: CitedDocument) -> Citation | None:
    """Return what the table of known documents has of *mentioned*, if its number is not ambiguous.

    Numbers without a year or a term of years begin anew each year.
    """
    symbol = str(mentioned.symbol)
    line = next((one for one in read_table(_DOCUMENTS) if one["ky_hieu"] == symbol), None)
    if line is None or not (mentioned.symbol.year or "khoa" in line):
        return None
    date = dt.date.fromisoformat(line["ngay"])
    day = PartialDate(date.year, date.month, date.day)
    return Citation((), mentioned.type_name, symbol, day, line["co_quan"])
