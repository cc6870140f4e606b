"""Which items answer which: links, codes, shared links, words, one to many, many to one."""

from kehoach.compare.alignment import Aligner, How, Match
from kehoach.compare.party import Party, party_of_framework, party_of_plan
from kehoach.model.reading import read_framework, read_plan
from kehoach.source.tree import parse

HEAD = """\
kehoach: 1
don_vi: {ma: "19441", ten: xã Hướng Phùng, tinh: tỉnh Quảng Trị}
van_ban: {the_thuc: nd30, trang_thai: du_thao, ten_loai: Kế hoạch, co_quan: UBND, trich_yeu: T}
noi_dung:
  - de_muc: A
    nhiem_vu:
"""


def plan(*tasks: str, name: str = "duoi") -> Party:
    """Return a plan with *tasks*, each ``ma: ten`` and perhaps ``| khung``."""
    lines = ""
    for task in tasks:
        said, _, link = task.partition(" | ")
        code, _, title = said.partition(": ")
        linked = f", khung: {link}" if link else ""
        lines += f"      - {{ma: {code}, ten: {title}{linked}}}\n"
    return party_of_plan(read_plan(parse(HEAD + lines, f"{name}.yaml")))


def framework(*tasks: str) -> Party:
    lines = "".join(
        f"  - {{ma: {code}, ten: {title}, cap_xa: bắt buộc, nguon: {{tin_cay: chắc chắn}}}}\n"
        for code, _, title in (task.partition(": ") for task in tasks)
    )
    text = f"khung: 1\nma: k\nvan_ban: {{ten_loai: Kế hoạch}}\nchi_tieu: []\nnhiem_vu:\n{lines}"
    return party_of_framework(read_framework(parse(text, "k.yaml")))


def answers(above: Party, below: Party) -> dict[str, tuple[str, ...]]:
    found = Aligner(above).align(below).matches
    return {match.above.code: tuple(item.code for item in match.below) for match in found}


def match_of(above: Party, below: Party, code: str) -> Match:
    return next(m for m in Aligner(above).align(below).matches if m.above.code == code)


def test_one_item_is_answered_by_the_parts_that_it_was_split_into() -> None:
    above = framework(
        "x: Tập huấn kỹ năng số cho cán bộ và tuyên truyền chuyển đổi số trên đài truyền thanh",
        "y: Trồng cây xanh ven đường",
    )
    below = plan(
        "a: Tập huấn kỹ năng số cho cán bộ", "b: Tuyên truyền chuyển đổi số trên đài truyền thanh"
    )
    assert answers(above, below) == {"x": ("a", "b"), "y": ()}


def test_several_items_are_answered_by_the_one_they_were_merged_into() -> None:
    above = framework(
        "x: Tập huấn kỹ năng số cho cán bộ",
        "y: Tuyên truyền chuyển đổi số trên đài truyền thanh",
        "z: Trồng cây xanh ven đường",
    )
    below = plan(
        "a: Tập huấn kỹ năng số cho cán bộ và tuyên truyền chuyển đổi số trên đài truyền thanh"
    )
    assert answers(above, below) == {"x": ("a",), "y": ("a",), "z": ()}
    assert [item.code for item in match_of(above, below, "x").together] == ["y"]


def test_a_link_wins_over_a_code_and_a_code_over_words() -> None:
    above = framework("x: Tập huấn cán bộ", "y: Tuyên truyền")
    below = plan("x: Việc khác hẳn", "b: Tập huấn cán bộ", "c: Việc khác | k/y")
    matches = {m.above.code: m for m in Aligner(above).align(below).matches}
    assert [(matches[c].how, matches[c].below[0].code) for c in "xy"] == [
        (How.CODE, "x"),
        (How.LINK, "c"),
    ]


def test_links_to_one_item_of_a_third_document_align_two_plans() -> None:
    above = plan("tinh-1: Đường truyền | t/nv-1", "tinh-2: Tập huấn | t/nv-2", name="tinh")
    below = plan("xa-1: Mạng nội bộ | t/nv-1", "xa-2: Wifi công cộng | t/nv-1")
    assert answers(above, below) == {"tinh-1": ("xa-1", "xa-2"), "tinh-2": ()}
    assert match_of(above, below, "tinh-1").how is How.SHARED


def test_a_link_of_the_side_above_aligns_as_well() -> None:
    above = plan("a: Đường truyền | duoi/b", name="tinh")
    assert answers(above, plan("b: Mạng nội bộ")) == {"a": ("b",)}


def test_a_link_to_another_plan_is_no_link_to_this_one() -> None:
    above = framework("x: Trồng cây")
    assert answers(above, plan("b: Họp thôn | kk/x")) == {"x": ()}
