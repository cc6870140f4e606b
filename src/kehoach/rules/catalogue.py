"""Everything that is checked, by code: the rule and its words for users."""

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.rules.checking import rules_of
from kehoach.rules.finding import Rule
from kehoach.rules.structural import STRUCTURAL, WORDS


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule with its docstring: ``summary`` is the first sentence, ``text`` what follows."""

    rule: Rule
    summary: str
    text: str


def entries() -> Iterator[Entry]:
    """Yield every rule in the order of the codes."""
    for code, rule in STRUCTURAL.items():
        yield _entry(rule, WORDS[code])
    for module in rules_of():
        yield _entry(module.META, module.__doc__)


def find_entry(name: str) -> Entry | None:
    """Return the rule of a code (``KH201``) or a name (``so-muc-trung``), or None."""
    wanted = name.casefold()
    return next((e for e in entries() if wanted in {e.rule.code.casefold(), e.rule.name}), None)


def nearest_code(name: str) -> str:
    """Return the code of the rule whose code or name is most like *name*, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415  for what does not exist only

    codes = {word: e.rule.code for e in entries() for word in (e.rule.code, e.rule.name)}
    found = get_close_matches(name.upper(), codes, 1) or get_close_matches(name, codes, 1)
    return codes[found[0]] if found else ""


def _entry(rule: Rule, words: str) -> Entry:
    summary, _, text = words.strip().partition("\n\n")
    return Entry(rule, " ".join(summary.split()), text.strip())
