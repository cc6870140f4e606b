"""The facts of a plan that its printed document states, in the order of reading."""

from collections.abc import Iterator
from typing import Any

from kehoach.document.punctuation import open_end, upper_first
from kehoach.model.outline import numbers
from kehoach.model.plan import Citation, Plan, Prose, Section, Target, Task
from kehoach.model.texts import citation_text
from kehoach.source.place import Path

Fact = tuple[Any, ...]
Printed = dict[Path, str]


def facts(plan: Plan) -> list[Fact]:
    """Return what the document of *plan* states.

    Not compared, because the page does not show it: the letter case of what is printed in capitals
    and of the first letter of a value inside a sentence, punctuation at the end of a text, the word
    "về" before the title of a basis, sections without heading (what they hold counts as standing
    in the section around them).
    """
    return list(_document(plan))


def _document(plan: Plan) -> Iterator[Fact]:
    printed = numbers(plan)
    document = plan.document
    number, date = document.number, document.date
    if document.is_draft:  # given when the document is signed
        number, date = "", None
    yield "thể thức", document.profile, document.status
    yield "tên loại", document.type_name.lower(), document.subject.rstrip(". ").lower()
    yield "cơ quan", document.parent_issuer.lower(), document.issuer.lower()
    yield "số", number, document.symbol
    yield "nơi và ngày", document.place, date
    signer = document.signer
    yield "người ký", *(
        text.lower()
        for text in (
            signer.on_behalf, signer.for_head, signer.by_order, signer.by_mandate, signer.title,
            signer.also, signer.name,
        )
    )  # fmt: skip
    yield "nơi nhận", *map(open_end, document.recipients)
    yield from _bases(plan.bases)
    yield from _prose("mở đầu", plan.opening)
    for section in plan.sections:
        yield from _section(section, 1, printed)
    yield from _prose("kết thúc", plan.closing)
    for annex in plan.annexes:
        yield from _section(annex, 1, printed)


def _section(section: Section, level: int, printed: Printed) -> Iterator[Fact]:
    if section.heading:
        number = printed.get(section.path, "")
        yield "đề mục", level, number, section.heading.lower(), tuple(map(str.lower, section.units))
        level += 1
    yield from _bases(section.bases)
    yield from _prose("đoạn", section.prose)
    for target in section.targets:
        yield from _target(target, 1, printed)
    for task in section.tasks:
        yield from _task(task, level, printed)
    for inner in section.sections:
        yield from _section(inner, level, printed)


def _target(target: Target, level: int, printed: Printed) -> Iterator[Fact]:
    yield (
        "chỉ tiêu", level, printed.get(target.path, ""), open_end(target.content),
        _value(target.figure),
        _value(target.since), _value(target.deadline), _value(target.scope),
        _value(target.exclusion), target.leads, target.cooperating,
    )  # fmt: skip
    for inner in target.targets:
        yield from _target(inner, level + 1, printed)


def _task(task: Task, level: int, printed: Printed) -> Iterator[Fact]:
    yield (
        "nhiệm vụ", level, printed.get(task.path, ""), open_end(task.name),
        task.leads, task.cooperating,
        _value(task.deadline), _value(task.deliverable),
    )  # fmt: skip
    yield from _prose("nội dung", task.content)
    for inner in task.tasks:
        yield from _task(inner, level + 1, printed)


def _bases(bases: tuple[Citation, ...]) -> Iterator[Fact]:
    for basis in bases:
        text = open_end(citation_text(basis)).removeprefix("Căn cứ ")
        yield "căn cứ", text.replace(" về ", " ").replace(",", "").lower()


def _prose(kind: str, prose: Prose, level: int = 0) -> Iterator[Fact]:
    for paragraph in prose:
        if isinstance(paragraph, str):
            yield kind, level, open_end(paragraph)
        else:
            yield from _prose(kind, paragraph, level + 1)


def _value(text: str) -> str:
    return upper_first(open_end(text))
