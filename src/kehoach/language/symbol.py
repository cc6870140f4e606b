"""Number and symbol of a document: ``05/KH-UBND``, ``02-KH/BCĐTW``, ``30/2020/NĐ-CP``.

State documents write ``05/KH-UBND`` and ``30/2020/NĐ-CP`` (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3), an
official letter ``12/UBND-VHXH`` without a type code, laws ``72/2025/QH15``; Party documents write
``02-KH/BCĐTW`` (HD 05-HD/VPTW). Both are cited in both kinds of documents, and one document may be
met in either writing: Kế hoạch 02-KH/BCĐTW is ``02/KH-BCĐTW`` in Nghị quyết 214/NQ-CP. So number,
year, type code and issuer tell whether two symbols mean one document, not the system.

Faults are only what no right symbol has; what may be an old or unusual symbol is let pass.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern

TYPE_CODES: Mapping[str, str] = MappingProxyType(
    {
        "Nghị quyết": "NQ",
        "Quyết định": "QĐ",
        "Chỉ thị": "CT",
        "Quy chế": "QC",
        "Quy định": "QyĐ",
        "Thông cáo": "TC",
        "Thông báo": "TB",
        "Hướng dẫn": "HD",
        "Chương trình": "CTr",
        "Kế hoạch": "KH",
        "Phương án": "PA",
        "Đề án": "ĐA",
        "Dự án": "DA",
        "Báo cáo": "BC",
        "Biên bản": "BB",
        "Tờ trình": "TTr",
        "Hợp đồng": "HĐ",
        "Công điện": "CĐ",
        "Bản ghi nhớ": "BGN",
        "Bản thỏa thuận": "BTT",
        "Giấy ủy quyền": "GUQ",
        "Giấy mời": "GM",
        "Giấy giới thiệu": "GGT",
        "Giấy nghỉ phép": "GNP",
        "Phiếu gửi": "PG",
        "Phiếu chuyển": "PC",
        "Phiếu báo": "PB",
        "Sao y": "SY",
        "Trích sao": "TrS",
        "Sao lục": "SL",
    }
)
"""Type name to code of state documents: NĐ 30/2020/NĐ-CP, Phụ lục III, Mục I. Công văn has none."""

PARTY_TYPE_CODES: Mapping[str, str] = MappingProxyType(
    {
        "Nghị quyết": "NQ",
        "Quyết định": "QĐ",
        "Chỉ thị": "CT",
        "Kết luận": "KL",
        "Quy chế": "QC",
        "Quy định": "QĐ",
        "Thông tri": "TT",
        "Hướng dẫn": "HD",
        "Thông báo": "TB",
        "Báo cáo": "BC",
        "Kế hoạch": "KH",
        "Chương trình": "CTr",
        "Đề án": "ĐA",
        "Phương án": "PA",
        "Tờ trình": "TTr",
        "Công văn": "CV",
        "Biên bản": "BB",
    }
)
"""Type name to code of Party documents: HD 05-HD/VPTW, II.I.3.1.2. Quy định is QĐ, not QyĐ."""

LAW_TYPE_CODES: Mapping[str, str] = MappingProxyType(
    {
        "Nghị định": "NĐ",
        "Thông tư": "TT",
        "Thông tư liên tịch": "TTLT",
        "Nghị quyết liên tịch": "NQLT",
        "Pháp lệnh": "PL",
        "Lệnh": "L",
    }
)
"""Type name to code of normative documents, which NĐ 30/2020/NĐ-CP does not list."""

OFFICIAL_LETTER = "Công văn"

# Bodies that write their code alone, so that the rest of a symbol is certain.
_STATE_BODY = re.compile(r"(?:TTg|CP|UBND|HĐND|UBTVQH\d{0,2}|QH\d{1,2}|CTN)(?![^-])")
_PARTY_BODY = re.compile(r"(?:TW|TƯ|TU|ĐU|BCĐTW|VPTW|TGV)\Z")
# Codes typed without the mark of Đ, which before such a body mean nothing else.
_UNMARKED_CODES = {"QD": "QĐ", "ND": "NĐ"}
_TYPED_DASHES = "‒–—−"

_HYPHEN = f"‐‑{_TYPED_DASHES}-"  # U+2010 and U+2011 are right hyphens
_GAP = r"\s{0,3}"
_HEAD = (
    rf"(?:(?P<number>\d{{1,5}}(?:\.\d{{1,2}})?[a-zđ]?)(?P<gap1>{_GAP}))?"
    rf"(?P<first>[/{_HYPHEN}])(?P<gap2>{_GAP})"
    rf"(?:(?P<year>(?:19|20)\d\d)(?P<gap3>{_GAP})/(?P<gap4>{_GAP}))?"
)
# Two capitals, at most one small letter between them: no word of running text is a body.
_BODY = (
    r"(?P<issuer>[A-ZĐÐƯ][a-zđ]?[A-ZĐÐƯ][A-Za-zĐÐđƯư0-9&]*"
    r"(?:-(?:[A-ZĐÐƯ][a-zđ]?[A-ZĐÐƯ0-9]+[a-zđ]{0,2}|[A-ZĐÐƯ0-9]))*)(?!\w)"
)
_CODES = {*TYPE_CODES.values(), *PARTY_TYPE_CODES.values(), *LAW_TYPE_CODES.values()}
_CODE = "|".join(sorted(_CODES | {*_UNMARKED_CODES}, key=len, reverse=True)).replace("Đ", "[ĐÐ]")

_TYPED = late_pattern(
    rf"{_HEAD}(?P<code>{_CODE})(?P<gap5>{_GAP})(?P<second>[/{_HYPHEN}])(?P<gap6>{_GAP}){_BODY}"
)
# Only pairs that are no name of a body themselves, as CTCP (công ty cổ phần), TTCP and TCCP are.
_JOINED = late_pattern(
    rf"{_HEAD}(?P<code>QĐ|QD|KH|NQ|NĐ|CT|CTr|TB|TTr|BC|HD|ĐA)"
    r"(?P<issuer>TTg|UBND|HĐND|(?<=NQ)CP|(?<=NĐ)CP)(?![\w-])"
)
_LABEL = late_pattern(r"(?:số(?:\s?:)?)?[\s….·_]{0,60}", re.IGNORECASE)


@cache
def _other_party() -> re.Pattern[str]:
    """Return the pattern of Party symbols with a code of no list; many plans have none."""
    return re.compile(rf"(?P<number>\d{{1,5}})-(?P<code>[A-ZĐƯ][A-Za-zĐđ]{{1,6}})/{_BODY}")


@cache
def _without_code() -> re.Pattern[str]:
    """Return the pattern of symbols without a code that is known; many plans have none."""
    return re.compile(_HEAD + _BODY)


class System(StrEnum):
    """The way a symbol is written: ``05/KH-UBND`` (state) or ``02-KH/BCĐTW`` (Party)."""

    STATE = "state"
    PARTY = "party"


class Symbol(NamedTuple):
    """Number and symbol of a document.

    `number` is "" when left open (``/KH-UBND``), `year` is "" but in ``30/2020/NĐ-CP`` and
    ``72/2025/QH15``, `type_code` is "" for official letters and laws. `faults` are clauses in
    Vietnamese, each naming one fault of writing.
    """

    number: str
    year: str
    type_code: str
    issuer: str
    system: System
    text: str
    faults: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the right writing: no stray blanks, hyphens for dashes, no hyphen missing."""
        if self.system is System.PARTY:
            return f"{self.number}-{self.type_code}/{self.issuer}"
        year = f"/{self.year}" if self.year else ""
        code = f"{self.type_code}-" if self.type_code else ""
        return f"{self.number}{year}/{code}{self.issuer}"


