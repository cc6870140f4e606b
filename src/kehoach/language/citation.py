"""Documents cited in Vietnamese text: type name, number and symbol, date, issuer, title.

A citation names the type, then the symbol ("Kế hoạch số 02-KH/BCĐTW", "Kế hoạch 02-KH/BCĐTW",
"Luật Chuyển đổi số số 148/2025/QH15"); date, issuer and title follow where the document is cited
in full (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b). Places are offsets in the text as given, in
whichever Unicode composition it is.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kehoach.language.fold import fold
from kehoach.language.symbol import (
    LAW_TYPE_CODES,
    OFFICIAL_LETTER,
    PARTY_TYPE_CODES,
    TYPE_CODES,
    Symbol,
    System,
    read_symbol,
    symbol_at,
    type_code,
)

__all__ = [
    "LAW_TYPE_CODES",
    "PARTY_TYPE_CODES",
    "TYPE_CODES",
    "Citation",
    "Symbol",
    "System",
    "find_citations",
    "read_symbol",
    "type_code",
]

_GENERIC = "Văn bản"
_NAMES = {
    fold(name): name
    for name in (
        *TYPE_CODES,
        *PARTY_TYPE_CODES,
        *LAW_TYPE_CODES,
        "Bộ luật",
        "Luật",
        OFFICIAL_LETTER,
        _GENERIC,
    )
}
# "QĐ 749/QĐ-TTg": the code for the name. Later tables win: TT is thông tư, QĐ quyết định.
_SHORT_NAMES = {
    code: name
    for codes in (PARTY_TYPE_CODES, TYPE_CODES, LAW_TYPE_CODES)
    for name, code in codes.items()
}


def _either_school(name: str) -> str:
    """Return a pattern for *name* with the tone mark in either place and any white space."""
    pattern = name.replace("ỏa", "(?:ỏa|oả)").replace("ủy", "(?:ủy|uỷ)")
    return pattern.replace(" ", r"\s+")


def _alternatives(names: Sequence[str]) -> str:
    """Return a pattern for *names*, the longest first, that tries each first letter once."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(_either_school(name[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


_NAME = (
    rf"(?:{_alternatives([*_NAMES.values()])})"
    r"(?:\s+(?:hành\s+động|phối\s+hợp|kết\s+luận|triển\s+khai|công\s+tác))?"
)
# "số /KH-UBND", "số …/KH-UBND": the number may be open, but then "số" stands before it.
_TO_SYMBOL = r"\s{1,20}(?:(?P<label>số)(?:\s?:)?[\s….·_]{0,60}|(?=\d))"
# The name of a law stands between its type and its number; only a law that amends names others.
_LAW_NAME = (
    r"(?P<law>(?=[^\W\d_])(?:sửa\s+đổi(?:(?!số\s+\d)[^;.()]){1,300}?"
    r"|(?:(?!số\s+\d|luật\s)[^;.()]){1,200}?))"
)
_LEAD = re.compile(
    rf"(?<![\w/-])(?:(?P<lawtype>(?<!pháp\s)(?:bộ\s+luật|luật|pháp\s+lệnh))\s+{_LAW_NAME}"
    r"(?=\s+(?:số\s+)?\d[\d/]{0,9}/(?:PL-UBTV)?QH)"
    rf"|(?P<name>{_NAME})|(?-i:(?P<short>{_alternatives([*_SHORT_NAMES])}))){_TO_SYMBOL}",
    re.IGNORECASE,
)
# What every symbol has, so that most texts with a date or a share need no further look.
_SEPARATOR = re.compile(r"[/‐‑‒–—−-]\s{0,3}(?:(?:19|20)\d\d\s{0,3}/\s{0,3})?[A-ZĐÐƯ]")
_NEXT = re.compile(r"(?:\s?[,;]|(?:\s?,)?\s+và)\s{1,20}(?P<begin>(?:số\s{1,20})?)(?=\d)")
_DATE = re.compile(
    r"\s{0,3},?\s{0,20}(?:ban\s+hành\s+|ký\s+)?ngày\s{1,20}(?P<date>"
    r"(?P<day>\d{1,2})(?:\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?"
    r"|\s+tháng\s+(?P<month_word>\d{1,2})\s+năm\s+)(?P<year>\d{4}))(?!\d)",
    re.IGNORECASE,
)

