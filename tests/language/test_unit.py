import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language.unit import UnitNames, is_generic, split_units

GENERIC = [
    "Các cơ quan, đơn vị có liên quan",
    "Các cơ quan, đơn vị liên quan",
    "Các cơ quan, đơn vị, tổ chức có liên quan",
    "Các phòng, đơn vị, tổ chức có liên quan",
    "Các đơn vị khác có liên quan",
    "các đơn vị có liên quan",
    "Các phòng thuộc UBND xã",
    "Các phòng của UBND xã",
    "Các phòng chuyên môn thuộc UBND xã",
    "Các phòng, ban, đơn vị thuộc phường",
    "Các cơ quan chuyên môn thuộc UBND xã",
    "Các cơ quan, đơn vị thuộc UBND xã",
    "Các cơ quan, đơn vị thuộc UBND xã; tổ chức chính trị - xã hội xã",
    "Các đơn vị chủ trì quản lý, vận hành các nền tảng số, hệ thống thông tin",
    "các trường học thuộc xã",
    "Các Trường học thuộc xã",
    "Các thôn",
    "Các chi bộ trực thuộc Đảng ủy",
    "Các sở, ban, ngành; UBND xã, phường",
    "Chi nhánh các ngân hàng",
    "Tổ chức chính trị - xã hội xã",
    "Doanh nghiệp viễn thông",
    "Cơ quan, đơn vị có liên quan",
    "Các cơ quan Quân sự, Công an xã",
    "- Các cơ quan liên quan.",
]


@pytest.mark.parametrize("text", GENERIC)
def test_groups_are_generic(text: str) -> None:
    assert is_generic(text)


@pytest.mark.parametrize("text", GENERIC)
def test_composition_does_not_matter(text: str) -> None:
    assert is_generic(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Phòng Văn hóa - Xã hội",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Văn phòng HĐND và UBND",
        "Trung tâm Phục vụ hành chính công xã",
        "Công an xã",
        "Công an xã và các đơn vị có liên quan",
        "Các thôn, Tổ CNSCĐ, Đoàn Thanh niên xã",
        "Trạm Y tế",
        "Tổ Ứng cứu công nghệ và nghiệp vụ hỗ trợ giải quyết TTHC",
        "Ủy ban MTTQ Việt Nam xã",
        "Ban Quản lý các dự án",
        "Ban Chỉ đạo xã",
        "Chủ tịch UBND xã",
        "Chi bộ UBND xã",
    ],
)
def test_named_units_are_not_generic(text: str) -> None:
    assert not is_generic(text)


