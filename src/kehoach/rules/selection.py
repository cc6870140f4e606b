"""Which rules run and how much their findings weigh: selected, ignored, set to another level."""

from typing import NamedTuple

from kehoach.rules.finding import Level


class Selection(NamedTuple):
    """A choice of rules.

    An entry is a code (``KH201``), the beginning of codes (``KH2``) or a name (``so-muc-trung``);
    letter case does not count. Nothing in *select* selects all. What is in both is ignored, unless
    *select* names it with more characters, so that one rule of an ignored family can stay.
    ``levels`` gives rules, by code or name, another level.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()

    def covers(self, code: str, name: str) -> bool:
        """Tell whether the rule runs."""
        selected = _strength(self.select, code, name) if self.select else 0
        return selected is not None and (
            (ignored := _strength(self.ignore, code, name)) is None or ignored < selected
        )

    def level(self, code: str, name: str, own: Level) -> Level:
        """Return the level that the findings of the rule have."""
        return next((level for rule, level in self.levels if rule in {code, name}), own)


EVERYTHING = Selection()


def _strength(entries: tuple[str, ...], code: str, name: str) -> int | None:
    """Return how many characters of the rule the longest fitting entry names, None for none.

    A name is as strong as a whole code.
    """
    return max(
        (
            len(code) if wanted == name else len(wanted)
            for wanted in map(str.casefold, entries)
            if wanted == name or code.casefold().startswith(wanted)
        ),
        default=None,
    )
