"""A plan out of a framework: complete, at its level, without errors, rendered at once."""

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.compare.verdict import Verdict, compare_with_framework
from kehoach.document import render_docx
from kehoach.drafting.commune import find_places
from kehoach.drafting.draft import Draft, count_blanks
from kehoach.drafting.new_plan import draft_plan
from kehoach.model.administrative import units
from kehoach.model.framework import Framework
from kehoach.model.library import Library
from kehoach.model.plan import Plan
from kehoach.rules.checking import check_plan
from kehoach.rules.finding import Level

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 8, 1)
Reread = Callable[[Draft], Plan]


def draft(
    name: str, profile: str, framework: Framework, project: Path = ROOT, *, encouraged: bool = False
) -> Draft:
    place = find_places(name, "", TODAY)[0]
    return draft_plan(place, profile, framework, project, encouraged=encouraged)


def assert_sound(plan: Plan, framework: Framework) -> None:
    findings = check_plan(plan, Library(ROOT).framework).certain
    assert [one for one in findings if one.rule.level is not Level.NOTE] == []
    items = compare_with_framework(plan, framework).items
    assert {item.verdict for item in items if item.binds} == {Verdict.EQUAL}
    assert sum(item.binds for item in items) == 28
    assert not [item for item in items if item.verdict is Verdict.EXTRA]


@pytest.mark.parametrize("profile", ["nd30", "hd05"])
@pytest.mark.parametrize("name", ["xã Hướng Phùng", "phường Hải Dương", "đặc khu Phú Quý"])
def test_a_plan_of_every_level_and_profile_is_sound_and_renders(
    name: str, profile: str, central: Framework, reread: Reread
) -> None:
    made = draft(name, profile, central)
    plan = reread(made)
    assert_sound(plan, central)
    assert count_blanks(made.value) > 10
    assert plan.document.is_draft
    assert len(render_docx(plan, ROOT)) > 5000


def test_thirty_communes_of_the_list_are_sound(central: Framework, reread: Reread) -> None:
    communes = [unit for unit in units(on=TODAY) if unit.province_code]
    for unit in random.Random(2026).sample(communes, 30):  # noqa: S311  a sample, no secret
        (place,) = find_places(unit.code, "", TODAY)
        profile = "hd05" if unit.code[-1] in "02468" else "nd30"
        plan = reread(draft_plan(place, profile, central, ROOT))
        assert_sound(plan, central)
        assert plan.commune.code == unit.code


@pytest.mark.parametrize("name", ["xã Hướng Phùng", "phường Hải Dương"])
def test_what_is_encouraged_comes_when_asked(name: str, central: Framework, reread: Reread) -> None:
    plan = reread(draft(name, "nd30", central, encouraged=True))
    items = compare_with_framework(plan, central).items
    assert {item.verdict for item in items} == {Verdict.EQUAL}
    served = {code for task in plan.tasks() for code in task.serves}
    assert {"csdl-12", "csdl-can-bo"} <= served


def test_what_is_only_encouraged_is_named_in_a_comment(central: Framework) -> None:
    comments = draft("xã Hướng Phùng", "nd30", central).comments
    assert any("- csdl-12: " in text and "--all" in text for text in comments.values())


def test_the_header_of_a_committee(central: Framework, reread: Reread) -> None:
    document = reread(draft("phường Hải Dương", "nd30", central)).document
    assert (document.issuer, document.parent_issuer) == ("Ủy ban nhân dân phường Hải Dương", "")
    assert (document.symbol, document.number, document.date) == ("KH-UBND", "", None)
    assert (document.signer.on_behalf, document.signer.name) == ("Ủy ban nhân dân", "[họ tên]")
    assert document.recipients[0] == "Ủy ban nhân dân thành phố Hải Phòng (b/c)"
    assert document.recipients[-1] == "Lưu: VT"
    assert document.subject.startswith("Thực hiện Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban")
    assert document.subject.endswith("trên địa bàn phường Hải Dương")


def test_the_header_of_a_party_body(central: Framework, reread: Reread) -> None:
    document = reread(draft("xã Hướng Phùng", "hd05", central)).document
    assert document.issuer == "Đảng ủy xã Hướng Phùng"
    assert document.parent_issuer == "Đảng bộ tỉnh Quảng Trị"
    assert document.symbol == "KH/ĐU"
    assert document.recipients[-1] == "Lưu Văn phòng Đảng ủy"


@pytest.mark.parametrize(
    ("name", "profile", "locality"),
    [
        ("xã Hướng Phùng", "nd30", "Hướng Phùng"),
        ("phường 1 Bảo Lộc", "nd30", "Phường 1 Bảo Lộc"),
        ("phường Láng", "nd30", "Láng"),
        ("phường Láng", "hd05", "Phường Láng"),
        ("đặc khu Phú Quý", "hd05", "Phú Quý"),
    ],
)
def test_the_place_name_has_its_level_where_the_form_wants_it(
    name: str, profile: str, locality: str, central: Framework
) -> None:
    assert draft(name, profile, central).value["van_ban"]["dia_danh"] == locality


