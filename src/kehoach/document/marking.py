"""Values named by their key: filters for templates."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from kehoach.document.sandbox import TemplateSandbox

shown = TemplateSandbox.shown
Span = tuple[int, int, str]


def name_value(value: str | Sequence[str], key: str) -> str | list[Markup]:
    """Return *value* named by *key*, each of them where it is a list; with no key as it is."""
    if isinstance(value, str):
        return _named(value, key) if key else value
    return [_named(one, key) for one in value]


def _named(value: str, key: str) -> Markup:
    # Not by Markup itself, which asks its argument whether it is HTML already.
    return str.__new__(Markup, f'<span khoa="{shown(key)}">{shown(value)}</span>')


def mark_values(text: str, values: Mapping[str, str | Sequence[str]]) -> Markup:
    """Return *text* with each of *values*, by key, wrapped where it stands first in it.

    A key may have several values. Small letters and capitals are the same; a value that stands
    only inside another is not wrapped, nor one that is all of *text*.
    """
    if not any(values.values()):
        return escape(text)
    whole = text.unescape() if isinstance(text, Markup) else text
    found: list[Span] = []
    for key, value in values.items():
        for one in (value,) if isinstance(value, str) else value:
            if span := next(_places(whole, one, key, found), None):
                found.append(span)
    result, place = Markup(), 0
    for start, end, key in sorted(found):
        result += escape(whole[place:start])
        result += Markup('<span khoa="{}">{}</span>').format(key, whole[start:end])
        place = end
    return result + escape(whole[place:])


def _places(whole: str, value: str, key: str, found: Sequence[Span]) -> Iterator[Span]:
    """Yield where *value* stands in *whole* and touches nothing that is *found*."""
    lowered = whole.lower()
    if not 0 < len(value) < len(whole) or len(lowered) != len(whole):
        return
    start = lowered.find(value.lower())
    while start >= 0:
        end = start + len(value)
        if all(end <= other or start >= stop for other, stop, _ in found):
            yield start, end, key
        start = lowered.find(value.lower(), start + 1)
