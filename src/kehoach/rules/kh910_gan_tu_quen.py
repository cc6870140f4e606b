"""Cụm từ quen viết nhầm một tiếng: "dịa bàn" (địa bàn), "Hạ tần số" (Hạ tầng số).

Tiếng viết nhầm vẫn là âm tiết tiếng Việt, nên chỉ nhận ra nhờ cụm từ. Chắc chắn khi cụm đúng có
từ ba lần trong chính kế hoạch, cụm nhầm hiếm hơn hẳn và hai tiếng không thuộc hai cụm quen khác;
còn lại chỉ nêu khi xem cả chỗ còn ngờ (--pedantic). Vài lỗi quen thuộc nằm sẵn trong
templates/ngon-ngu/nham-tu.yaml.

Sai: "trên dịa bàn xã", "sử dụng có hiệu quá"
Đúng: "trên địa bàn xã", "sử dụng có hiệu quả"
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kehoach.language.fold import normalize, strip_marks
from kehoach.rules.context import Context
from kehoach.rules.finding import CERTAIN, Finding, Fix, Level, Replacement, Rule
from kehoach.rules.tables import pairs, words
from kehoach.rules.wording import BREAK, Wording

META = Rule("KH910", "gan-tu-quen", Level.WARNING, since="0.1.0")

_UNIT_FIELDS = frozenset({"chu_tri", "phoi_hop"})

# A slip is rare; the right writing stands at least so often, and so many times as often.
_RARE = 3
_FREQUENT = 3
_DOUBTFUL = 0.6
# Shorter words are one letter apart from too many.
_LONG_ENOUGH = 3
_FUNCTION_WORDS = frozenset(
    """
    và các của cho để tại từ theo là được không những một về với đến trên trong ngoài khi đã sẽ cần
    bị mà do bởi nếu thì như cũng còn mỗi mọi nhiều hay hoặc rất quá có này đó hai ba bốn năm ngay
    nên phải vào ra lên xuống đi lại mới cả chỉ đang bằng qua sau trước giữa cùng đối việc
    sự từng trừ
    """.split()  # noqa: SIM905  words, not code
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the rare words with what common terms have in their place.

    Names of units in their own fields are KH505's.
    """
    if context.wording.is_readable:
        for finding in _near_misses(context.wording):
            if not _UNIT_FIELDS.intersection(finding.path):
                yield finding


def _near_misses(wording: Wording) -> Iterator[Finding]:
    known = pairs("nham-tu")
    if not _partners().keys().isdisjoint(wording.vocabulary):
        yield from _orphans(wording)
    for wrong, right in known.items():
        if wording.vocabulary.issuperset(wrong.split()):
            for at in wording.find(wrong):
                yield _finding(wording, at, wrong, right, 0.9)
    seen: set[tuple[str, str]] = set()
    for left, right, wanted in _slips(wording):
        if (left, right) in seen or any(f"{left} {right}" in wrong for wrong in known):
            continue
        seen.add((left, right))
        sure = _count(wording, wanted) >= _FREQUENT * max(_count(wording, f"{left} {right}"), 1)
        for at in wording.find(f"{left} {right}"):
            yield _finding(wording, at, f"{left} {right}", wanted, CERTAIN if sure else _DOUBTFUL)


def _orphans(wording: Wording) -> Iterator[Finding]:
    """Yield syllables that stand without the partner that they always have."""
    partners = _partners()
    tokens = wording.tokens
    alone = {
        (tokens[i - 1], tokens[i], tokens[i + 1])
        for i in wording.places_of(partners)
        if tokens[i - 1].isalpha()
        and _plain(tokens[i - 1]) not in partners[tokens[i]][0]
        and _plain(tokens[i + 1]) not in partners[tokens[i]][1]
    }
    for left, syllable, right in sorted(alone):
        for start in wording.find(syllable):
            before = wording.text[:start].rstrip()
            behind = wording.text[start + len(syllable) :].lstrip()
            if before.endswith(left) and (behind.startswith(right) or right == BREAK):
                path, stretch = wording.place(start, start + len(syllable))
                yield Finding(
                    path,
                    f"“{syllable}” không đứng một mình: “{left} {syllable}” thiếu hoặc nhầm chữ",
                    f"thường gặp: {', '.join(_usual(syllable))}",
                    stretch,
                    confidence=CERTAIN,
                )