@pytest.mark.parametrize(
    ("name", "profile", "there", "absent"),
    [
        ("xã Hướng Phùng", "nd30", "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("đặc khu Phú Quý", "nd30", "Công an đặc khu", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("phường Hải Dương", "nd30", "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế"),
        ("phường Hải Dương", "hd05", "Văn phòng Đảng ủy", "Phòng Văn hóa - Xã hội"),
    ],
)
def test_units_are_those_of_the_level(
    name: str, profile: str, there: str, absent: str, central: Framework, reread: Reread
) -> None:
    plan = reread(draft(name, profile, central))
    names = [unit.name for unit in plan.units]
    assert there in names
    assert absent not in names
    duties = [unit for section in plan.walk() for unit in section.units]
    assert duties == names


def test_a_level_word_of_the_framework_becomes_that_of_the_commune(
    central: Framework, reread: Reread
) -> None:
    tasks = {
        task.code: task.name for task in reread(draft("đặc khu Phú Quý", "nd30", central)).tasks()
    }
    assert tasks["lam-sach-du-lieu"].startswith(
        "Rà soát, làm sạch, cập nhật dữ liệu chuyên ngành tại đặc khu theo"
    )


def test_deadlines_are_the_framework_s_or_inside_its_phase(
    central: Framework, reread: Reread
) -> None:
    plan = reread(draft("xã Hướng Phùng", "nd30", central))
    due = {item.code: item.due and item.due.due for item in plan.items()}
    assert due["so-hoa-luu-tru"] == dt.date(2025, 12, 31)
    assert due["so-hoa-luu-tru-toan-bo"] == dt.date(2026, 12, 31)
    assert due["so-hoa-tai-lieu"] == dt.date(2026, 12, 31)  # of the latest target it serves
    assert {due[task.code] for task in plan.tasks()} <= {
        dt.date(2025, 12, 31),
        dt.date(2026, 12, 31),
    }
    daily = next(task for task in plan.tasks() if task.code == "van-hanh-dich-vu-cong")
    assert daily.deadline == "thường xuyên, đến hết ngày 31/12/2025"


def test_a_framework_of_the_project(hundred_days: Framework, project: Path, reread: Reread) -> None:
    plan = reread(draft("xã Hướng Phùng", "nd30", hundred_days, project))
    assert plan.frameworks == ("05-thu",)
    targets = {target.code: target for target in plan.targets()}
    assert list(targets) == ["ho-so-truc-tuyen", "lam-sach-12-csdl"]
    assert targets["lam-sach-12-csdl"].deadline == "30/11/2026"  # of its phase
    groups = [s.heading for s in plan.walk() if s.tasks]
    assert groups == ["Dữ liệu số", "Nguồn nhân lực", "Chỉ đạo, điều hành"]
    tasks = {task.code: task for task in plan.tasks()}
    assert tasks["so-tay-nghi"].leads == ("[đơn vị chủ trì]",)
    assert tasks["so-tay-nghi"].deliverable == "[sản phẩm]"
    assert tasks["so-tay-nghi"].deadline == "30/11/2026"
    assert tasks["lam-sach-du-lieu"].serves == ("lam-sach-12-csdl",)
    assert tasks["lam-sach-du-lieu"].name == "Làm sạch dữ liệu tại xã, phục vụ xã hội số"
    assert tasks["thiet-bi"].deadline == "30/9/2026"
    assert tasks["thiet-bi"].deliverable == "Báo cáo nhu cầu"
    assert tasks["thiet-bi"].leads == (
        "Trung tâm Phục vụ hành chính công",
    )  # by a word in its name
    binding = [i for i in compare_with_framework(plan, hundred_days).items if i.binds]
    assert {item.verdict for item in binding} == {Verdict.EQUAL}


@pytest.mark.parametrize("encouraged", [False, True], ids=["bound", "all"])
@pytest.mark.parametrize("profile", ["nd30", "hd05"])
@pytest.mark.parametrize("name", ["xã Diên Khánh", "phường Nha Trang"])
@pytest.mark.parametrize(
    ("code", "items"), [("05-kh-bcdtw", (8, 34)), ("khanh-hoa-11-kh-bcd", (9, 42))]
)
def test_any_framework_gives_a_sound_plan(
    code: str, items: tuple[int, int], name: str, profile: str, *, encouraged: bool, reread: Reread
) -> None:
    framework = Library(ROOT).framework(code)
    assert framework is not None
    plan = reread(draft(name, profile, framework, encouraged=encouraged))
    findings = check_plan(plan, Library(ROOT).framework).certain
    assert [one for one in findings if one.rule.level is not Level.NOTE] == []
    assert len(list(plan.items())) == items[encouraged]
    compared = compare_with_framework(plan, framework).items
    assert {item.verdict for item in compared if item.binds} == {Verdict.EQUAL}
    assert "  " not in plan.document.subject
    assert " ," not in str(plan.opening)
    assert len(render_docx(plan, ROOT)) > 5000
