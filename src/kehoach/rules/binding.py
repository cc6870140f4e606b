"""Items of a plan that its framework keeps from communes."""

from collections.abc import Iterator

from kehoach.model.framework import Binding, Terms
from kehoach.rules.context import Context
from kehoach.source.place import Path


def not_for_communes(context: Context) -> Iterator[tuple[Path, Terms]]:
    """Yield every target and task of a commune that is linked to what does not apply to one."""
    if context.plan.commune.is_province:
        return
    for item in context.plan.items():
        for link in item.links:
            code, _, name = link.partition("/")
            framework = context.frameworks.get(code)
            terms = framework.terms.get(name) if framework else None
            if terms and terms.binding is Binding.NOT_APPLICABLE:
                yield item.path, terms
