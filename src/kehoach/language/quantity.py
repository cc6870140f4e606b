"""Figures that a plan promises: ``tối thiểu 80%``, ``trên 50%``, ``82 nhóm``, ``25 hồ sơ/năm``.

A figure is a bound, a value and what is counted. `read_quantity` reads the one figure of a
``muc_dat``, `find_quantities` those of prose, `compare_quantities` says which of two promises more.

What counts as a figure in prose: a number with ``%``, with a unit of the lists below, or behind
words that bound it. Dates, document numbers, articles, sections, levels (``cấp độ 2``) and
frequencies (``1 tuần/lần``) are no figures; a bounded frequency (``ít nhất 2 lần/năm``) is one.

Numbers are written the Vietnamese way: a dot groups thousands, a comma begins the decimals. A dot
before one or two digits can only be a decimal point (``59.7%``); a comma before three digits of
something that has no parts groups thousands (``1,139 thủ tục``).
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from kehoach.language.fold import FoldedText, fold, fold_keeping_places, normalize
from kehoach.language.pattern import late_pattern


class Operator(StrEnum):
    """How the value bounds the outcome; the value of each member is its sign."""

    MORE = ">"
    AT_LEAST = ">="
    EXACTLY = "="
    AT_MOST = "<="
    LESS = "<"


class Strength(StrEnum):
    """How one promise stands to another."""

    EQUAL = "equal"
    STRONGER = "stronger"
    WEAKER = "weaker"


class Quantity(NamedTuple):
    """One figure, with the stretch of the text it was read from.

    ``unit`` is ``%`` or the counted thing as written (``nhóm``, ``hồ sơ/năm``), ``""`` when none is
    named. ``start`` and ``end`` are character offsets in the text that was read, words of the
    operator included. ``conflict`` holds operator words that contradict each other (``tối thiểu
    trên``), folded; the operator is then the one that stands nearest before the number.
    """

    operator: Operator
    value: Decimal
    unit: str
    start: int
    end: int
    conflict: str = ""

    def __str__(self) -> str:
        """Return the short Vietnamese form: ``≥ 80%``, ``> 50%``, ``1.139 thủ tục``, ``100%``."""
        sign = "" if self.operator is Operator.EXACTLY else _SIGNS[self.operator] + " "
        space = "" if not self.unit or self.unit.startswith("%") else " "
        return f"{sign}{_format(self.value)}{space}{self.unit}"


_SIGNS = {
    Operator.MORE: ">",
    Operator.AT_LEAST: "≥",
    Operator.AT_MOST: "≤",
    Operator.LESS: "<",
}

# Words that bound the number after them. All text below is folded.
_BOUNDS = {
    Operator.AT_LEAST: (
        "tối thiểu|ít nhất|chí ít|không dưới|không thấp hơn|không ít hơn|không nhỏ hơn"
        "|không kém hơn|không kém|lớn hơn hoặc bằng|cao hơn hoặc bằng|bằng hoặc lớn hơn"
        "|bằng hoặc cao hơn|đạt và vượt|đạt hoặc vượt"
    ),
    Operator.AT_MOST: (
        "tối đa|nhiều nhất|không quá|không vượt quá|không vượt|không hơn|không trên"
        "|không cao hơn|không lớn hơn|không nhiều hơn|nhỏ hơn hoặc bằng|thấp hơn hoặc bằng"
        "|bằng hoặc nhỏ hơn|bằng hoặc thấp hơn|trong vòng|trong thời hạn"
    ),
}
# Short ones also mean other things (``các chỉ tiêu trên đạt 100%``), so less may follow them.
_SHORT_BOUNDS = {
    Operator.MORE: "trên|hơn|quá|vượt|vượt quá|vượt mức|cao hơn|lớn hơn|nhiều hơn",
    Operator.LESS: "dưới|ít hơn|thấp hơn|nhỏ hơn|chưa đến|chưa tới|chưa đầy|không đến|không tới",
    Operator.EXACTLY: "từ|bằng",
}
_SIGN_BOUNDS = {
    Operator.AT_LEAST: ">=|≥|⩾|=>|> =",
    Operator.MORE: ">",
    Operator.AT_MOST: "<=|≤|⩽|=<|< =",
    Operator.LESS: "<",
    Operator.EXACTLY: "=",
}


def _any_of(words: list[str]) -> str:
    """Return an alternation in which no word hides a longer one; none has signs of patterns."""
    return "|".join(sorted(words, key=len, reverse=True))


_OPERATORS = {
    words: operator
    for table in (_BOUNDS, _SHORT_BOUNDS, _SIGN_BOUNDS)
    for operator, alternatives in table.items()
    for words in alternatives.split("|")
}
_LONG = _any_of([words for line in _BOUNDS.values() for words in line.split("|")])
_SHORT = _any_of([words for line in _SHORT_BOUNDS.values() for words in line.split("|")])
_SIGN = _any_of([words for line in _SIGN_BOUNDS.values() for words in line.split("|")])
_MILD = r"mức|tỷ lệ|tỉ lệ|khoảng|gần"
_FILLER = (
    rf"{_MILD}|đạt|là|phải|có|được|cho|lên|đến|tới|xấp xỉ|phấn đấu|hoàn thành|thực hiện"
    "|đảm bảo|bảo đảm|:"
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:{_LONG}) (?:(?:{_FILLER}) )*|(?:{_SHORT}) (?:(?:{_MILD}) )*"
    rf"|(?:{_SIGN}) ?(?:(?:{_FILLER}) )*)+$"
)
_LONGEST_BEFORE = 80  # characters before a number in which its operator words may begin
_OPERATOR = re.compile(rf"(?<!\w)(?:{_LONG}|{_SHORT})(?!\w)|{_SIGN}")
_ONLY_FILLERS = late_pattern(rf"(?:(?:{_FILLER}|-|\+) ?)*")

# A number behind one of these is a name or a date, not a count.
_LABEL = re.compile(
    r"(?:(?<!\w)(?:điều|khoản|điểm|mục|tiểu mục|chương|phần|phụ lục|biểu mẫu|mẫu|biểu|bảng|hình"
    r"|bước|giai đoạn|cấp độ|mức độ|phiên bản|thứ|đề án|nghị quyết|kế hoạch|quyết định|chỉ thị"
    r"|thông tư|nghị định|luật|công văn|nv|stt|tt|khóa|kỳ|lần|loại|hạng|quận|tổ|thôn|xóm|khu phố"
    r"|khối|trang|đường|quốc lộ|nhiệm kỳ)(?: số)?"
    r"|(?<!mỗi )(?<!hằng )(?<!hàng )(?<!\w)(?:ngày|tháng|quý|tuần)"
    r"|(?<!tổng )(?<!trong )(?<!\w)số) $"
)
_BEFORE_A_YEAR = late_pattern(
    r"(?:(?<!\w)(?:năm|đến|tới|trong|hết|cuối|đầu|trước|sau|và)|[-,(]) ?$"
)
_YEARS = range(1945, 2101)

# What is counted and has no parts, then measures, which have.
_COUNTED = (
    "nhóm|hồ sơ|lớp|khóa|buổi|cuộc|đợt|hội nghị|hội thảo|chuyên đề|thủ tục hành chính|thủ tục|tthc"
    "|cơ sở dữ liệu|csdl|dịch vụ công trực tuyến|dịch vụ công|dịch vụ|dvctt|dvc|hệ thống thông tin"
    "|hệ thống|nền tảng|phần mềm|ứng dụng|chỉ tiêu|tiêu chí|chỉ số|nhiệm vụ|giải pháp|mục tiêu"
    "|sản phẩm|mô hình|đề án|dự án|kế hoạch|chương trình|quyết định|nghị quyết|văn bản|báo cáo"
    "|tài liệu|trang|tin bài|tin|bài viết|bài|video|chuyên mục|phóng sự|pano|áp phích|tờ rơi"
    "|người dân|người|cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên|học sinh|giáo viên"
    "|học viên|thành viên|lao động|hộ gia đình|hộ kinh doanh|hộ|doanh nghiệp|hợp tác xã|htx"
    "|cơ quan|đơn vị|tổ chức|địa phương|tỉnh|xã|phường|đặc khu|thôn|xóm|ấp|khu phố|tổ dân phố|tổ"
    "|đội|trường học|trường hợp|trường|trạm|cơ sở|địa điểm|điểm|máy tính|máy|thiết bị|bộ phận|bộ"
    "|camera|tài khoản|chữ ký số|chứng thư số|chứng thư|lượt|vụ việc|vụ|sự cố|phản ánh"
    "|kiến nghị|quy trình|danh mục|nguồn|phòng|tuyến|công trình|giao dịch|hợp đồng|sáng kiến"
    "|bộ phận một cửa|câu lạc bộ|nhà văn hóa|chuyến|cột|ki-ốt|kiosk|tuổi"
)
_TIMES = "ngày làm việc|ngày|tuần|tháng|quý|năm|giờ làm việc|giờ|tiếng|phút|giây"
_MEASURES = f"{_TIMES}|điểm phần trăm|điểm %|đồng|usd|ha|km|m2|m|kg|tấn|gb|mb|tb|gbps|mbps|lần"
_WHOLE = frozenset(_COUNTED.split("|"))
_UNIT = _any_of([*_COUNTED.split("|"), *_MEASURES.split("|")])
_GLUED = "h|km|m2|m|ha|kg|gb|mb|tb|gbps|mbps"
_WORD = r"[^\W\d_]+"

_NUMBER = re.compile(r"(?<![\w/])(?<![0-9][.,:])(?<!\w-)[0-9]+(?:[.,][0-9]+)*")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_DECIMALS = re.compile(r"[0-9]+(?:,[0-9]+|\.(?:[0-9]{1,2}|[0-9]{4,}))?|0\.[0-9]+")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_RANGE = re.compile(r" ?(%)? ?(?:-|đến|tới|~|÷) ?([0-9]+(?:[.,][0-9]+)*)")
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_SCALE = re.compile(r" (nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)(?! lệ| suất| trọng)")
_SPELT_OUT = re.compile(r" ?\([^()0-9]{1,40}\)")
_TOTAL = re.compile(r"/[0-9]+(?= )")
_PERCENT = re.compile(r" ?%| phần trăm(?!\w)")
_UNIT_HERE = re.compile(rf"(?:{_UNIT})(?!\w)")
_GLUED_UNIT = late_pattern(rf"((?:{_GLUED})(?!\w))")
_OTHER_UNIT = late_pattern(rf" ({_WORD}(?: {_WORD}){{0,2}})")
_PER = re.compile(rf" ?/ ?({_WORD})(?: {_WORD}){{0,3}}")
_PER_FOLLOWS = re.compile(r" ?/ ?[^\W\d_]")
_OR_MORE = re.compile(rf"(?: {_WORD}){{0,5}}? (trở lên|trở xuống|trở lại)(?!\w)")
_PERIODS = "ngày|tuần|tháng|quý|năm"
_FREQUENCY = re.compile(rf" ?(?:{_PERIODS}) ?/ ?(?:[0-9]+ |một )?lần(?!\w)")
_TIMES_A_PERIOD = re.compile(r"lần(?: ?/.*)?")
_DATE_GOES_ON = re.compile(r" (?:tháng|năm) (?:[0-9]|đầu |cuối |(?:của )?năm)")
_NOTHING_MORE = re.compile(r" ?(?:$|[.,;()])")
_SLASH = re.compile(r" ?/ ?")
_GOES_ON = late_pattern(
    rf"(?: năm [0-9]{{4}})? (?:lên|xuống|còn)(?: {_WORD}){{0,3}} (?:[<>≥≤=] ?)*(?=[0-9])"
)
# Words that end the name of what is counted when no list knows it.
_STOP_WORDS = (
    "được có và hoặc của cho trên dưới trong ngoài tại theo đạt là với để từ đến tới bằng phải đã "
    "sẽ do về ở khi mà này đó kia các những thuộc liên đủ không hằng hàng mỗi vào ra lên xuống trở "
    "sau trước nhằm gồm bao như nếu thì cùng đối so thực hoàn triển đưa cần đang bị cũng còn ngay "
    "qua"
)
_STOPS = frozenset(_STOP_WORDS.split())

_ALIASES = {
    "phần trăm": "%",
    "tthc": "thủ tục hành chính",
    "thủ tục": "thủ tục hành chính",
    "csdl": "cơ sở dữ liệu",
    "dvctt": "dịch vụ công trực tuyến",
    "dvc": "dịch vụ công",
    "htx": "hợp tác xã",
    "hs": "hồ sơ",
    "h": "giờ",
    "tiếng": "giờ",
}


@lru_cache(maxsize=16384)
def read_quantity(text: str) -> Quantity | None:
    """Return the figure of a ``muc_dat``; the first one where there are several.

    Unlike in prose, a number that begins the text needs no unit that is known, or none at all
    (``5 chốt dân phòng``, ``82``). ``toàn bộ`` and ``tất cả`` alone are 100%. None when no figure
    is there.
    """
    if fold(text) in _WHOLE_OF_IT:
        return Quantity(Operator.EXACTLY, Decimal(100), "%", 0, len(text))
    return next(_figures(text, alone=True), None)


_WHOLE_OF_IT = frozenset({"toàn bộ", "tất cả"})


@lru_cache(maxsize=4096)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the figures in prose, in order, with their stretches."""
    return tuple(_figures(text, alone=False))


