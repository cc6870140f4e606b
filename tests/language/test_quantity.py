"""Figures as plans write them: what they mean, where they stand, which asks for more."""

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language.quantity import (
    Operator,
    Quantity,
    Strength,
    compare_quantities,
    find_quantities,
    read_quantity,
)

SOURCES = Path(__file__).parents[2].parent / "shared" / "sources"
MORE, AT_LEAST, EXACTLY = Operator.MORE, Operator.AT_LEAST, Operator.EXACTLY
AT_MOST, LESS = Operator.AT_MOST, Operator.LESS


def read(text: str) -> Quantity:
    quantity = read_quantity(text)
    assert quantity is not None, text
    return quantity


@pytest.mark.parametrize(
    ("text", "operator", "value", "unit"),
    [
        ("tối thiểu 80%", AT_LEAST, "80", "%"),
        ("trên 50%", MORE, "50", "%"),
        ("ít nhất 30%", AT_LEAST, "30", "%"),
        ("100%", EXACTLY, "100", "%"),
        ("82 nhóm", EXACTLY, "82", "nhóm"),
        ("82 nhóm thủ tục hành chính", EXACTLY, "82", "nhóm"),
        ("25 hồ sơ/năm", EXACTLY, "25", "hồ sơ/năm"),
        ("25 hồ sơ / năm", EXACTLY, "25", "hồ sơ/năm"),
        (">= 80%", AT_LEAST, "80", "%"),
        ("≥80 %", AT_LEAST, "80", "%"),
        ("> 80%", MORE, "80", "%"),
        (">50 %", MORE, "50", "%"),
        ("<= 5%", AT_MOST, "5", "%"),
        ("= 100%", EXACTLY, "100", "%"),
        ("đạt 90%", EXACTLY, "90", "%"),
        ("phấn đấu đạt 95%", EXACTLY, "95", "%"),
        ("đạt trên 50%", MORE, "50", "%"),
        ("tối thiểu đạt 80%", AT_LEAST, "80", "%"),
        ("từ 80% trở lên", AT_LEAST, "80", "%"),
        ("80% trở lên", AT_LEAST, "80", "%"),
        ("80% số hồ sơ trở lên", AT_LEAST, "80", "%"),
        ("05 ngày trở xuống", AT_MOST, "5", "ngày"),
        ("không dưới 80%", AT_LEAST, "80", "%"),
        ("không thấp hơn 80%", AT_LEAST, "80", "%"),
        ("tối đa 24 giờ", AT_MOST, "24", "giờ"),
        ("tối đa 24h", AT_MOST, "24", "h"),
        ("trong vòng 24 tiếng", AT_MOST, "24", "tiếng"),
        ("không quá 05 ngày", AT_MOST, "5", "ngày"),
        ("không quá 05 (năm) ngày làm việc", AT_MOST, "5", "ngày làm việc"),
        ("dưới 5%", LESS, "5", "%"),
        ("Tối thiểu 01 lớp", AT_LEAST, "1", "lớp"),
        (
            "ít nhất 1.000 hồ sơ/dịch vụ công/năm/tỉnh",
            AT_LEAST,
            "1000",
            "hồ sơ/dịch vụ công/năm/tỉnh",
        ),
        ("1.139 thủ tục hành chính", EXACTLY, "1139", "thủ tục hành chính"),
        ("1,139 thủ tục hành chính", EXACTLY, "1139", "thủ tục hành chính"),
        ("72,63%", EXACTLY, "72.63", "%"),
        ("59.7%", EXACTLY, "59.7", "%"),
        ("1.234,5 ha", EXACTLY, "1234.5", "ha"),
        ("12 cơ sở dữ liệu", EXACTLY, "12", "cơ sở dữ liệu"),
        ("104 CSDL", EXACTLY, "104", "CSDL"),
        ("04 TTHC", EXACTLY, "4", "TTHC"),
        ("hơn 3 triệu", MORE, "3000000", ""),
        ("3,5 tỷ đồng", EXACTLY, "3500000000", "đồng"),
        ("80-90%", AT_LEAST, "80", "%"),
        ("từ 80% đến 90%", AT_LEAST, "80", "%"),
        ("tối đa 3 - 5 buổi", AT_MOST, "5", "buổi"),
        ("từ 60% lên 80%", EXACTLY, "80", "%"),
        ("tăng từ 60% năm 2024 lên trên 80%", MORE, "80", "%"),
        ("19/19 tiêu chí", EXACTLY, "19", "tiêu chí"),
        ("ít nhất 2 lần/năm", AT_LEAST, "2", "lần/năm"),
        ("tăng 10%/năm", EXACTLY, "10", "%/năm"),
        ("5 chốt dân phòng", EXACTLY, "5", "chốt dân phòng"),
        ("82", EXACTLY, "82", ""),
        ("tối thiểu 80 phần trăm", AT_LEAST, "80", "%"),
        ("Toàn bộ", EXACTLY, "100", "%"),
        ("tất cả", EXACTLY, "100", "%"),
        ("năm 2026: 100%", EXACTLY, "100", "%"),
    ],
)
def test_reads(text: str, operator: Operator, value: str, unit: str) -> None:
    quantity = read(text)
    assert (quantity.operator, quantity.value, quantity.unit) == (operator, Decimal(value), unit)
    assert quantity.conflict == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "không",
        "thường xuyên",
        "đa số hồ sơ",
        "không thấp hơn",
        "1 tuần/lần",
        "1 lần/tháng",
        "định kỳ 1 lần/tháng",
        "6 tháng/lần",
        "31/12/2025",
        "ngày 14 tháng 8 năm 2025",
        "ngày 20 tháng 12",
        "tháng 9/2025",
        "6 tháng đầu năm 2026",
        "quý 4 năm 2025",
        "năm 2025",
        "2025",
        "đến năm 2030",
        "giai đoạn 2025 - 2030",
        "24/7",
        "Quyết định số 06/QĐ-TTg",
        "Kế hoạch 02-KH/BCĐTW",
        "khoản 2 Điều 5",
        "3.1 Kết nối Cổng Dịch vụ công",
        "phủ sóng 5G",
        "31.12.2025",
    ],
)
def test_is_no_figure(text: str) -> None:
    assert read_quantity(text) is None


