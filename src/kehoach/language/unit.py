"""Names of the units that carry out a plan: telling groups from units, lists apart, writings alike.

Plans name one unit in many ways: Phòng Văn hóa - Xã hội, Phòng VH-XH, Phòng VHXH, Phòng VH&XH,
phòng Văn hóa và Xã hội xã. `UnitNames` knows the units that a plan declares under all of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from kehoach.language.fold import fold, normalize, strip_marks
from kehoach.language.pattern import late_pattern

# Folded, without "và". A compound (VH-XH, KH&CN) is looked up without its sign, then by its parts.
_ABBREVIATIONS = {
    "bch": "ban chấp hành",
    "bchqs": "ban chỉ huy quân sự",
    "bcđ": "ban chỉ đạo",
    "bhxh": "bảo hiểm xã hội",
    "btv": "ban thường vụ",
    "bxdđ": "ban xây dựng đảng",
    "ca": "công an",
    "ccb": "cựu chiến binh",
    "chqs": "chỉ huy quân sự",
    "cntt": "công nghệ thông tin",
    "cnscđ": "công nghệ số cộng đồng",
    "csdl": "cơ sở dữ liệu",
    "cđs": "chuyển đổi số",
    "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến",
    "gdđt": "giáo dục đào tạo",
    "hcc": "hành chính công",
    "ht": "hạ tầng",
    "htx": "hợp tác xã",
    "hđnd": "hội đồng nhân dân",
    "khcn": "khoa học công nghệ",
    "kt": "kinh tế",
    "ktht": "kinh tế hạ tầng",
    "kthtđt": "kinh tế hạ tầng đô thị",
    "lhpn": "liên hiệp phụ nữ",
    "mttq": "mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc việt nam",
    "pvhcc": "phục vụ hành chính công",
    "qs": "quân sự",
    "tncs": "thanh niên cộng sản",
    "tncshcm": "thanh niên cộng sản hồ chí minh",
    "tt": "trung tâm",
    "tthc": "thủ tục hành chính",
    "ttpvhcc": "trung tâm phục vụ hành chính công",
    "ubkt": "ủy ban kiểm tra",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubmttqvn": "ủy ban mặt trận tổ quốc việt nam",
    "ubnd": "ủy ban nhân dân",
    "vh": "văn hóa",
    "vhxh": "văn hóa xã hội",
    "vp": "văn phòng",
    "vpđu": "văn phòng đảng ủy",
    "xh": "xã hội",
    "đt": "đô thị",
    "đtn": "đoàn thanh niên",
    "đu": "đảng ủy",
}
# "TT Đảng ủy", "TT HĐND": before these it is thường trực.
_STANDING = frozenset({"đảng", "đu", "hđnd", "ubnd", "tỉnh", "mttq", "ubmttq"})
_LEVELS = frozenset({"xã", "phường"})
_LEVEL = re.compile(r"\A(?:xã|phường|đặc khu) ")
_SMALL_PLACES = frozenset({"thôn", "xóm", "ấp", "bản", "và", "-"})

_GROUP = re.compile(
    r"(?:các|những|mọi|tất cả|toàn bộ|toàn thể|một số|từng|mỗi)\s"
    r"|(?:cơ quan|đơn vị|phòng|ban|ngành|sở|bộ|hội|đoàn thể|thôn|xóm|tổ chức|địa phương"
    r"|doanh nghiệp|(?:ubnd|ủy ban nhân dân) xã)\s*,"
    r"|đơn vị\s|(?:cơ quan|phòng) (?:chuyên môn|chủ quản|có liên quan|liên quan|được)\b"
    r"|tổ chức (?:chính trị|đoàn thể|xã hội|có|liên quan)|trường học\b|trưởng (?:thôn|xóm)\b"
    r"|doanh nghiệp (?:viễn thông|bưu chính|công nghệ|trên|có|liên quan)"
)
_GROUP_INSIDE = re.compile(r"\s(?:các\s|(?:có )?liên quan\b)")
# One body that has "các" in its name: Ban Quản lý các dự án, Liên hiệp các hội.
_ONE_BODY = re.compile(r"(?:ban quản lý|ban chỉ đạo|liên hiệp|liên minh|hiệp hội)\s")

_HEAD = re.compile(
    r"(?:các|văn phòng|vp|phòng(?!,?\s+chống|\s+thủ)|trung tâm|tt|ban|tổ(?!\s+chức)|công an|ca|bộ"
    r"|sở|cục|chi cục|chi bộ|chi nhánh|đảng [ủu][ỷy]|tỉnh [ủu][ỷy]|[ủu][ỷy] ban|ubnd|ubmttq\w*"
    r"|mttq\w*|mặt trận|đoàn|đội|hội|trạm|trường|trưởng|thôn|đài|viện|tòa án|toà án|thanh tra|thuế"
    r"|hải quan|kho bạc|ngân hàng|bảo hiểm|bhxh|bưu điện|công ty|vnpt|viettel|hợp tác xã|htx"
    r"|liên đoàn|thường trực|chủ tịch|phó chủ tịch|doanh nghiệp|cơ quan|đơn vị|hạt|thư viện)"
    r"\.?\s+",
    re.IGNORECASE,
)
_LEAST_WORDS, _MANY_WORDS = 3, 6  # of a name, so that one or two differing words are a slip
# Heads that are whole names as well.
_WHOLE = re.compile(r"(?:Công an|Bưu điện|VNPT|Viettel|UBND)(?=\s*(?:[,;.)]|\Z))")
_CUT = re.compile(r"(?P<bracket>[()])|(?P<semicolon>\s*;\s*)|\s*,\s*(?:và\s+)?|\s+(?:và|cùng)\s+")
_COUNCIL = late_pattern(r"(?:HĐND|Hội đồng nhân dân)\Z", re.IGNORECASE)
_COMMITTEE = re.compile(r"UBND|[ỦU][ỷy] ban nhân dân", re.IGNORECASE)
_AGENCIES = re.compile(r"[Cc]ác cơ quan (?=\w)")
_REMARK = re.compile(r"\s*\([^()]*\)\s*\Z")


@lru_cache(maxsize=16384)
def is_generic(text: str) -> bool:
    """Tell whether *text* names only groups ("Các cơ quan, đơn vị có liên quan"), no unit."""
    units = split_units(text)
    return bool(units) and all(map(_is_group, units))


def _is_group(unit: str) -> bool:
    key = fold(unit)
    return bool(_GROUP.match(key) or (_GROUP_INSIDE.search(key) and not _ONE_BODY.match(key)))


@lru_cache(maxsize=16384)
def split_units(text: str) -> tuple[str, ...]:
    """Cut a list of units into units, as written.

    A semicolon always cuts. A comma or "và" cuts where the name of a unit begins behind it, so
    that "Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng HĐND và UBND" and "Các cơ quan, đơn vị có
    liên quan" stay whole.
    """
    text = " ".join(text.split()).strip("-–• ")
    units: list[str] = []
    begin = depth = 0
    for cut in _CUT.finditer(text):
        if cut["bracket"]:
            depth += 1 if cut["bracket"] == "(" else -1
        elif depth <= 0 and (cut["semicolon"] or _begins_unit(text, begin, cut)):
            units.append(text[begin : cut.start()])
            begin = cut.end()
    units.append(text[begin:])
    return tuple(unit for unit in (unit.strip(" .,;") for unit in units) if unit)


def _begins_unit(text: str, begin: int, cut: re.Match[str]) -> bool:
    """Tell whether a unit begins behind *cut* in a list whose last unit begins at *begin*."""
    place = cut.end()
    if _COMMITTEE.match(text, place) and _COUNCIL.search(text, cut.start() - 20, cut.start()):
        return False
    # "Các cơ quan Quân sự, Công an xã" counts agencies by their names.
    agencies = _AGENCIES.match(text, begin)
    if agencies and text[agencies.end()].isupper():
        return False
    if _WHOLE.match(text, place):
        return True
    head = _HEAD.match(text, place)
    if not head:
        return False
    # "phòng, ban, đơn vị" lists kinds of units; the name of a unit has a capital at its head.
    after = text[head.end() : head.end() + 1]
    capital = text[place].isupper() or after.isupper()
    return fold(head[0]) == "các" or (after.isalnum() and capital)


class UnitNames:
    """The units that a plan declares, found under any writing of their names."""

    def __init__(
        self, names: Iterable[tuple[str, str, Sequence[str]]], *, commune: str = ""
    ) -> None:
        """Take (name, abbreviation or "", other writings) of each unit.

        *commune* ("xã Hướng Phùng") is passed over where it closes a name, level word or not. A
        writing that two units share finds neither, unless it is the name of one.
        """
        self._commune = _LEVEL.sub("", fold(commune))
        declared = [(name, abbreviation, tuple(writings)) for name, abbreviation, writings in names]
        self._names: dict[str, str | None] = {}
        for name, abbreviation, writings in declared:
            for writing in _writings(name, abbreviation, writings):
                key = self.key(writing)
                if key and self._names.setdefault(key, name) != name:
                    self._names[key] = None
        self._own = {self.key(name): name for name, _, _ in reversed(declared)}
        self._own_words: dict[tuple[int, str], list[tuple[list[str], str]]] = {}
        for key, name in self._own.items():
            if words := key.split():
                self._own_words.setdefault((len(words), words[0]), []).append((words, name))
        self._names.update(self._own)

    def find(self, text: str) -> str | None:
        """Return the declared name of the unit that *text* names, None where it names none."""
        return self._names.get(self.key(text))

    def nearest(self, text: str) -> tuple[str, float] | None:
        """Return the declared name most like *text* and how alike they are, 0 to 100.

        Marks do not count, so that text out of OCR compares. None without units or without text.
        """
        from rapidfuzz import fuzz  # noqa: PLC0415  (costs more to import than most runs need)

        wanted = strip_marks(self.key(text))
        if not wanted:
            return None
        scores = [
            (fuzz.ratio(wanted, strip_marks(key)), name)
            for key, name in self._names.items()
            if name is not None
        ]
        best = max(scores, key=lambda score: score[0], default=None)
        return (best[1], best[0]) if best else None

    def misspelt(self, text: str, *, besides: str = "") -> tuple[str, int] | None:
        """Return the declared name that *text* almost writes, and how many of its words differ.

        As many words, and one of them a letter or a mark off ("Cung cứng" for "Cung ứng"), or two
        of six and more another word. None where *text* writes a name rightly, other than the name
        *besides*, or is like none.
        """
        key = self.key(text)
        if self._own.get(key, besides) != besides:
            return None
        words = key.split()
        if not words:
            return None
        for other, name in self._own_words.get((len(words), words[0]), ()):
            differing = [pair for pair in zip(words, other, strict=True) if pair[0] != pair[1]]
            if len(differing) == 1 and len(words) >= _LEAST_WORDS and _one_letter(*differing[0]):
                return name, 1
            if len(differing) == 2 and len(words) >= _MANY_WORDS:  # noqa: PLR2004  said above
                return name, 2
        return None

    def key(self, text: str) -> str:
        """Return what is the same for all writings of one unit."""
        key = _unit_key(text)
        return key.removesuffix(f" {self._commune}") if self._commune else key


@lru_cache(maxsize=16384)
def _unit_key(text: str) -> str:
    return " ".join(_expand(_without_place(_words(text))))


def _one_letter(left: str, right: str) -> bool:
    """Tell whether two words differ by one letter that is put in, left out or another."""
    if not (left.isalpha() and right.isalpha()):
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    left, right = left[start:], right[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:]


def _writings(name: str, abbreviation: str, writings: Sequence[str]) -> Iterator[str]:
    yield name
    yield from writings
    if abbreviation:
        yield abbreviation
        head = _HEAD.match(name)
        if head:
            yield f"{head[0]} {abbreviation}"


def _words(text: str) -> list[str]:
    """Return the words as written; a capital inside one begins a word ("PhòngVH-XH")."""
    text = _REMARK.sub("", normalize(text)).strip(" .,;-")
    spaced = "".join(
        f" {this}" if this.isupper() and before.islower() else this
        for before, this in pairwise(f" {text}")
    )
    return spaced.replace(",", " ").split()


def _without_place(words: list[str]) -> list[str]:
    """Drop the commune behind the name: "xã", "của xã", "phường Hải Dương", "xã, thôn"."""
    for i in range(len(words) - 1, 0, -1):
        special = [fold(word) for word in words[i - 1 : i + 1]] == ["đặc", "khu"]
        if special or fold(words[i]) in _LEVELS:
            rest = words[: i - 1] if special else words[:i]
            return _without_link(rest) if _is_place(rest, words[i + 1 :]) else words
    return words


def _is_place(before: Sequence[str], name: Sequence[str]) -> bool:
    """Tell a commune from "xã hội" and "hợp tác xã", whose "xã" is none."""
    if [fold(word) for word in name] == ["hội"] or fold(" ".join(before[-2:])) == "hợp tác":
        return False
    return all(
        word[0].isupper() or word[0].isdigit() or fold(word) in _SMALL_PLACES for word in name
    )


def _without_link(words: list[str]) -> list[str]:
    folded = [fold(word) for word in words]
    if folded[-2:] == ["thuộc", "ubnd"]:
        return words[:-2]
    return words[:-1] if folded[-1:] in (["của"], ["thuộc"], ["tại"]) else words


def _expand(words: Sequence[str]) -> Iterator[str]:
    """Yield the words of the key: abbreviations in full, no "và", no signs."""
    folded = [fold(word).strip(".-&") for word in words]
    for word, after in pairwise([*folded, ""]):
        if word == "tt" and after in _STANDING:
            yield "thường trực"
            continue
        joined = re.sub(r"[&-]", "", word)
        parts = [joined] if joined in _ABBREVIATIONS else re.split(r"[&-]", word)
        for part in parts:
            if part and part != "và":
                yield _ABBREVIATIONS.get(part, part)
