"""A commune by name or code: found, one of several, misspelt."""

import datetime as dt

import pytest

from kehoach.drafting.commune import UnknownPlaceError, find_places

TODAY = dt.date(2026, 8, 1)


@pytest.mark.parametrize(
    ("commune", "province", "found"),
    [
        ("xã Hướng Phùng", "", "xã Hướng Phùng, tỉnh Quảng Trị"),
        ("hướng phùng", "Quảng Trị", "xã Hướng Phùng, tỉnh Quảng Trị"),
        ("19441", "", "xã Hướng Phùng, tỉnh Quảng Trị"),
        ("xã Nghĩa Hành", "tỉnh Quảng Ngãi", "xã Nghĩa Hành, tỉnh Quảng Ngãi"),
        ("P. Hải Dương", "TP. Hải Phòng", "phường Hải Dương, thành phố Hải Phòng"),
        ("Quảng Trị", "", "phường Quảng Trị, tỉnh Quảng Trị"),
        ("Sài Gòn", "", "phường Sài Gòn, Thành phố Hồ Chí Minh"),
        ("Hạc Thành", "tỉnh Thanh Hoá", "phường Hạc Thành, tỉnh Thanh Hóa"),
    ],
)
def test_a_commune_is_found_and_spelt_in_the_new_way(
    commune: str, province: str, found: str
) -> None:
    assert [str(place) for place in find_places(commune, province, TODAY)] == [found]


def test_one_name_in_several_provinces_gives_all_of_them() -> None:
    places = find_places("xã Nghĩa Hành", "", TODAY)
    assert {place.province for place in places} == {"tỉnh Nghệ An", "tỉnh Quảng Ngãi"}


@pytest.mark.parametrize(
    ("commune", "province", "message", "close"),
    [
        ("xã Hương Fùng", "", "không có “xã Hương Fùng”", "xã Hướng Phùng, tỉnh Quảng Trị"),
        (
            "Hướng Phùng",
            "tỉnh Nghệ An",
            "không có “Hướng Phùng” ở tỉnh Nghệ An",
            "xã Hướng Phùng, tỉnh Quảng Trị",
        ),
        ("99999", "", "không có “99999”", ""),
        (
            "Hướng Phùng",
            "Quảng Tri",
            "không có tỉnh, thành phố “Quảng Tri”; có phải tỉnh Quảng Trị",
            "",
        ),
        ("Huế", "", "không có “Huế”", ""),
    ],
)
def test_what_is_no_commune_is_refused_with_what_may_be_meant(
    commune: str, province: str, message: str, close: str
) -> None:
    with pytest.raises(UnknownPlaceError) as caught:
        find_places(commune, province, TODAY)
    assert message in str(caught.value)
    if close:
        assert close in [str(place) for place in caught.value.close]