@pytest.mark.parametrize(
    ("text", "operator", "conflict"),
    [
        ("Tối thiểu trên 80%", MORE, "tối thiểu trên"),
        ("tối thiểu đạt trên 80%", MORE, "tối thiểu trên"),
        ("trên tối thiểu 80%", AT_LEAST, "trên tối thiểu"),
        ("trên 80% trở lên", MORE, "trên … trở lên"),
        ("tối thiểu không quá 5 ngày", AT_MOST, "tối thiểu không quá"),
        ("tối thiểu ≥ 80%", AT_LEAST, ""),
        ("tối thiểu từ 80% trở lên", AT_LEAST, ""),
        ("lớn hơn hoặc bằng 80%", AT_LEAST, ""),
        ("đạt và vượt 100%", AT_LEAST, ""),
    ],
)
def test_words_that_contradict_each_other(text: str, operator: Operator, conflict: str) -> None:
    quantity = read(text)
    assert (quantity.operator, quantity.conflict) == (operator, conflict)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("tối thiểu 80%", "≥ 80%"),
        ("trên 50 %", "> 50%"),
        ("82 nhóm", "82 nhóm"),
        ("= 100%", "100%"),
        ("không quá 05 ngày", "≤ 5 ngày"),
        ("dưới 5%", "< 5%"),
        ("72,63%", "72,63%"),
        ("ít nhất 1.000 hồ sơ", "≥ 1.000 hồ sơ"),
        ("hơn 3 triệu", "> 3.000.000"),
    ],
)
def test_is_written_the_short_vietnamese_way(text: str, written: str) -> None:
    assert str(read(text)) == written


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("xử lý trực tuyến đạt Tối thiểu  trên 80% hồ sơ", "Tối thiểu  trên 80%"),
        ("mỗi xã từ 80% trở lên, trừ hồ sơ mật", "từ 80% trở lên"),
        ("số hoá ÍT NHẤT 30 % tài liệu", "ÍT NHẤT 30 %"),
        ("phát sinh ít nhất 25 hồ\nsơ/năm và đáp ứng", "ít nhất 25 hồ\nsơ/năm"),
    ],
)
def test_the_stretch_is_that_of_the_text_as_written(form: str, text: str, stretch: str) -> None:
    written = unicodedata.normalize(form, text)  # type: ignore[arg-type]  # a plain str
    (quantity,) = find_quantities(written)
    found = written[quantity.start : quantity.end]
    assert unicodedata.normalize("NFC", found) == stretch