_OF = re.compile(r"\s{0,20},?\s{0,20}của\s{1,20}", re.IGNORECASE)
_WORD = re.compile(r"[^\W_](?:[\w&]|[.-](?=\w))*")
_GAP = re.compile(r"\s{1,20}")
# Words that are small inside the names of bodies; any other small word ends the name.
_SMALL = (
    "nhân dân tỉnh thành phố xã phường đặc khu huyện quận thị tướng trưởng tịch ban đồng vụ "
    "hành đạo ương chính trị phủ giúp việc trực thường khóa quốc đảng bộ thư ủy kỳ họp thứ"
)
_SMALL_WORDS = frozenset(_SMALL.split())
# Small words only behind a capital one: Quốc hội, Văn phòng, Khoa học, Tổ chức.
_SECOND = (
    "hội phòng hoạch học nghệ dục tạo tế hóa thao lịch tin thông nghiệp trường nguyên dựng tư "
    "pháp vận thương động giáo sát tra toán nước an ninh sự chức tác trận niên nữ tâm cử tộc "
    "giao hàng bạc hiểm án cường"
)
_SECOND_WORDS = frozenset(_SECOND.split())
_JOINT_IN_NAME = re.compile(
    r",\s+(?=(?:Thể\s+thao|Thông\s+tin|Hạ\s+tầng)(?:,|\s+và)\s)|\s+và\s+", re.IGNORECASE
)
# The committees of Nghị quyết 57-NQ/TW hold in their name the "về" that elsewhere opens a title.
_COMMITTEE_FIELD = re.compile(
    r"\s+về\s+phát\s+triển\s+khoa\s+học,?\s+công\s+nghệ,\s+đổi\s+mới\s+sáng\s+tạo(?:,|\s+và)"
    r"\s+chuyển\s+đổi\s+số(?:\s+quốc\s+gia)?"
    r"(?:(?:,|\s+và)\s+(?:cải\s+cách\s+hành\s+chính|Đề\s+án\s+06))*"
    r"(?:\s+(?:của\s+)?(?P<level>tỉnh|thành\s+phố|xã|phường)(?=\W))?",
    re.IGNORECASE,
)
_VERB = (
    r"(?:phê\s+duyệt|ban\s+hành|quy\s+định|hướng\s+dẫn|triển\s+khai|thực\s+hiện|sửa\s+đổi|bổ\s+sung"
    r"|điều\s+chỉnh|công\s+bố|thành\s+lập|kiện\s+toàn)\s"
)
_NAME_END = re.compile(rf"về\s|{_VERB}", re.IGNORECASE)
_TITLE_LEAD = re.compile(
    rf"\s{{0,3}},?\s{{0,20}}(?:(?:về\s+việc|về|v/v)\s+|(?={_VERB}))", re.IGNORECASE
)
# The look ahead spares trying each ending at every letter.
_TITLE_STOP = re.compile(
    r"(?=[;:.,()\s])(?:(?P<end>[;:]|\.(?=\s|/|\Z)"
    r"|\((?=\s*(?:sau\s+đây|gọi|viết\s+tắt)\s)"
    r"|,?\s+(?=(?:cụ\s+thể\s+)?như\s+sau\W)"
    r"|,\s+(?=(?:UBND|[ỦU][ỷy]\s+ban\s+nhân\s+dân|Đảng\s+[ủu][ỷy]|Ban\s+Thường\s+vụ)\s))"
    r"|(?P<bracket>[()])|(?:,|\s+và)\s+(?:các\s+)?)",
    re.IGNORECASE,
)
# In characters. Text without full stops (a table out of a PDF) would else be copied over and over.
_LONGEST_TITLE = 1000


