"""Mỗi tiếng phải là một âm tiết mà tiếng Việt viết được: đúng âm đầu, vần, dấu thanh, chỗ đặt dấu.

"câp" không thể có (vần tắc phải có dấu sắc hay nặng), "nghành" cũng không (ngh chỉ đứng trước e,
ê, i). Không xét vần của từ viết hoa (tên riêng, tên làng bản), từ không dấu (tên công nghệ, tiếng
nước ngoài), từ mượn trong templates/ngon-ngu/tu-muon.yaml, và văn bản nhận dạng kém cả bài.

Sai: "nâng câp hạ tầng", "hòan thành", "các nghành"
Đúng: "nâng cấp hạ tầng", "hoàn thành", "các ngành"
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import strip_marks
from kehoach.language.syllable import is_syllable, tone_in_place
from kehoach.rules.context import Context
from kehoach.rules.finding import CERTAIN, Finding, Fix, Level, Replacement, Rule
from kehoach.rules.tables import words
from kehoach.rules.wording import Wording

META = Rule("KH909", "am-tiet-sai", Level.WARNING, since="0.1.0")

_DOUBTFUL = 0.6


def check(context: Context) -> Iterator[Finding]:
    """Judge the words that the syllable tables do not know."""
    wording = context.wording
    if not wording.unspelt or not wording.is_readable:
        return
    for word in sorted(wording.unspelt):
        # One letter is a symbol; words with Western letters or marks are foreign.
        if len(word) == 1 or _FOREIGN.search(word.lower()) or word.lower() in words("tu-muon"):
            continue
        right = tone_in_place(word)
        if not word.islower() and not (right and word.istitle()):
            continue
        right = right.capitalize() if word.istitle() else right
        for at in wording.find(word):
            if wording.text[at - 1 : at] not in {"-", "."}:
                yield _finding(wording, at, word, right)


_FOREIGN = re.compile(
    "[^a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]|[fjwz]"
)


def _finding(wording: Wording, at: int, word: str, right: str) -> Finding:
    path, stretch = wording.place(at, at + len(word))
    if right:
        return Finding(
            path,
            f"“{word}” đặt dấu thanh sai chỗ",
            f"viết “{right}”",
            stretch,
            fix=Fix((Replacement(path, stretch, right),), safe=True),
        )
    near = nearest(wording, word)
    if not near:
        message = f"“{word}” không phải âm tiết tiếng Việt"
        return Finding(path, message, "kiểm tra lại chính tả", stretch, confidence=_DOUBTFUL)
    return Finding(
        path,
        f"“{word}” không phải âm tiết tiếng Việt",
        f"có phải “{near}”?",
        stretch,
        fix=Fix((Replacement(path, stretch, near),), safe=False),
        confidence=CERTAIN,
    )


def nearest(wording: Wording, word: str) -> str:
    """Return the syllable of the plan or of common terms most like *word*, "" where none is.

    Likest is one that differs in marks only, then in one letter; among these the one that stands
    beside the same neighbours in common terms, then the most frequent in the plan.
    """
    key = strip_marks(word)
    beside = _beside(wording, word)
    candidates = {w.lower() for w in wording.places if w.isalpha() and is_syllable(w)}
    candidates |= {part for term in words("tu-quen") for part in term.split()}
    best, best_rank = "", (0, 0, -1)
    for candidate in sorted(candidates):  # a set has another order in each run
        same = strip_marks(candidate) == key
        if not same and not _one_letter_apart(candidate, word):
            continue
        fits = sum(
            f"{left} {candidate}" in words("tu-quen") or f"{candidate} {right}" in words("tu-quen")
            for left, right in beside
        )
        rank = (fits, int(same), len(wording.places.get(candidate, ())))
        if rank > best_rank:
            best, best_rank = candidate, rank
    return best


def _beside(wording: Wording, word: str) -> list[tuple[str, str]]:
    tokens = wording.tokens
    return [
        (tokens[i - 1].lower(), tokens[i + 1].lower())
        for i, token in enumerate(tokens)
        if token == word and 0 < i < len(tokens) - 1
    ]


def _one_letter_apart(left: str, right: str) -> bool:
    """Tell whether one letter, marks aside, is missing, added or other."""
    if abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    rest_left, rest_right = left[start:], right[start:]
    return (
        rest_left[1:] == rest_right[1:]
        or rest_left[1:] == rest_right
        or rest_left == rest_right[1:]
    )
