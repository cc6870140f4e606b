import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language.numbering import LETTERS, Number, Style, read_number, write_number

ROMAN, ARABIC, LETTER = Style.ROMAN, Style.ARABIC, Style.LETTER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I", Number(ROMAN, 1)),
        ("II.", Number(ROMAN, 2)),
        ("III-", Number(ROMAN, 3)),
        ("IV", Number(ROMAN, 4)),
        ("VI.", Number(ROMAN, 6)),
        ("IX)", Number(ROMAN, 9)),
        ("XIV", Number(ROMAN, 14)),
        ("XL", Number(ROMAN, 40)),
        ("LXXXIX", Number(ROMAN, 89)),
        ("1", Number(ARABIC, 1)),
        ("1.", Number(ARABIC, 1)),
        ("1)", Number(ARABIC, 1)),
        ("2/", Number(ARABIC, 2)),
        ("01.", Number(ARABIC, 1)),
        ("1.1", Number(ARABIC, 1, (1,))),
        ("3.5.", Number(ARABIC, 5, (3,))),
        ("1.2.3", Number(ARABIC, 3, (1, 2))),
        ("53", Number(ARABIC, 53)),
        ("a)", Number(LETTER, 1)),
        ("d)", Number(LETTER, 4)),
        ("đ)", Number(LETTER, 5)),
        ("e.", Number(LETTER, 6)),
        ("g)", Number(LETTER, 7)),
        ("y", Number(LETTER, 23)),
        (" IV. ", Number(ROMAN, 4)),
    ],
)
def test_reads_numbers_as_plans_write_them(text: str, expected: Number) -> None:
    assert read_number(text) == expected


@pytest.mark.parametrize(
    ("upper", "lower"), [("I", "i"), ("V", "v"), ("X", "x"), ("L", "l")], ids=str
)
def test_case_tells_roman_figures_from_letters(upper: str, lower: str) -> None:
    roman, letter = read_number(upper), read_number(lower)
    assert roman is not None
    assert letter is not None
    assert (roman.style, letter.style) == (ROMAN, LETTER)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "-",
        "f)",
        "j",
        "w",
        "z",
        "ă",
        "ab",
        "ii",
        "A.",
        "C.",
        "D",
        "IIII",
        "VX",
        "IC",
        "1.139",
        "1..2",
        "0.",
        "1.0",
        "2025",
        "1.1...",
        "1 2",
        "Mục",
        "٣",
        "1a",
    ],
    ids=repr,
)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


def test_letters_are_the_23_of_the_decree() -> None:
    assert " ".join(LETTERS) == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [(ROMAN, 4, "IV"), (ROMAN, 89, "LXXXIX"), (ARABIC, 4, "4"), (LETTER, 4, "d"), (LETTER, 5, "đ")],
)
def test_writes(style: Style, value: int, expected: str) -> None:
    assert write_number(style, value) == expected


def test_writes_the_parent() -> None:
    assert write_number(ARABIC, 4, (3, 1)) == "3.1.4"
    assert str(Number(ARABIC, 2, (1,))) == "1.2"


@pytest.mark.parametrize(
    ("style", "value", "words"),
    [
        (LETTER, 24, "không có chữ cho điểm thứ 24"),
        (LETTER, 0, "phải từ 1 trở lên"),
        (ARABIC, 0, "phải từ 1 trở lên"),
        (ROMAN, -1, "phải từ 1 trở lên"),
        (ROMAN, 90, "không có 90"),
    ],
)
def test_refuses_what_the_style_cannot_write(style: Style, value: int, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        write_number(style, value)


@pytest.mark.parametrize(("style", "last"), [(ROMAN, 89), (ARABIC, 999), (LETTER, 23)])
def test_every_number_reads_back(style: Style, last: int) -> None:
    for value in range(1, last + 1):
        assert read_number(write_number(style, value) + ".") == Number(style, value)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = read_number(text)
    assert number is None or read_number(str(number)) == number


@given(st.text(alphabet="IVXL", min_size=1, max_size=8))
def test_only_canonical_roman_figures_are_read(text: str) -> None:
    number = read_number(text)
    assert number is None or str(number) == text