def compare_quantities(left: Quantity, right: Quantity) -> Strength | None:
    """Say how the promise *left* stands to *right*; None when they cannot be compared.

    They cannot when they count different things, or when one is a lower and the other an upper
    bound. A plain figure (``82 nhóm``) means reaching it, so it takes the direction of the other
    side, and two plain figures are lower bounds: ``100%`` equals ``≥ 100%``.
    """
    if _unit_key(left.unit) != _unit_key(right.unit):
        return None
    upper = {q.operator in _UPPER for q in (left, right) if q.operator is not Operator.EXACTLY}
    if len(upper) > 1:
        return None
    ours, theirs = _demand(left, upper=True in upper), _demand(right, upper=True in upper)
    if ours == theirs:
        return Strength.EQUAL
    return Strength.STRONGER if ours > theirs else Strength.WEAKER


_UPPER = (Operator.AT_MOST, Operator.LESS)


def _demand(quantity: Quantity, *, upper: bool) -> tuple[Decimal, bool]:
    """Return what grows as more is asked: the bound, then whether it is itself too little."""
    strict = quantity.operator in (Operator.MORE, Operator.LESS)
    return -quantity.value if upper else quantity.value, strict


def _unit_key(unit: str) -> str:
    parts = (part.strip() for part in fold(unit).split("/"))
    return "/".join(_ALIASES.get(part, part) for part in parts)


