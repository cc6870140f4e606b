"""Plans against the framework: verdicts with both sides, alignment, kinds and their mirrors."""

import runpy
import textwrap
from collections import Counter
from pathlib import Path

import pytest

from kehoach.compare.alignment import LIKE, SURE
from kehoach.compare.verdict import Compared, Comparison, Verdict, compare_with_framework
from kehoach.model.framework import Framework
from kehoach.model.library import Library
from kehoach.model.plan import Plan
from kehoach.model.reading import read_framework, read_plan
from kehoach.source.tree import load, parse

ROOT = Path(__file__).parents[2]
MEASURE = runpy.run_path(str(Path(__file__).with_name("measure.py")))
HEAD = """\
kehoach: 1
don_vi: {ma: "19441", ten: xã Hướng Phùng, tinh: tỉnh Quảng Trị}
van_ban: {the_thuc: nd30, trang_thai: du_thao, ten_loai: Kế hoạch, co_quan: UBND, trich_yeu: T}
khung: [k]
noi_dung:
  - de_muc: A
"""


def plan(body: str) -> Plan:
    return read_plan(parse(HEAD + textwrap.indent(textwrap.dedent(body), "    "), "x.yaml"))


def framework(target: str, binding: str = "bắt buộc") -> Framework:
    return read_framework(
        parse(
            "khung: 1\nma: k\nvan_ban: {ten_loai: Kế hoạch}\nnhiem_vu: []\nchi_tieu:\n"
            f"  - {{ma: a, {target}, cap_xa: {binding}, nguon: {{tin_cay: chắc chắn}}}}\n",
            "k.yaml",
        )
    )


def one(above: str, below: str, binding: str = "bắt buộc") -> Compared:
    body = f"chi_tieu: [{{ma: b, {below}, khung: k/a}}]"
    return compare_with_framework(plan(body), framework(above, binding)).items[0]


@pytest.mark.parametrize(
    ("above", "below", "verdict", "codes"),
    [
        ("muc_dat: tối thiểu 80%", "muc_dat: tối thiểu 80%", Verdict.EQUAL, []),
        ("muc_dat: tối thiểu 80%", "muc_dat: ít nhất 80 %", Verdict.EQUAL, []),
        ("muc_dat: tối thiểu 80%", "muc_dat: 60%", Verdict.WEAKER, ["SS101"]),
        ("muc_dat: trên 80%", "muc_dat: tối thiểu 80%", Verdict.WEAKER, ["SS106"]),
        ("muc_dat: tối thiểu 80%", "muc_dat: trên 80%", Verdict.STRICTER, ["SS107"]),
        ("muc_dat: tối thiểu 80%", "muc_dat: 100%", Verdict.STRICTER, ["SS102"]),
        ("muc_dat: 82 nhóm", "muc_dat: 82 nhóm", Verdict.EQUAL, []),
        ("muc_dat: 82 nhóm", "muc_dat: 80 nhóm", Verdict.WEAKER, ["SS101"]),
        ("muc_dat: không quá 24 giờ", "muc_dat: không quá 48 giờ", Verdict.WEAKER, ["SS101"]),
        ("muc_dat: 82 nhóm", "muc_dat: 80%", Verdict.DOUBTFUL, ["SS105"]),
        ("muc_dat: 80%", "ghi_chu: x", Verdict.DOUBTFUL, ["SS103"]),
        ("ly_do: x", "muc_dat: 80%", Verdict.STRICTER, ["SS104"]),
        ("pham_vi: cấp tỉnh", "pham_vi: cấp xã", Verdict.WEAKER, ["SS201"]),
        ("pham_vi: cấp tỉnh", "pham_vi: trên toàn quốc", Verdict.STRICTER, ["SS202"]),
        ("pham_vi: cấp tỉnh", "pham_vi: trong phạm vi cấp tỉnh", Verdict.EQUAL, []),
        ("pham_vi: cấp tỉnh", "ghi_chu: x", Verdict.DOUBTFUL, ["SS203"]),
        ("ly_do: x", "pham_vi: cấp xã", Verdict.DOUBTFUL, ["SS204"]),
        ("han: 31/12/2025", "han: năm 2026", Verdict.LATER, ["SS301"]),
        ("han: 31/12/2025", "han: quý IV/2025", Verdict.EQUAL, []),
        ("han: 31/12/2025", "han: trước 31/12/2025", Verdict.EQUAL, []),
        ("han: 31/12/2025", "han: tháng 9/2025", Verdict.STRICTER, ["SS302"]),
        ("han: 31/12/2025", "ghi_chu: x", Verdict.EQUAL, ["SS303"]),
        ("ly_do: x", "han: 31/12/2025", Verdict.EQUAL, ["SS304"]),
        ("tu_ngay: 01/7/2025", "ghi_chu: x", Verdict.EQUAL, ["SS401"]),
        ("ly_do: x", "tu_ngay: 01/7/2025", Verdict.EQUAL, ["SS402"]),
        # The gravest difference decides.
        (
            "muc_dat: 80%, han: 31/12/2025",
            "muc_dat: 60%, han: năm 2026",
            Verdict.WEAKER,
            ["SS101", "SS301"],
        ),
    ],
)
def test_a_pair_has_the_verdict_of_its_gravest_difference(
    above: str, below: str, verdict: Verdict, codes: list[str]
) -> None:
    item = one(f"noi_dung: Hồ sơ, {above}", f"noi_dung: Hồ sơ, {below}")
    assert (item.verdict, [d.kind.code for d in item.differences]) == (verdict, codes)


def test_both_figures_are_named() -> None:
    item = one("noi_dung: H, muc_dat: tối thiểu 80%", "noi_dung: H, muc_dat: 60%")
    assert item.differences[0].message() == "mức đạt 60%, khung tối thiểu 80%"


