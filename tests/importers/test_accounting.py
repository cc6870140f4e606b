"""The words of a source that are nowhere in its plan are named."""

from pathlib import Path

import pytest

from kehoach.importers.accounting import lost_note, unaccounted
from kehoach.importers.blocks import LeftOut, Line, Origin, SourceText
from kehoach.importers.draft import Piece
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise
from kehoach.model.library import Library

ROOT = Path(__file__).parents[2]
TEXTS = sorted((Path(__file__).parent / "texts").iterdir())
AT = Origin("a.txt", 0, 1)


def test_words_of_the_draft_and_left_out_are_found() -> None:
    source = SourceText("a.txt", (Line("Họp dân, họp dân; trang 3, hoà giải", AT),))
    draft = {"noi_dung": [{"doan": [Piece("Họp dân", (AT,)), Piece("hòa", (AT,))]}]}
    left_out = [LeftOut("trang 3", AT, "số trang")]
    assert unaccounted([source], draft, left_out) == ["họp", "dân", "giải"]


def test_the_note_says_how_many_and_which() -> None:
    note = lost_note(["họp", "dân", "họp"])
    assert note.startswith("có 3 từ của bản gốc không tìm lại được")
    assert "(“họp”, “dân”)" in note


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_no_word_of_a_sample_is_lost(file: Path) -> None:
    imported = recognise(read_source(file, file.name), Library(ROOT))
    assert not [note for note in imported.notes if "không tìm lại được" in note]


def test_a_lost_word_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kehoach.importers.recognition.read_sections", lambda *_: [])
    source = SourceText(
        "a.txt", (Line("KẾ HOẠCH", AT), Line("I. NHIỆM VỤ", AT), Line("Trồng rừng.", AT))
    )
    assert any("“trồng”, “rừng”" in note for note in recognise(source, Library(ROOT)).notes)