def type_code(type_name: str, system: System) -> str | None:
    """Return the code of *type_name* in *system*, None where it has none (công văn, luật).

    A longer name takes the code of the type it begins with: "Kế hoạch hành động" is KH.
    """
    codes = PARTY_TYPE_CODES if system is System.PARTY else {**TYPE_CODES, **LAW_TYPE_CODES}
    key = f"{fold(type_name)} "
    fitting = [name for name in codes if key.startswith(f"{fold(name)} ")]
    return codes[max(fitting, key=len)] if fitting else None


def read_symbol(text: str) -> Symbol | None:
    """Read *text* as a whole as number and symbol; "Số:" before it is passed over.

    None where it is none. ``/KH-UBND``, ``…/KH-UBND`` and ``-KH/ĐU`` are symbols without a number.
    """
    text = unicodedata.normalize("NFC", text).strip()
    label = _LABEL.match(text)
    found = symbol_at(text, label.end() if label else 0)
    return found[0] if found and found[1] == len(text) else None


def symbol_at(text: str, start: int, type_name: str = "") -> tuple[Symbol, int] | None:
    """Read the symbol that begins at *start* of *text* (NFC) and return it with its end.

    *type_name*, where known, settles what the symbol leaves open: ``12/CT-TTHT`` is a chỉ thị or
    the official letter of a body CT.
    """
    match = _TYPED.match(text, start)
    system = _system(match) if match else None
    if match and system and not (type_name == OFFICIAL_LETTER and system is System.STATE):
        return _symbol(match, system, match["code"], _wrong_slash(match))
    if (match := _JOINED.match(text, start)) and match["first"] == "/":
        fault = f"thiếu dấu gạch nối giữa {_marked(match['code'])} và {match['issuer']}"
        return _symbol(match, System.STATE, match["code"], fault)
    if match := _other_party().match(text, start):
        return _symbol(match, System.PARTY, match["code"])
    return _untyped(text, start, type_name)


