"""The outline of a new plan: headings and words of ``templates/van-ban/dan-y.yaml``, filled.

A section of the outline names in ``chen`` what is put into it: the phases, targets or tasks of the
framework, or the duties of the units.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from kehoach.drafting.customs import Customs
from kehoach.drafting.draft import DEADLINE_BLANK, Draft, Values
from kehoach.drafting.filling import fill, read_template
from kehoach.drafting.items import framework_end, target_values, task_values, wanted, write_day
from kehoach.language.fold import fold
from kehoach.model.framework import Binding, Framework
from kehoach.model.plan import Target, Task
from kehoach.model.texts import citation_text
from kehoach.source.place import Path

TEMPLATE = "van-ban/dan-y.yaml"
SCHEMA = "dan-y"
_OTHER_GROUP = "Nhiệm vụ khác"
_ENCOURAGED = "Khung còn khuyến khích, chưa đưa vào (kehoach new --all thì đưa vào):"


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into the sections: the framework, the customs, and whether all is wanted."""

    framework: Framework
    customs: Customs
    encouraged: bool

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets that the plan takes over."""
        return tuple(
            one
            for one in self.framework.targets
            if wanted(self.framework, one.code, encouraged=self.encouraged)
        )

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks that the plan takes over."""
        return tuple(
            one
            for one in self.framework.tasks
            if wanted(self.framework, one.code, encouraged=self.encouraged)
        )


def read_outline(framework: Framework, customs: Customs, project: FilePath) -> Values:
    """Return the outline with the words of *framework* and *customs* in it.

    Raises `SourceError` where the template of *project* is wrong.
    """
    source = read_template(TEMPLATE, SCHEMA, project)
    outline: Values = fill(source, source.value, customs.words | _words(framework))
    return outline


def write_sections(outline: Values, contents: Contents, draft: Draft) -> list[Values]:
    """Return the sections of *outline* with *contents* in them; comments go to *draft*."""
    return _sections(outline["noi_dung"], contents, draft, ("noi_dung",))


def other_group(nodes: Sequence[Values]) -> str:
    """Return the heading that *nodes* of an outline have for tasks without a group."""
    found = (node.get("nhom_con_lai") or other_group(node.get("muc", ())) for node in nodes)
    return next((str(heading) for heading in found if heading), "")


def group_tasks(tasks: Sequence[Task], framework: Framework) -> dict[str, list[Task]]:
    """Return *tasks* by the code of their group, in the framework's order, "" last."""
    groups: dict[str, list[Task]] = {code: [] for code in (*framework.groups, "")}
    for task in tasks:
        group = framework.terms[task.code].group
        groups[group if group in groups else ""].append(task)
    return {code: found for code, found in groups.items() if found}


def _words(framework: Framework) -> dict[str, str]:
    document = framework.document
    end = framework_end(framework)
    title = document.title
    about = title if fold(title).startswith("về ") or not title else f"về {title}"
    return {
        "ke_hoach": citation_text(document._replace(issuer="", title="")),
        "co_quan_khung": document.issuer or "cấp trên",
        "ve_viec": about,
        "han_khung": write_day(end) if end else DEADLINE_BLANK,
    }


def _sections(nodes: list[Values], contents: Contents, draft: Draft, path: Path) -> list[Values]:
    return [_section(node, contents, draft, (*path, i)) for i, node in enumerate(nodes)]


def _section(node: Values, contents: Contents, draft: Draft, path: Path) -> Values:
    section: Values = {"de_muc": node["de_muc"]}
    prose: list[Any] = list(node.get("doan", ()))
    inner: list[Values] = []
    match node.get("chen"):
        case "giai_doan":
            phases = _phases(contents.framework)
            prose += [phases] if phases else []
        case "chi_tieu":
            section["chi_tieu"] = [
                target_values(target, contents.framework, contents.customs)
                for target in contents.targets
            ]
            _name_encouraged(contents, draft, path)
        case "nhiem_vu":
            draft.comment(
                path, "Chủ trì, phối hợp, sản phẩm là gợi ý: sửa theo phân công của mình."
            )
            inner = _task_sections(node, contents)
        case "don_vi":
            common = node.get("moi_don_vi", ())
            inner = [_duties(unit.name, (*unit.duties, *common)) for unit in contents.customs.units]
    if prose:
        section["doan"] = prose
    inner += _sections(node.get("muc", []), contents, draft, (*path, "muc"))
    if inner:
        section["muc"] = inner
    order = ("de_muc", "don_vi", "doan", "chi_tieu", "nhiem_vu", "muc")
    return {key: section[key] for key in order if section.get(key)}


def _task_sections(node: Values, contents: Contents) -> list[Values]:
    framework = contents.framework
    targets = {target.code for target in contents.targets}
    other = other_group([node])
    return [
        {
            "de_muc": framework.groups.get(group) or other or _OTHER_GROUP,
            "nhiem_vu": [task_values(one, framework, contents.customs, targets) for one in tasks],
        }
        for group, tasks in group_tasks(contents.tasks, framework).items()
    ]


def _duties(name: str, duties: Sequence[str]) -> Values:
    return {"de_muc": name, "don_vi": [name], "doan": [list(duties)]}


def _phases(framework: Framework) -> list[str]:
    lines = []
    for phase in framework.phases:
        start = phase.start.date() if phase.start else None
        end = phase.end.date() if phase.end else None
        days = " ".join(
            (f"từ {write_day(start)}" if start else "", f"đến {write_day(end)}" if end else "")
        ).strip()
        name = f"{phase.name} ({days})" if days else phase.name
        lines.append(f"{name}: {phase.content}." if phase.content else f"{name}.")
    return lines


def _name_encouraged(contents: Contents, draft: Draft, path: Path) -> None:
    if contents.encouraged:
        return
    framework = contents.framework
    left = [
        f"- {item.code}: {item.content if isinstance(item, Target) else item.title}"
        for item in framework.items()
        if framework.terms[item.code].binding is Binding.ENCOURAGED
    ]
    if left:
        draft.comment((*path, "chi_tieu"), "\n".join((_ENCOURAGED, *left)))
