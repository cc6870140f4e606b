"""``docs/mau-van-ban.md`` tells all that a template may use."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jinja2.sandbox import SandboxedEnvironment

from kehoach.document.markup_tags import ATTRIBUTES, CONTENT, VALUES
from kehoach.document.profiles import find_profile
from kehoach.document.variables import plan_variables
from kehoach.document.wording import template_environment
from kehoach.model.printed import key_level

if TYPE_CHECKING:
    from kehoach.model.plan import Plan

DOCS = (Path(__file__).parents[2] / "docs" / "mau-van-ban.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("element", sorted(CONTENT.keys() - {"van-ban", "h3", "h4", "h5"}))
def test_element_is_documented(element: str) -> None:
    assert f"<{element}" in DOCS


@pytest.mark.parametrize("attribute", sorted({a for some in ATTRIBUTES.values() for a in some}))
def test_attribute_is_documented(attribute: str) -> None:
    assert f"`{attribute}`" in DOCS or f"{attribute}=" in DOCS


@pytest.mark.parametrize(
    "value", sorted({v for some in VALUES.values() for v in some if key_level(v)[1] < 2})
)
def test_value_is_documented(value: str) -> None:
    assert f"`{value}`" in DOCS or f'"{value}"' in DOCS


def test_variables_are_documented(plan_of: Callable[..., "Plan"]) -> None:
    plan = plan_of(
        "nd30", che_do_bao_cao=[{"ky": "tháng"}], don_vi_thuc_hien=[{"ten": "Trạm Y tế"}]
    )
    names = set(_names(plan_variables(plan, find_profile("nd30"))))
    assert {name for name in names if f"`{name}`" not in DOCS} == set()


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from _names(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _names(inner)


def test_filters_are_documented() -> None:
    own = template_environment(Path()).filters.keys() - SandboxedEnvironment().filters.keys()
    assert own
    assert {name for name in own if f"`{name}`" not in DOCS and name[0] != "_"} == set()
