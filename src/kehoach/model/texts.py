"""Every text that a plan's document states, with its path."""

from collections.abc import Iterator

from kehoach.model.plan import Citation, Plan, Prose, Section, Target, Task
from kehoach.source.place import Path

Located = Iterator[tuple[Path, str]]


def plan_texts(plan: Plan) -> Located:
    """Yield (path, text) of all that the document prints, in the order of reading.

    Codes, links and names of declared units are not printed and not here.
    """
    yield ("van_ban", "trich_yeu"), plan.document.subject
    for basis in plan.bases:
        yield from _citation(basis)
    yield from _prose(plan.opening, ("mo_dau",))
    for section in plan.sections:
        yield from _section(section)
    yield from _prose(plan.closing, ("ket_thuc",))
    for annex in plan.annexes:
        yield from _section(annex)


def citation_text(citation: Citation) -> str:
    """Return a citation as one sentence: type, symbol, date, issuer, title."""
    if citation.text:
        return citation.text
    parts = [citation.type_name]
    if citation.symbol:
        parts.append(f"số {citation.symbol}")
    if citation.date:
        date = citation.date
        day = f"{date.day:02}/" if date.day else ""
        month = f"{date.month:02}" if date.month <= _PADDED_MONTHS else str(date.month)
        parts.append(f"ngày {day}{month}/{date.year}")
    if citation.issuer:
        parts.append(f"của {citation.issuer}")
    if citation.title:
        parts.append(citation.title)
    return " ".join(parts)


# NĐ 30/2020/NĐ-CP, phụ lục I, II.4.b: days below 10 and the months 1 and 2 have a zero before them.
_PADDED_MONTHS = 2


def _citation(citation: Citation) -> Located:
    yield citation.path, citation_text(citation)


def _prose(prose: Prose, path: Path) -> Located:
    for i, paragraph in enumerate(prose):
        here = (*path, i)
        if isinstance(paragraph, str):
            yield here, paragraph
        else:
            yield from _prose(paragraph, here)


def _section(section: Section) -> Located:
    heading = "ten" if section.path[0] == "phu_luc" and len(section.path) == 2 else "de_muc"  # noqa: PLR2004  an annex is ("phu_luc", i)
    yield from _field(section.path, heading, section.heading)
    for basis in section.bases:
        yield from _citation(basis)
    yield from _prose(section.prose, (*section.path, "doan"))
    for target in section.targets:
        yield from _target(target)
    for task in section.tasks:
        yield from _task(task)
    for child in section.sections:
        yield from _section(child)
    yield from _field(section.path, "ghi_chu", section.remark)


def _target(target: Target) -> Located:
    yield from _field(target.path, "noi_dung", target.content)
    yield from _field(target.path, "muc_dat", target.figure)
    yield from _field(target.path, "tu_ngay", target.since)
    yield from _field(target.path, "han", target.deadline)
    yield from _field(target.path, "pham_vi", target.scope)
    yield from _field(target.path, "ngoai_tru", target.exclusion)
    yield from _field(target.path, "ghi_chu", target.remark)
    for child in target.targets:
        yield from _target(child)


def _task(task: Task) -> Located:
    yield from _field(task.path, "ten", task.name)
    yield from _prose(task.content, (*task.path, "noi_dung"))
    yield from _field(task.path, "thoi_han", task.deadline)
    yield from _field(task.path, "san_pham", task.deliverable)
    yield from _field(task.path, "ghi_chu", task.remark)
    for child in task.tasks:
        yield from _task(child)


def _field(path: Path, key: str, text: str) -> Located:
    if text:
        yield (*path, key), text
