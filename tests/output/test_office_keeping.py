"""A signature below a table: the last row is on its page, whoever draws the pages."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from kehoach.document import render_docx
from kehoach.document.blocks import Closing, Document, Table
from kehoach.document.package import write_package
from kehoach.document.profiles import find_profile
from kehoach.document.wording import word_plan
from kehoach.model.reading import read_plan
from kehoach.output.office import to_pdf
from kehoach.output.office_keeping import kept_for_office
from kehoach.source.tree import load

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "tests" / "thethuc" / "plans"


def ending_in_a_table(name: str, rows: int) -> bytes:
    """Return the plan *name* whose text ends with a table of so many *rows*."""
    plan = read_plan(load(PLANS / f"{name}.yaml"))
    profile = find_profile(name)
    document: Document = word_plan(plan, profile, ROOT)
    table = next(one for one in document.annexes[0].blocks if isinstance(one, Table))
    closing = next(one for one in document.blocks if isinstance(one, Closing))
    longer = replace(table, rows=tuple(table.rows[i % len(table.rows)] for i in range(rows)))
    blocks = (*document.blocks[:6], longer, closing)
    return write_package(replace(document, blocks=blocks, annexes=()), profile)


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="needs LibreOffice and poppler",
)
def test_a_row_goes_with_the_signature(tmp_path: Path) -> None:
    files = []
    for name in ("nd30", "hd05"):
        for rows in range(27, 37):
            files.append(tmp_path / f"{name}-{rows}.docx")
            files[-1].write_bytes(kept_for_office(ending_in_a_table(name, rows)))
    starts = set()
    for file in to_pdf(files, tmp_path):
        command = ["pdftotext", "-layout", str(file), "-"]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
        page = next(one for one in text.split("\f") if "Nơi nhận" in one)
        above = page[: page.index("Nơi nhận")]
        assert "/2026" in above, file.name
        starts.add(above.count("/2026") == 1)
    assert starts == {True, False}  # the row had to move, and had not


@pytest.mark.parametrize("name", ["nd30", "hd05"])
def test_other_documents_are_left_as_they_are(name: str) -> None:
    data = render_docx(read_plan(load(PLANS / f"{name}.yaml")), ROOT)
    assert kept_for_office(data) is data
