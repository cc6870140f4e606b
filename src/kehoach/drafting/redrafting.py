"""The state of a plan that is drafted from an older one, and how its values are changed."""

from dataclasses import dataclass, field

from kehoach.drafting.draft import Draft, Values
from kehoach.drafting.levels import OldPeriod
from kehoach.drafting.outline import Contents
from kehoach.drafting.walking import TARGETS, TASKS, walk_items
from kehoach.model.framework import Framework
from kehoach.source.place import Path


@dataclass
class Redrafting:
    """A redraft under way: the draft, and what is to be said of it.

    ``outline`` has the words of new plans, as `kehoach.drafting.outline.read_outline` gives them.
    """

    draft: Draft
    contents: Contents
    outline: Values
    old: OldPeriod
    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    changed: int = 0

    @property
    def framework(self) -> Framework:
        """The framework that the new plan carries out."""
        return self.contents.framework

    @property
    def value(self) -> Values:
        """The values of the plan."""
        return self.draft.value


def replace(work: Redrafting, path: Path, owner: Values, key: str, text: str) -> None:
    """Set *key* of *owner*, the mapping at *path*; the old text becomes a comment."""
    before = owner.get(key)
    if str(before or "") == text:
        return
    owner[key] = text
    work.changed += 1
    said = f"Kế hoạch cũ: {before}" if before else "Theo khung; kế hoạch cũ không nêu."
    work.draft.comment((*path, key), said)


def linked_codes(work: Redrafting) -> set[str]:
    """Return the codes of the framework's items that an item of the plan is linked to."""
    return {
        code
        for kind in (TARGETS, TASKS)
        for _, item in walk_items(work.value, kind)
        for code in own_links(work.framework, item)
    }


def own_links(framework: Framework, item: Values) -> list[str]:
    """Return the codes of the items of *framework* that *item* is linked to."""
    links = (link.partition("/") for link in listed(item.get("khung")))
    return [code for above, _, code in links if above == framework.code]


def listed(value: object) -> list[str]:
    """Return *value*, one text, a list or nothing, as a list of texts."""
    if value is None:
        return []
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]