def _usual(syllable: str) -> list[str]:
    before, behind = _partners()[syllable]
    terms = words("tu-quen")
    all_terms = [f"{b} {syllable}" for b in before] + [f"{syllable} {b}" for b in behind]
    return sorted(term for term in all_terms if term in terms)[:4]


@lru_cache
def _partners() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    before, behind = pairs("nham-tu", "sau"), pairs("nham-tu", "truoc")
    return {
        syllable: (frozenset(before[syllable].split()), frozenset(behind[syllable].split()))
        for syllable in before
    }


def _slips(wording: Wording) -> Iterator[tuple[str, str, str]]:
    """Yield pairs of words of which one is rare and near the one that a term has there."""
    terms = words("tu-quen")
    places, tokens = wording.places, wording.tokens
    doubtful = [
        i
        for word in wording.small - _FUNCTION_WORDS
        if len(places[word]) <= _RARE
        for i in places[word]
        if _wanted_behind(tokens[i - 1], word) or _wanted_before(word, tokens[i + 1])
    ]
    for i in sorted(doubtful):
        if not 1 < i < len(tokens) - 2:
            continue
        wanted_behind = _wanted_behind(tokens[i - 1], tokens[i])
        wanted_before = _wanted_before(tokens[i], tokens[i + 1])
        left, word, right = _plain(tokens[i - 1]), _plain(tokens[i]), _plain(tokens[i + 1])
        # Said twice is KH904; what is a term with either neighbour is right.
        if word in {left, right} or f"{left} {word}" in terms or f"{word} {right}" in terms:
            continue
        for wanted in wanted_behind:
            if f"{_plain(tokens[i - 2])} {left}" not in terms:
                yield tokens[i - 1], tokens[i], f"{left} {wanted}"
        for wanted in wanted_before:
            if f"{right} {_plain(tokens[i + 2])}" not in terms:
                yield tokens[i], tokens[i + 1], f"{wanted} {right}"


@lru_cache(maxsize=32768)
def _wanted_behind(left: str, word: str) -> tuple[str, ...]:
    """Return what terms have behind *left* that *word* is a slip of."""
    behind, _ = _neighbours()
    return tuple(one for one in behind.get(_plain(left), ()) if is_slip(_plain(word), one))


@lru_cache(maxsize=32768)
def _wanted_before(word: str, right: str) -> tuple[str, ...]:
    """Return what terms have before *right* that *word* is a slip of."""
    _, before = _neighbours()
    return tuple(one for one in before.get(_plain(right), ()) if is_slip(_plain(word), one))


@lru_cache(maxsize=8192)
def _plain(token: str) -> str:
    return normalize(token).lower()


@lru_cache(maxsize=8192)
def is_slip(word: str, wanted: str) -> bool:
    """Tell whether *word* is *wanted* with other marks, a letter missing or a letter too many."""
    if word == wanted:
        return False
    left, right = _bare(word), _bare(wanted)
    if left == right:
        return True
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    if len(longer) != len(shorter) + 1 or len(shorter) < _LONG_ENOUGH:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    return strip_marks(word)


@lru_cache
def _neighbours() -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """Return what terms have behind a first word, and before a last one."""
    behind, before = defaultdict(list), defaultdict(list)
    for term in sorted(words("tu-quen")):  # a set has another order in each run
        first, last = term.split()
        if first in _FUNCTION_WORDS or last in _FUNCTION_WORDS:
            continue
        behind[first].append(last)
        before[last].append(first)
    return behind, before


def _count(wording: Wording, term: str) -> int:
    return wording.lower.count(term.lower())


def _finding(wording: Wording, at: int, wrong: str, right: str, confidence: float) -> Finding:
    written = wording.text[at : at + len(wrong)]
    right = right[0].upper() + right[1:] if written[0].isupper() else right
    path, stretch = wording.place(at, at + len(wrong))
    return Finding(
        path,
        f"“{written}” gần giống cụm từ quen “{right}”",
        f"có phải “{right}”?",
        stretch,
        fix=Fix((Replacement(path, stretch, right),), safe=False),
        confidence=confidence,
    )
