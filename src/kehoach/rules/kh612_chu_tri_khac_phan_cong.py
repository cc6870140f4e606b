"""Phần phân công và nhiệm vụ không được giao một việc cho hai đơn vị chủ trì.

Nhiệm vụ nằm trong phần phân công của một đơn vị thì đơn vị đó phải chủ trì hoặc phối hợp. Câu "chủ
trì …" của phần phân công được so với tên nhiệm vụ do đơn vị khác chủ trì, và với câu "chủ trì …"
của đơn vị khác, bằng độ giống của lời văn; hai đơn vị cùng chủ trì tuyên truyền, tập huấn hay kinh
phí cũng được nêu. Chưa chắc, nên chỉ hiện khi yêu cầu.

Sai: mục "Phòng Kinh tế" có nhiệm vụ ``chu_tri: [Công an xã]`` mà Phòng Kinh tế không phối hợp
Đúng: ``chu_tri: [Phòng Kinh tế]``
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.model.plan import Section, prose_texts
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.leading import leading_keys, unit_key
from kehoach.rules.phrases import subject_words
from kehoach.source.place import Path

META = Rule("KH612", "chu-tri-khac-phan-cong", Level.WARNING, since="0.1.0")

_LEADS = re.compile(
    r"\bchủ trì(?:, | và )?(?:(?:phối hợp|cùng|có)[^;:.]*?(?:, | để | tham mưu ))?([^;:.]*)"
)
_LIKE = 0.8
_LEAST_WORDS = 4
_UNSURE = 0.6


# Work that a plan gives to one unit as a whole, by the words that it begins with.
_WORKS = re.compile(
    r"(?!tham gia|phối hợp)(?:[^;:.,]*, ){0,3}[^;:.,]*"
    r"\b(?:(?P<publicity>tuyên truyền|truyền thông|phát thanh)"
    r"|(?P<training>tập huấn|bồi dưỡng)|(?P<funds>kinh phí))\b"
)
_FUNDS = re.compile(r"\Atham mưu[^;:.]*\bkinh phí\b")


class _Claim(NamedTuple):
    """What a unit leads by the words of its duties or by a task."""

    unit: str
    keys: frozenset[str]
    words: frozenset[str]
    work: str
    path: Path


def check(context: Context) -> Iterator[Finding]:
    """Compare duties with the tasks in them, then with all tasks and other duties."""
    for section in context.plan.walk():
        if section.units:
            yield from _tasks_inside(context, section)
    claims = list(_claims(context))
    if not claims:
        return
    tasks = [
        _Claim(
            task.leads[0],
            leading_keys(context, task),
            subject_words(task.title),
            _work(_led(task.title.casefold())),
            task.path,
        )
        for task in context.plan.assigned_tasks()
    ]
    alike = _Alike((*tasks, *claims))
    for i, claim in enumerate(claims):
        others = alike.before(len(tasks) + i)
        other = next((o for o in others if _conflict(claim, o)), None)
        if other:
            yield Finding(
                claim.path,
                f"việc giao “{claim.unit}” chủ trì ở đây giống việc đã giao “{other.unit}” chủ trì",
                "thống nhất một đơn vị chủ trì",
                related=other.path,
                related_message="việc kia ở đây",
                confidence=_UNSURE,
            )


def _tasks_inside(context: Context, section: Section) -> Iterator[Finding]:
    units = {unit_key(context, unit) for unit in section.units}
    for task in section.tasks:
        cooperating = {unit_key(context, unit) for unit in task.cooperating}
        if task.leads and not units & (leading_keys(context, task) | cooperating):
            yield Finding(
                (*task.path, "chu_tri"),
                f"nhiệm vụ ở phần của {section.units[0]} lại do {task.leads[0]} chủ trì",
                "sửa chủ trì, hoặc chuyển nhiệm vụ về phần của đơn vị chủ trì",
                related=(*section.path, "don_vi"),
                related_message="đơn vị của phần này ở đây",
            )


def _claims(context: Context) -> Iterator[_Claim]:
    for section in context.plan.walk():
        for text in prose_texts(section.prose) if section.units else ():
            unit = _unit(section, text)
            if not unit:
                continue
            low = text.casefold()
            claimed = [led[1] for led in _LEADS.finditer(low)] if "hủ trì" in text else []
            if not claimed and _FUNDS.match(low):
                claimed = [low]
            for words in claimed:
                yield _Claim(
                    unit,
                    frozenset({unit_key(context, unit)}),
                    subject_words(words),
                    _work(words),
                    (*section.path, "doan"),
                )


def _unit(section: Section, text: str) -> str:
    """Return whose duty *text* is: of several units, the one that it opens with ("X: chủ trì")."""
    if len(section.units) == 1:
        return section.units[0]
    return next((unit for unit in section.units if text.startswith(f"{unit}:")), "")


def _led(title: str) -> str:
    """Return what is led by *title*, which may say "chủ trì, phối hợp với … làm gì"."""
    led = _LEADS.match(title)
    return led[1] if led else title


def _work(words: str) -> str:
    found = _WORKS.match(words)
    return (found.lastgroup or "") if found else ""


class _Alike:
    """Claims found by words, so that not each is held against all others.

    Of two sets of words that share at least `_LIKE` of the smaller, the smaller has one of its
    rarest words in common with the larger: so many as may be missing, and one more.
    """

    _FEW = 100  # claims, which are held against each other sooner than sorted by words

    def __init__(self, claims: Sequence[_Claim]) -> None:
        self._claims = claims
        if len(claims) < self._FEW:
            return
        self._uses = Counter(word for claim in claims for word in claim.words)
        self._by_word: dict[str, list[int]] = {}
        self._by_rare_word: dict[str, list[int]] = {}
        for i, claim in enumerate(claims):
            for word in claim.words:
                self._by_word.setdefault(word, []).append(i)
            for word in self._rarest(claim):
                self._by_rare_word.setdefault(word, []).append(i)

    def before(self, i: int) -> Iterator[_Claim]:
        """Yield in order the claims before claim *i* that may be like it."""
        if len(self._claims) < self._FEW:
            yield from self._claims[:i]
            return
        claim = self._claims[i]
        found = {j for word in self._rarest(claim) for j in self._by_word[word] if j < i}
        for word in claim.words:
            found.update(j for j in self._by_rare_word.get(word, ()) if j < i)
        yield from (self._claims[j] for j in sorted(found))

    def _rarest(self, claim: _Claim) -> list[str]:
        count = len(claim.words) - math.ceil(_LIKE * len(claim.words)) + 1
        return sorted(claim.words, key=lambda word: (self._uses[word], word))[:count]


def _conflict(one: _Claim, other: _Claim) -> bool:
    if one.keys & other.keys:
        return False
    if one.work and one.work == other.work:
        return True
    shorter = min(len(one.words), len(other.words))
    return shorter >= _LEAST_WORDS and len(one.words & other.words) >= _LIKE * shorter
