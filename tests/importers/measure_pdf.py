"""How much of each published plan comes back of the PDF that LibreOffice prints of it, as a table.

Run as a script: ``python tests/importers/measure_pdf.py``. Needs LibreOffice and pdfplumber.
"""

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import yaml

from kehoach.document import render_docx
from kehoach.importers.draft import plain
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise
from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.source.tree import load, parse

ROOT = Path(__file__).parents[2]
PLANS = sorted(f for f in (ROOT / "plans").glob("*.yaml") if ".tien-do" not in f.name)
OFFICE = "soffice"
KINDS: dict[str, Sequence[str]] = {
    "thể thức": ("thể thức", "tên loại", "cơ quan", "số", "nơi và ngày", "người ký"),
    "nơi nhận": ("nơi nhận",),
    "căn cứ": ("căn cứ",),
    "đề mục": ("đề mục",),
    "đoạn": ("mở đầu", "đoạn", "nội dung", "kết thúc"),
    "chỉ tiêu": ("chỉ tiêu",),
    "nhiệm vụ": ("nhiệm vụ",),
}


def _load_facts() -> Any:
    """Import the module beside this one; the tests are no package."""
    spec = spec_from_file_location("kehoach_facts", Path(__file__).with_name("facts.py"))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


facts = _load_facts().facts


def printed(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Print the Word files *documents* as PDF into *folder* with LibreOffice."""
    profile = f"-env:UserInstallation={(folder / 'lo').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, documents)], check=True, capture_output=True)
    return [folder / f"{document.stem}.pdf" for document in documents]


def brought_back(plans: Sequence[Path], folder: Path) -> Iterator[tuple[Plan, Plan]]:
    """Yield each plan as it is and as its printed pages give it."""
    before = [read_plan(load(file)) for file in plans]
    documents = [folder / f"{file.stem}.docx" for file in plans]
    for plan, document in zip(before, documents, strict=True):
        document.write_bytes(render_docx(plan, ROOT))
    for plan, page in zip(before, printed(documents, folder), strict=True):
        draft = plain(recognise(read_source(page, page.name)).draft)
        text = yaml.safe_dump(draft, allow_unicode=True, sort_keys=False)
        yield plan, read_plan(parse(text, "ke-hoach.yaml"))


def shares(before: Plan, after: Plan) -> dict[str, tuple[int, int]]:
    """Return for each kind of fact how many of *before* are in *after*, and how many there are."""
    wanted, found = (Counter(map(repr, facts(plan))) for plan in (before, after))
    names = {repr(fact): fact[0] for fact in facts(before)}
    result = {}
    for kind, members in KINDS.items():
        own = Counter({text: n for text, n in wanted.items() if names[text] in members})
        result[kind] = (own & found).total(), own.total()
    return result


def changes(before: Plan, after: Plan) -> list[str]:
    """Return what differs in the facts, as lines of a diff."""
    one, other = ([repr(fact) for fact in facts(plan)] for plan in (before, after))
    return [line for line in unified_diff(one, other, lineterm="", n=0) if line[0] in "+-"][2:]


def rows(plans: Sequence[Path] = PLANS, *, differences: bool = False) -> Iterator[str]:
    """Yield the lines of the table; with *differences*, also what each plan lost and gained."""
    yield "| kế hoạch | " + " | ".join(KINDS) + " |"
    yield "|---|" + "---|" * len(KINDS)
    with tempfile.TemporaryDirectory() as folder:
        for file, (before, after) in zip(plans, brought_back(plans, Path(folder)), strict=True):
            cells = (f"{same}/{all_}" for same, all_ in shares(before, after).values())
            yield f"| {file.stem} | " + " | ".join(cells) + " |"
            if differences:
                yield from changes(before, after)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream
    for row in rows(differences="--diff" in sys.argv):
        print(row)  # noqa: T201  (a script)