@pytest.mark.parametrize("text", ["Tối thiểu 80% hoà giải", "TỐI THIỂU 80 %", "tối thiểu 80%"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_case_and_composition_do_not_matter(text: str, form: str) -> None:
    quantity = read(unicodedata.normalize(form, text))  # type: ignore[arg-type]  # a plain str
    assert str(quantity) == "≥ 80%"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "toàn trình 82 nhóm thủ tục hành chính theo Quyết định số 206/QĐTTg, ngày 28/02/2024",
            ["82 nhóm"],
        ),
        (
            "100% hồ sơ từ ngày 01/7/2025; số hoá ít nhất 30% tài liệu, xong trong năm 2026.",
            ["100%", "≥ 30%"],
        ),
        ("thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 và Đề án 06 trên địa bàn xã", []),
        ("theo khoản 2 Điều 5, Phụ lục 1, mục 3 hồ sơ kèm theo", []),
        ("hoàn thành giai đoạn 1 và giai đoạn 2 hệ thống cấp độ 2 trong năm 2025", []),
        ("ngày 14 tháng 8 năm 2025, tháng 12 cơ quan thường trực báo cáo", []),
        ("cơ sở trong giai đoạn 2025 - 2030 cơ quan chủ trì", []),
        ("1.2 Tổ chức tập huấn; 8 Xã hội số", []),
        ("Phát thanh 1 tuần/lần; tổng hợp 1 lần/tháng", []),
        ("các chỉ tiêu nêu trên đạt 100%", ["100%"]),
        (
            "12 cơ sở dữ liệu, 02 nền tảng và hơn 1.000 tài khoản",
            ["12 cơ sở dữ liệu", "2 nền tảng", "> 1.000 tài khoản"],
        ),
        ("mỗi tháng 02 buổi, tổng số 25 hồ sơ", ["2 buổi", "25 hồ sơ"]),
        ("khắc phục trong vòng 24 tiếng đạt 100%", ["≤ 24 tiếng", "100%"]),
    ],
)
def test_finds_the_figures_of_prose(text: str, figures: list[str]) -> None:
    assert [str(quantity) for quantity in find_quantities(text)] == figures


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the sources are not here")
@pytest.mark.parametrize(
    ("source", "figures"),
    [
        (
            "huong-phung",
            """82 nhóm, 100%, 100%, > 80%, 12 cơ sở dữ liệu, 100%, ≥ 30%, 100%, 100%, 100%, 100%,
            ≥ 80%""",
        ),
        (
            "xuan-hung",
            """25 dịch vụ công trực tuyến, ≥ 25 hồ sơ/năm, 100%, 82 nhóm, 100%, 100%, ≥ 60%,
            12 cơ sở dữ liệu, 100%, 10%""",
        ),
        ("hai-duong", "100%, ≥ 80%, 100%, ≥ 30%, > 50%"),
        (
            "nghia-hanh",
            """100%, 3 nhóm, ≥ 1 lớp, 100%, 100%, 100%, 100%, ≤ 24 tiếng, 100%, 90%, 100%, 50%,
            > 50%""",
        ),
    ],
)
def test_finds_every_figure_of_the_real_plans_and_no_other(source: str, figures: str) -> None:
    text = (SOURCES / f"{source}.txt").read_text(encoding="utf-8")
    found = ", ".join(str(quantity) for quantity in find_quantities(text))
    assert found == " ".join(figures.split())


