"""A project with a framework of its own, and plans drafted in memory."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.drafting.draft import Draft
from kehoach.model.framework import Framework
from kehoach.model.library import Library
from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.source.tree import parse
from kehoach.source.writing import write_yaml

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 8, 1)

HUNDRED_DAYS = """
khung: 1
ma: 05-thu
van_ban:
  ten_loai: Kế hoạch
  so_ky_hieu: 05-KH/BCĐTW
  ngay: 2026-07-11
  co_quan: Ban Chỉ đạo Trung ương
  trich_yeu: hành động 100 ngày xử lý điểm nghẽn về chuyển đổi số
giai_doan:
  - {ma: tram-ngay, ten: Một trăm ngày, tu: 2026-07-10, den: 2026-11-30}
nhom_nhiem_vu:
  - {ma: du-lieu, ten: Dữ liệu số}
  - {ma: nhan-luc, ten: Nguồn nhân lực}
chi_tieu:
  - ma: ho-so-truc-tuyen
    noi_dung: Hồ sơ thủ tục hành chính được xử lý trực tuyến
    muc_dat: tối thiểu 90%
    han: 30/11/2026
    cap_xa: bắt buộc
    nguon: {tin_cay: suy luận}
  - ma: lam-sach-12-csdl
    noi_dung: Dữ liệu đủ điều kiện được làm sạch, đồng bộ
    muc_dat: tối thiểu 80%
    giai_doan: tram-ngay
    cap_xa: bắt buộc
    nguon: {tin_cay: suy luận}
  - ma: hoc-truc-tuyen
    noi_dung: Người học đạt yêu cầu trên nền tảng Bình dân học vụ số
    muc_dat: tối thiểu 95%
    han: 30/10/2026
    cap_xa: khuyến khích
    nguon: {tin_cay: suy luận}
nhiem_vu:
  - ma: so-tay-nghi
    ten: Đúc kết sổ tay nghề truyền thống
    nhom: nhan-luc
    giai_doan: tram-ngay
    cap_xa: bắt buộc
    nguon: {tin_cay: suy luận}
  - ma: lam-sach-du-lieu
    ten: Làm sạch dữ liệu tại xã, phục vụ xã hội số
    nhom: du-lieu
    phuc_vu: [lam-sach-12-csdl, hoc-truc-tuyen]
    cap_xa: bắt buộc
    nguon: {tin_cay: suy luận}
  - ma: thiet-bi
    ten: Thống kê thiết bị đầu cuối giải quyết thủ tục hành chính
    thoi_han: 30/9/2026
    san_pham: Báo cáo nhu cầu
    cap_xa: bắt buộc
    nguon: {tin_cay: suy luận}
  - ma: diem-lom
    ten: Xử lý điểm lõm sóng
    cap_xa: không áp dụng
    nguon: {tin_cay: suy luận}
"""


@pytest.fixture(scope="session")
def central() -> Framework:
    """The framework that comes with the program."""
    found = Library(ROOT).framework("02-kh-bcdtw")
    assert found is not None
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the framework ``05-thu``."""
    folder = tmp_path / "templates" / "khung"
    folder.mkdir(parents=True)
    (folder / "05-thu.yaml").write_text(HUNDRED_DAYS, "utf-8")
    return tmp_path


@pytest.fixture
def hundred_days(project: Path) -> Framework:
    """The framework ``05-thu``."""
    found = Library(project).framework("05-thu")
    assert found is not None
    return found


@pytest.fixture
def reread() -> Callable[[Draft], Plan]:
    """Write a draft as a file and read the plan back."""

    def read(draft: Draft) -> Plan:
        return read_plan(parse(write_yaml(draft.value, draft.comments), "moi.yaml"))

    return read
