"""Numbers of a spreadsheet as people see them in a Vietnamese Excel.

Decimals follow a comma, dots group thousands where the format groups them; days are written
``dd/mm/yyyy``, shares ``80%``.
"""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

GENERAL = "General"

# Formats that Excel has without writing them into the file (ECMA-376 part 1, 18.8.30).
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    45: "mm:ss",
    46: "h:mm:ss",
    47: "mm:ss",
    49: "@",
}

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_FIGURES = re.compile(r"[#0?](?:[#0?,. ]*[#0?])?,*")
_DATE_SIGN = re.compile(r"[ymdhs]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_OTHER = re.compile(r"[Ee][+-]|[#0?] *[?#0]*/")  # powers of ten and fractions
_DIGIT = re.compile(r"[#0]")
_ZERO_SECTION = 2
_LARGEST_POWER = 307  # of ten that Excel can store
_LONGEST_CODE = 255
_LARGEST_DAY = 2_958_465  # 31/12/9999
_EXACT = 15  # digits that Excel keeps


def show_number(text: str, code: str, *, from_1904: bool = False) -> str:
    """Return the stored number *text* as the format *code* shows it.

    *from_1904* says that days count from 1904, as in old files of Excel for Mac.
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_POWER:
        return text
    if len(code) > _LONGEST_CODE:
        return _general(number)
    sections = code.split(";")
    negative_section = number < 0 and len(sections) > 1
    section = sections[1] if negative_section else sections[0]
    if number == 0 and len(sections) > _ZERO_SECTION:
        section = sections[_ZERO_SECTION]
        if not _DIGIT.search(_masked(section)):
            return _literals(section).replace("?", "").strip()
    if code in {GENERAL, "@"}:
        return _general(number)
    return _formatted(abs(number) if negative_section else number, section, from_1904=from_1904)


def _formatted(number: Decimal, section: str, *, from_1904: bool) -> str:
    if _ELAPSED.search(section):
        minutes = round(number * 24 * 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    bare = _LITERAL.sub("", section)
    if not bare.strip() or _OTHER.search(bare):
        return _general(number)
    if _DATE_SIGN.search(bare.replace(GENERAL, "")) and "0" not in bare.partition(".")[0]:
        return _day(number, bare.lower(), from_1904=from_1904)
    return _figure(number, section)


def _general(number: Decimal) -> str:
    rounded = Decimal(f"{float(number):.{_EXACT}g}")
    return f"{rounded.normalize():f}".replace(".", ",")


def _figure(number: Decimal, section: str) -> str:
    masked = _masked(section)
    figures = _FIGURES.search(masked)
    if figures is None:
        return _general(number)
    before, after = _literals(section[: figures.start()]), _literals(section[figures.end() :])
    if "%" in masked:
        number *= 100
    whole, _, decimals = figures.group().replace(" ", "").partition(".")
    places = len(decimals)
    exact = Decimal(f"{float(number):.{_EXACT}g}")
    written = f"{exact:,.{places}f}" if "," in whole else f"{exact:.{places}f}"
    figure, _, fraction = written.partition(".")
    if fraction and not decimals.strip("#"):
        fraction = fraction.rstrip("0")
    least = whole.count("0")
    sign, digits = ("-", figure[1:]) if figure.startswith("-") else ("", figure)
    figure = sign + digits.rjust(least, "0").replace(",", ".")
    return f"{before}{figure}{',' if fraction else ''}{fraction}{after}".strip()


def _masked(section: str) -> str:
    """Return *section* with literals blanked out, every character in its place."""
    return _LITERAL.sub(lambda match: "\x00" * len(match.group()), section)


def _literals(part: str) -> str:
    def shown(match: re.Match[str]) -> str:
        if match.group().startswith("[$"):  # a currency: [$đ-42A]
            return match.group()[2:-1].partition("-")[0]
        return match[1] or match[2] or ""

    return _LITERAL.sub(shown, part)


def _day(number: Decimal, code: str, *, from_1904: bool) -> str:
    if not 0 <= number <= _LARGEST_DAY:
        return _general(number)
    days = int(number)
    # Excel counts a 29/02/1900 that never was.
    base = dt.date(1904, 1, 1) if from_1904 else dt.date(1899, 12, 31 if days < 60 else 30)  # noqa: PLR2004
    seconds = round((number - days) * 86400)
    has_day, has_year = "d" in code, "y" in code
    has_time = "h" in code or "s" in code
    day = base + dt.timedelta(days=days)
    written = ""
    if has_day and has_year:
        written = f"{day:%d/%m/%Y}"
    elif has_day:
        written = f"{day:%d/%m}"
    elif has_year:
        written = f"{day:%m/%Y}" if "m" in code and not has_time else str(day.year)
    elif not has_time:
        written = str(day.month)
    if has_time:
        clock = f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}"
        written = f"{written} {clock}".strip()
    return written
