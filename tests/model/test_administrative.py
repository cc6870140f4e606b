import csv
import datetime as dt
import subprocess
import sys
import unicodedata
from importlib import resources

import pytest

from kehoach.model.administrative import AdministrativeUnit, by_code, find, suggest, units

BEFORE, AFTER = dt.date(2026, 4, 29), dt.date(2026, 4, 30)
FIRST = dt.date(2025, 7, 1)


def names(found: tuple[AdministrativeUnit, ...]) -> list[tuple[str, str]]:
    return [(unit.code, unit.full_name) for unit in found]


def test_a_unit_has_all_that_the_file_states() -> None:
    assert by_code("19441") == AdministrativeUnit(
        code="19441",
        level="xã",
        name="Hướng Phùng",
        province_code="44",
        valid_from=FIRST,
        valid_to=None,
        basis="19/2025/QĐ-TTg",
    )


def test_counts_are_those_of_the_decisions() -> None:
    for on in (FIRST, BEFORE, AFTER):
        found = units(on=on)
        communes = [unit for unit in found if unit.province_code]
        assert (len(found) - len(communes), len(communes)) == (34, 3321)
    assert len(units("phường", on=BEFORE)) == 687
    assert len(units("phường", on=AFTER)) == 697
    assert len(units("xã", on=AFTER)) == 2611
    assert len(units("đặc khu")) == 13
    assert len(units("thành phố", on=AFTER)) == 7
    assert units(on=dt.date(2025, 6, 30)) == ()


def test_names_of_communes_that_stand_in_several_provinces() -> None:
    def repeated(on: dt.date, *, with_level: bool) -> int:
        provinces: dict[str, set[str]] = {}
        for unit in units(on=on):
            if unit.province_code:
                name = unit.full_name if with_level else unit.name
                provinces.setdefault(name, set()).add(unit.province_code)
        return sum(len(codes) > 1 for codes in provinces.values())

    assert repeated(FIRST, with_level=False) == repeated(AFTER, with_level=False) == 314
    assert repeated(FIRST, with_level=True) == 246
    assert repeated(AFTER, with_level=True) == 245


def test_every_row_of_the_file_is_found_by_its_code_and_by_its_name() -> None:
    file = resources.files("kehoach") / "data" / "don-vi-hanh-chinh.csv"
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 3366
    for row in rows:
        on = dt.date.fromisoformat(row["tu_ngay"])
        unit = by_code(row["ma"], on)
        assert unit is not None
        assert (unit.level, unit.name, unit.province_code) == (
            row["loai"],
            row["ten"],
            row["ma_tinh"],
        )
        assert unit in find(unit.full_name, row["ma_tinh"], on)
        assert unit in find(unit.name)


CHANGED = {
    "25270": "Lộc Ninh",
    "25357": "Tân Khai",
    "25363": "Đồng Phú",
    "26116": "Tân Phú",
    "26170": "Trị An",
    "26248": "Trảng Bom",
    "26326": "Dầu Giây",
    "26368": "Long Thành",
    "26425": "Xuân Lộc",
    "26485": "Nhơn Trạch",
}


@pytest.mark.parametrize("code", CHANGED)
def test_communes_that_became_wards_on_30_april_2026(code: str) -> None:
    name = CHANGED[code]
    before, after = by_code(code, BEFORE), by_code(code, AFTER)
    assert before is not None
    assert after is not None
    assert (before.full_name, before.valid_to) == (f"xã {name}", BEFORE)
    assert (after.full_name, after.valid_from) == (f"phường {name}", AFTER)
    assert after.basis == "237/NQ-UBTVQH16"
    assert by_code(code) == after
    assert find(f"xã {name}", "Đồng Nai", BEFORE) == (before,)
    assert find(f"xã {name}", "Đồng Nai", AFTER) == ()
    assert find(f"phường {name}", "Đồng Nai", BEFORE) == ()
    assert find(f"phường {name}", "Đồng Nai", AFTER) == (after,)
    assert find(name, "Đồng Nai") == (before, after)
    assert find(f"xã {name}", "Đồng Nai") == (before,)


def test_the_province_that_became_a_city_on_30_april_2026() -> None:
    assert names(find("Đồng Nai", on=BEFORE)) == [("75", "tỉnh Đồng Nai")]
    assert names(find("Đồng Nai", on=AFTER)) == [("75", "thành phố Đồng Nai")]
    city = by_code("75")
    assert city is not None
    assert city.basis == "30/2026/QH16"
    assert find("phường Lộc Ninh", "tỉnh Đồng Nai", AFTER) == ()
    assert names(find("phường Lộc Ninh", "thành phố Đồng Nai", AFTER)) == [
        ("25270", "phường Lộc Ninh")
    ]


