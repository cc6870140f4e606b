"""Reports of the plans in ``plans/`` and of small plans with logs written here."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.model.reading import read_plan
from kehoach.progress.log import load_log, log_file, parse_log
from kehoach.reporting.report import Report, make_report
from kehoach.reporting.windows import Rules, read_window
from kehoach.source.tree import load, parse

ROOT = Path(__file__).parents[2]

PLAN = """
kehoach: 1
don_vi: {ma: "19441", ten: xã Hướng Phùng, tinh: tỉnh Quảng Trị}
van_ban:
  the_thuc: nd30
  trang_thai: ban_hanh
  ten_loai: Kế hoạch
  co_quan: Ủy ban nhân dân xã Hướng Phùng
  so: "05"
  ky_hieu: KH-UBND
  dia_danh: Hướng Phùng
  ngay: 2025-07-01
  trich_yeu: Chuyển đổi số
  nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}
  noi_nhan: [UBND tỉnh (b/c), "Lưu: VT"]
che_do_bao_cao: [{ky: tháng, noi_nhan: UBND tỉnh}]
noi_dung:
  - de_muc: Mục tiêu
    chi_tieu:
      - {ma: ho-so, noi_dung: Hồ sơ trực tuyến, muc_dat: tối thiểu 80%, han: 31/12/2025}
  - de_muc: Nhiệm vụ
    nhiem_vu:
      - ma: quy-che
        ten: Ban hành quy chế
        chu_tri: [Văn phòng]
        thoi_han: 30/9/2025
        san_pham: Quy chế
      - {ma: tap-huan, ten: Tập huấn, chu_tri: [Phòng Văn hóa - Xã hội], thoi_han: 31/10/2025}
      - ma: tong-hop
        ten: Tổng hợp số liệu
        chu_tri: [Văn phòng]
        thoi_han: trước ngày 20 hằng tháng
      - ma: ho-tro
        ten: Hỗ trợ, hướng dẫn; thường trực
        chu_tri: [Công an xã]
        thoi_han: thường xuyên
"""


@pytest.fixture
def report_of() -> Callable[..., Report]:
    """Make the report of a period: of the small plan with *log*, or of the plan *name*."""

    def make(
        period: str, log: str = "", *, name: str = "", rules: Rules | None = None, plan: str = PLAN
    ) -> Report:
        window = read_window(period, rules or Rules())
        if name:
            file = ROOT / "plans" / f"{name}.yaml"
            return make_report(read_plan(load(file)), load_log(log_file(file)).entries, window)
        read = read_plan(parse(plan, "huong-phung.yaml"))
        return make_report(read, parse_log(log, "huong-phung.tien-do.yaml").entries, window)

    return make
