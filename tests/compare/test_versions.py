"""Two states of a plan: what was added, dropped and changed, and at git revisions."""

import subprocess
import textwrap
from pathlib import Path

import pytest

from kehoach.compare.difference import Difference, all_kinds
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


TREE = """\
  - de_muc: Nhiệm vụ
    muc:
      - de_muc: Thể chế
        nhiem_vu: [{ma: a, ten: Rà soát quy định}]
      - de_muc: Hạ tầng
        nhiem_vu: [{ma: b, ten: Nâng cấp đường truyền}]
  - de_muc: Tổ chức thực hiện
    doan: [Các phòng thực hiện kế hoạch này.]
"""


def tree(body: str, bases: str = "[Nghị quyết số 57-NQ/TW ngày 22/12/2024]") -> Plan:
    head = HEAD.partition("noi_dung:")[0]
    return read_plan(parse(f"{head}can_cu: {bases}\nnoi_dung:\n{body}", "x.yaml"))


def outline(new: str) -> list[tuple[str, str]]:
    """Return the codes of what happened to items and sections, with the item or heading."""
    found = compare_versions(tree(TREE), tree(new))
    of_items = [
        (difference.kind.code, change.new.code)
        for change in found.changes
        if change.new
        for difference in change.differences
    ]
    of_sections = [
        (difference.kind.code, (change.new or change.old).heading)  # type: ignore[union-attr]  # one is there
        for change in found.sections
        for difference in change.differences
    ]
    return of_items + of_sections


MOVED_ITEM = TREE.replace("[{ma: a, ten: Rà soát quy định}]", "[]").replace(
    "[{ma: b", "[{ma: a, ten: Rà soát quy định}, {ma: b"
)
MOVED_SECTION = TREE.replace(
    "      - de_muc: Hạ tầng\n        nhiem_vu: [{ma: b, ten: Nâng cấp đường truyền}]\n", ""
) + ("    muc:\n      - de_muc: Hạ tầng\n        nhiem_vu: [{ma: b, ten: Nâng cấp đường truyền}]\n")


@pytest.mark.parametrize(
    ("new", "found"),
    [
        pytest.param(TREE, [], id="nothing"),
        pytest.param(MOVED_ITEM, [("SS701", "a")], id="item-moved"),
        pytest.param(MOVED_SECTION, [("SS702", "Hạ tầng")], id="section-moved"),
        pytest.param(
            TREE.replace("Hạ tầng", "Hạ tầng số"), [("SS705", "Hạ tầng số")], id="renamed"
        ),
        pytest.param(
            TREE.replace("de_muc: Nhiệm vụ", "de_muc: Nhiệm vụ, giải pháp"),
            [("SS705", "Nhiệm vụ, giải pháp")],
            id="renamed-above-others",
        ),
        pytest.param(
            TREE.replace("de_muc: Tổ chức thực hiện", "de_muc: Phân công"),
            [("SS705", "Phân công")],
            id="renamed-with-its-prose",
        ),
        pytest.param(TREE + "  - de_muc: Kinh phí\n", [("SS704", "Kinh phí")], id="added"),
        pytest.param(
            TREE.partition("  - de_muc: Tổ chức")[0],
            [("SS703", "Tổ chức thực hiện")],
            id="dropped",
        ),
    ],
)
def test_what_happens_to_sections_is_said_once(new: str, found: list[tuple[str, str]]) -> None:
    assert outline(new) == found


def test_sections_in_another_order_are_no_change() -> None:
    first, _, second = TREE.partition("  - de_muc: Tổ chức")
    assert not compare_versions(tree(TREE), tree(f"  - de_muc: Tổ chức{second}{first}"))


@pytest.mark.parametrize(
    ("bases", "codes"),
    [
        ("[Nghị quyết số 57-NQ/TW]", []),
        ("[]", ["SS601"]),
        ("[Nghị quyết số 57/NQ-TW ngày 22/12/2024, Kế hoạch số 02-KH/BCĐTW]", ["SS602"]),
    ],
)
def test_bases_are_compared_by_their_symbols(bases: str, codes: list[str]) -> None:
    found = compare_versions(tree(TREE), tree(TREE, bases))
    assert [difference.kind.code for _, difference in found.bases] == codes


LONG = "Tập huấn kỹ năng số cho cán bộ và tuyên truyền chuyển đổi số trên đài truyền thanh"
PARTS = ("Tập huấn kỹ năng số cho cán bộ", "Tuyên truyền chuyển đổi số trên đài truyền thanh")


def test_what_was_split_and_merged_is_said() -> None:
    whole = plan(f"nhiem_vu: [{{ma: x, ten: {LONG}}}]")
    parts = plan(f"nhiem_vu: [{{ma: y, ten: {PARTS[0]}}}, {{ma: z, ten: {PARTS[1]}}}]")
    split = compare_versions(whole, parts)
    assert [change.differences[0].kind.code for change in split.changes] == [
        "SS005",
        "SS005",
    ]
    assert [item.code for item in split.dropped()] == []
    merged = compare_versions(parts, whole)
    assert {change.differences[0].kind.code for change in merged.changes} == {"SS006"}
    assert len(list(merged.added())) == 0


def test_a_renamed_task_is_one_change() -> None:
    found = compare_versions(
        plan("nhiem_vu: [{ma: x, ten: Tập huấn kỹ năng số cho cán bộ xã}]"),
        plan("nhiem_vu: [{ma: y, ten: Tập huấn kỹ năng số cho cán bộ và công chức xã}]"),
    )
    (change,) = found.changes
    assert [difference.kind.code for difference in change.differences] == ["SS508"]


def test_plans_of_two_communes_are_compared_by_what_they_promise_only() -> None:
    other = HEAD.replace("xã Hướng Phùng", "xã Khe Sanh").replace("19441", "19429")
    new = OLD.replace("Hồ sơ trực tuyến", "Hồ sơ làm trực tuyến").replace("80%", "70%")
    there = read_plan(parse(other + textwrap.indent(new, "    "), "y.yaml"))
    found = compare_versions(plan(OLD), there)
    assert [d.kind.code for change in found.changes for d in change.differences] == ["SS101"]


def test_a_word_does_not_stand_twice() -> None:
    kind = all_kinds()[0].META
    said = Difference(kind, "hạn 30/6/2026", "trước 31/12/2025")
    assert said.message("bản trước") == "hạn 30/6/2026, bản trước: trước 31/12/2025"
    assert said.message("khung") == "hạn 30/6/2026, khung trước 31/12/2025"