def _format(value: Decimal) -> str:
    """Write a number the Vietnamese way: ``1.139``, ``72,63``."""
    whole, _, decimals = f"{value:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + ("," + decimals if decimals else "")


def _figures(text: str, *, alone: bool) -> Iterator[Quantity]:
    folded = fold_keeping_places(text)
    place = 0
    while number := _NUMBER.search(folded.text, place):
        figure, place = _read_figure(folded, number, text, place, alone=alone)
        if figure is not None:
            yield figure


class _Unit(NamedTuple):
    """What is counted: ``sign`` (percent) and the stretch [start, end) of the folded text.

    ``scale`` is the power of ten of triệu, tỷ; ``whole`` says that it has no parts.
    """

    start: int
    end: int
    sign: str = ""
    scale: int = 0
    whole: bool = False


class _Bound(NamedTuple):
    """What bounds a number; ``explicit`` when more than ``từ`` and ``bằng`` say so."""

    operator: Operator
    explicit: bool
    conflict: str


def _read_figure(
    folded: FoldedText, number: re.Match[str], written: str, since: int, *, alone: bool
) -> tuple[Quantity | None, int]:
    """Read the figure around *number*; return it, or None, and where to read on.

    What stands before *since* belongs to the figure before.
    """
    text = folded.text
    start, end = number.span()
    words = _words_before(text, max(since, start - _LONGEST_BEFORE), start)
    high = ""
    if (to := _RANGE.match(text, end)) and _is_range(text, number, to):
        high, end = to[2], to.end()
    elif total := _TOTAL.match(text, end):
        of = _unit_behind(text, total.end())
        end = total.end() if of and of[0] in _WHOLE else end
    unit = _known_unit(text, end)
    after = _OR_MORE.match(text, unit.end if unit else end)
    bound = _bound([word for _, word in words], after[1] if after else "", is_range=bool(high))
    if unit is None:
        if bound.explicit or (alone and _ONLY_FILLERS.fullmatch(text, 0, start)):
            unit = _other_unit(folded, number, end, written, explicit=bound.explicit)
    elif _is_no_figure(text, number, end, unit, explicit=bound.explicit) or (
        # The number of a section: ``1.2 Tổ chức …``.
        not (alone or bound.explicit or unit.sign)
        and _begins_a_sentence(_as_written(folded, unit.start, unit.end, written))
    ):
        unit = None
    if unit is None:
        return None, end
    value = _value(high if high and bound.operator in _UPPER else number[0], unit)
    end = max(unit.end, after.end() if after else 0)
    if value is None or (words and words[-1][1] == "từ" and _GOES_ON.match(text, end)):
        return None, end
    name = unit.sign + _SLASH.sub(
        "/", normalize(_as_written(folded, unit.start, unit.end, written))
    )
    stretch = folded.stretch(words[0][0] if words else start, end)
    return Quantity(bound.operator, value, name, *stretch, bound.conflict), end