LISTS = {
    "Văn phòng HĐND và UBND; Phòng Văn hóa - Xã hội": (
        "Văn phòng HĐND và UBND",
        "Phòng Văn hóa - Xã hội",
    ),
    "Văn phòng \n\nHĐND&UBND, \n\nTrung tâm Phục \n\nvụ HCC, Phòng \n\nVăn hóa - Xã hội": (
        "Văn phòng HĐND&UBND",
        "Trung tâm Phục vụ HCC",
        "Phòng Văn hóa - Xã hội",
    ),
    "Phòng Kinh tế, Hạ tầng và Đô thị": ("Phòng Kinh tế, Hạ tầng và Đô thị",),
    "Trung tâm Văn hóa, Thể thao và Truyền thông": ("Trung tâm Văn hóa, Thể thao và Truyền thông",),
    "Các cơ quan, đơn vị có liên quan": ("Các cơ quan, đơn vị có liên quan",),
    "Các phòng, ban, đơn vị thuộc UBND phường": ("Các phòng, ban, đơn vị thuộc UBND phường",),
    "Các cơ quan chuyên môn thuộc UBND xã; Trung tâm Phục vụ hành chính công xã; Công an xã.": (
        "Các cơ quan chuyên môn thuộc UBND xã",
        "Trung tâm Phục vụ hành chính công xã",
        "Công an xã",
    ),
    "Phòng Văn hóa - Xã hội;": ("Phòng Văn hóa - Xã hội",),
    "PhòngVH-XH; Trung tâm phục vụ HCC": ("PhòngVH-XH", "Trung tâm phục vụ HCC"),
    "Tổ CNSCĐ; Tổ Ứng cứu công nghệ và nghiệp vụ hỗ trợ giải quyết TTHC; Đoàn Thanh niên xã": (
        "Tổ CNSCĐ",
        "Tổ Ứng cứu công nghệ và nghiệp vụ hỗ trợ giải quyết TTHC",
        "Đoàn Thanh niên xã",
    ),
    "Các thôn, Tổ CNSCĐ, Đoàn Thanh niên xã": ("Các thôn", "Tổ CNSCĐ", "Đoàn Thanh niên xã"),
    "Phòng VH-XH; Tổ CNSCĐ xã, thôn": ("Phòng VH-XH", "Tổ CNSCĐ xã, thôn"),
    "Công an xã và các đơn vị có liên quan": ("Công an xã", "các đơn vị có liên quan"),
    "Phòng Kinh tế và phòng Văn hóa - Xã hội": ("Phòng Kinh tế", "phòng Văn hóa - Xã hội"),
    "Phòng VH-XH, Công an": ("Phòng VH-XH", "Công an"),
    "Sở Khoa học và Công nghệ, Sở Nội vụ": ("Sở Khoa học và Công nghệ", "Sở Nội vụ"),
    "Sở Tài chính; các sở, ban, ngành; UBND xã, phường": (
        "Sở Tài chính",
        "các sở, ban, ngành",
        "UBND xã, phường",
    ),
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân": (
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    ),
    "Văn phòng HĐND, UBND": ("Văn phòng HĐND, UBND",),
    "Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội xã": (
        "Ủy ban MTTQ Việt Nam xã",
        "các tổ chức chính trị - xã hội xã",
    ),
    "Phòng Văn hóa - Xã hội (thường trực, Công an phối hợp), Trạm Y tế": (
        "Phòng Văn hóa - Xã hội (thường trực, Công an phối hợp)",
        "Trạm Y tế",
    ),
    "các cơ quan Quân sự, Công an": ("các cơ quan Quân sự, Công an",),
    "Phòng Tổ chức, Tổ công nghệ số": ("Phòng Tổ chức", "Tổ công nghệ số"),
    "Ban Chỉ huy Phòng, chống thiên tai": ("Ban Chỉ huy Phòng, chống thiên tai",),
    " ; , ": (),
}


@pytest.mark.parametrize("text", LISTS, ids=lambda text: " ".join(text.split()))
def test_lists_are_cut_between_units_only(text: str) -> None:
    assert split_units(text) == LISTS[text]


@given(st.lists(st.sampled_from([name for names in LISTS.values() for name in names])))
def test_a_semicolon_always_cuts_and_cutting_again_changes_nothing(names: list[str]) -> None:
    assert split_units("; ".join(names)) == tuple(names)


@given(st.text(alphabet="Phòng BanTổcácvà,;() UBND", max_size=60))
def test_cutting_loses_no_words(text: str) -> None:
    words = "".join(split_units(text))
    assert set(words) <= set(text)


