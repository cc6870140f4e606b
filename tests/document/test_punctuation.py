import pytest
from markupsafe import Markup

from kehoach.document.punctuation import close, lower_first, open_end, upper_first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND tỉnh (b/c);", "UBND tỉnh (b/c)"),
        ("Lưu: VT.", "Lưu: VT"),
        ("thực hiện nghiêm./.", "thực hiện nghiêm"),
        ("trợ lý ảo...", "trợ lý ảo..."),
        ("trợ lý ảo…", "trợ lý ảo…"),
        ("trợ lý ảo..../.", "trợ lý ảo..."),
        ("như sau:", "như sau:"),
        ("", ""),
    ],
)
def test_end_is_opened_for_another_end(text: str, expected: str) -> None:
    assert open_end(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công an xã", "Công an xã."),
        ("Công an xã,", "Công an xã."),
        ("Công an xã.", "Công an xã."),
        ("như sau:", "như sau:"),
        ("bay không người lái...", "bay không người lái..."),
        ("", "."),
    ],
)
def test_sentence_is_closed_once(text: str, expected: str) -> None:
    assert close(text) == expected


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("Tối thiểu 80%", "tối thiểu 80%", "Tối thiểu 80%"),
        ("thường xuyên", "thường xuyên", "Thường xuyên"),
        ("UBND xã", "UBND xã", "UBND xã"),
        ("đến năm 2026", "đến năm 2026", "Đến năm 2026"),
        ("100%", "100%", "100%"),
        ("", "", ""),
    ],
)
def test_first_letter(text: str, lower: str, upper: str) -> None:
    assert lower_first(text) == lower
    assert upper_first(text) == upper


def test_escaped_text_stays_escaped() -> None:
    for change in (open_end, close, lower_first, upper_first):
        assert isinstance(change(Markup("A &amp; B")), Markup)
