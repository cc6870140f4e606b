"""Một từ không viết hai lần liền nhau, trừ từ láy và cách nói lặp (dần dần, từng bước từng bước).

Chỗ lặp thường sót lại khi sửa câu. Chắc chắn là lỗi khi từ lặp là từ nối (của của, và và) hoặc cụm
hai tiếng (thực hiện thực hiện); từ khác lặp lại chỉ được nêu khi xem cả chỗ còn ngờ (--pedantic).

Sai: "nhiệm vụ của của các đơn vị"
Đúng: "nhiệm vụ của các đơn vị"
"""

import re
from collections.abc import Iterator
from itertools import compress
from operator import is_

from kehoach.rules.context import Context
from kehoach.rules.finding import CERTAIN, Finding, Fix, Level, Replacement, Rule
from kehoach.rules.tables import words
from kehoach.rules.wording import Wording

META = Rule("KH904", "lap-tu", Level.WARNING, since="0.1.0")

_NEVER_TWICE = frozenset(
    """
    của và các những cho trong là về với tại theo để trên được đến khi hoặc nhưng đã sẽ này bởi
    việc sự gồm nhằm thuộc giữa cùng phải cần đối nếu vào tỉnh phường cấp huyện
    """.split()  # noqa: SIM905  words, not code
)
_REDUPLICATED = frozenset(
    """
    xa gần luôn thường ngày đời từ dần mãi rất nhà người ngành nơi chiều đêm năm tháng tuần giờ ba
    tư song chung riêng đều chuồn vân ai xanh đỏ hay lâu nhanh chầm hằng vội khe nho nhỏ to lớn
    cao thấp sâu rộng đông vui buồn hiu tỏ rành sáng tối trắng đen vàng làng xóm thôn bản lần một
    hai bốn sáu bảy tám chín mười càng cứ vừa khư lăm lom đi về nói cười đu oang xăm mơ
    nao lăng be đa
    """.split()  # noqa: SIM905  the same
)
_TWICE_BY_TWO = frozenset({"từng bước", "từng ngày", "từng người", "từng nhà", "lần lượt"})


def check(context: Context) -> Iterator[Finding]:
    """Look for a word or two words that follow themselves."""
    wording = context.wording
    if not wording.is_readable:
        return
    tokens = wording.tokens
    # One object stands for a token (see `Lexicon`).
    twice = {word for word in compress(tokens, map(is_, tokens, tokens[1:])) if word.isalpha()}
    for word in sorted(twice - _REDUPLICATED):
        yield from _repeated(wording, word, CERTAIN if word in _NEVER_TWICE else 0.6)
    again = set(compress(range(len(tokens)), map(is_, tokens, tokens[2:])))
    pairs = {
        f"{tokens[i]} {tokens[i + 1]}"
        for i in again
        if i + 1 in again
        and tokens[i] != tokens[i + 1]
        and tokens[i].isalpha()
        and tokens[i + 1].isalpha()
    }
    for pair in sorted(pairs - _TWICE_BY_TWO):
        yield from _repeated(wording, pair, CERTAIN)


def _repeated(wording: Wording, word: str, confidence: float) -> Iterator[Finding]:
    terms = words("tu-quen")
    for match in re.finditer(rf"\b({re.escape(word)} ){word}\b(?: (\w+))?", wording.text):
        # "của của cải", "trong trong sạch": the second begins another word.
        if match[2] and f"{word} {match[2]}" in terms:
            continue
        if word == "số" and match[2] and match[2].isdigit():
            continue  # "Luật Công nghiệp công nghệ số số 71/2025/QH15"
        if word.istitle() and confidence < CERTAIN:
            continue  # a name
        path, stretch = wording.place(match.start(), match.end(1) + len(word))
        first = (stretch[0], stretch[0] + len(match[1]))
        yield Finding(
            path,
            f"“{word}” viết hai lần liền nhau",
            "bỏ một lần",
            stretch,
            fix=Fix((Replacement(path, first, ""),), safe=False),
            confidence=confidence,
        )
