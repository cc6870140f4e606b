"""The published sources: what the import must keep and find of them."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest


def _load(file: Path) -> Any:
    """Import a script that lies beside the tests, which are no package."""
    spec = spec_from_file_location(f"kehoach_{file.stem}_script", file)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


measure = _load(Path(__file__).with_name("measure.py"))

pytestmark = pytest.mark.skipif(
    not measure.SOURCES.is_dir(), reason="các văn bản nguồn không có ở máy này"
)

_LEAST_WORDS = dict.fromkeys(measure.CLEAN, 0.995) | {measure.OCR: 0.97}
_LEAST_SHARE = 0.95


@pytest.mark.parametrize("name", [*measure.CLEAN, measure.OCR])
def test_words_kept_in_order(name: str) -> None:
    assert measure.words_kept(name, measure.bring_in(name)) >= _LEAST_WORDS[name]


@pytest.mark.parametrize("name", measure.CLEAN)
def test_fields_found_in_a_clean_source(name: str) -> None:
    low = {
        field: (score.precision, score.recall)
        for field, score in measure.compare(name, measure.bring_in(name)).items()
        if min(score.precision, score.recall) < _LEAST_SHARE
    }
    assert low == {}
