"""Every text that a plan's document states, with its path."""

from kehoach.model.plan import Citation, Plan, Prose, Section, Target, Task
from kehoach.source.place import Path

Located = list[tuple[Path, str]]


def plan_texts(plan: Plan) -> Located:
    """Return (path, text) of all that the document prints, in the order of reading.

    Codes, links and names of declared units are not printed and not here.
    """
    # Handed through every level below: texts that climb the levels one by one take twice as long.
    found: Located = [(("van_ban", "trich_yeu"), plan.document.subject)]
    for basis in plan.bases:
        found.append((basis.path, citation_text(basis)))
    _add_prose(found, plan.opening, ("mo_dau",))
    for section in plan.sections:
        _add_section(found, section)
    _add_prose(found, plan.closing, ("ket_thuc",))
    for annex in plan.annexes:
        _add_section(found, annex)
    return found


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


def _add_prose(found: Located, prose: Prose, path: Path) -> None:
    for i, paragraph in enumerate(prose):
        if isinstance(paragraph, str):
            found.append(((*path, i), paragraph))
        else:
            _add_prose(found, paragraph, (*path, i))


def _add_section(found: Located, section: Section) -> None:
    path = section.path
    heading = "ten" if path[0] == "phu_luc" and len(path) == 2 else "de_muc"  # noqa: PLR2004  an annex is ("phu_luc", i)
    _add_fields(found, path, (heading, section.heading))
    for basis in section.bases:
        found.append((basis.path, citation_text(basis)))
    _add_prose(found, section.prose, (*path, "doan"))
    for target in section.targets:
        _add_target(found, target)
    for task in section.tasks:
        _add_task(found, task)
    for child in section.sections:
        _add_section(found, child)
    _add_fields(found, path, ("ghi_chu", section.remark))


def _add_target(found: Located, target: Target) -> None:
    _add_fields(
        found,
        target.path,
        ("noi_dung", target.content),
        ("muc_dat", target.figure),
        ("tu_ngay", target.since),
        ("han", target.deadline),
        ("pham_vi", target.scope),
        ("ngoai_tru", target.exclusion),
        ("ghi_chu", target.remark),
    )
    for child in target.targets:
        _add_target(found, child)


def _add_task(found: Located, task: Task) -> None:
    path = task.path
    _add_fields(found, path, ("ten", task.name))
    _add_prose(found, task.content, (*path, "noi_dung"))
    _add_fields(
        found,
        path,
        ("thoi_han", task.deadline),
        ("san_pham", task.deliverable),
        ("ghi_chu", task.remark),
    )
    for child in task.tasks:
        _add_task(found, child)


def _add_fields(found: Located, path: Path, *fields: tuple[str, str]) -> None:
    for key, text in fields:
        if text:
            found.append(((*path, key), text))
