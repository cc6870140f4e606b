"""Fixes of findings made in the text of a plan file, every other byte as it was."""

from collections.abc import Iterable

from kehoach.rules.finding import Fix, Replacement
from kehoach.source.place import Path
from kehoach.source.splice import apply, replace_in_text
from kehoach.source.tree import SourceFile


def apply_fixes(source: SourceFile, fixes: Iterable[Fix]) -> str:
    """Return the text of *source* after *fixes*; of two that touch one stretch the first is made.

    A fix is made whole or not at all.
    """
    by_text: dict[Path, list[Replacement]] = {}
    for fix in fixes:
        if not any(
            _overlap(r, other) for r in fix.replacements for other in by_text.get(r.path, ())
        ):
            for replacement in fix.replacements:
                by_text.setdefault(replacement.path, []).append(replacement)
    texts = {path: _text(source, path) for path in by_text}
    edits = [
        edit
        for path, made in by_text.items()
        for edit in replace_in_text(
            source, _written(source, path), [_least(texts[path], r) for r in made]
        )
    ]
    return apply(source, edits)


def _least(text: str, replacement: Replacement) -> tuple[int, int, str]:
    """Return begin, end and words of what differs; a line break amid the words stays."""
    start, end = replacement.stretch
    new = replacement.text
    same = _shared(text[start:end], new)
    start, new = start + same, new[same:]
    same = _shared(text[start:end][::-1], new[::-1])
    return start, end - same, new[: len(new) - same]


def _shared(one: str, other: str) -> int:
    """Return how many characters *one* and *other* begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _text(source: SourceFile, path: Path) -> str:
    value = source.value
    for step in path:
        if isinstance(value, str):
            break
        value = value[step]
    return str(value)


def _written(source: SourceFile, path: Path) -> Path:
    """Return where the text at *path* stands; a list of one text may be written as the text."""
    value = source.value
    for i, step in enumerate(path):
        if isinstance(value, str):
            return path[:i]
        value = value[step]
    return path


def _overlap(one: Replacement, other: Replacement) -> bool:
    (start, end), (first, last) = one.stretch, other.stretch
    return (start < last and first < end) or (start, end) == (first, last)
