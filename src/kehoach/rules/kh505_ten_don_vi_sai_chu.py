"""Tên đơn vị sai một chữ so với tên đã khai thường là lỗi gõ.

Xét tên đơn vị trong lời văn và cả cách viết khai theo văn bản đã có (chủ trì, phối hợp: KH104).
Sai hai tiếng trong một tên dài chỉ được nêu khi dùng ``--pedantic``.

Sai: TT Cung cứng DVC (đơn vị đã khai: Trung tâm Cung ứng dịch vụ công)
Đúng: TT Cung ứng DVC
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from kehoach.language.unit import UnitNames
from kehoach.rules import tables
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule, Stretch
from kehoach.rules.running_text import RunningText
from kehoach.rules.unit_groups import UnitGroup
from kehoach.source.place import Path

META = Rule("KH505", "ten-don-vi-sai-chu", Level.WARNING, since="0.1.0")

_HEADS = (
    "phòng",
    "trung tâm",
    "tt",
    "văn phòng",
    "trạm",
    "ban quản lý",
    "đảng ủy",
    "đảng uỷ",
    "công an",
)
_WORD = re.compile(r"\w+")
_AND = "và"
_END = re.compile(r"[;:()\n“”\"]|\.(?=\s|\Z)")
_WINDOW = 100  # characters; the longest names of units have about 80
_SURE, _UNSURE = 0.9, 0.6


def check(context: Context) -> Iterator[Finding]:
    """Compare every writing of a unit, and what reads like one in the texts, with the names."""
    groups = context.unit_groups
    names = context.unit_names
    if not context.plan.units:
        named = ((group.name, "", group.writings) for group in groups)
        names = UnitNames(named, commune=context.plan.commune.name)
    by_name = {group.name: group for group in groups}
    bodies = [group for group in groups if group.name.lower().startswith(_HEADS)]
    for group in bodies:
        own = frozenset(_words(group.name))
        for path, writing in zip(group.places, group.writings, strict=True):
            # Abbreviations apart, a writing in words of the name cannot hold a slip.
            if own.issuperset(_words_in_full(writing)):
                continue
            yield from _finding(names, by_name, path, writing, None)
        near = names.misspelt(group.name, besides=group.name)
        if near and (
            _is_the_slip(group, by_name[near[0]], groups)
            if group.uses
            else _breaks_a_term(names.key(group.name), names.key(near[0]))
        ):
            yield from _finding(names, by_name, group.path, group.name, None)
    for path, stretch, words in _in_texts(context.running_text, [g.name for g in bodies]):
        yield from _finding(names, by_name, path, words, stretch)


def _is_the_slip(group: UnitGroup, other: UnitGroup, order: Sequence[UnitGroup]) -> bool:
    """Tell which of two units that are named, not declared, is the slip: the rarer, the later."""
    here, there = (group.uses, -order.index(group)), (other.uses, -order.index(other))
    return here < there


def _breaks_a_term(written: str, wanted: str) -> bool:
    """Tell whether of two names that are declared, one a word off, the first breaks a term.

    "cung cứng" for "cung ứng" is a slip; "Trường Tiểu học A" and "B" are two schools.
    """
    terms = tables.words("tu-quen")
    here, there = set(pairwise(written.split())), set(pairwise(wanted.split()))
    lost = {" ".join(pair) for pair in there - here} & terms
    return bool(lost) and not {" ".join(pair) for pair in here - there} & terms


def _finding(
    names: UnitNames,
    groups: Mapping[str, UnitGroup],
    path: Path,
    name: str,
    stretch: Stretch | None,
) -> Iterator[Finding]:
    near = names.misspelt(name, besides=name)
    if near:
        yield Finding(
            path,
            f"“{name}” gần giống “{near[0]}”",
            f"nếu là một đơn vị thì viết “{near[0]}”",
            stretch=stretch,
            related=groups[near[0]].path,
            related_message="tên kia ở đây",
            confidence=_SURE if near[1] == 1 else _UNSURE,
        )


def _in_texts(running: RunningText, units: Sequence[str]) -> Iterator[tuple[Path, Stretch, str]]:
    """Yield what stands in the texts where one of *units* could, one or two words off it."""
    names = tuple(name.lower() for name in units)
    by_head: dict[str, list[tuple[str, ...]]] = {}
    for name in units:
        declared = _words(name)
        by_head.setdefault(declared[0], []).append(declared)
    for start, end in sorted(running.words(*by_head)):
        capital = running.text[start].isupper() or running.text[end + 1 : end + 2].isupper()
        if not capital or running.lower.startswith(names, start):
            continue
        after = running.lower[start : start + _WINDOW]
        limit = _END.search(after)
        found = _WORD.finditer(after, 0, limit.start() if limit else len(after))
        spans = [(word[0], word.end()) for word in found if word[0] != _AND]
        for words in by_head.get(spans[0][0], ()):
            size = len(words)
            if len(spans) < size:
                continue
            same = sum(one == other for (one, _), other in zip(spans, words, strict=False))
            if size - 2 <= same < size:
                last = start + spans[size - 1][1]
                yield *running.place(start, last), running.text[start:last]
                break


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(name.lower()) if word != _AND)


@lru_cache(maxsize=8192)
def _words_in_full(writing: str) -> tuple[str, ...]:
    return tuple(
        word.lower() for word in _WORD.findall(writing) if not (word == _AND or word.isupper())
    )
