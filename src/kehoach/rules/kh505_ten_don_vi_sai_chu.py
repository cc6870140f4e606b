"""Tên đơn vị sai một chữ so với tên đã khai thường là lỗi gõ.

Xét tên đơn vị trong lời văn và cả cách viết khai theo văn bản đã có (chủ trì, phối hợp: KH104).
Sai hai tiếng trong một tên dài chỉ được nêu khi dùng ``--pedantic``.

Sai: TT Cung cứng DVC (đơn vị đã khai: Trung tâm Cung ứng dịch vụ công)
Đúng: TT Cung ứng DVC
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule, Stretch
from kehoach.source.place import Path

META = Rule("KH505", "ten-don-vi-sai-chu", Level.WARNING, since="0.1.0")

_HEADS = ("phòng", "trung tâm", "tt", "văn phòng", "trạm", "ban quản lý", "đảng ủy", "công an")
_WORD = re.compile(r"\b(?!và\b)\w+")
_END = re.compile(r"[;:()\n“”\"]|\.(?=\s|\Z)")
_WINDOW = 100  # characters; the longest names of units have about 80
_SURE, _UNSURE = 0.9, 0.6


def check(context: Context) -> Iterator[Finding]:
    """Compare every writing of a unit with the declared names."""
    for unit in context.plan.units:
        for i, writing in enumerate(unit.writings):
            yield from _finding(context, (*unit.path, "cach_viet", i), writing, None)
    for path, stretch, words in _in_texts(context):
        yield from _finding(context, path, words, stretch)


def _finding(context: Context, path: Path, name: str, stretch: Stretch | None) -> Iterator[Finding]:
    near = context.unit_names.misspelt(name) if fold(name).startswith(_HEADS) else None
    if near:
        yield Finding(
            path,
            f"“{name}” gần giống “{near[0]}” đã khai",
            f"nếu là một đơn vị thì viết “{near[0]}”",
            stretch=stretch,
            related=next(unit.path for unit in context.plan.units if unit.name == near[0]),
            related_message="khai báo ở đây",
            confidence=_SURE if near[1] == 1 else _UNSURE,
        )


def _in_texts(context: Context) -> Iterator[tuple[Path, Stretch, str]]:
    """Yield what stands in the texts where a declared name could, one or two words off it."""
    running = context.running_text
    units = [unit.name for unit in context.plan.units if fold(unit.name).startswith(_HEADS)]
    names = tuple(name.lower() for name in units)
    declared = [_words(name) for name in units]
    for start, end in sorted(running.words(*{words[0] for words in declared})):
        capital = running.text[start].isupper() or running.text[end + 1 : end + 2].isupper()
        if not capital or running.lower.startswith(names, start):
            continue
        after = running.lower[start : start + _WINDOW]
        limit = _END.search(after)
        spans = list(_WORD.finditer(after[: limit.start()] if limit else after))
        for words in declared:
            size = len(words)
            same = sum(one[0] == other for one, other in zip(spans, words, strict=False))
            if len(spans) >= size and spans[0][0] == words[0] and size - 2 <= same < size:
                last = start + spans[size - 1].end()
                yield *running.place(start, last), running.text[start:last]
                break


def _words(name: str) -> list[str]:
    return _WORD.findall(name.lower())
