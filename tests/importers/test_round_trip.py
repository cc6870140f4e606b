"""A plan rendered and brought in again states the same facts."""

import sys
import tempfile
from difflib import unified_diff
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from kehoach.document import render_docx
from kehoach.importers.draft import plain
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise
from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.source.tree import load, parse

ROOT = Path(__file__).parents[2]


def _load(name: str) -> Any:
    """Import a module that lies beside the tests, which are no package."""
    spec = spec_from_file_location(f"kehoach_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


facts = _load("facts").facts
plans = _load("generated_plans").plans


def read(values: Any, name: str) -> Plan:
    """Read *values* as a plan file; what its schema forbids is an error."""
    return read_plan(parse(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), name))


def brought_back(plan: Plan) -> Plan:
    """Render *plan* and bring the Word file in."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ke-hoach.docx"
        file.write_bytes(render_docx(plan, ROOT))
        return read(plain(recognise(read_source(file, file.name)).draft), "ke-hoach.yaml")


def changes(before: Plan, after: Plan) -> list[str]:
    """Return what differs in the facts, as lines of a diff."""
    one, other = ([repr(fact) for fact in facts(plan)] for plan in (before, after))
    return [line for line in unified_diff(one, other, lineterm="", n=0) if line[0] in "+-"][2:]


PLANS = sorted(f for f in (ROOT / "plans").glob("*.yaml") if ".tien-do" not in f.name)


@pytest.mark.parametrize("file", PLANS, ids=lambda f: f.stem)
def test_published_plans_come_back(file: Path) -> None:
    plan = read_plan(load(file))
    assert changes(plan, brought_back(plan)) == []


def test_units_of_headings_in_capitals_come_back() -> None:
    units = ["Công an xã", "Các cơ quan, đơn vị có liên quan", "Phòng Kinh tế"]
    duties = {
        "de_muc": "Tổ chức thực hiện",
        "so_muc": "V",
        "muc": [{"de_muc": unit, "don_vi": [unit]} for unit in units],
    }
    values = yaml.safe_load(PLANS[0].read_text(encoding="utf-8"))
    values["phu_luc"] = [{"ten": "Danh mục nhiệm vụ", "muc": [duties]}]
    plan = read(values, "phu-luc.yaml")
    assert changes(plan, brought_back(plan)) == []


@given(plans())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_generated_plans_come_back(values: dict[str, Any]) -> None:
    plan = read(values, "sinh-ra.yaml")
    assert changes(plan, brought_back(plan)) == []