WRITINGS = {
    "Phòng Văn hóa - Xã hội": [
        "Phòng Văn hóa - Xã hội",
        "phòng Văn hoá – Xã hội",
        "PHÒNG VĂN HÓA - XÃ HỘI",
        "Phòng Văn hóa và Xã hội",
        "Phòng VH-XH",
        "Phòng VHXH",
        "Phòng VH&XH",
        "PhòngVH-XH",
        "Phòng VH - XH",
        "VH-XH",
        "Phòng Văn hóa - Xã hội xã",
        "Phòng Văn hóa - Xã hội phường Hải Dương",
        "Phòng Văn hóa - Xã hội thuộc UBND xã",
        "Phòng Văn hóa - Xã hội (cơ quan thường trực)",
        "- Phòng Văn hóa - Xã hội;",
        unicodedata.normalize("NFD", "Phòng Văn hóa - Xã hội"),
    ],
    "Văn phòng HĐND và UBND": [
        "Văn phòng HĐND và UBND",
        "Văn phòng HĐND&UBND",
        "Văn phòng HĐND & UBND",
        "Văn phòng HĐND - UBND",
        "VP. HĐND&UBND xã",
        "Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân xã Hướng Phùng",
    ],
    "Trung tâm Phục vụ hành chính công": [
        "Trung tâm Phục vụ hành chính công",
        "Trung tâm Phục vụ hành chính công xã",
        "Trung tâm Phục vụ hành chính công của xã",
        "Trung tâm Phục vụ HCC",
        "Trung tâm phục vụ HCC",
        "Trung tâm PVHCC",
        "TT PVHCC",
        "TTPVHCC",
        "Trung tâm Phục vụ hành chính công đặc khu Lý Sơn",
    ],
    "Trung tâm Cung ứng dịch vụ công": [
        "Trung tâm Cung ứng DVC",
        "TT Cung ứng DVC",
        "TT Cung cứng DVC",
    ],
    "Phòng Kinh tế, Hạ tầng và Đô thị": [
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Phòng KT-HT&ĐT",
        "Phòng KTHTĐT",
        "Phòng KT, HT và ĐT",
    ],
    "Công an xã": ["Công an xã", "Công an", "CA xã", "Công an xã Hướng Phùng"],
    "Tổ công nghệ số cộng đồng": ["Tổ CNSCĐ", "Tổ CNSCĐ xã, thôn", "Tổ Công nghệ số Cộng đồng xã"],
    "Ban Chỉ đạo xã": ["BCĐ xã", "Ban chỉ đạo"],
    "Đoàn Thanh niên xã": ["Đoàn TNCSHCM xã", "Đoàn Thanh niên"],
    "Hợp tác xã Nông nghiệp": ["HTX Nông nghiệp", "Hợp tác xã nông nghiệp"],
    "Sở Khoa học và Công nghệ": ["Sở KH&CN", "Sở KHCN"],
    "Thường trực Đảng ủy": ["TT Đảng ủy", "Thường trực Đảng uỷ xã"],
}
DECLARED = UnitNames(
    [
        ("Phòng Văn hóa - Xã hội", "VH-XH", ["Phòng VHXH"]),
        ("Văn phòng HĐND và UBND", "", []),
        ("Trung tâm Phục vụ hành chính công", "", []),
        ("Trung tâm Cung ứng dịch vụ công", "", ["TT Cung cứng DVC"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", "", []),
        ("Công an xã", "", []),
        ("Tổ công nghệ số cộng đồng", "", []),
        ("Ban Chỉ đạo xã", "", []),
        ("Đoàn Thanh niên xã", "", ["Đoàn TNCSHCM"]),
        ("Hợp tác xã Nông nghiệp", "", []),
        ("Sở Khoa học và Công nghệ", "", []),
        ("Thường trực Đảng ủy", "", []),
    ]
)


@pytest.mark.parametrize(
    ("name", "writing"), [(name, writing) for name in WRITINGS for writing in WRITINGS[name]]
)
def test_a_unit_is_found_under_every_writing(name: str, writing: str) -> None:
    assert DECLARED.find(writing) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "xã",
        "Phòng Kinh tế",
        "Phòng Văn hóa",
        "Công an tỉnh",
        "Văn phòng Đảng ủy",
        "Trung tâm",
        "Các cơ quan, đơn vị có liên quan",
        "Sở Nội vụ",
    ],
    ids=repr,
)
def test_other_units_are_not_found(text: str) -> None:
    assert DECLARED.find(text) is None