def _untyped(text: str, start: int, type_name: str) -> tuple[Symbol, int] | None:
    """Read an official letter (``12/UBND-VX``), a law (``72/2025/QH15``) or an unlisted code."""
    match = _without_code().match(text, start)
    if not match or match["first"] != "/":
        return None
    code, hyphen, _ = match["issuer"].partition("-")
    if hyphen and type_name != OFFICIAL_LETTER and (match["year"] or type_name):
        return _symbol(match, System.STATE, code)
    if hyphen or match["year"] or _STATE_BODY.match(match["issuer"]):
        return _symbol(match, System.STATE, "")
    return None


def _system(match: re.Match[str]) -> System | None:
    """Tell the system by the two separators; None where they fit neither for certain."""
    state, party = _STATE_BODY.match(match["issuer"]), _PARTY_BODY.match(match["issuer"])
    if match["code"] in _UNMARKED_CODES and not (state or party):
        return None
    match match["first"] == "/", match["second"] == "/":
        case True, False:
            return System.STATE
        case False, True:
            return None if match["year"] else System.PARTY
        case True, True:
            if party:
                return None if match["year"] else System.PARTY
            return System.STATE if state else None
    return None


def _wrong_slash(match: re.Match[str]) -> str:
    """Name the slash that should be a hyphen, "" where there is none."""
    if match["first"] != "/" or match["second"] != "/":
        return ""
    code, issuer = _marked(match["code"]), match["issuer"]
    pair = (match["number"] or "số", code) if _PARTY_BODY.match(issuer) else (code, issuer)
    return f"viết dấu gạch chéo thay cho dấu gạch nối giữa {pair[0]} và {pair[1]}"


def _symbol(match: re.Match[str], system: System, code: str, fault: str = "") -> tuple[Symbol, int]:
    groups = match.groupdict()
    faults = [fault] if fault else []
    if code in _UNMARKED_CODES:
        faults.append(f"viết {code} thay cho {_UNMARKED_CODES[code]}")
    if "Ð" in match[0]:
        faults.append("dùng nhầm một chữ khác trông giống chữ Đ (mã U+00D0)")
    symbol = Symbol(
        number=groups["number"] or "",
        year=groups.get("year") or "",
        type_code=_marked(code),
        issuer=groups["issuer"].removeprefix(f"{code}-" if code else "").replace("Ð", "Đ"),
        system=system,
        text=match[0],
        faults=(*_separator_faults(groups), *faults),
    )
    return symbol, match.end()


def _marked(code: str) -> str:
    code = code.replace("Ð", "Đ")
    return _UNMARKED_CODES.get(code, code)


def _separator_faults(groups: Mapping[str, str | None]) -> tuple[str, ...]:
    """Name stray blanks and dashes around the separators, each once."""
    faults: list[str] = []
    for separator, before, after in (
        (groups.get("first"), groups.get("gap1"), groups.get("gap2")),
        ("/", groups.get("gap3"), groups.get("gap4")),
        (groups.get("second"), groups.get("gap5"), groups.get("gap6")),
    ):
        name = "dấu gạch chéo" if separator == "/" else "dấu gạch nối"
        if _is_blank(before):
            faults.append(f"thừa khoảng trắng trước {name}")
        if _is_blank(after):
            faults.append(f"thừa khoảng trắng sau {name}")
        if separator and separator in _TYPED_DASHES:
            faults.append(f"viết dấu “{separator}” thay cho dấu gạch nối")
    return tuple(dict.fromkeys(faults))


def _is_blank(gap: str | None) -> bool:
    """Tell a blank from nothing and from a line break, which text taken from PDF is full of."""
    return gap is not None and gap.isspace() and "\n" not in gap
