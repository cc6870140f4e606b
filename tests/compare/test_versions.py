"""Two states of a plan: what was added, dropped and changed, and at git revisions."""

import subprocess
import textwrap
from pathlib import Path

import pytest

from kehoach.compare.versions import Versions, compare_versions
from kehoach.compare.words import parting
from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.source.place import SourceError
from kehoach.source.revision import load_revision
from kehoach.source.tree import parse

HEAD = """\
kehoach: 1
don_vi: {ma: "19441", ten: xã Hướng Phùng, tinh: tỉnh Quảng Trị}
van_ban: {the_thuc: nd30, trang_thai: du_thao, ten_loai: Kế hoạch, co_quan: UBND, trich_yeu: T}
noi_dung:
  - de_muc: A
"""
OLD = """\
chi_tieu:
  - {ma: a, noi_dung: Hồ sơ trực tuyến, muc_dat: 80%, han: 31/12/2025}
  - {ma: b, noi_dung: Số hóa, muc_dat: 30%}
nhiem_vu:
  - {ma: c, ten: Tuyên truyền, chu_tri: [P1, P2], san_pham: Báo cáo, thoi_han: tháng 9/2025}
  - {ma: d, ten: Tập huấn, chu_tri: P1, thoi_han: thường xuyên}
"""


def plan(body: str) -> Plan:
    return read_plan(parse(HEAD + textwrap.indent(body, "    "), "x.yaml"))


def versions(new: str) -> Versions:
    return compare_versions(plan(OLD), plan(new))


def said(new: str) -> list[tuple[str, str, str]]:
    return [
        (change.new.code, difference.kind.code, difference.message("trước"))
        for change in versions(new).changed()
        if change.new
        for difference in change.differences
    ]


def test_order_numbers_and_codes_alone_are_no_change() -> None:
    lines = OLD.splitlines()
    moved = "\n".join([lines[3], lines[5], lines[4], lines[0], lines[2], lines[1]])
    assert versions(moved).changes == ()
    assert versions(OLD.replace("ma: b", "ma: so-hoa, so_muc: 3")).changes == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("muc_dat: 80%", "muc_dat: 60%", "SS101", "mức đạt 60%, trước 80%"),
        ("muc_dat: 80%", "muc_dat: 90%", "SS102", "mức đạt 90%, trước 80%"),
        ("han: 31/12/2025", "han: năm 2026", "SS301", "hạn năm 2026, trước 31/12/2025"),
        ("tháng 9/2025", "thường xuyên", "SS305", "hạn thường xuyên, trước tháng 9/2025"),
        ("thường xuyên", "tháng 9/2025", "SS306", "hạn tháng 9/2025, trước thường xuyên"),
        (
            "tháng 9/2025",
            "trong tháng 9/2025",
            "SS507",
            "hạn trong tháng 9/2025, trước tháng 9/2025",
        ),
        ("[P1, P2]", "[P3]", "SS501", "chủ trì: P3, trước P1; P2"),
        ("san_pham: Báo cáo, ", "", "SS503", "không còn sản phẩm, trước Báo cáo"),
        ("san_pham: Báo cáo", "san_pham: Sổ", "SS505", "sản phẩm: Sổ, trước Báo cáo"),
        ("ten: Tập huấn", "ten: Tập huấn số", "SS508", "tên “Tập huấn số”, trước “Tập huấn”"),
    ],
)
def test_a_change_is_said_with_both_states(old: str, new: str, code: str, message: str) -> None:
    assert [(c, m) for _, c, m in said(OLD.replace(old, new, 1))] == [(code, message)]


def test_the_same_units_in_another_order_are_no_change() -> None:
    assert said(OLD.replace("[P1, P2]", "[P2, P1]")) == []


def test_what_was_added_and_dropped() -> None:
    found = versions(OLD.replace("ma: b, noi_dung: Số hóa", "ma: e, noi_dung: Họp trực tuyến"))
    assert [item.code for item in found.added()] == ["e"]
    assert [item.code for item in found.dropped()] == ["b"]
    assert list(found.changed()) == []


@pytest.mark.parametrize(
    ("left", "right", "parts"),
    [
        ("một hai ba bốn năm sáu bảy", "một hai ba bốn 5 sáu bảy", ("… hai ba bốn năm sáu bảy",)),
        ("a", "a b", ("a", "a b")),
        ("", "a", ("", "a")),
        ("x x", "x", ("x x", "x")),
    ],
)
def test_only_the_part_that_differs_is_shown(left: str, right: str, parts: tuple[str]) -> None:
    assert parting(left, right)[: len(parts)] == parts


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def test_a_file_is_read_at_a_revision(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    folder = tmp_path / "kế hoạch"
    folder.mkdir()
    file = folder / "a.yaml"
    file.write_text("a: 1\n", "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "1")
    file.write_text("a: [", "utf-8")
    git(tmp_path, "commit", "-qam", "2")
    assert load_revision(file, "HEAD~1").value == {"a": 1}
    for revision, words in [
        ("HEAD", "cú pháp YAML"),
        ("HEAD~5", "không có bản “HEAD~5”"),
        ("--help", "không phải tên một bản"),
        ("khong-co", "không có bản"),
    ]:
        with pytest.raises(SourceError, match=words):
            load_revision(file, revision)
    with pytest.raises(SourceError, match="không có tệp này"):
        load_revision(folder / "b.yaml", "HEAD")


def test_a_file_outside_git_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="không nằm trong kho git nào"):
        load_revision(tmp_path / "a.yaml", "HEAD")
