"""How well plans align without links: the five plans with links and codes taken away.

Run as a script it prints the table of ``docs/so-sanh.md``.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kehoach.cli.files import expand
from kehoach.compare.alignment import Aligner
from kehoach.compare.party import party_of_framework, party_of_plan
from kehoach.model.library import Library
from kehoach.model.plan import Plan, Section, Target, Task
from kehoach.model.reading import read_plan
from kehoach.source.tree import load

ROOT = Path(__file__).parents[2]


def without_links(plan: Plan) -> Plan:
    """Return *plan* as an import gives it: no links, and codes that say nothing."""

    def target(item: Target) -> Target:
        inner = tuple(map(target, item.targets))
        return replace(item, links=(), code=f"x-{item.code}", targets=inner)

    def task(item: Task) -> Task:
        return replace(item, links=(), code=f"x-{item.code}", tasks=tuple(map(task, item.tasks)))

    def section(part: Section) -> Section:
        return replace(
            part,
            targets=tuple(map(target, part.targets)),
            tasks=tuple(map(task, part.tasks)),
            sections=tuple(map(section, part.sections)),
        )

    return replace(
        plan,
        sections=tuple(map(section, plan.sections)),
        annexes=tuple(map(section, plan.annexes)),
    )


def measure() -> Iterator[tuple[str, Counter[str]]]:
    """Yield each plan with its links, pairs that count, those right, and doubtful ones right."""
    framework = Library(ROOT).framework("02-kh-bcdtw")
    assert framework is not None
    for file in (file for file, _ in expand([ROOT / "plans"])):
        plan = read_plan(load(file))
        links = {
            (link.partition("/")[2], f"x-{item.code}")
            for item in plan.items()
            for link in item.links
        }
        counts = Counter(links=len({above for above, _ in links}))
        for match in (
            Aligner(party_of_framework(framework)).align(party_of_plan(without_links(plan))).matches
        ):
            for item in match.below:
                right = (match.above.code, item.code) in links
                kind = "sure" if match.sure else "doubtful"
                counts[kind] += 1
                counts[f"{kind} right"] += right
        yield plan.name, counts


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