def _as_written(folded: FoldedText, start: int, end: int, written: str) -> str:
    if start == end:
        return ""
    first, last = folded.stretch(start, end)
    return written[first:last]


def _words_before(text: str, since: int, place: int) -> list[tuple[int, str]]:
    """Return the operator words from *since* that end at *place*, each with where it begins."""
    chain = _BEFORE.search(text, since, place)
    if chain is None:
        return []
    return [(m.start(), m[0]) for m in _OPERATOR.finditer(text, chain.start(), chain.end())]


def _bound(words: list[str], suffix: str, *, is_range: bool) -> _Bound:
    """Weigh the operator words around a number; the nearest one before it decides."""
    said = [word for word in words if _OPERATORS[word] is not Operator.EXACTLY]
    operators = [_OPERATORS[word] for word in said]
    if suffix:
        operators.append(Operator.AT_LEAST if suffix == "trở lên" else Operator.AT_MOST)
    conflict = ""
    if len(set(operators)) > 1:
        conflict = " ".join(said) + (f" … {suffix}" if suffix else "")
    if operators:
        return _Bound(operators[len(said) - 1 if said else 0], explicit=True, conflict=conflict)
    # A range, or where it begins, promises its lower end at least.
    at_least = is_range or "từ" in words
    return _Bound(Operator.AT_LEAST if at_least else Operator.EXACTLY, explicit=False, conflict="")


