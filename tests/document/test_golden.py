"""Whole documents as readable text, one for each profile; see ``golden/``."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from docx.document import Document

    from kehoach.model.plan import Plan

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["nd30", "hd05"])
def test_document_is_as_reviewed(
    name: str,
    plan_of: Callable[..., "Plan"],
    render: Callable[["Plan"], "Document"],
    as_text: Callable[["Document"], str],
    rewrite_golden: bool,  # noqa: FBT001  a fixture
) -> None:
    text = as_text(render(plan_of(name)))
    file = GOLDEN / f"{name}.txt"
    if rewrite_golden:
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")