def test_a_code_is_of_its_time() -> None:
    assert by_code("19441", dt.date(2025, 6, 30)) is None
    assert by_code("99999") is None
    assert by_code("1") is None


@pytest.mark.parametrize(
    ("name", "province", "codes"),
    [
        ("xã Hướng Phùng", "tỉnh Quảng Trị", ["19441"]),
        ("Hướng Phùng", "Quảng Trị", ["19441"]),
        ("XÃ HƯỚNG PHÙNG", "44", ["19441"]),
        (unicodedata.normalize("NFD", "xã Hướng Phùng"), "", ["19441"]),
        ("xã Nghĩa Hành", "tỉnh Quảng Ngãi", ["21364"]),
        ("xã Nghĩa Hành", "tỉnh Nghệ An", ["17326"]),
        ("xã Nghĩa Hành", "", ["17326", "21364"]),
        ("phường Hải Dương", "thành phố Hải Phòng", ["10525"]),
        ("P. Hải Dương", "TP. Hải Phòng", ["10525"]),
        ("P.Hải Dương", "TP Hải Phòng", ["10525"]),
        ("xã Hải Dương", "thành phố Hải Phòng", []),
        ("phường Hải Dương", "tỉnh Hải Phòng", []),
        ("phường Hải Dương", "tỉnh Hải Dương", []),
        ("tỉnh Thanh Hóa", "", ["38"]),
        ("Thanh Hoá", "", ["38"]),
        ("thành phố Hồ Chí Minh", "", ["79"]),
        ("TP.Hồ Chí Minh", "", ["79"]),
        ("đặc khu Lý Sơn", "Quảng Ngãi", ["21548"]),
        ("Đặc khu Hoàng Sa", "thành phố Đà Nẵng", ["20333"]),
        ("Ea H'Leo", "Đắk Lắk", ["24184"]),
        ("Văn Miếu-Quốc Tử Giám", "Hà Nội", ["00226"]),
        ("phường Văn Miếu – Quốc Tử Giám", "", ["00226"]),
        ("phường 1 Bảo Lộc", "tỉnh Lâm Đồng", ["24823"]),
        ("Hướng Phúng", "", []),
        ("xã", "", []),
        ("", "", []),
    ],
)
def test_find(name: str, province: str, codes: list[str]) -> None:
    assert [unit.code for unit in find(name, province)] == codes


@pytest.mark.parametrize(
    ("name", "province", "first"),
    [
        ("xã Hướng Phúng", "", "xã Hướng Phùng"),
        ("Huong Phung", "Quảng Trị", "xã Hướng Phùng"),
        ("xã Nghĩa Hnh", "tỉnh Quảng Ngãi", "xã Nghĩa Hành"),
        ("xã Hợp Mnh", "Nghệ An", "xã Hợp Minh"),
        ("P. Hải Dươn", "", "phường Hải Dương"),
        ("phường Đồng Phu", "Đồng Nai", "phường Đồng Phú"),
        ("xã Đồng Phu", "Đồng Nai", "xã Đồng Phú"),
        ("tỉnh Quảng Tri", "", "tỉnh Quảng Trị"),
        ("phường Quảng Tri", "", "phường Quảng Trị"),
        ("xã Hướng Phúng", "tỉnh Quảng Trịn", "xã Hướng Phùng"),
    ],
)
def test_suggest_puts_the_meant_unit_first(name: str, province: str, first: str) -> None:
    found = suggest(name, province)
    assert 1 <= len(found) <= 3
    assert found[0].full_name == first


def test_suggestions_keep_to_province_date_and_limit() -> None:
    assert {unit.province_code for unit in suggest("Nghĩa Hnh", "Quảng Ngãi", limit=5)} == {"51"}
    assert suggest("xã Đồng Phu", "Đồng Nai", AFTER)[0].full_name == "phường Đồng Phú"
    assert len(suggest("Tân Phú", limit=7)) == 7
    assert suggest("Hướng Phúng", on=dt.date(2025, 6, 30)) == ()
    assert suggest("qwxz") == ()


def test_nothing_is_read_on_import() -> None:
    code = (
        "import kehoach.model.administrative as a, sys;"
        "sys.exit(a._rows.cache_info().currsize or 'rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
