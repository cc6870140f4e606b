"""What rules look at: the plan, its frameworks, and what several rules need worked out once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach.language.citation import Citation as CitedDocument
from kehoach.language.citation import find_citations
from kehoach.language.deadline import Deadline
from kehoach.language.unit import UnitNames
from kehoach.model.framework import Framework
from kehoach.model.outline import Siblings, sequences
from kehoach.model.plan import Citation, Plan
from kehoach.model.texts import plan_texts
from kehoach.rules.comparing import compare_with
from kehoach.rules.deadlines import deadlines
from kehoach.rules.lexicon import cut_tokens
from kehoach.rules.running_text import RunningText
from kehoach.rules.unit_groups import UnitGroup, unit_groups
from kehoach.rules.wording import BREAK, Wording, wording
from kehoach.source.place import Path

if TYPE_CHECKING:
    from kehoach.compare.verdict import Comparison

# The sign first: a pattern that begins with a choice is tried at every character.
_FIGURES = re.compile(r"/(?<=[0-9IVX].)[0-9]")


@dataclass(frozen=True)
class Context:
    """A plan and what it is checked against.

    ``find_framework`` gives the framework of a code, or None where there is none.
    """

    plan: Plan
    find_framework: Callable[[str], Framework | None]

    @cached_property
    def frameworks(self) -> Mapping[str, Framework | None]:
        """The frameworks that the plan names, by code; None for those that do not exist."""
        return {code: self.find_framework(code) for code in self.plan.frameworks}

    @cached_property
    def texts(self) -> tuple[tuple[Path, str], ...]:
        """Every text that the document states, with its path, in the order of reading."""
        return tuple(plan_texts(self.plan))

    @cached_property
    def citations(self) -> tuple[tuple[Path, CitedDocument], ...]:
        """Every document cited in a text, with the path of the text."""
        return tuple((path, cited) for path, text in self.texts for cited in find_citations(text))

    def citations_at(self, path: Path) -> Sequence[CitedDocument]:
        """Return the documents cited in the text at *path*."""
        return self._citations_by_path.get(path, ())

    @cached_property
    def _citations_by_path(self) -> Mapping[Path, Sequence[CitedDocument]]:
        by_path: dict[Path, list[CitedDocument]] = {}
        for path, cited in self.citations:
            by_path.setdefault(path, []).append(cited)
        return by_path

    @cached_property
    def unit_names(self) -> UnitNames:
        """The declared units under all their names."""
        declared = ((unit.name, unit.abbreviation, unit.writings) for unit in self.plan.units)
        return UnitNames(declared, commune=self.plan.commune.name)

    @cached_property
    def named_units(self) -> tuple[tuple[Path, str], ...]:
        """Every unit that is named as lead, as cooperating or over duties, with its path."""
        return tuple(_named_units(self.plan))

    @cached_property
    def unit_names_text(self) -> RunningText:
        """All of ``named_units`` as one text."""
        return RunningText(self.named_units)

    @cached_property
    def unit_groups(self) -> tuple[UnitGroup, ...]:
        """The units of the plan with their writings."""
        return unit_groups(self.plan, self.named_units)

    @cached_property
    def wording(self) -> Wording:
        """All words that the plan prints as one text, for rules on spelling and signs."""
        return wording(self.plan, self.texts)

    @cached_property
    def running_text(self) -> RunningText:
        """All of ``texts`` as one, for looking up words."""
        return RunningText(self.texts, self.wording.whole_words if self.wording.is_whole else None)

    def may_stand(self, words: Iterable[str], fits: Callable[[Sequence[str], int], bool]) -> bool:
        """Tell without a search whether one of *words* may stand in ``texts`` where it *fits*.

        *fits* is given tokens (see `Wording.tokens`) and the place of a word among them, both of
        whose neighbours are there.
        """
        if not self.wording.is_whole:
            return True
        for tokens, places in (
            (self.wording.tokens, self.wording.places),
            self._composed_tokens,
        ):
            for word in words:
                for i in places.get(word, ()):
                    if fits(tokens, i):
                        return True
        return False

    @cached_property
    def _composed_tokens(self) -> tuple[Sequence[str], Mapping[str, Sequence[int]]]:
        """The tokens of bases given by their parts that no part has, and where each stands."""
        bases = self.composed_bases.values()
        texts = [f"{BREAK} {basis.type_name} số {basis.symbol} ngày " for basis in bases]
        tokens = cut_tokens("".join(texts))
        places: dict[str, list[int]] = {}
        for i, token in enumerate(tokens):
            places.setdefault(token, []).append(i)
        return tokens, places

    @cached_property
    def _text_by_path(self) -> Mapping[Path, str]:
        return dict(self.texts)

    def text_at(self, path: Path) -> str:
        """Return the text of ``texts`` at *path*; raises KeyError where there is none."""
        return self._text_by_path[path]

    @cached_property
    def composed_bases(self) -> Mapping[Path, Citation]:
        """The bases given by their parts, by path: their text does not stand in the file."""
        bases = (*self.plan.bases, *(basis for s in self.plan.walk() for basis in s.bases))
        return {basis.path: basis for basis in bases if not basis.text}

    @cached_property
    def deadlines(self) -> tuple[tuple[Path, str, Deadline | None], ...]:
        """Every deadline of targets, tasks and reports: path, text and value."""
        return tuple(deadlines(self.plan))

    @cached_property
    def sequences(self) -> tuple[Siblings, ...]:
        """Every sequence of numbered items, in the order of reading."""
        return tuple(sequences(self.plan))

    @cached_property
    def dated_texts(self) -> tuple[tuple[Path, str], ...]:
        """The texts that may name a day, a month or a quarter in figures."""
        return tuple(self.texts[i] for i in self.running_text.numbers_matching(_FIGURES))

    @cached_property
    def comparisons(self) -> tuple["Comparison", ...]:
        """The plan compared with each framework that it names and that there is."""
        found = tuple(framework for framework in self.frameworks.values() if framework)
        return compare_with(self.plan, found) if found else ()


def _named_units(plan: Plan) -> Iterator[tuple[Path, str]]:
    for section in plan.walk():
        for i, unit in enumerate(section.units):
            yield (*section.path, "don_vi", i), unit
    for item in plan.items():
        for i, unit in enumerate(item.leads):
            yield (*item.path, "chu_tri", i), unit
        for i, unit in enumerate(item.cooperating):
            yield (*item.path, "phoi_hop", i), unit