def _is_range(text: str, number: re.Match[str], to: re.Match[str]) -> bool:
    """Tell ``80-90%`` from a list of two figures (``100% - 82 nhóm``) and from a date."""
    low, high = _plain(number[0]), _plain(to[2])
    percent = text.startswith(("%", " %"), to.end())
    return low is not None and high is not None and low < high and (percent or not to[1])


def _known_unit(text: str, place: int) -> _Unit | None:
    """Read percent, a scale, or a unit of the lists behind a number that ends at *place*."""
    if spelt_out := _SPELT_OUT.match(text, place):
        place = spelt_out.end()
    if percent := _PERCENT.match(text, place):
        return _Unit(percent.end(), _per_end(text, percent.end()), sign="%")
    power = 0
    if scale := _SCALE.match(text, place):
        place, power = scale.end(), _SCALES[scale[1]]
    if unit := _unit_behind(text, place):
        whole = unit[0] in _WHOLE and not power
        return _Unit(unit.start(), _per_end(text, unit.end()), scale=power, whole=whole)
    return _Unit(place, place, scale=power) if power else None


def _unit_behind(text: str, place: int) -> re.Match[str] | None:
    return _UNIT_HERE.match(text, place + 1) if text.startswith(" ", place) else None


def _per_end(text: str, place: int) -> int:
    """Return where ``/dịch vụ công/năm`` ends: words up to the next stroke, a unit, or a word."""
    while per := _PER.match(text, place):
        if _PER_FOLLOWS.match(text, per.end()):
            place = per.end()
        elif unit := _UNIT_HERE.match(text, per.start(1)):
            place = unit.end()
        else:
            place = per.end(1)
    return place


