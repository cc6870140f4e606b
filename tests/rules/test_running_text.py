"""Texts looked through as one: what is found lies where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from kehoach.rules.running_text import RunningText

TEXTS = st.lists(st.text("aĐ ủİ.\n", max_size=12), min_size=1, max_size=6)


@given(TEXTS, st.data())
def test_a_place_is_that_of_the_characters(texts: list[str], data: st.DataObject) -> None:
    running = RunningText([(("doan", i), text) for i, text in enumerate(texts)])
    i = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[i])))
    end = data.draw(st.integers(start, len(texts[i])))
    ahead = sum(len(text) + 1 for text in texts[:i])
    assert running.place(ahead + start, ahead + end) == (("doan", i), (start, end))
    assert len(running.lower) == len(running.text)


def test_words_are_whole_and_keep_to_their_text() -> None:
    running = RunningText([(("a",), "UBND xã, xãa"), (("b",), "xã hội; 5xã")])
    assert [running.place(*place) for place in running.words("xã")] == [
        (("a",), (5, 7)),
        (("b",), (0, 2)),
    ]
    second = list(running.words("xã"))[1]
    assert running.before(second[0], 20) == ""
    assert running.after(second[1], 5) == " hội;"
