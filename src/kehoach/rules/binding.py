"""Items of a plan that its framework keeps from communes."""

from collections.abc import Iterator

from kehoach.model.framework import Binding, Terms
from kehoach.rules.context import Context
from kehoach.source.place import Path


def not_for_communes(context: Context) -> Iterator[tuple[Path, Terms]]:
    """Yield every target and task linked to an item that does not apply to communes."""
    for item in context.plan.items():
        for link in item.links:
            code, _, name = link.partition("/")
            framework = context.frameworks.get(code)
            terms = framework.terms.get(name) if framework else None
            if terms and terms.binding is Binding.NOT_APPLICABLE:
                yield item.path, terms
