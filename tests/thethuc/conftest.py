"""Right documents for the tests of the official form, and what is found in changed ones."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
import yaml

from kehoach.document import render_docx
from kehoach.model.reading import read_plan
from kehoach.source.tree import parse
from kehoach.thethuc.checking import CheckedWord, check_word
from kehoach.thethuc.reading.package import open_word

if TYPE_CHECKING:
    from docx.document import Document

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

Maker = Callable[..., bytes]
Checker = Callable[..., CheckedWord]


def rendered(name: str, **changes: Any) -> bytes:
    """Render the plan *name* of ``plans/`` with keys changed: ``van_ban={"so": 7}``.

    A function of the old value may stand for a new one.
    """
    values = yaml.safe_load((HERE / "plans" / f"{name}.yaml").read_text(encoding="utf-8"))
    for key, value in changes.items():
        old = values.get(key)
        if callable(value):
            values[key] = value(old)
        else:
            values[key] = {**old, **value} if isinstance(old, dict) else value
    text = json.dumps(values, ensure_ascii=False, default=str)  # JSON is YAML without anchors
    return render_docx(read_plan(parse(text, f"{name}.yaml")), ROOT)


@pytest.fixture
def right() -> Maker:
    """Make a right document as bytes; see `rendered`."""
    return rendered


@pytest.fixture
def check() -> Checker:
    """Check the bytes of a Word file."""

    def checked(data: bytes, profile: str | None = None) -> CheckedWord:
        return check_word(open_word(data, "thu.docx"), profile)

    return checked


@pytest.fixture
def opened() -> "Callable[[bytes], Document]":
    """Open bytes with python-docx."""
    return lambda data: docx.Document(io.BytesIO(data))