class Citation(NamedTuple):
    """One document cited in a text, ``text[start:end]``: type name to symbol, and its date.

    `date_start` and `date_end` bound the date where one is written, even one that no calendar has
    (`date` is None then); a date written behind the issuer lies beyond `end`. `title` leaves out
    "về" and "về việc" and keeps a verb ("phê duyệt …", "thực hiện …"), which is part of it; where
    it ends is a guess. `issuer` and `title` are "" when not stated.
    """

    type_name: str
    symbol: Symbol
    date: dt.date | None
    issuer: str
    title: str
    start: int
    end: int
    date_start: int | None = None
    date_end: int | None = None


@lru_cache(maxsize=8192)
def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the documents cited in *text* with their number and symbol, in order of place.

    A citation inside the title of another is found too. Of "các Nghị quyết số 57-NQ/TW, 59-NQ/TW"
    each symbol is a citation; where only the last of such a row states the issuer, all have it.
    """
    if "/" not in text:  # every symbol has one; most texts have none
        return ()
    flat, places = _compose(text)
    if not _SEPARATOR.search(flat):
        return ()
    heads = list(_heads(flat))
    starts = frozenset(head.start for head in heads)
    cited = _share_issuers(flat, [_complete(flat, head, starts) for head in heads])
    if places is not None:
        cited = [_move(citation, places) for citation in cited]
    return tuple(cited)


def _compose(text: str) -> tuple[str, Sequence[int] | None]:
    """Return *text* in NFC and, where that differs, the place in *text* of each character."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    flat: list[str] = []
    places: list[int] = []
    for match in re.finditer(r"(?s).[\u0300-\u036f]*", text):
        composed = unicodedata.normalize("NFC", match[0])
        flat.append(composed)
        places += [match.start()] * len(composed)
    places.append(len(text))
    return "".join(flat), places


def _move(citation: Citation, places: Sequence[int]) -> Citation:
    dated = citation.date_start is not None and citation.date_end is not None
    return citation._replace(
        start=places[citation.start],
        end=places[citation.end],
        date_start=places[citation.date_start or 0] if dated else None,
        date_end=places[citation.date_end or 0] if dated else None,
    )


def _heads(text: str) -> Iterator[Citation]:
    """Yield citations as far as type name, symbol and a date right behind it go."""
    for lead in _LEAD.finditer(text):
        name = _type_name(lead)
        context = "" if name == _GENERIC else name
        found = symbol_at(text, lead.end(), context)
        if not found or not (lead["label"] or found[0].number):
            continue
        citation = _head(text, name, found, lead.start(), _collapse(lead["law"] or ""))
        yield citation
        while more := _NEXT.match(text, citation.end):
            found = symbol_at(text, more.end(), context)
            if not found or found[0].type_code != citation.symbol.type_code:
                break
            citation = _head(text, name, found, more.start("begin"))
            yield citation


def _type_name(lead: re.Match[str]) -> str:
    """Return the type name as the tables write it; a second word ("hành động") stays behind it."""
    if lead["short"]:
        return _SHORT_NAMES[lead["short"]]
    return _full_name(fold(lead["lawtype"] or lead["name"]))


@lru_cache(maxsize=1024)
def _full_name(key: str) -> str:
    base = max((name for name in _NAMES if f"{key} ".startswith(f"{name} ")), key=len)
    return _NAMES[base] + key[len(base) :]


def _head(text: str, name: str, found: tuple[Symbol, int], start: int, title: str = "") -> Citation:
    symbol, end = found
    match = _DATE.match(text, end)
    if not match:
        return Citation(name, symbol, None, "", title, start, end)
    return Citation(name, symbol, _date(match), "", title, start, match.end(), *match.span("date"))


