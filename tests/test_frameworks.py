"""The frameworks that come with the program: what they hold, and how they hang together."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from kehoach.compare.alignment import Aligner, How
from kehoach.compare.party import party_of_framework
from kehoach.compare.verdict import Verdict, compare
from kehoach.language.fold import fold
from kehoach.model.framework import Binding, Framework
from kehoach.model.library import Library
from kehoach.model.plan import Task
from kehoach.model.reading import read_framework
from kehoach.rules.framework_checking import check_framework
from kehoach.source.place import SourceError
from kehoach.source.tree import parse

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT.parent / "shared" / "reference" / "khung-05-kh-bcdtw.md"
LIBRARY = Library(ROOT)

CENTRAL, PROVINCE = "05-kh-bcdtw", "khanh-hoa-11-kh-bcd"
_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?")
_STRENGTH = {Binding.REQUIRED: 2, Binding.ENCOURAGED: 1, Binding.NOT_APPLICABLE: 0}


def framework(code: str) -> Framework:
    found = LIBRARY.framework(code)
    assert found is not None
    return found


def numbers(task: Task) -> list[int]:
    """Return the numbers of the central tasks that *task* carries out."""
    return [int(link.removeprefix(f"{CENTRAL}/nv-")) for link in task.links]


@pytest.mark.parametrize(("code", "targets", "tasks"), [(CENTRAL, 17, 39), (PROVINCE, 18, 53)])
def test_a_framework_has_all_its_items_and_terms(code: str, targets: int, tasks: int) -> None:
    read = framework(code)
    assert (len(read.targets), len(read.tasks)) == (targets, tasks)
    assert len({item.code for item in read.items()}) == len(read.terms) == targets + tasks
    assert all(target.quantity for target in read.targets)
    assert {term.group for term in read.terms.values()} == set(read.groups)
    assert all(term.sources and term.reason for term in read.terms.values())


@pytest.mark.parametrize("code", sorted(LIBRARY.codes()))
def test_codes_links_and_served_targets_are_there(code: str) -> None:
    assert check_framework(framework(code), LIBRARY.framework) == ()


def test_the_province_carries_out_every_central_task_that_is_known() -> None:
    province, central = framework(PROVINCE), framework(CENTRAL)
    assert province.frameworks == (CENTRAL,)
    linked = {link.partition("/")[2] for item in province.items() for link in item.links}
    assert linked == {item.code for item in central.items()}
    known = {1, 4, 8, 14, 18, 26, 27, 28, 29, 34, 38} ^ set(range(1, 51))
    assert {n for task in province.tasks for n in numbers(task)} == known


def test_a_central_task_binds_communes_as_the_strongest_of_the_province_does() -> None:
    province, central = framework(PROVINCE), framework(CENTRAL)
    for above in central.items():
        below = [one for one in province.items() if f"{CENTRAL}/{above.code}" in one.links]
        strongest = max(_STRENGTH[province.terms[one.code].binding] for one in below)
        assert _STRENGTH[central.terms[above.code].binding] == strongest, above.code


def test_what_is_inferred_says_so_and_names_its_source() -> None:
    assert {term.certainty for term in framework(CENTRAL).terms.values()} == {"suy luận"}
    assert {term.certainty for term in framework(PROVINCE).terms.values()} == {"chắc chắn"}
    assert all(not task.leads and not task.deadline for task in framework(CENTRAL).tasks)


HEAD = """
khung: 1
ma: thu
van_ban: {ten_loai: Kế hoạch}
thuc_hien: [05-kh-bcdtw, khong-co]
chi_tieu:
  - {ma: a, noi_dung: A, cap_xa: bắt buộc, nguon: {tin_cay: suy luận}}
