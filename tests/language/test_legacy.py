import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language.legacy import Encoding, convert, decode, encode, recognise, recognise_text

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
LOWER = [unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES] + ["đ"]
LETTERS = LOWER + [letter.upper() for letter in LOWER]
TCVN3_CAPITALS = "ĂÂÊÔƠƯĐ"

# What each encoding looks like when a Western program shows it, as anyone who met it remembers.
SEEN = [
    (Encoding.TCVN3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    (Encoding.TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    (Encoding.TCVN3, "­¬ng", "ương"),
    (
        Encoding.VNI,
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
    ),
    (Encoding.VNI, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    (Encoding.VNI, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
    (
        Encoding.VNI,
        "kyõ thuaät, dieãn ñaøn, myõ vò",
        "kỹ thuật, diễn đàn, mỹ vị",
    ),
]

SENTENCES = [
    "Thúc đẩy chuyển đổi số liên thông, đồng bộ, nhanh, hiệu quả trên địa bàn xã Hướng Phùng",
    "Ủy ban nhân dân xã giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với các đơn vị có liên quan",
    "Trước ngày 31/12/2025, tối thiểu 80% hồ sơ thủ tục hành chính được xử lý trực tuyến",
    "Quyết định, quý, quyền, giếng, gì, giữa, khuỷu, nghiêng, người, rượu, thuở, ngoằn, xoong",
]


@pytest.mark.parametrize(("encoding", "western", "text"), SEEN)
def test_text_as_western_programs_show_it(encoding: Encoding, western: str, text: str) -> None:
    assert convert(western, encoding) == text
    assert decode(western.encode("cp1252"), encoding) == text


@pytest.mark.parametrize("encoding", list(Encoding))
@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_comes_back(encoding: Encoding, letter: str) -> None:
    expected = letter
    if encoding is Encoding.TCVN3 and not letter.isascii() and letter not in TCVN3_CAPITALS:
        expected = letter.lower()
    assert decode(encode(letter, encoding), encoding) == expected


@given(st.text(alphabet=LETTERS + list(" .,;-/0123456789")))
def test_any_text_comes_back_from_windows_1258(text: str) -> None:
    assert decode(encode(text, Encoding.WINDOWS_1258), Encoding.WINDOWS_1258) == text


@pytest.mark.parametrize("encoding", list(Encoding))
@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_are_recognised_and_come_back(encoding: Encoding, sentence: str) -> None:
    data = encode(sentence, encoding)
    assert recognise(data) is encoding
    same = str.casefold if encoding is Encoding.TCVN3 else str
    assert same(decode(data, encoding)) == same(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_utf8_and_utf16_are_no_legacy_encodings(sentence: str) -> None:
    assert recognise(sentence.encode()) is None
    assert recognise(sentence.encode("utf-16")) is None
    assert recognise_text(sentence) is None
    assert recognise_text(unicodedata.normalize("NFD", sentence)) is None


@pytest.mark.parametrize(
    "text",
    [
        "L'été dernier, le général a été reçu à Besançon où il était né, près de la forêt",
        "Größe, Straße, für, über, Übung, mögen, Änderung, müssen, können, schließlich",
        "España, mañana, niño, corazón, también, después, además, rápido, fácil, según",
        "Ação, não, são, você, também, função, informação, então, três, português",
        "caffè, città, perché, così, più, già, università, qualità, lunedì",
        "Trien khai thuc hien Ke hoach so 02-KH/BCDTW",
        "Ké hoach hanh dong s6 328-KH/TU ngay 24/4/2025 cla Tinh Uy vé thuc hién Nghi quyét",
    ],
)
def test_other_languages_and_poor_ocr_are_left_alone(text: str) -> None:
    assert recognise(text.encode("cp1252")) is None
    assert recognise_text(text) is None


@pytest.mark.parametrize(("encoding", "western", "_text"), [s for s in SEEN if len(s[1]) > 10])
def test_text_with_western_letters_is_recognised(
    encoding: Encoding, western: str, _text: str
) -> None:
    assert recognise_text(western) is encoding