def _date(match: re.Match[str]) -> dt.date | None:
    month = match["month"] or match["month_word"]
    try:
        return dt.date(int(match["year"]), int(month), int(match["day"]))
    except ValueError:
        return None


def _complete(text: str, citation: Citation, starts: frozenset[int]) -> Citation:
    """Add what stands behind a citation: issuer, a date behind the issuer, title."""
    issuer, place = _issuer(text, citation.end, starts)
    date, span = citation.date, (citation.date_start, citation.date_end)
    if issuer and span[0] is None and (match := _DATE.match(text, place)):
        date, span, place = _date(match), match.span("date"), match.end()
    title = citation.title
    # A bare symbol is often followed by a verb of the sentence it stands in.
    if not title and (issuer or span[0] is not None):
        title = _title(text, place, starts)
    return Citation(
        citation.type_name,
        citation.symbol,
        date,
        issuer,
        title,
        citation.start,
        citation.end,
        *span,
    )


def _share_issuers(text: str, cited: list[Citation]) -> list[Citation]:
    """Give an issuer stated once, behind a row of citations of one body, to the whole row."""
    shared = cited[-1:]
    for citation in reversed(cited[:-1]):
        after = shared[-1]
        between = text[citation.end : after.start]
        if (
            not citation.issuer
            and citation.symbol.issuer == after.symbol.issuer
            and between.replace(",", " ").strip() in {"", "và"}
        ):
            shared.append(citation._replace(issuer=after.issuer))
        else:
            shared.append(citation)
    return shared[::-1]


def _issuer(text: str, start: int, starts: frozenset[int]) -> tuple[str, int]:
    """Return the body named behind "của" at *start* and where its name ends.

    No name goes on into the next citation, one of which begins at each of *starts*.
    """
    of = _OF.match(text, start)
    if not of:
        return "", start
    begin = end = place = of.end()
    before = ""
    while (word := _WORD.match(text, place)) and _in_name(text, word, before):
        before, end = word[0], word.end()
        joint = _JOINT_IN_NAME.match(text, end)
        if joint and text[joint.end() : joint.end() + 1].isupper():
            place = joint.end()
        elif gap := _GAP.match(text, end):
            place = gap.end()
        if place <= end or place in starts:
            break
    if "ban chỉ đạo" in fold(text[begin:end]) and (field := _COMMITTEE_FIELD.match(text, end)):
        end = _place_name_end(text, field.end()) if field["level"] else field.end()
    return (_collapse(text[begin:end]), end) if end > begin else ("", start)


def _place_name_end(text: str, end: int) -> int:
    """Return where the capitalized words behind *end* end."""
    while (gap := _GAP.match(text, end)) and text[gap.end() : gap.end() + 1].isupper():
        word = _WORD.match(text, gap.end())
        if not word:
            break
        end = word.end()
    return end


def _in_name(text: str, word: re.Match[str], before: str) -> bool:
    """Tell whether *word*, behind the word *before*, belongs to the name of a body."""
    if not before:
        return word[0][0].isupper()
    if _NAME_END.match(text, word.start()):
        return False
    key = fold(word[0])
    return (
        word[0][0].isupper() or key in _SMALL_WORDS or (before.istitle() and key in _SECOND_WORDS)
    )


def _title(text: str, start: int, starts: frozenset[int]) -> str:
    """Return the title that opens at *start*.

    It ends with the clause, before a remark in brackets, or where the next citation of the row
    begins (*starts*).
    """
    lead = _TITLE_LEAD.match(text, start)
    if not lead:
        return ""
    depth = 0
    limit = min(len(text), lead.end() + _LONGEST_TITLE)
    for stop in _TITLE_STOP.finditer(text, lead.end(), limit):
        if stop["bracket"]:
            depth += 1 if stop["bracket"] == "(" else -1
        if stop["end"] or depth < 0 or stop.end() in starts:
            return _collapse(text[lead.end() : stop.start()])
    return _collapse(text[lead.end() : limit])


def _collapse(text: str) -> str:
    return " ".join(text.split())
