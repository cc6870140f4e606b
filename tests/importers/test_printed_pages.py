"""Plans printed as PDF by LibreOffice and brought in again."""

import shutil
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pdfplumber")
pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")

ROOT = Path(__file__).parents[2]
# A sentence in a list of targets that says only by when stays prose.
NOT_SHOWN: dict[str, dict[str, int]] = {"xuan-hung": {"chỉ tiêu": 1}}


def _load(name: str) -> Any:
    """Import a module that lies beside the tests, which are no package."""
    spec = spec_from_file_location(f"kehoach_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


measure = _load("measure_pdf")


@pytest.mark.parametrize("name", ["hop-minh", "xuan-hung"])
def test_printed_plans_come_back(name: str, tmp_path: Path) -> None:
    ((before, after),) = measure.brought_back([ROOT / "plans" / f"{name}.yaml"], tmp_path)
    missing = {
        kind: all_ - same
        for kind, (same, all_) in measure.shares(before, after).items()
        if all_ > same
    }
    assert missing == NOT_SHOWN.get(name, {})