def test_the_same_code_aligns_without_a_link() -> None:
    items = compare_with_framework(
        plan("chi_tieu: [{ma: a, noi_dung: Việc khác hẳn}]"), framework("noi_dung: Hồ sơ")
    ).items
    assert [item.verdict for item in items] == [Verdict.EQUAL]


def test_a_link_wins_over_the_same_code() -> None:
    body = "chi_tieu: [{ma: a, noi_dung: X}, {ma: b, noi_dung: Y, khung: k/a}]"
    items = compare_with_framework(plan(body), framework("noi_dung: Hồ sơ")).items
    assert [(item.verdict, item.below[0].code) for item in items] == [
        (Verdict.EQUAL, "b"),
        (Verdict.EXTRA, "a"),
    ]


def test_like_words_make_a_pair_that_says_how_it_was_made() -> None:
    body = "chi_tieu: [{ma: b, noi_dung: Hồ sơ được xử lý trực tuyến, muc_dat: 60%}]"
    above = framework("noi_dung: Hồ sơ được xử lý hoàn toàn trực tuyến, muc_dat: 80%")
    (item,) = compare_with_framework(plan(body), above).items
    assert (item.verdict, item.sure) == (Verdict.WEAKER, True)
    assert item.likeness > SURE
    assert [difference.kind.code for difference in item.differences] == ["SS101"]


def test_two_like_choices_make_a_doubtful_pair_with_both() -> None:
    body = """\
        chi_tieu:
          - {ma: b, noi_dung: Hồ sơ xử lý trực tuyến của xã}
          - {ma: c, noi_dung: Hồ sơ xử lý trực tuyến của thôn}
        """
    above = framework("noi_dung: Hồ sơ xử lý trực tuyến")
    first, second = compare_with_framework(plan(body), above).items
    assert (first.verdict, first.sure) == (Verdict.DOUBTFUL, False)
    assert first.other is not None
    assert {first.below[0].code, first.other.code} == {"b", "c"}
    assert second.verdict is Verdict.EXTRA


def test_little_likeness_makes_a_doubtful_pair() -> None:
    body = "chi_tieu: [{ma: b, noi_dung: Tuyên truyền về hồ sơ trực tuyến cho người dân ở thôn}]"
    above = framework("noi_dung: Hồ sơ được xử lý hoàn toàn trên môi trường trực tuyến")
    (item,) = compare_with_framework(plan(body), above).items
    assert (item.verdict, item.sure) == (Verdict.DOUBTFUL, False)
    assert LIKE <= item.likeness < SURE


def test_plans_without_links_align_as_those_with_links() -> None:
    total = Counter[str]()
    for _, counts in MEASURE["measure"]():
        total += counts
    assert total["sure right"] / total["sure"] >= 0.98
    assert total["sure right"] / total["links"] >= 0.88


def test_the_table_of_the_documentation_is_up_to_date() -> None:
    page = (ROOT / "docs" / "so-sanh.md").read_text(encoding="utf-8")
    assert "\n".join(MEASURE["table"]()) in page


def test_unlike_words_make_missing_and_extra() -> None:
    body = "chi_tieu: [{ma: b, noi_dung: Trồng cây xanh}]"
    items = compare_with_framework(plan(body), framework("noi_dung: Hồ sơ trực tuyến")).items
    assert [item.verdict for item in items] == [Verdict.MISSING, Verdict.EXTRA]


def test_what_does_not_apply_is_asked_of_no_plan() -> None:
    assert one(
        "noi_dung: H, muc_dat: 80%", "noi_dung: H, muc_dat: 1%", "không áp dụng"
    ).verdict is (Verdict.EXTRA)
    items = compare_with_framework(plan("doan: x"), framework("noi_dung: H", "không áp dụng")).items
    assert items == ()


def real(name: str) -> Comparison:
    above = Library(ROOT).framework("02-kh-bcdtw")
    assert above is not None
    return compare_with_framework(read_plan(load(ROOT / "plans" / f"{name}.yaml")), above)


def by_verdict(comparison: Comparison, verdict: Verdict) -> set[str]:
    return {i.above.code for i in comparison.items if i.verdict is verdict and i.above}


def test_xuan_hung_asks_for_less_in_three_places() -> None:
    comparison = real("xuan-hung")
    said = {
        item.above.code: [difference.message() for difference in item.differences]
        for item in comparison.items
        if item.verdict is Verdict.WEAKER and item.above
    }
    assert said == {
        "ho-so-truc-tuyen": ["mức đạt tối thiểu 60%, khung tối thiểu 80%"],
        "so-hoa-luu-tru": ["mức đạt 10%, khung ít nhất 30%"],
        "tthc-phi-dia-gioi": ["phạm vi “trong phạm vi cấp xã”, khung “trong phạm vi cấp tỉnh”"],
    }


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("hop-minh", {"equal": 28}),
        ("huong-phung", {"equal": 26, "stricter": 1, "doubtful": 1}),
        ("hai-duong", {"equal": 8, "missing": 20}),
        ("nghia-hanh", {"equal": 8, "missing": 18, "doubtful": 2}),
        ("xuan-hung", {"equal": 6, "weaker": 3, "missing": 19}),
    ],
)
def test_the_five_plans_against_what_binds_a_commune(name: str, counts: dict[str, int]) -> None:
    found = Counter(item.verdict.value for item in real(name).items if item.binds)
    assert dict(found) == counts


def test_huong_phung_leaves_the_scope_open() -> None:
    assert by_verdict(real("huong-phung"), Verdict.DOUBTFUL) == {"tthc-phi-dia-gioi"}
