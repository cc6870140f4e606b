"""Texts that read alike fold alike, texts that do not stay apart, and places are kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language.fold import fold, fold_keeping_places, normalize, strip_marks

VIETNAMESE = (
    "aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵdđ"
    "bcghklmnpqrstvxAÁÀĐÊỆOÒUỦYÝQ0123456789 -–.,/%\u00a0\u00ad\u200b\n\t"
)


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("hoà", "hòa"),
        ("Hoà giải", "hòa giải"),
        ("HOÀ BÌNH", "Hòa Bình"),
        ("Thuỷ lợi", "thủy lợi"),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("uý", "úy"),
        ("khoẻ", "khỏe"),
        ("xoá, hoá", "xóa, hóa"),
        ("số  hoá\n tài liệu", "số hóa tài liệu"),
        ("2025\u00a0–\u00a02030", "2025 - 2030"),
        ("Ðảng ủy", "Đảng ủy"),
        ("chuyển\u200b đổi\u00ad số\ufeff", "chuyển đổi số"),
    ],
)
def test_the_same_words_fold_alike(written: str, same: str) -> None:
    assert fold(written) == fold(same)


@pytest.mark.parametrize("text", ["Hòa", "Thuỷ", "quý IV", "khuỷu", "Nguyễn Thị Huệ", "đẹp"])
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "text",
    ["quý", "Quý", "quỳ", "hoàn", "toàn", "hoài", "khuỷu", "ngoéo", "Huế", "thuở", "quà", "hòa"],
)
def test_a_mark_that_is_in_its_place_stays(text: str) -> None:
    assert normalize(text) == text
    assert fold(text) == text.lower()


def test_a_tone_is_not_a_different_vowel() -> None:
    assert fold("hòa") != fold("hoa")
    assert fold("năm") != fold("nam")


def test_normalize_keeps_case_and_dashes() -> None:
    assert normalize("  Hoà   giải – UBND ") == "Hòa giải – UBND"


def test_marks_are_stripped_as_ocr_leaves_them() -> None:
    assert strip_marks("Đảng uỷ phường") == "dang uy phuong"


@given(st.text(alphabet=VIETNAMESE, max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=VIETNAMESE, max_size=40), st.sampled_from(["NFC", "NFD"]))
def test_places_belong_to_the_folded_text(text: str, form: str) -> None:
    written = unicodedata.normalize(form, text)  # type: ignore[arg-type]  # a plain str
    folded = fold_keeping_places(written)
    assert folded.text == fold(written)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)


@given(st.text(max_size=40))
def test_places_lie_in_the_text_and_ascend(text: str) -> None:
    folded = fold_keeping_places(text)
    places = (folded.starts, folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(*places, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_stretch_is_the_words_as_written(form: str) -> None:
    text = unicodedata.normalize(form, "  Số  hoá\u00a0 TÀI\u200b liệu, khoẻ")  # type: ignore[arg-type]  # a plain str
    folded = fold_keeping_places(text)
    for word, expected in (("hóa", "hoá"), ("tài liệu", "TÀI\u200b liệu"), ("khỏe", "khoẻ")):
        place = folded.text.index(word)
        start, end = folded.stretch(place, place + len(word))
        assert unicodedata.normalize("NFC", text[start:end]) == expected
