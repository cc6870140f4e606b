"""The plan of a province is a plan file like any other, without the rules on communes."""

from pathlib import Path

import pytest

from kehoach.compare.alignment import Aligner
from kehoach.compare.party import party_of_plan
from kehoach.compare.verdict import compare
from kehoach.model.library import Library
from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.rules.checking import check_plan
from kehoach.source.place import SourceError
from kehoach.source.tree import parse

ROOT = Path(__file__).parents[2]
PLAN = """\
kehoach: 1
don_vi: {ma: "44", ten: tỉnh Quảng Trị, tinh: tỉnh Quảng Trị}
van_ban:
  the_thuc: nd30
  trang_thai: du_thao
  ten_loai: Kế hoạch
  co_quan: Ủy ban nhân dân tỉnh Quảng Trị
  so:
  ky_hieu: KH-UBND
  dia_danh: Quảng Trị
  ngay:
  trich_yeu: thúc đẩy chuyển đổi số liên thông, đồng bộ trong hệ thống chính trị tỉnh Quảng Trị
  nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}
  noi_nhan: [Bộ Khoa học và Công nghệ, "UBND các xã, phường, đặc khu", "Lưu: VT"]
khung: [02-kh-bcdtw]
don_vi_thuc_hien:
  - {ten: Sở Khoa học và Công nghệ, viet_tat: Sở KH&CN}
  - {ten: Sở Nội vụ}
  - {ten: "UBND các xã, phường, đặc khu"}
can_cu:
  - ten_loai: Kế hoạch
    so_ky_hieu: 02-KH/BCĐTW
    ngay: 2025-06-19
    co_quan: Ban Chỉ đạo Trung ương
    trich_yeu: thúc đẩy chuyển đổi số
mo_dau: Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau
noi_dung:
  - de_muc: Mục tiêu
    chi_tieu:
      - ma: ho-so
        noi_dung: Hồ sơ thủ tục hành chính được xử lý hoàn toàn trực tuyến
        muc_dat: tối thiểu 80%
        han: 31/12/2025
        khung: 02-kh-bcdtw/ho-so-truc-tuyen
      - ma: csdl
        noi_dung: Hoàn thành kết nối cơ sở dữ liệu của tỉnh
        muc_dat: 100%
        han: 31/12/2025
        khung: 02-kh-bcdtw/csdl-12
  - de_muc: Nhiệm vụ
    nhiem_vu:
      - ma: quy-dinh
        ten: Ban hành quy định về chia sẻ dữ liệu trên địa bàn tỉnh
        chu_tri: [Sở Khoa học và Công nghệ]
        phoi_hop: [Sở Nội vụ]
        thoi_han: tháng 12/2025
        san_pham: Quyết định của UBND tỉnh
      - ma: xa
        ten: Triển khai ở cấp xã
        chu_tri: ["UBND các xã, phường, đặc khu"]
        thoi_han: tháng 12/2025
        san_pham: Báo cáo
"""


def plan(text: str = PLAN) -> Plan:
    return read_plan(parse(text, "tinh.yaml"))


def codes(text: str) -> list[str]:
    library = Library(ROOT)
    return [one.rule.code for one in check_plan(plan(text), library.framework).findings]


def test_no_rule_on_communes_speaks_of_a_province() -> None:
    assert codes(PLAN) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ('ma: "44"', 'ma: "19441"', "KH501"),
        ("ten: tỉnh Quảng Trị,", "ten: tỉnh Quảng Ngãi,", "KH501"),
        ("dia_danh: Quảng Trị", "dia_danh: Hướng Phùng", "KH809"),
    ],
    ids=["code of a commune", "another province", "place of a commune"],
)
def test_what_is_wrong_of_a_province_is_found(before: str, after: str, found: str) -> None:
    assert found in codes(PLAN.replace(before, after))


def test_it_stands_above_a_commune_and_is_asked_for_the_whole_of_a_framework() -> None:
    party = party_of_plan(plan())
    assert party.called == "kế hoạch của tỉnh"
    assert not party.is_commune
    commune = PLAN.replace('ma: "44", ten: tỉnh Quảng Trị', 'ma: "19441", ten: xã Hướng Phùng')
    below = party_of_plan(plan(commune))
    items = compare(below, Aligner(party)).items
    assert [item.verdict.value for item in items] == ["equal"] * 4
    assert all(item.binds for item in items)


def test_a_name_without_level_is_refused() -> None:
    with pytest.raises(SourceError):
        plan(PLAN.replace("ten: tỉnh Quảng Trị,", "ten: Quảng Trị,"))
