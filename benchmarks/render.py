"""`kehoach render` beside docxtpl and pandoc, in one run on the same documents.

    pip install docxtpl; apt-get install pandoc
    python benchmarks/render.py [COUNT]

Two documents: ten pages of text with an annex of 40 rows, and with one of 300. All begin with a
plan in memory: docxtpl has the variables that kehoach's own template has, and a template that
words them alike, so that the paragraphs, their styles, the tables and the header are the same,
which is checked. pandoc has it easier: Markdown that is ready for it, and a reference document.
Measured are a document in a batch (processor time, which does not depend on what else the machine
does), a whole process, and COUNT documents (3,321, or as many as the command line says) of 40 rows
by two processes, reading their files as well: kehoach YAML that it checks, docxtpl JSON. Tools
take turns, and of several runs the best counts.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from plans import base_plan, write_plans

from kehoach.cli.rendering import Job, render
from kehoach.document import render_docx
from kehoach.document.affixes import dashed, heading_part, numbered
from kehoach.document.blocks import Document, Heading, Item, Paragraph, Table, plain
from kehoach.document.package import write_package
from kehoach.document.profile import Part, Profile
from kehoach.document.profiles import find_profile
from kehoach.document.variables import plan_variables
from kehoach.document.wording import word_plan
from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.source.tree import load, parse
from kehoach.source.writing import write_yaml

ROOT = Path(__file__).parents[1]
COMMUNES = 3321
COLUMNS = 6
SCRIPT = Path(__file__).with_name("docxtpl_render.py")


def plan_with(rows: int) -> str:
    """Return a plan of ten pages and an annex of *rows* tasks."""
    plan = parse(base_plan(10**6), "plan.yaml").value
    annex = plan["phu_luc"][-1]
    tasks = [task for group in annex.pop("muc") for task in group.get("nhiem_vu", [])]
    annex["nhiem_vu"] = [
        {**tasks[number % len(tasks)], "ma": f"viec-{number}", "so_muc": str(number + 1)}
        for number in range(rows)
    ]
    return write_yaml(plan)


def paragraphs(document: Document, profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield style and text of each paragraph of the running text."""
    for block in document.blocks:
        match block:
            case Heading():
                part = heading_part(block)
                text = plain(numbered(block.number, block.text, profile))
                yield part.name, text.upper() if profile.looks[part].capitals else text
            case Paragraph():
                yield Part.BODY.name, plain(numbered(block.number, block.text, profile))
            case Item():
                yield Part.ITEM.name, plain(dashed(block, profile))
            case _:
                pass


def markdown(plan: Plan) -> str:
    """Return the same as Markdown for pandoc."""
    profile = find_profile(plan.document.profile)
    document = word_plan(plan, profile, ROOT)
    lines = [f"# {plan.document.subject}\n"]
    marks = {"SECTION": "## ", "CLAUSE": "### ", "POINT": "#### "}
    lines += [f"{marks.get(s, '')}{t}\n" for s, t in paragraphs(document, profile)]
    lines += ["|TT|Nhiệm vụ|Sản phẩm|Thời hạn|Chủ trì|Phối hợp|", "|-|---|--|-|-|-|"]
    table = next(block for block in document.annexes[-1].blocks if isinstance(block, Table))
    for row in table.rows:
        cells = ["; ".join(plain(block.text) for block in cell.blocks) for cell in row.cells]
        lines.append(f"|{'|'.join(cells)}|")
    return "\n".join(lines)


def measure(
    works: dict[str, Callable[[], object]], times: int, clock: Callable[[], float]
) -> dict[str, float]:
    """Return the least time by *clock* that each of *works* took of *times* turns."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(times):
        for name, work in works.items():
            start = clock()
            work()
            best[name] = min(best[name], clock() - start)
    return best


def children_time() -> float:
    """Return the processor time of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def show(title: str, found: dict[str, float], reference: str, other: str) -> None:
    """Print milliseconds, and how many times faster *other* is than *reference*."""
    print(f"\n{title}")
    for name, taken in found.items():
        print(f"  {name:<28} {1000 * taken:9.1f} ms")
    print(f"  {'docxtpl / kehoach':<28} {found[reference] / found[other]:9.1f}")


