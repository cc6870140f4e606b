"""The head of a document: issuer, number and symbol, place and date, type, subject.

The state form is that of NĐ 30/2020/NĐ-CP, phụ lục I; the Party form that of HD 05-HD/VPTW. Quốc
hiệu, Tiêu ngữ and the Party's line are the same in all documents and left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.importers.blocks import Line
from kehoach.importers.casing import sentence_case
from kehoach.importers.context import DATE, FORM, LABEL, Context
from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.joining import is_capitals
from kehoach.importers.keywords import Keywords, bare
from kehoach.importers.marks import Mark, given_mark, read_mark
from kehoach.importers.passages import Passage, joined, passage
from kehoach.language.citation import PARTY_TYPE_CODES, TYPE_CODES
from kehoach.language.fold import fold

_TYPES = sorted(
    {
        *(f"{name}{more}" for name in ("Kế hoạch", "Chương trình") for more in (
            "", " hành động", " công tác", " phối hợp", " thực hiện", " triển khai thực hiện")),
        *TYPE_CODES,
        *PARTY_TYPE_CODES,
    },
    key=len,
    reverse=True,
)  # fmt: skip
# In one line these begin a subject that goes on: "KẾ HOẠCH TRIỂN KHAI THỰC HIỆN NGHỊ QUYẾT …".
_TYPES_ALONE = frozenset({"kế hoạch thực hiện", "kế hoạch triển khai thực hiện"})
_MOTTO = re.compile(
    r"c[oộ]ng h[oò][aà] x[aã] h[oộ]i ch[uủ] ngh[iĩ]a vi[eệ]t nam"
    r"|[dđ][aả]ng c[oộ]ng s[aả]n vi[eệ]t nam"
    r"|[dđ][oộ]c l[aậ]p\s*[-–]\s*t[uự] do\s*[-–]\s*h[aạ]nh ph[uú]c"
)
_MOTTO_BARE = ("cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc")
_NUMBER = re.compile(
    r"(?P<label>(?:Số|SỐ|So|S6|Sé|Sô)\s?:?)\s*(?P<number>\d{1,5})?[\s.…_]*"
    r"(?P<symbol>[/-]\s?[A-ZĐa-z][\w&]*(?:\s?[-/]\s?[A-ZĐ][\wĐ&.]*)*)"
)
_DATE = re.compile(
    r"(?P<place>[^\W\d_][\w\s.’'-]{1,40}?)?\s*,?\s*"
    r"\b(?P<date>(?:ngày|ngay)\s*(?P<day>\d{1,2})?[\s.…_]*"
    r"\s*(?:tháng|thang)\s*(?P<month>\d{1,2})?[\s.…_]*\s*(?:năm|nam)\s*(?P<year>20(?:\d\d|\b)))",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"\(?\s*dự thảo(?:\s+(?:lần\s*)?\d+)?\s*\)?", re.IGNORECASE)
_RULE = re.compile(r"[\W_]*\Z")
_ISSUER_HEAD = re.compile(
    r"(?:ủy ban nhân dân|ubnd|đảng ủy|đảng bộ|huyện ủy|tỉnh ủy|thành ủy|ban |hội đồng|hđnd"
    r"|văn phòng|phòng |sở |trung tâm|mặt trận|ủy ban)"
)
_OPENING = (
    "Căn cứ", "Thực hiện", "Thi hành", "Theo", "Nhằm", "Để", "Trên cơ sở", "Ủy ban nhân dân",
    "UBND", "Đảng ủy", "Ban Thường vụ", "Ban Chấp hành", "Ban Chỉ đạo", "Quán triệt", "Triển khai",
    "Tiếp tục", "Xét", "Phát huy", "Năm",
)  # fmt: skip
_OPEN_END = re.compile(
    r"(?:\b(?:của|về|và|theo|tại|cho|với|do|đến|tới|trong|để|là|các|sự|việc"
    r"|(?:quyết|định|hoạch|thị|luật|lệnh|trình|văn) số)|[,(-])\s*\Z",
    re.IGNORECASE,
)
_LONGEST_SUBJECT = 10
_FAR = 60
_SURE_TYPE = 84.0


@dataclass
class Header:
    """What the head says; pieces by the keys of ``van_ban``, and lines that have no place there."""

    values: dict[str, Piece] = field(default_factory=dict)
    rest: list[Passage] = field(default_factory=list)
    is_draft: bool = False
    is_party: bool = False
    end: int = 0


def read_header(lines: Sequence[Line], context: Context) -> Header:
    """Read the head at the start of *lines*; ``end`` is the first line behind it."""
    header = Header()
    place = _type_line(lines, context.keywords)
    if place is None:
        place = _body_start(lines)
        header.end = place
        _before_type(lines[:place], header, context)
        return header
    _before_type(lines[:place], header, context)
    header.end = _read_type(lines, place, header, context)
    return header


def _type_line(lines: Sequence[Line], keywords: Keywords) -> int | None:
    for place, line in enumerate(lines[:_FAR]):
        if place and (mark := _mark(line)) and mark.kind == "roman":
            return None
        if _type_of(line, keywords)[0]:
            return place
    return None


def _body_start(lines: Sequence[Line]) -> int:
    """Return where the body begins in a text that names no type: behind what is surely head."""
    end = 0
    for place, line in enumerate(lines[:_FAR]):
        text = passage(line).text
        if _mark(line):
            break
        if _is_motto(text) or _NUMBER.match(text) or (_DATE.search(text) and len(text) < 80):  # noqa: PLR2004  (a line of a head)
            end = place + 1
    return end


def _mark(line: Line) -> Mark | None:
    return given_mark(line.number) or read_mark(line.text.strip())


def _type_of(line: Line, keywords: Keywords) -> tuple[str, int]:
    """Return the name of the type that *line* begins with and where it ends; ("", 0) for none."""
    text = passage(line).text
    alone = text.strip(" :*.-_")
    for name in _TYPES:
        if fold(name) in _TYPES_ALONE:
            continue
        if fold(alone) == fold(name):
            return name, len(text)
        if keywords.tolerant and is_capitals(alone) and len(alone) < len(name) + 4:
            from kehoach.importers.keywords import alike  # noqa: PLC0415  (for OCR only)

            if alike(alone, name) >= _SURE_TYPE:
                return name, len(text)
    if is_capitals(text) or line.level == 1 or line.centred:
        for name in _TYPES:
            if fold(name) not in _TYPES_ALONE and fold(text).startswith(f"{fold(name)} "):
                return name, len(name)
    return "", 0


def _is_motto(text: str) -> bool:
    return bool(_MOTTO.search(fold(text)))


def _before_type(lines: Sequence[Line], header: Header, context: Context) -> None:
    texts = [text for line in lines for text in _without_motto(passage(line), header, context)]
    issuer = [rest for text in texts if (rest := _number_and_date(text, header, context))]
    _issuers([text for text in issuer if not _RULE.match(text.text)], header)


def _without_motto(text: Passage, header: Header, context: Context) -> list[Passage]:
    """Leave the motto out, also where it shares its line with the issuer."""
    folded = fold(text.text)
    if draft := _DRAFT.fullmatch(text.text):
        header.is_draft = True
        context.leave(text.cut(draft.start()), FORM)
        return []
    if match := _MOTTO.search(folded):
        header.is_party = header.is_party or "san" in bare(match[0]).split()
        context.leave(text.cut(*match.span()), FORM)
        return [text.cut(0, match.start()), text.cut(match.end())]
    if context.keywords.tolerant:
        tokens = list(re.finditer(r"\S+", text.text))
        for motto in _MOTTO_BARE:
            size = len(motto.split())
            for first in range(len(tokens)):
                stretch = text.cut(tokens[first].start())
                if len(tokens) - first in {size, size + 1, size + 2} and context.keywords.equal(
                    stretch.text.replace("-", " ").replace("—", " "), (motto,)
                ):
                    context.leave(stretch, FORM)
                    return [text.cut(0, tokens[first].start())]
    return [text]


def _number_and_date(text: Passage, header: Header, context: Context) -> Passage | None:
    """Take number, symbol, place and date out of *text*; return what else it says."""
    sure = Sureness.CHECK if context.restorer.needed else Sureness.SURE
    rest = text
    if "ky_hieu" not in header.values and (match := _NUMBER.search(rest.text)):
        context.leave(rest.cut(match.start("label"), match.end("label")), LABEL)
        if match["number"]:
            header.values["so"] = rest.reworded(match["number"], sure)
        symbol = re.sub(r"\s", "", match["symbol"]).lstrip("/-")
        header.values["ky_hieu"] = rest.reworded(symbol, sure)
        before, rest = rest.cut(0, match.start()), rest.cut(match.end())
        if before.text and rest.text:
            rest = joined([before, rest])
        elif before.text:
            rest = before
    if "ngay" not in header.values and (match := _DATE.search(rest.text)):
        context.leave(rest.cut(match.start("date"), match.end("date")), DATE)
        if value := date_text(match["day"], match["month"], match["year"]):
            header.values["ngay"] = rest.reworded(value, sure)
        if match["place"]:
            header.values["dia_danh"] = rest.reworded(match["place"].strip(" ,"), sure)
        rest = rest.cut(0, match.start()) if match.start() else rest.cut(match.end())
    return rest if rest.text else None


def date_text(day: str | None, month: str | None, year: str) -> str:
    """Return a date as the plan file has it, as far as it is known; "" for a year alone.

    The year may be open as well: a draft prints ``ngày … tháng … năm 20``.
    """
    if len(year) != len("2025") or not month or not 1 <= int(month) <= 12:  # noqa: PLR2004  (months)
        return ""
    if not day or not 1 <= int(day) <= 31:  # noqa: PLR2004  (days)
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"


def _issuers(lines: Sequence[Passage], header: Header) -> None:
    """Tell the issuer, which stands last, from the body above it."""
    groups: list[list[Passage]] = []
    for text in lines:
        if not is_capitals(text.text) and not _ISSUER_HEAD.match(fold(text.text)):
            header.rest.append(text)
        elif _ISSUER_HEAD.match(fold(text.text)) or not groups:
            groups.append([text])
        else:
            groups[-1].append(text)
    if not groups:
        return
    *above, issuer = [joined(group) for group in groups]
    header.values["co_quan"] = issuer.reworded(sentence_case(issuer.text))
    if above:
        parent = joined(above)
        header.values["co_quan_cap_tren"] = parent.reworded(sentence_case(parent.text))
    folded = fold(issuer.text)
    header.is_party = header.is_party or folded.startswith(("đảng ủy", "đảng bộ", "chi bộ"))


def _read_type(lines: Sequence[Line], place: int, header: Header, context: Context) -> int:
    name, end = _type_of(lines[place], context.keywords)
    text = passage(lines[place])
    sure = Sureness.CHECK if context.restorer.needed else Sureness.SURE
    header.values["ten_loai"] = text.cut(0, end).reworded(name, sure)
    rest = text.cut(end)
    subject = [rest] if _has_letters(rest.text) else []
    last = place + 1
    for last in range(place + 1, len(lines) + 1):
        if last == len(lines) or _subject_ends(subject, lines, last, context.keywords):
            break
        line = passage(lines[last])
        if not _RULE.match(line.text):
            subject.append(line)
    if subject:
        whole = joined(subject)
        parts = [sentence_case(part.text) for part in subject]
        written = (
            " ".join(parts) if any(map(is_capitals, (p.text for p in subject))) else whole.text
        )
        header.values["trich_yeu"] = whole.reworded(written, sure)
    return last


def _has_letters(text: str) -> bool:
    return not _RULE.match(text)


def _subject_ends(  # noqa: PLR0911  (one rule a return, in the order in which they decide)
    subject: Sequence[Passage], lines: Sequence[Line], place: int, keywords: Keywords
) -> bool:
    """Tell whether the line at *place* is behind the subject."""
    line = lines[place]
    text = passage(line).text
    if _RULE.match(text):
        return False
    if _mark(line) or len(subject) >= _LONGEST_SUBJECT:
        return True
    if not subject:
        return False
    first, before = lines[place - 1], subject[-1].text
    if _OPEN_END.search(before):
        return False
    if before.endswith((".", ";", ":")):
        return True
    if (first.bold and not line.bold) or (first.centred and not line.centred):
        return True
    if (first.bold and line.bold and _runs_on(line, first)) or (first.centred and line.centred):
        return False
    if not line.broken and not first.broken:
        return True
    return text[:1].isupper() and bool(keywords.begin(text, _OPENING))


def _runs_on(line: Line, before: Line) -> bool:
    """Tell whether a bold *line* may still be of the subject: no heading that begins anew."""
    return line.centred or before.centred or before.broken or line.text.lstrip()[:1].islower()
