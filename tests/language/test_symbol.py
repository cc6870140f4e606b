import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language.symbol import (
    LAW_TYPE_CODES,
    PARTY_TYPE_CODES,
    TYPE_CODES,
    System,
    read_symbol,
    type_code,
)

STATE, PARTY = System.STATE, System.PARTY

# text: number, year, type code, issuer, system. All of them are right, none may have a fault.
RIGHT = {
    "02-KH/BCĐTW": ("02", "", "KH", "BCĐTW", PARTY),
    "05-KH/BCĐTW": ("05", "", "KH", "BCĐTW", PARTY),
    "57-NQ/TW": ("57", "", "NQ", "TW", PARTY),
    "35-TB/TGV": ("35", "", "TB", "TGV", PARTY),
    "01-QC/BCĐTW": ("01", "", "QC", "BCĐTW", PARTY),
    "15662-CV/VPTW": ("15662", "", "CV", "VPTW", PARTY),
    "02-KH/ĐU": ("02", "", "KH", "ĐU", PARTY),
    "328-KH/TU": ("328", "", "KH", "TU", PARTY),
    "229-KL/TW": ("229", "", "KL", "TW", PARTY),
    "399-QĐ/TW": ("399", "", "QĐ", "TW", PARTY),
    "05-HD/VPTW": ("05", "", "HD", "VPTW", PARTY),
    "11-KH/BCĐ": ("11", "", "KH", "BCĐ", PARTY),
    "06-ĐA/CP": ("06", "", "ĐA", "CP", PARTY),
    "16-CTrHĐ/TU": ("16", "", "CTrHĐ", "TU", PARTY),
    "02/KH-BCĐTW": ("02", "", "KH", "BCĐTW", STATE),
    "01/KH-BCĐ": ("01", "", "KH", "BCĐ", STATE),
    "05/KH-UBND": ("05", "", "KH", "UBND", STATE),
    "5/KH-UBND": ("5", "", "KH", "UBND", STATE),
    "06/QĐ-TTg": ("06", "", "QĐ", "TTg", STATE),
    "1754/QĐ-BTC": ("1754", "", "QĐ", "BTC", STATE),
    "126/QĐ-BCĐCP": ("126", "", "QĐ", "BCĐCP", STATE),
    "96/CĐ-TTg": ("96", "", "CĐ", "TTg", STATE),
    "24/CT-TTg": ("24", "", "CT", "TTg", STATE),
    "214/NQ-CP": ("214", "", "NQ", "CP", STATE),
    "624/TB-VPCP": ("624", "", "TB", "VPCP", STATE),
    "1270/BC-TCTTTg": ("1270", "", "BC", "TCTTTg", STATE),
    "237/NQ-UBTVQH16": ("237", "", "NQ", "UBTVQH16", STATE),
    "30/2020/NĐ-CP": ("30", "2020", "NĐ", "CP", STATE),
    "30a/2008/NQ-CP": ("30a", "2008", "NQ", "CP", STATE),
    "66.7/2025/NQ-CP": ("66.7", "2025", "NQ", "CP", STATE),
    "03/2025/TT-VPCP": ("03", "2025", "TT", "VPCP", STATE),
    "19/2025/QĐ-TTg": ("19", "2025", "QĐ", "TTg", STATE),
    "01/2023/QĐ-UBND": ("01", "2023", "QĐ", "UBND", STATE),
    "01/2014/TTLT-BNV-BTC": ("01", "2014", "TTLT", "BNV-BTC", STATE),
    "11/2025/QH15": ("11", "2025", "", "QH15", STATE),
    "30/2026/QH16": ("30", "2026", "", "QH16", STATE),
    "5773/VP-VX": ("5773", "", "", "VP-VX", STATE),
    "12/UBND-VHXH": ("12", "", "", "UBND-VHXH", STATE),
    "12/UBND": ("12", "", "", "UBND", STATE),
    "123/TTCP-VP": ("123", "", "", "TTCP-VP", STATE),
    "12/CTCP-KD": ("12", "", "", "CTCP-KD", STATE),
    "45/TCCP-TC": ("45", "", "", "TCCP-TC", STATE),
    "7/ND-HC": ("7", "", "", "ND-HC", STATE),
    "/KH-UBND": ("", "", "KH", "UBND", STATE),
    "-KH/ĐU": ("", "", "KH", "ĐU", PARTY),
    "/UBND-VHXH": ("", "", "", "UBND-VHXH", STATE),
}