def run(*arguments: str | Path) -> None:
    """Run a program and be sure that it did its work."""
    subprocess.run([str(a) for a in arguments], check=True, stdout=subprocess.DEVNULL)


def measure_one(folder: Path, count: int) -> None:
    """Measure the document with *count* rows."""
    from docxtpl_render import fill  # noqa: PLC0415  docxtpl need not be there for the rest
    from docxtpl_template import make_template, words  # noqa: PLC0415  the same

    file, out = folder / f"{count}.yaml", folder / "out"
    file.write_text(plan_with(count), encoding="utf-8")
    plan = read_plan(load(file))
    profile = find_profile(plan.document.profile)
    data = json.dumps(plan_variables(plan, profile))
    variables = json.loads(data)
    rendered, template, ready = folder / "in.docx", folder / f"{count}.docx", folder / f"{count}"
    rendered.write_bytes(render_docx(plan, ROOT))
    make_template(rendered, template)
    ready.mkdir()
    (ready / "data.json").write_text(data, encoding="utf-8")
    (folder / "a.md").write_text(markdown(plan), encoding="utf-8")
    fill(template, variables, folder / "b.docx")
    if words(folder / "b.docx") != words(rendered):
        sys.exit("docxtpl: the document is another one")
    document = word_plan(plan, profile, ROOT)
    found = measure(
        {
            "docxtpl": lambda: fill(template, variables, folder / "b.docx"),
            "kehoach": lambda: render_docx(plan, ROOT),
            "kehoach, drawing alone": lambda: write_package(document, profile),
            "kehoach, from file to file": lambda: render(Job(file, folder / "a.docx", ROOT)),
        },
        10,
        time.process_time,
    )
    show(f"An annex of {count} rows, plan in memory", found, "docxtpl", "kehoach")
    kehoach = (sys.executable, "-m", "kehoach", "render", file, "-o", out)
    docxtpl = (sys.executable, SCRIPT, template, ready, folder, "1")
    pandoc = ("pandoc", folder / "a.md", "--reference-doc", rendered, "-o", folder / "p.docx")
    found = measure(
        {
            "docxtpl": lambda: run(*docxtpl),
            "kehoach": lambda: run(*kehoach),
            "pandoc": lambda: run(*pandoc),
        },
        5,
        children_time,
    )
    show(f"An annex of {count} rows, whole process", found, "docxtpl", "kehoach")


def measure_many(folder: Path, count: int) -> None:
    """Measure *count* documents by two processes."""
    plans, ready, out = folder / "plans", folder / "many", folder / "out-many"
    text = (folder / "40.yaml").read_text(encoding="utf-8")
    ready.mkdir()
    data = (folder / "40" / "data.json").read_text(encoding="utf-8")
    for file in write_plans(plans, count, text=text):
        (ready / f"{file.stem}.json").write_text(data, encoding="utf-8")
    kehoach = (sys.executable, "-m", "kehoach", "render", plans, "-o", out / "kehoach")
    docxtpl = (sys.executable, SCRIPT, folder / "40.docx", ready, out / "docxtpl", "2")

    def anew(*command: str | Path) -> None:
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        run(*command)

    works: dict[str, Callable[[], object]] = {
        "docxtpl": lambda: anew(*docxtpl),
        "kehoach": lambda: anew(*kehoach),
    }
    for name, clock in (("processor time", children_time), ("time", time.perf_counter)):
        found = measure(works, 1, clock)
        each = {tool: taken / count for tool, taken in found.items()}
        show(f"{count} documents, two processes, {name} of each", each, "docxtpl", "kehoach")


def main() -> None:
    """Measure both documents, then many of the smaller one."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COMMUNES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for rows_of_annex in (300, 40):
            measure_one(folder, rows_of_annex)
        measure_many(folder, count)


if __name__ == "__main__":
    main()