nhiem_vu:
"""
TERMS = "cap_xa: bắt buộc, nguon: {tin_cay: suy luận}"


@pytest.mark.parametrize(
    ("item", "code", "message"),
    [
        ("{ma: b, ten: B, khung: 05-kh-bcdtw/nv-99", "KH102", "không có mục “nv-99”"),
        ("{ma: b, ten: B, khung: [02-kh-bcdtw/csdl-12]", "KH102", "không khai khung đó"),
        ("{ma: b, ten: B, phuc_vu: [c]", "KH103", "chỉ tiêu “c”"),
    ],
    ids=["no such item", "framework not named", "no such target"],
)
def test_a_wrong_framework_is_told(item: str, code: str, message: str) -> None:
    source = parse(f"{HEAD}  - {item}, {TERMS}}}\n", "thu.yaml")
    found = check_framework(read_framework(source), LIBRARY.framework)
    assert [
        (one.rule.code, one.finding.path) for one in found if one.finding.path[0] == "thuc_hien"
    ] == [("KH102", ("thuc_hien", 1))]
    (wrong,) = [one for one in found if one.finding.path[0] == "nhiem_vu"]
    assert wrong.rule.code == code
    assert message in wrong.finding.message
    assert source.place(wrong.finding.path).line == 9


def test_a_framework_with_a_code_twice_is_not_read() -> None:
    source = parse(f"{HEAD}  - {{ma: a, ten: B, {TERMS}}}\n", "thu.yaml")
    with pytest.raises(SourceError, match="mã “a” đã dùng ở dòng 7"):
        read_framework(source)


def test_a_province_answers_the_whole_central_framework_through_its_numbers() -> None:
    """What binds communes says nothing of a province: it is asked for every central item."""
    central = party_of_framework(framework(CENTRAL))
    found = compare(party_of_framework(framework(PROVINCE)), Aligner(central)).items
    asked = [item for item in found if item.above]
    assert len(asked) == 56
    assert all(item.binds and item.how is How.LINK for item in asked)
    assert Counter(item.verdict for item in asked) == {Verdict.EQUAL: 51, Verdict.STRICTER: 5}
    extra = {item.below[0].code for item in found if item.verdict is Verdict.EXTRA}
    assert extra == {item.code for item in framework(PROVINCE).items() if not item.links}


def test_the_province_as_a_plan_is_asked_for_all_and_a_commune_for_what_binds_it() -> None:
    province = party_of_framework(framework(PROVINCE))
    central = Aligner(party_of_framework(framework(CENTRAL)))
    as_plan = replace(
        province, is_framework=False, code="tinh", province="tỉnh Khánh Hòa", terms={}
    )
    whole = compare(as_plan, central)
    assert sum(item.binds for item in whole.items) == 56
    bound = [
        item for item in compare(replace(as_plan, commune="xã A"), central).items if item.binds
    ]
    required = Counter(term.binding for term in framework(CENTRAL).terms.values())
    assert len(bound) == required[Binding.REQUIRED] < 56


needs_reference = pytest.mark.skipif(
    not REFERENCE.is_file(), reason="the reference of the plan is not here"
)


def rows() -> list[list[str]]:
    lines = REFERENCE.read_text(encoding="utf-8").splitlines()
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in lines if line[:1] == "|"
    ]
    return [row for row in cells if row[0].isdigit()]


def words(text: str) -> list[str]:
    """Return the words of names of units, in any order and whatever stands between them."""
    text = text.replace("Sở KHCN", "Sở Khoa học và Công nghệ")
    return sorted(word for word in re.findall(r"\w+", fold(text)) if word != "và")


def written_out(text: str) -> str:
    return fold(
        text.replace("TTHC", "thủ tục hành chính")
        .replace("CSDL", "cơ sở dữ liệu")
        .replace("DVC", "dịch vụ công")
        .replace("CĐS", "chuyển đổi số")
    )


@needs_reference
def test_every_row_of_the_reference_is_a_task_with_its_facts() -> None:
    read, table = framework(PROVINCE), rows()
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    groups = dict(zip(roman, read.groups, strict=True))
    assert [row[0] for row in table] == [task.number for task in read.tasks]
    for row, task in zip(table, read.tasks, strict=True):
        _, group, name, leads, cooperating, product, deadline, above = row
        where = f"task {row[0]}"
        assert read.terms[task.code].group == groups[group], where
        assert task.deadline == deadline, where
        assert words(" ".join(task.leads)) == words(leads), where
        assert words(" ".join(task.cooperating)) == words(cooperating), where
        said = written_out(f"{task.name} {task.deliverable}")
        assert set(_FIGURE.findall(written_out(f"{name} {product}"))) <= set(
            _FIGURE.findall(said)
        ), where
        own = re.sub(r"KH [0-9]+-KH/\w+(?: ngày [0-9/]+)?", "", above)
        assert sorted(map(int, re.findall(r"[0-9]+", own))) == sorted(numbers(task)), where
        for plan in re.findall(r"[0-9]+-KH/\w+(?: ngày [0-9/]+)?", above):
            assert plan in task.remark, where


@needs_reference
def test_every_figure_symbol_and_date_of_the_frameworks_is_in_the_reference() -> None:
    reference = REFERENCE.read_text(encoding="utf-8")
    for code in (CENTRAL, PROVINCE):
        read = framework(code)
        for target in read.targets:
            figure = _FIGURE.findall(target.figure)
            assert figure, target.code
            assert all(one in reference for one in figure), target.code
        for document in (read.document, *read.bases):
            assert document.symbol in reference
            date = document.date
            assert date is not None
            day = re.compile(rf"\b0?{date.day}/0?{date.month}/{date.year}\b")
            assert day.search(reference), document.symbol
    assert framework(PROVINCE).signer in reference


@needs_reference
def test_communes_are_bound_where_the_reference_gives_them_the_lead() -> None:
    read = framework(PROVINCE)
    for row, task in zip(rows(), read.tasks, strict=True):
        binding = read.terms[task.code].binding
        if re.search(r"UBND xã, phường(?! chủ quản)", row[3]):
            assert binding is Binding.REQUIRED, row[0]
        elif re.search(r"UBND xã|[đĐ]ịa phương|đảng ủy trực thuộc", f"{row[3]} {row[4]}"):
            assert binding is not Binding.NOT_APPLICABLE, row[0]