EQUAL, STRONGER, WEAKER = Strength.EQUAL, Strength.STRONGER, Strength.WEAKER


@pytest.mark.parametrize(
    ("left", "right", "strength"),
    [
        ("tối thiểu 80%", "ít nhất 80 phần trăm", EQUAL),
        ("trên 80%", "tối thiểu 80%", STRONGER),
        ("tối thiểu 80%", "trên 80%", WEAKER),
        ("Tối thiểu trên 80%", "tối thiểu 80%", STRONGER),
        ("tối thiểu 60%", "tối thiểu 80%", WEAKER),
        ("tối thiểu 81%", "trên 80%", STRONGER),
        ("100%", "tối thiểu 100%", EQUAL),
        ("100%", "tối thiểu 80%", STRONGER),
        ("10%", "ít nhất 30%", WEAKER),
        ("82 nhóm", "ít nhất 82 Nhóm", EQUAL),
        ("82 nhóm", "82 nhóm", EQUAL),
        ("90%", "80%", STRONGER),
        ("80%", "trên 80%", WEAKER),
        ("25 hồ sơ/năm", "25 hồ sơ / năm", EQUAL),
        ("12 CSDL", "12 cơ sở dữ liệu", EQUAL),
        ("1.139 thủ tục hành chính", "1.139 TTHC", EQUAL),
        ("tối đa 24 giờ", "tối đa 48 giờ", STRONGER),
        ("không quá 05 ngày", "không quá 03 ngày", WEAKER),
        ("dưới 5%", "tối đa 5%", STRONGER),
        ("tối đa 5%", "dưới 5%", WEAKER),
        ("trong vòng 24 tiếng", "tối đa 24h", EQUAL),
        ("24 giờ", "không quá 24 giờ", EQUAL),
        ("12 giờ", "không quá 24 giờ", STRONGER),
        ("tối thiểu 80%", "tối đa 80%", None),
        ("25 hồ sơ/năm", "25 hồ sơ", None),
        ("82 nhóm", "82 lớp", None),
        ("80", "80%", None),
    ],
)
def test_compares(left: str, right: str, strength: Strength | None) -> None:
    assert compare_quantities(read(left), read(right)) is strength


quantities = st.builds(
    Quantity,
    operator=st.sampled_from(Operator),
    value=st.decimals(0, 999_999, places=2).map(lambda value: value.normalize() + 0),
    unit=st.sampled_from(["%", "ha", "nhóm", "hồ sơ/năm", "đồng", "hồ sơ/dịch vụ công/năm/tỉnh"]),
    start=st.just(0),
    end=st.just(0),
)


@given(quantities)
def test_what_is_written_is_read_again(quantity: Quantity) -> None:
    again = read(str(quantity))
    assert (again.operator, again.value, again.unit) == (
        quantity.operator,
        quantity.value,
        quantity.unit,
    )
    assert (again.start, again.end) == (0, len(str(quantity)))


@given(quantities, quantities)
def test_the_other_way_round_it_is_the_opposite(left: Quantity, right: Quantity) -> None:
    opposite = {EQUAL: EQUAL, STRONGER: WEAKER, WEAKER: STRONGER, None: None}
    assert compare_quantities(right, left) is opposite[compare_quantities(left, right)]


PIECES = """
    tối_thiểu trên không_quá từ đến trở_lên 80% 1.000 05 2025 31/12 6/2025 % - / ( hồ_sơ triệu năm
    tháng lần ≥ > = lên đạt 02-KH/BCĐTW , .
"""
WORDS = st.sampled_from([word.replace("_", " ") for word in PIECES.split()])


@given(
    st.one_of(st.text(), st.lists(WORDS, max_size=15).map(" ".join), st.lists(WORDS).map("".join))
)
def test_any_text_can_be_read(text: str) -> None:
    read_quantity(text)
    place = 0
    for quantity in find_quantities(text):
        assert place <= quantity.start < quantity.end <= len(text)
        place = quantity.end
        assert str(quantity)
