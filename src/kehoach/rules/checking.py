"""Rules run over a plan: found in this folder, loaded once, acceptances taken off."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, cast

import kehoach.rules
from kehoach.model.framework import Framework
from kehoach.model.plan import Acceptance, Plan
from kehoach.rules import kh105_chap_nhan_thua
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Rule, RuleFinding

_DIFFERENCE = "SS"
"""How codes of differences begin: `kehoach.compare` judges their acceptances."""


class RuleModule(Protocol):
    """A file of this folder that holds a rule."""

    META: Rule
    __doc__: str
    __file__: str

    def check(self, context: Context) -> Iterator[Finding]:
        """Yield what is wrong."""


@lru_cache
def all_rules() -> tuple[RuleModule, ...]:
    """Return the modules of all rules by code: every ``kh???_*.py`` beside this file."""
    names = [m.name for m in pkgutil.iter_modules(kehoach.rules.__path__) if m.name[:2] == "kh"]
    modules = [importlib.import_module(f"kehoach.rules.{name}") for name in sorted(names)]
    return cast("tuple[RuleModule, ...]", tuple(modules))


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """What came of checking a plan: findings that stand, and how many are accepted."""

    findings: tuple[RuleFinding, ...]
    accepted: tuple[RuleFinding, ...]


def check_plan(plan: Plan, find_framework: Callable[[str], Framework | None]) -> CheckedPlan:
    """Run all rules over *plan*, in the order of their codes."""
    context = Context(plan, find_framework)
    found = [RuleFinding(m.META, f) for m in all_rules() for f in m.check(context)]
    standing: list[RuleFinding] = []
    accepted: list[RuleFinding] = []
    used: set[Acceptance] = set()
    for one in found:
        by = next((a for a in plan.acceptances if _covers(a, one)), None)
        if by is None:
            standing.append(one)
        else:
            accepted.append(one)
            used.add(by)
    standing.extend(
        RuleFinding(kh105_chap_nhan_thua.META, kh105_chap_nhan_thua.unused(acceptance))
        for acceptance in plan.acceptances
        if acceptance not in used and not acceptance.code.startswith(_DIFFERENCE)
    )
    return CheckedPlan(tuple(standing), tuple(accepted))


def _covers(acceptance: Acceptance, one: RuleFinding) -> bool:
    at = acceptance.at
    return acceptance.code == one.rule.code and one.finding.path[: len(at)] == at
