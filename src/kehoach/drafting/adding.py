"""What a framework asks and an older plan lacks, put where the plan has its like."""

from collections.abc import Iterator
from itertools import chain

from kehoach.drafting.draft import Values, texts
from kehoach.drafting.items import target_values, task_values
from kehoach.drafting.new_plan import unit_values
from kehoach.drafting.outline import group_tasks, other_group
from kehoach.drafting.redrafting import Redrafting, linked_codes, own_links
from kehoach.drafting.walking import TARGETS, TASKS, Found, items_of, walk_items, walk_sections
from kehoach.language.fold import fold
from kehoach.language.unit import UnitNames, is_generic
from kehoach.model.plan import Plan, Task
from kehoach.source.place import Path

_TOP = 2  # steps of the path of a section that is in no other
_LIKE = 80.0  # likeness (0 to 100) from which an added item may repeat one of the plan


def make_room(work: Redrafting) -> None:
    """Give the plan a section for targets and one for tasks where it has none, as the outline does.

    This comes before any comment in the tree, as it moves the sections behind.
    """
    sections: list[Values] = work.value["noi_dung"]
    for kind, wanted in ((TARGETS, work.contents.targets), (TASKS, work.contents.tasks)):
        if not wanted or any(_holders(work, kind)):
            continue
        heading = _heading(work.outline["noi_dung"], kind)
        word = fold(heading.partition(",")[0])
        named = [one for one in sections if fold(one.get("de_muc") or "").startswith(word)]
        if named:
            named[0].setdefault(kind, [])
            continue
        tops = [path[1] for path, _ in _holders(work, TARGETS) if path[0] == "noi_dung"]
        index = int(max(tops, default=0)) + 1
        sections.insert(index, {"de_muc": heading, kind: []})


def _heading(nodes: list[Values], kind: str) -> str:
    """Return the heading of the top section of an outline that takes the items of *kind*."""
    for node in nodes:
        if node.get("chen") == kind or _heading(node.get("muc", []), kind):
            return str(node["de_muc"])
    return ""


def add_missing(work: Redrafting, plan: Plan) -> None:
    """Append what the draft lacks; its units are written as *plan*, the older one, names them."""
    contents, framework = work.contents, work.framework
    names = UnitNames(
        ((unit.name, unit.abbreviation, unit.writings) for unit in plan.units),
        commune=plan.commune.name,
    )
    answered = linked_codes(work)
    for target in contents.targets:
        if target.code in answered:
            continue
        values = target_values(target, framework, contents.customs)
        _append(work, _section_of_targets(work), TARGETS, values)
    codes = {
        code: item["ma"]
        for _, item in walk_items(work.value, TARGETS)
        for code in own_links(framework, item)
    }
    missing = [task for task in contents.tasks if task.code not in answered]
    for task in chain.from_iterable(group_tasks(missing, framework).values()):
        values = task_values(task, framework, contents.customs, codes)
        if "phuc_vu" in values:  # a target of the plan may have another code
            values["phuc_vu"] = [codes[code] for code in values["phuc_vu"]]
        _declare(work, names, values)
        _append(work, _section_of_task(work, task), TASKS, values)


def _append(work: Redrafting, section: Found, kind: str, values: Values) -> None:
    path, owner = section
    like = _likest(work, kind, str(values.get("ten") or values.get("noi_dung") or ""))
    taken = {item["ma"] for one in (TARGETS, TASKS) for _, item in walk_items(work.value, one)}
    name, number = values["ma"], 2
    while values["ma"] in taken:
        values["ma"] = f"{name}-{number}"
        number += 1
    items = owner.setdefault(kind, [])
    items.append(values)
    said = "Thêm: khung có, kế hoạch cũ chưa có."
    if like:
        said += f" Có thể trùng với mục “{like}”: gộp hai mục hoặc bỏ một."
    work.draft.comment((*path, kind, len(items) - 1), said)
    work.added.append(name)
    if "muc" in owner:  # texts and items stand before the sections of a section
        owner["muc"] = owner.pop("muc")


def _likest(work: Redrafting, kind: str, words: str) -> str:
    """Return the code of the unlinked item that most resembles *words*, or an empty text."""
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415  needed only when items are added

    scores = [
        (token_set_ratio(fold(words), fold(_title(item))), item["ma"])
        for _, item in walk_items(work.value, kind)
        if not item.get("khung")
    ]
    score, code = max(scores, default=(0.0, ""))
    return code if score >= _LIKE else ""


def _title(item: Values) -> str:
    first = next((text for _, text in texts(item.get("noi_dung"))), "")
    return str(item.get("ten") or first)


def _section_of_targets(work: Redrafting) -> Found:
    """Return the section with the most targets, the first of those."""
    found = list(_holders(work, TARGETS))
    return max(found, key=lambda one: _size(one, TARGETS))


def _section_of_task(work: Redrafting, task: Task) -> Found:
    """Return the section that has the tasks of the group of *task*, or a new one beside these."""
    framework = work.framework
    group = framework.terms[task.code].group
    counts = [
        (found, sum(_group_of(work, item) == group for _, item in items_of(found[1], TASKS, ())))
        for found in _holders(work, TASKS)
    ]
    best, count = max(counts, key=lambda one: one[1])
    if count:
        return best
    path, largest = max(_holders(work, TASKS), key=lambda one: _size(one, TASKS))
    if len(path) > _TOP:
        path, largest = _at(work, path[:-2])
    elif largest.get(TASKS):
        return path, largest
    heading = framework.groups.get(group) or other_group(work.outline["noi_dung"]) or group
    sections = largest.setdefault("muc", [])
    names = [fold(section.get("de_muc") or "") for section in sections]
    if fold(heading) not in names:
        names.append(fold(heading))
        sections.append({"de_muc": heading, TASKS: []})
    index = names.index(fold(heading))
    return (*path, "muc", index), sections[index]


def _holders(work: Redrafting, kind: str) -> Iterator[Found]:
    """Yield the sections that hold items of *kind*; those of the duties of a unit do not count."""
    for path, section in walk_sections(work.value):
        if kind in section and not section.get("don_vi"):
            yield path, section


def _size(found: Found, kind: str) -> int:
    return sum(1 for _ in items_of(found[1], kind, ()))


def _group_of(work: Redrafting, item: Values) -> str | None:
    """Return the group of what *item* is linked to; None where it is not linked."""
    codes = own_links(work.framework, item)
    return work.framework.terms[codes[0]].group if codes else None


def _at(work: Redrafting, path: Path) -> Found:
    return next(found for found in walk_sections(work.value) if found[0] == path)


def _declare(work: Redrafting, names: UnitNames, values: Values) -> None:
    """Write the units of a task as the plan names them; declare those that it lacks."""
    declared = work.value.get("don_vi_thuc_hien")
    if not declared:
        return
    units = {unit.name: unit for unit in work.contents.customs.units}
    for key in ("chu_tri", "phoi_hop"):
        if key not in values:
            continue
        values[key] = [names.find(name) or name for name in values[key]]
        for name in values[key]:
            known = names.find(name) or any(one["ten"] == name for one in declared)
            if not known and name in units and not is_generic(name):
                declared.append(unit_values(units[name]))