@pytest.mark.parametrize("text", RIGHT)
def test_right_symbols_are_read_without_a_fault_and_written_back(text: str) -> None:
    symbol = read_symbol(text)
    assert symbol is not None
    assert (
        symbol.number,
        symbol.year,
        symbol.type_code,
        symbol.issuer,
        symbol.system,
    ) == RIGHT[text]
    assert symbol.faults == ()
    assert str(symbol) == symbol.text == text


AFTER_HYPHEN = "thừa khoảng trắng sau dấu gạch nối"
BEFORE_HYPHEN = "thừa khoảng trắng trước dấu gạch nối"
AFTER_SLASH = "thừa khoảng trắng sau dấu gạch chéo"
BEFORE_SLASH = "thừa khoảng trắng trước dấu gạch chéo"


@pytest.mark.parametrize(
    ("text", "right", "faults"),
    [
        ("206/QĐTTg", "206/QĐ-TTg", ("thiếu dấu gạch nối giữa QĐ và TTg",)),
        ("30/2020/NĐCP", "30/2020/NĐ-CP", ("thiếu dấu gạch nối giữa NĐ và CP",)),
        ("05/KHUBND", "05/KH-UBND", ("thiếu dấu gạch nối giữa KH và UBND",)),
        ("02- KH/BCĐTW", "02-KH/BCĐTW", (AFTER_HYPHEN,)),
        ("57 -NQ/TW", "57-NQ/TW", (BEFORE_HYPHEN,)),
        ("57- NQ/TW", "57-NQ/TW", (AFTER_HYPHEN,)),
        ("57 - NQ/TW", "57-NQ/TW", (BEFORE_HYPHEN, AFTER_HYPHEN)),
        ("05 /KH-UBND", "05/KH-UBND", (BEFORE_SLASH,)),
        ("05 / KH-UBND", "05/KH-UBND", (BEFORE_SLASH, AFTER_SLASH)),
        ("05/KH - UBND", "05/KH-UBND", (BEFORE_HYPHEN, AFTER_HYPHEN)),
        ("02-KH/ BCĐTW", "02-KH/BCĐTW", (AFTER_SLASH,)),
        ("30/ 2020/NĐ-CP", "30/2020/NĐ-CP", (AFTER_SLASH,)),
        ("57–NQ/TW", "57-NQ/TW", ("viết dấu “–” thay cho dấu gạch nối",)),
        (
            "57/NQ/TW",
            "57-NQ/TW",
            ("viết dấu gạch chéo thay cho dấu gạch nối giữa 57 và NQ",),
        ),
        ("/KH/ĐU", "-KH/ĐU", ("viết dấu gạch chéo thay cho dấu gạch nối giữa số và KH",)),
        (
            "12/QĐ/UBND",
            "12/QĐ-UBND",
            ("viết dấu gạch chéo thay cho dấu gạch nối giữa QĐ và UBND",),
        ),
        ("06/QD-TTg", "06/QĐ-TTg", ("viết QD thay cho QĐ",)),
        (
            "06/QÐ-TTg",
            "06/QĐ-TTg",
            ("dùng nhầm một chữ khác trông giống chữ Đ (mã U+00D0)",),
        ),
    ],
)
def test_faults_of_writing(text: str, right: str, faults: tuple[str, ...]) -> None:
    symbol = read_symbol(text)
    assert symbol is not None
    assert symbol.faults == faults
    assert str(symbol) == right
    assert symbol.text == text
    assert read_symbol(right) == read_symbol(str(read_symbol(right)))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("02-\n\nKH/BCĐTW", "02-KH/BCĐTW"),
        ("02- \n\nKH/BCĐTW", "02-KH/BCĐTW"),
        ("57\N{NON-BREAKING HYPHEN}NQ/TW", "57-NQ/TW"),
        ("57\N{HYPHEN}NQ/TW", "57-NQ/TW"),
    ],
    ids=["line break", "blank before a line break", "non-breaking hyphen", "hyphen U+2010"],
)
def test_what_typesetting_adds_is_no_fault(text: str, right: str) -> None:
    symbol = read_symbol(text)
    assert symbol is not None
    assert symbol.faults == ()
    assert str(symbol) == right


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Số: 05/KH-UBND", "05"),
        ("Số:       /KH-UBND", ""),
        ("Số: …/KH-UBND", ""),
        ("Số:......../KH-UBND", ""),
        ("số 05/KH-UBND", "05"),
        ("  05/KH-UBND ", "05"),
        (unicodedata.normalize("NFD", "Số: 05/KH-UBND"), "05"),
    ],
)
def test_reads_the_line_of_a_document_head(text: str, number: str) -> None:
    symbol = read_symbol(text)
    assert symbol is not None
    assert (symbol.number, symbol.type_code, symbol.issuer) == (number, "KH", "UBND")
    assert symbol.faults == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Số:",
        "02",
        "24/7",
        "19/6/2025",
        "01/7/2025",
        "1/2",
        "12/A",
        "KH-UBND",
        "02-KH",
        "02-KH/",
        "1 tuần/lần",
        "25 hồ sơ/năm",
        "02-KH-BCĐTW",
        "05/KH-Ban",
        "02-KH/BCĐTW ngày 19/6/2025",
        "quý IV/2025",
        "Etax/VNeID",
    ],
    ids=repr,
)
def test_what_is_no_symbol(text: str) -> None:
    assert read_symbol(text) is None


