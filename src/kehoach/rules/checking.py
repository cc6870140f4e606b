"""Rules run over a plan: found in this folder, loaded once, acceptances taken off."""

import importlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol, cast

from kehoach.model.framework import Framework
from kehoach.model.plan import Acceptance, Plan
from kehoach.rules import kh105_chap_nhan_thua
from kehoach.rules.context import Context
from kehoach.rules.finding import CERTAIN, Finding, Rule, RuleFinding
from kehoach.rules.registry import rule_files
from kehoach.rules.selection import EVERYTHING, Selection


class RuleModule(Protocol):
    """A file of this folder that holds a rule."""

    META: Rule
    __doc__: str
    __file__: str

    def check(self, context: Context) -> Iterator[Finding]:
        """Yield what is wrong."""


@lru_cache
def rules_of(selection: Selection = EVERYTHING) -> tuple[RuleModule, ...]:
    """Return the modules of the rules in *selection* by code; the others are not loaded."""
    modules = [
        importlib.import_module(f"kehoach.rules.{module}")
        for module, (code, name) in rule_files().items()
        if selection.covers(code, name)
    ]
    return cast("tuple[RuleModule, ...]", tuple(modules))


class CheckedPlan(NamedTuple):
    """What came of checking a plan: findings that stand, and those accepted, each with why."""

    findings: tuple[RuleFinding, ...]
    accepted: tuple[tuple[RuleFinding, str], ...]

    @property
    def certain(self) -> tuple[RuleFinding, ...]:
        """The findings that are shown without being asked for."""
        return tuple(one for one in self.findings if one.finding.confidence >= CERTAIN)


def check_plan(
    plan: Plan,
    find_framework: Callable[[str], Framework | None],
    selection: Selection = EVERYTHING,
) -> CheckedPlan:
    """Run the rules of *selection* over *plan*, in the order of their codes."""
    context = Context(plan, find_framework)
    modules = rules_of(selection)
    standing: list[RuleFinding] = []
    accepted: list[tuple[RuleFinding, str]] = []
    used: set[Acceptance] = set()
    acceptances: dict[str, list[Acceptance]] = {}
    for acceptance in plan.acceptances:
        acceptances.setdefault(acceptance.code, []).append(acceptance)
    for module in modules:
        by_code = acceptances.get(module.META.code, ())
        for finding in module.check(context):
            one = RuleFinding(module.META, finding)
            by = next((a for a in by_code if finding.path[: len(a.at)] == a.at), None)
            if by is None:
                standing.append(one)
            else:
                accepted.append((one, by.reason))
                used.add(by)
    ran = {module.META.code for module in modules}
    if kh105_chap_nhan_thua.META.code in ran:
        known = {code for code, _ in rule_files().values()}
        standing.extend(
            RuleFinding(kh105_chap_nhan_thua.META, kh105_chap_nhan_thua.unused(acceptance))
            for acceptance in plan.acceptances
            if acceptance not in used
            and (
                acceptance.code in ran
                or (acceptance.code[:2] == "KH" and acceptance.code not in known)
            )
        )
    return CheckedPlan(tuple(standing), tuple(accepted))
