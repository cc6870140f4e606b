"""A stretch of a value's text is found in the file, however the value is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.source.splice import apply, replace_in_text
from kehoach.source.tree import parse
from kehoach.source.writing import write_yaml

WRITINGS = {
    "plain": "a: thôn Hạ, dịa bàn xã\n",
    "plain on two lines": "a: thôn Hạ,\n  dịa bàn xã\n",
    "single quotes": "a: 'thôn ''Hạ'', dịa bàn xã'\n",
    "double quotes": 'a: "thôn \\"Hạ\\" \\u0110, dịa bàn xã"\n',
    "double quotes on two lines": 'a: "thôn Hạ,\n  dịa bàn xã"\n',
    "an escaped line break": 'a: "thôn Hạ, \\\n  dịa bàn xã"\n',
    "folded": "a: >-\n  thôn Hạ,\n  dịa bàn xã\n",
    "folded, Windows": "a: >-\r\n  thôn Hạ,\r\n  dịa bàn xã\r\n",
    "literal": "a: |-\n  thôn Hạ,\n  dịa bàn xã\n",
    "literal with a blank line and deeper lines": "a: |-\n  thôn\n\n    Hạ\n  dịa bàn xã\n",
    "in brackets": "{a: [thôn, Hạ], b: {c: dịa bàn}}\n",
}


@pytest.mark.parametrize("text", WRITINGS.values(), ids=WRITINGS)
def test_the_place_of_a_stretch_is_its_words(text: str) -> None:
    source = parse(text, "x")
    path: tuple[str, ...] = ("a",) if isinstance(source.value["a"], str) else ("b", "c")
    value = source.value["a"] if path == ("a",) else source.value["b"]["c"]
    start = value.index("dịa bàn")
    offsets = source.offsets(path, (start, start + 7))
    assert offsets is not None
    assert text[slice(*offsets)] == "dịa bàn"
    place = source.place(path, (start, start + 7))
    lines = text.splitlines()
    assert place.line == place.end_line
    assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == "dịa bàn"


def test_what_cannot_be_followed_has_the_place_of_the_value() -> None:
    source = parse("a: >-\n  một\n\n  hai dịa bàn\n", "x")
    assert source.offsets(("a",), (5, 8)) is None
    assert source.place(("a",), (5, 8)) == source.place(("a",))
    assert parse("a: {b: c}\n", "x").offsets(("a",), (0, 1)) is None


@given(st.text("abcđế '\"\\:#-,.\n[]{}", min_size=1), st.data())
def test_every_character_of_what_is_written_is_found(value: str, data: st.DataObject) -> None:
    text = write_yaml({"a": [value, "x"]})
    source = parse(text, "x")
    i = data.draw(st.integers(0, len(value) - 1))
    offsets = source.offsets(("a", 0), (i, i + 1))
    if offsets is not None and value[i] not in " \n\\\"'":
        assert text[slice(*offsets)] == value[i]


@pytest.mark.parametrize("text", WRITINGS.values(), ids=WRITINGS)
def test_a_replacement_changes_its_words_alone(text: str) -> None:
    source = parse(text, "x")
    path: tuple[str, ...] = ("a",) if isinstance(source.value["a"], str) else ("b", "c")
    value = source.value["a"] if path == ("a",) else source.value["b"]["c"]
    start = value.index("dịa bàn")
    edits = replace_in_text(source, path, [(start, start + 1, "đ"), (start + 4, start + 7, "điểm")])
    assert apply(source, edits) == text.replace("dịa bàn", "địa điểm")


@pytest.mark.parametrize("text", WRITINGS.values(), ids=WRITINGS)
@pytest.mark.parametrize("words", ["a: b", " #x", "'\"", "\\n", ", ]}"])
def test_signs_of_yaml_come_in_as_text(text: str, words: str) -> None:
    source = parse(text, "x")
    path: tuple[str, ...] = ("a",) if isinstance(source.value["a"], str) else ("b", "c")
    value = source.value["a"] if path == ("a",) else source.value["b"]["c"]
    start = value.index("dịa bàn")
    changed = parse(apply(source, replace_in_text(source, path, [(start, start + 3, words)])), "x")
    got = changed.value["a"] if path == ("a",) else changed.value["b"]["c"]
    assert got == value.replace("dịa", words)