def test_the_two_writings_of_one_document_share_their_parts() -> None:
    party, state = read_symbol("02-KH/BCĐTW"), read_symbol("02/KH-BCĐTW")
    assert party is not None
    assert state is not None
    assert party.system is not state.system
    assert (party.number, party.type_code, party.issuer) == (
        state.number,
        state.type_code,
        state.issuer,
    )


@pytest.mark.parametrize(
    ("name", "system", "code"),
    [
        ("Kế hoạch", STATE, "KH"),
        ("KẾ HOẠCH", STATE, "KH"),
        ("Kế hoạch hành động", PARTY, "KH"),
        ("Quy định", STATE, "QyĐ"),
        ("Quy định", PARTY, "QĐ"),
        ("Thông tư liên tịch", STATE, "TTLT"),
        ("Thông tư", STATE, "TT"),
        ("Thông tri", PARTY, "TT"),
        ("Giấy uỷ quyền", STATE, "GUQ"),
        ("Công văn", PARTY, "CV"),
        ("Công văn", STATE, None),
        ("Kết luận", STATE, None),
        ("Luật", STATE, None),
        ("Kế hoạchX", STATE, None),
    ],
)
def test_type_code(name: str, system: System, code: str | None) -> None:
    assert type_code(name, system) == code


def test_code_lists_are_those_of_the_rules() -> None:
    assert len(TYPE_CODES) == 30
    assert "Công văn" not in TYPE_CODES
    assert len(set(TYPE_CODES.values())) == len(TYPE_CODES)
    assert PARTY_TYPE_CODES["Quy định"] == PARTY_TYPE_CODES["Quyết định"] == "QĐ"


CODES = sorted({*TYPE_CODES.values(), *LAW_TYPE_CODES.values()})
BODIES = ["UBND", "TTg", "CP", "BTC", "HĐND", "UBND-VX", "BCĐ"]


@given(
    number=st.integers(1, 99999).map(lambda n: f"{n:02}"),
    year=st.sampled_from(["", "2020", "2025"]),
    code=st.sampled_from(CODES),
    body=st.sampled_from(BODIES),
)
def test_every_right_state_symbol_reads_back(number: str, year: str, code: str, body: str) -> None:
    text = "/".join(part for part in (number, year, f"{code}-{body}") if part)
    symbol = read_symbol(text)
    assert symbol is not None
    assert (symbol.number, symbol.year, symbol.type_code, symbol.issuer) == (
        number,
        year,
        code,
        body,
    )
    assert symbol.faults == ()
    assert str(symbol) == text


@given(
    number=st.integers(1, 99999).map(lambda n: f"{n:02}"),
    code=st.sampled_from(sorted(set(PARTY_TYPE_CODES.values()))),
    body=st.sampled_from(["TW", "TU", "ĐU", "BCĐTW", "VPTW", "BCĐ", "BTGDV"]),
)
def test_every_right_party_symbol_reads_back(number: str, code: str, body: str) -> None:
    symbol = read_symbol(f"{number}-{code}/{body}")
    assert symbol is not None
    assert (symbol.number, symbol.type_code, symbol.issuer) == (number, code, body)
    assert symbol.faults == ()
    assert str(symbol) == f"{number}-{code}/{body}"


@given(st.text(alphabet="0125/- –\nKHQĐÐTgUBND….Sốa", max_size=25))
def test_any_text_is_a_symbol_or_none(text: str) -> None:
    symbol = read_symbol(text)
    if symbol:
        again = read_symbol(str(symbol))
        assert again is not None
        assert again.faults == ()
        assert str(again) == str(symbol)