def _other_unit(
    folded: FoldedText, number: re.Match[str], place: int, written: str, *, explicit: bool
) -> _Unit | None:
    """Read what an unlisted word counts; None where the number is no figure after all.

    Without a bound a bare number must end the text, and must not be a year.
    """
    text = folded.text
    if glued := _GLUED_UNIT.match(text, place):
        return _Unit(place, glued.end()) if explicit else None
    if text[place : place + 1] in ("/", ":", "-") or text[place : place + 1].isalpha():
        return None
    if words := _OTHER_UNIT.match(text, place):
        start, end = words.start(1), place
        for word in re.finditer(_WORD, words[1]):
            if word[0] in _STOPS:
                break
            end = start + word.end()
        if end > place and not _begins_a_sentence(_as_written(folded, start, end, written)):
            return _Unit(start, _per_end(text, end))
    if explicit:
        return _Unit(place, place)
    if _NOTHING_MORE.match(text, place) and not _is_year(number[0]):
        return _Unit(place, place)
    return None


def _begins_a_sentence(name: str) -> bool:
    """Tell ``3.1 Kết nối …`` (a number of a section) from ``4 TTHC``."""
    return name[:1].isupper() and name[1:2].islower()


def _is_no_figure(
    text: str, number: re.Match[str], place: int, unit: _Unit, *, explicit: bool
) -> bool:
    """Tell whether a number with a known unit is a frequency, a date, a year or a name."""
    if unit.sign:
        return False
    if _FREQUENCY.match(text, place):
        return True
    if explicit:
        return False
    name = text[unit.start : unit.end]
    before = (text, max(0, number.start() - 30), number.start())
    return bool(
        _TIMES_A_PERIOD.fullmatch(name)
        or _DATE_GOES_ON.match(text, place)
        or _LABEL.search(*before)
        or (_is_year(number[0]) and _BEFORE_A_YEAR.search(*before))
    )


def _is_year(number: str) -> bool:
    return len(number) == len("2025") and number.isdecimal() and int(number) in _YEARS


def _plain(number: str) -> Decimal | None:
    """Read a number written the Vietnamese way; None for what is none (``31.12.2025``)."""
    if _THOUSANDS.fullmatch(number):
        return Decimal(number.replace(".", "").replace(",", "."))
    if _DECIMALS.fullmatch(number):
        return Decimal(number.replace(",", "."))
    return None


def _value(number: str, unit: _Unit) -> Decimal | None:
    if _ENGLISH.fullmatch(number) and (unit.whole or number.count(",") > 1):
        return Decimal(number.replace(",", ""))
    value = _plain(number)
    return None if value is None else value.scaleb(unit.scale)
