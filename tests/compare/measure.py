"""How well plans align without links: plans with links and codes taken away.

Run as a script it prints the table of ``docs/so-sanh.md``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kehoach.cli.files import expand
from kehoach.compare.alignment import Aligner
from kehoach.compare.party import Party, party_of_framework, party_of_plan
from kehoach.model.framework import Framework
from kehoach.model.library import Library
from kehoach.model.plan import Plan, Section, Target, Task
from kehoach.model.reading import read_plan
from kehoach.source.tree import load

ROOT = Path(__file__).parents[2]


def without_links(plan: Plan) -> Plan:
    """Return *plan* as an import gives it: no links, and codes that say nothing."""

    def target(item: Target) -> Target:
        inner = tuple(map(target, item.targets))
        return item._replace(links=(), code=f"x-{item.code}", targets=inner)

    def task(item: Task) -> Task:
        return item._replace(links=(), code=f"x-{item.code}", tasks=tuple(map(task, item.tasks)))

    def section(part: Section) -> Section:
        return part._replace(
            targets=tuple(map(target, part.targets)),
            tasks=tuple(map(task, part.tasks)),
            sections=tuple(map(section, part.sections)),
        )

    return replace(
        plan,
        sections=tuple(map(section, plan.sections)),
        annexes=tuple(map(section, plan.annexes)),
    )


def party_without_links(framework: Framework) -> Party:
    """Return *framework* as a side whose items have no links and codes that say nothing."""
    party = party_of_framework(framework)
    return replace(
        party,
        targets=tuple(i._replace(links=(), code=f"x-{i.code}") for i in party.targets),
        tasks=tuple(i._replace(links=(), code=f"x-{i.code}") for i in party.tasks),
    )


def measure() -> Iterator[tuple[str, Counter[str]]]:
    """Yield each plan with its links, pairs that count, those right, and doubtful ones right.

    Last comes the plan of a province, a framework itself, against the central one.
    """
    library = Library(ROOT)
    above = _framework(library, "02-kh-bcdtw")
    for file in (file for file, _ in expand([ROOT / "plans"])):
        plan = read_plan(load(file))
        yield plan.name, _count(above, party_of_plan(without_links(plan)), plan.items())
    province = _framework(library, "khanh-hoa-11-kh-bcd")
    items: tuple[Target | Task, ...] = (*province.targets, *province.tasks)
    bare = party_without_links(province)
    yield province.code, _count(_framework(library, "05-kh-bcdtw"), bare, items)


def _framework(library: Library, code: str) -> Framework:
    framework = library.framework(code)
    assert framework is not None
    return framework


def _count(above: Framework, below: Party, linked: Iterable[Target | Task]) -> Counter[str]:
    links = {
        (link.partition("/")[2], f"x-{item.code}")
        for item in linked
        for link in item.links
        if link.startswith(f"{above.code}/")
    }
    counts = Counter(links=len({code for code, _ in links}))
    for match in Aligner(party_of_framework(above)).align(below).matches:
        for item in match.below:
            right = (match.above.code, item.code) in links
            kind = "sure" if match.sure else "doubtful"
            counts[kind] += 1
            counts[f"{kind} right"] += right
    return counts


def table() -> Iterator[str]:
    """Yield the table in Markdown."""
    heads = "kế hoạch|mục có liên kết|ghép được|đúng|độ chính xác|độ phủ|nghi vấn|đúng"
    yield f"| {' | '.join(heads.split('|'))} |"
    yield "|---|---|---|---|---|---|---|---|"
    total = Counter[str]()
    for name, counts in measure():
        total += counts
        yield _row(name, counts)
    yield _row("cộng", total)


def _row(name: str, counts: Counter[str]) -> str:
    right, sure, links = counts["sure right"], counts["sure"], counts["links"]
    precision = f"{right / sure:.2f}" if sure else "-"
    recall = f"{right / links:.2f}" if links else "-"
    doubtful = f"{counts['doubtful']} | {counts['doubtful right']}"
    return f"| {name} | {links} | {sure} | {right} | {precision} | {recall} | {doubtful} |"


if __name__ == "__main__":
    print("\n".join(table()))  # noqa: T201  what the script is for
