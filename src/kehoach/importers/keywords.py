"""Fixed words of plans found in a text, also in one whose marks OCR lost or mistook."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kehoach.language.fold import fold, strip_marks

_TOKEN = re.compile(r"[^\s,;:.()]+")
# What OCR reads for a letter, and the letter.
_MISREAD = str.maketrans(
    {"0": "o", "6": "o", "1": "l", "3": "a", "4": "a", "¢": "e", "¥": "y", "!": "l"}
)
_ALIKE = 80.0
_LEAST_MARKED = 0.6
# Words that every plan has and that no other word is without marks.
_USUAL = frozenset(
    {
        "và",
        "của",
        "các",
        "được",
        "thực",
        "hiện",
        "nhiệm",
        "vụ",
        "kế",
        "hoạch",
        "chuyển",
        "đổi",
        "số",
    }
    | {"hành", "chính", "thủ", "tục", "dữ", "liệu", "đơn", "vị", "phối", "hợp"}
)
_ENOUGH = 20


def lacks_marks(texts: Iterable[str]) -> bool:
    """Tell whether *texts* are Vietnamese whose marks are lost or unreliable, as out of OCR."""
    bare = {strip_marks(word) for word in _USUAL}
    usual = marked = 0
    for text in texts:
        for token in fold(text).split():
            word = token.strip(".,;:()“”\"'")
            if strip_marks(word) in bare:
                usual += 1
                marked += word in _USUAL
    return usual >= _ENOUGH and marked < _LEAST_MARKED * usual


class Keywords:
    """Looks for fixed words; *tolerant* of lost marks and misread letters."""

    def __init__(self, *, tolerant: bool) -> None:
        """Remember whether the source lacks its marks."""
        self.tolerant = tolerant

    def equal(self, text: str, phrases: Iterable[str]) -> str:
        """Return the first of *phrases* that *text* is as a whole, "" where it is none."""
        wanted = _key(text)
        if not self.tolerant:
            return next((phrase for phrase in phrases if _key(phrase) == wanted), "")
        scored = [(alike(text, phrase), phrase) for phrase in phrases]
        score, best = max(scored, default=(0.0, ""))
        return best if score >= _ALIKE else ""

    def begin(self, text: str, phrases: Iterable[str]) -> int:
        """Return where the first of *phrases* that *text* begins with ends in it, 0 for none."""
        tokens = [match.end() for match in _TOKEN.finditer(text[:200])]
        for phrase in phrases:
            count = len(_TOKEN.findall(phrase))
            if 0 < count <= len(tokens) and self.equal(text[: tokens[count - 1]], (phrase,)):
                return tokens[count - 1]
        return 0

    def inside(self, text: str, phrases: Iterable[str]) -> bool:
        """Tell whether one of *phrases* stands somewhere in *text*."""
        if not self.tolerant:
            wanted = f" {_key(text)} "
            return any(f" {_key(phrase)} " in wanted for phrase in phrases)
        starts = [match.start() for match in _TOKEN.finditer(text[:300])]
        return any(self.begin(text[start:], phrases) for start in starts)


def alike(text: str, phrase: str) -> float:
    """Return how alike both are without marks, 0 to 100."""
    from rapidfuzz import fuzz  # noqa: PLC0415  (costs more to import than most runs need)

    return fuzz.ratio(bare(text), bare(phrase))


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Return *text* without marks, signs and the usual mistakes of OCR."""
    return " ".join(_TOKEN.findall(strip_marks(text).translate(_MISREAD)))


@lru_cache(maxsize=65536)
def _key(text: str) -> str:
    return " ".join(_TOKEN.findall(fold(text)))


def nearest(text: str, known: Mapping[str, str], least: float) -> str:
    """Return the phrase of *known* (bare form to phrase) most like *text*, "" below *least*."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    if not known:
        return ""
    found = process.extractOne(bare(text), known.keys(), scorer=fuzz.ratio, score_cutoff=least)
    return known[found[0]] if found else ""
