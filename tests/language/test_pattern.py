"""Patterns that are compiled late do what those of the standard library do."""

import re

import pytest

from kehoach.language.pattern import late_pattern


@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
@pytest.mark.parametrize("text", ["quý IV", "QUÝ 4", "đến quý I", ""])
def test_a_late_pattern_finds_the_same(method: str, text: str) -> None:
    late, at_once = (
        compiled(r"quý ([IV]+|[0-9])", re.IGNORECASE) for compiled in (late_pattern, re.compile)
    )
    for _ in range(2):  # before and after it is compiled
        found, wanted = getattr(late, method)(text), getattr(at_once, method)(text)
        assert (found and found.groups()) == (wanted and wanted.groups())


def test_a_late_pattern_cuts_and_replaces() -> None:
    late = late_pattern("[;,] ?")
    assert late.split("a; b,c") == ["a", "b", "c"]
    assert late.sub("-", "a; b,c") == "a-b-c"
    assert late.findall("a; b,c") == ["; ", ","]
    assert [match.start() for match in late.finditer("a; b,c")] == [1, 4]
    assert late.pattern == "[;,] ?"


def test_a_wrong_pattern_fails_when_it_is_used() -> None:
    late = late_pattern("(")
    with pytest.raises(re.error, match="missing"):
        late.search("a")