def test_an_abbreviation_that_only_the_plan_knows() -> None:
    units = UnitNames([("Phòng Xây dựng và Môi trường", "XDMT", [])])
    assert units.find("XDMT") == "Phòng Xây dựng và Môi trường"
    assert units.find("Phòng XDMT") == "Phòng Xây dựng và Môi trường"
    assert units.find("Ban XDMT") is None


def test_the_name_of_the_commune_is_passed_over() -> None:
    names = [("Công an xã", "", ()), ("Trạm Y tế", "", ())]
    assert UnitNames(names).find("công an hướng phùng") is None
    units = UnitNames(names, commune="xã Hướng Phùng")
    assert units.find("công an hướng phùng") == "Công an xã"
    assert units.find("Trạm Y tế Hướng Phùng") == "Trạm Y tế"


def test_a_writing_that_two_units_share_finds_neither_but_a_name_finds_its_own() -> None:
    units = UnitNames([("Tổ Một", "T", ["Tổ chung"]), ("Tổ Hai", "T", ["Tổ chung", "Tổ Một"])])
    assert units.find("T") is None
    assert units.find("Tổ chung") is None
    assert units.find("Tổ Một") == "Tổ Một"
    assert units.find("Tổ Hai") == "Tổ Hai"


@pytest.mark.parametrize(
    ("text", "name", "least"),
    [
        ("Phòng Văn hóa - Xã hôi", "Phòng Văn hóa - Xã hội", 95),
        ("Phong Van hoa - Xa hoi", "Phòng Văn hóa - Xã hội", 100),
        ("Trung tâm Phục vu hành chính công", "Trung tâm Phục vụ hành chính công", 95),
        ("Trung tâm Cung cứng dịch vụ công", "Trung tâm Cung ứng dịch vụ công", 95),
        ("Văn phòng HĐDN và UBND", "Văn phòng HĐND và UBND", 60),
    ],
)
def test_nearest_names_the_unit_that_a_slip_means(text: str, name: str, least: float) -> None:
    near = DECLARED.nearest(text)
    assert near is not None
    assert near[0] == name
    assert least <= near[1] <= 100


@pytest.mark.parametrize("text", ["Phòng Y tế", "Sở Nội vụ", "Đảng ủy xã", "Kho bạc Nhà nước"])
def test_other_units_are_not_near(text: str) -> None:
    near = DECLARED.nearest(text)
    assert near is not None
    assert near[1] < 80


def test_nothing_is_near_nothing() -> None:
    assert UnitNames([]).nearest("Công an xã") is None
    assert DECLARED.nearest(" ") is None


@given(st.text(max_size=40))
def test_any_text_finds_a_declared_unit_or_none(text: str) -> None:
    assert DECLARED.find(text) in {*WRITINGS, None}
    near = DECLARED.nearest(text)
    assert near is None or (near[0] in WRITINGS and 0 <= near[1] <= 100)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("TT Cung cứng DVC", ("Trung tâm Cung ứng dịch vụ công", 1), id="one letter"),
        pytest.param("Phòng Văn hoá - Xả hội", ("Phòng Văn hóa - Xã hội", 1), id="one mark"),
        pytest.param(
            "Trung tâm Cung cấp dịch vụ cộng",
            ("Trung tâm Cung ứng dịch vụ công", 2),
            id="two words",
        ),
        pytest.param("Phòng VH&XH xã", None, id="right"),
        pytest.param("Phòng Văn hóa - Thông tin", None, id="another word of a short name"),
        pytest.param("Văn phòng Văn hóa - Xã hội", None, id="another head"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_slip_of_a_declared_name_is_known(text: str, meant: tuple[str, int] | None) -> None:
    units = UnitNames(
        [("Trung tâm Cung ứng dịch vụ công", "", ()), ("Phòng Văn hóa - Xã hội", "VH-XH", ())]
    )
    assert units.misspelt(text) == meant
