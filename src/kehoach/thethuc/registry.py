"""Rules of the official form: each a function that names its number once, found by being there."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kehoach.rules.finding import Level
from kehoach.thethuc.fault import Document, Fault

Check = Callable[[Document], Iterator[Fault]]

BOTH = ("nd30", "hd05")


@dataclass(frozen=True, slots=True)
class FormatRule:
    """A rule of the form: ``number`` and ``name`` never change, ``clause`` is where it stands.

    ``words`` are for users: what is asked. A ``clause`` that is empty is custom, not law.
    """

    number: str
    name: str
    level: Level
    clause: str
    profiles: tuple[str, ...]
    words: str
    check: Check


_RULES: dict[str, FormatRule] = {}


def rule(
    number: str, name: str, level: Level, clause: str, profiles: tuple[str, ...] = ()
) -> Callable[[Check], Check]:
    """Register the function below as the check of the rule *number*.

    ``N-`` and ``A-`` are of nd30, ``P-`` of hd05, unless *profiles* says otherwise.
    """
    of = profiles or (("hd05",) if number.startswith("P") else ("nd30",))

    def register(check: Check) -> Check:
        if number in _RULES:
            raise ValueError(number)
        words = " ".join((check.__doc__ or "").split())
        _RULES[number] = FormatRule(number, name, level, clause, of, words, check)
        return check

    return register


@lru_cache
def all_format_rules() -> tuple[FormatRule, ...]:
    """Return every rule of the files in ``rules/``, in the order of numbers."""
    import kehoach.thethuc.rules as folder  # noqa: PLC0415  the files there import this one

    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")
    return tuple(sorted(_RULES.values(), key=lambda one: one.number))


def find_format_rule(name: str) -> FormatRule | None:
    """Return the rule of a number (``N-62``) or a name, or None."""
    wanted = name.casefold()
    rules = all_format_rules()
    return next((r for r in rules if wanted in {r.number.casefold(), r.name}), None)
