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
_TOKEN = re.compile(r"[\w&.-]+,?")
_END = re.compile(r"[;:()\n“”\"]|\.(?=\s|\Z)|, (?=[^\W\d_]+ )(?=phòng|trung tâm|trạm|văn phòng)")
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
    """Yield what stands in the texts where a name of a declared unit could, but is not written."""
    running = context.running_text
    declared = [(fold(unit.name), len(_TOKEN.findall(unit.name))) for unit in context.plan.units]
    declared = [(name, size) for name, size in declared if name.startswith(_HEADS)]
    known = {word for name, _ in declared for word in _TOKEN.findall(name.replace(",", ""))}
    seen: set[str] = set()
    for start, end in running.words(*_HEADS):
        after = running.lower[end : end + 100]
        if any(running.lower.startswith(name, start) for name, _ in declared):
            continue
        limit = _END.search(after)
        tokens = list(_TOKEN.finditer(after[: limit.start()] if limit else after))[:12]
        if sum(token[0].strip(",") in known for token in tokens[:4]) < 2:  # noqa: PLR2004  half
            continue
        if not running.text[end + 1 : end + 2].isupper():
            continue
        for size in sorted({size for _, size in declared}, reverse=True):
            for length in (size + 1, size, size - 1):
                if 1 < length <= len(tokens) + 1:
                    last = end + tokens[min(length, len(tokens)) - 1].end()
                    words = running.text[start:last].rstrip(",. ")
                    if words not in seen and context.unit_names.misspelt(words):
                        seen.add(words)
                        yield *running.place(start, start + len(words)), words
