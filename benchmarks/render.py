"""`kehoach render` beside docxtpl and pandoc, in one run on the same documents.

    pip install docxtpl; apt-get install pandoc
    python benchmarks/render.py [COUNT]

Two documents: ten pages of text with an annex of 40 rows, and with one of 300. docxtpl fills a
template with the same paragraphs, styles, tables and header, out of words that are ready for it;
pandoc turns Markdown that is ready for it into DOCX with a reference document. So does kehoach
where it draws; otherwise it also words the plan by its template, or reads and checks the YAML and
words the plan. Measured are a document in a batch (processor time, which does not depend on what
else the machine does), a whole process, and COUNT documents (3,321, or as many as the command line
says) of 40 rows by two processes. Of several runs the best counts.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from plans import base_plan, write_plans

from kehoach.document import render_docx
from kehoach.document.affixes import dashed, heading_part, numbered
from kehoach.document.blocks import Document, Heading, Item, Paragraph, Table, plain
from kehoach.document.package import write_package
from kehoach.document.profile import Part, Profile
from kehoach.document.profiles import find_profile
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


def rows(document: Document) -> list[list[str]]:
    """Return the texts of the cells of the annex."""
    table = next(block for block in document.annexes[-1].blocks if isinstance(block, Table))
    return [
        ["\n".join(plain(block.text) for block in cell.blocks) for cell in row.cells]
        for row in table.rows
    ]


def context(plan: Plan) -> dict[str, Any]:
    """Return what the template of docxtpl is filled with."""
    profile = find_profile(plan.document.profile)
    document = word_plan(plan, profile, ROOT)
    return {
        "title": plan.document.subject,
        "blocks": [{"style": s, "text": t} for s, t in paragraphs(document, profile)],
        "rows": [row for row in rows(document) if len(row) == COLUMNS],
    }


def markdown(data: dict[str, Any]) -> str:
    """Return the same as Markdown for pandoc."""
    lines = [f"# {data['title']}\n"]
    marks = {"SECTION": "## ", "CLAUSE": "### ", "POINT": "#### "}
    lines += [f"{marks.get(b['style'], '')}{b['text']}\n" for b in data["blocks"]]
    lines += ["|TT|Nhiệm vụ|Sản phẩm|Thời hạn|Chủ trì|Phối hợp|", "|-|---|--|-|-|-|"]
    lines += ["|" + "|".join(c.replace("\n", " ") for c in row) + "|" for row in data["rows"]]
    return "\n".join(lines)


def make_template(document: Path, file: Path) -> None:
    """Make docxtpl's template of a document that kehoach rendered: same styles, header, tables."""
    import docx  # noqa: PLC0415  for this alone
    from docx.oxml.ns import qn  # noqa: PLC0415

    made = docx.Document(str(document))
    body = made.element.body
    styles = ("SECTION", "CLAUSE", "POINT", "UNNUMBERED", "BODY", "ITEM")
    running = [p for p in body.xpath("./w:p") if p.xpath("./w:pPr/w:pStyle/@w:val")[0] in styles]
    first = running[0]
    tags = ["{%p for b in blocks %}"]
    for style in styles:
        tags += [f"{{%p if b.style == '{style}' %}}", style, "{%p endif %}"]
    for text in [*tags, "{%p endfor %}"]:
        paragraph = docx.text.paragraph.Paragraph(first.makeelement(qn("w:p"), {}), made)
        paragraph.text = "{{ b.text }}" if text in styles else text
        if text in styles:
            paragraph._p.get_or_add_pPr().get_or_add_pStyle().val = text  # noqa: SLF001
        first.addprevious(paragraph._p)  # noqa: SLF001
    for paragraph in running:
        body.remove(paragraph)
    table = made.tables[-1]
    _, row, *others = table._tbl.tr_lst  # noqa: SLF001
    for other in others:
        table._tbl.remove(other)  # noqa: SLF001
    for position, cell in enumerate(row.tc_lst):
        for run in cell.xpath(".//w:r")[1:]:
            run.getparent().remove(run)
        run = cell.xpath(".//w:p")[0]
        docx.text.paragraph.Paragraph(run, made).text = f"{{{{ row[{position}] }}}}"
    for text, before in (("{%tr for row in rows %}", True), ("{%tr endfor %}", False)):
        mark = table.add_row()
        mark.cells[0].text = text
        (row.addprevious if before else row.addnext)(mark._tr)  # noqa: SLF001
    made.save(str(file))


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the shortest of *times* runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def busy(work: Callable[[], object], times: int) -> float:
    """Return the least processor time of *times* runs in this process."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def run(*arguments: str | Path) -> None:
    """Run a program and be sure that it did its work."""
    subprocess.run([str(a) for a in arguments], check=True, stdout=subprocess.DEVNULL)


def measure_one(folder: Path, count: int) -> None:
    """Measure the document with *count* rows."""
    from docxtpl_render import fill  # noqa: PLC0415  docxtpl need not be there for the rest

    file, out = folder / f"{count}.yaml", folder / "out"
    file.write_text(plan_with(count), encoding="utf-8")
    plan = read_plan(load(file))
    data = context(plan)
    (folder / "in.docx").write_bytes(render_docx(plan, ROOT))
    template, ready = folder / "template.docx", folder / "ready"
    make_template(folder / "in.docx", template)
    ready.mkdir(exist_ok=True)
    for old in ready.iterdir():
        old.unlink()
    (ready / f"{count}.json").write_text(json.dumps(data), encoding="utf-8")
    (folder / "a.md").write_text(markdown(data), encoding="utf-8")
    times = 10
    kehoach = (sys.executable, "-m", "kehoach", "render", file, "-o", out)
    pandoc = (
        "pandoc",
        folder / "a.md",
        "--reference-doc",
        folder / "in.docx",
        "-o",
        folder / "p.docx",
    )
    profile = find_profile(plan.document.profile)
    document = word_plan(plan, profile, ROOT)
    drawn = busy(lambda: write_package(document, profile), times)
    filled = busy(lambda: fill(template, data, folder / "b.docx"), times)
    found = {
        "docxtpl, words ready": filled,
        "kehoach, words ready": drawn,
        "kehoach, plan ready": busy(lambda: render_docx(plan, ROOT), times),
        "kehoach, from the file": busy(lambda: render_docx(read_plan(load(file)), ROOT), times),
        "whole process: kehoach": seconds(lambda: run(*kehoach), 5),
        "whole process: docxtpl": seconds(
            lambda: run(sys.executable, SCRIPT, template, ready, folder, "1"), 5
        ),
        "whole process: pandoc": seconds(lambda: run(*pandoc), 3),
    }
    print(f"\nTen pages and an annex of {count} rows")
    for name, taken in found.items():
        print(f"  {name:<24} {1000 * taken:9.1f} ms")
    print(f"  docxtpl / kehoach, words ready: {filled / drawn:.1f}")


def measure_many(folder: Path, count: int) -> None:
    """Measure *count* documents by two processes."""
    plans, ready, out = folder / "plans", folder / "many", folder / "out-many"
    text = (folder / "40.yaml").read_text(encoding="utf-8")
    ready.mkdir()
    data = json.dumps(context(read_plan(load(folder / "40.yaml"))))
    for file in write_plans(plans, count, text=text):
        (ready / f"{file.stem}.json").write_text(data, encoding="utf-8")
    found = {
        "kehoach": seconds(
            lambda: run(sys.executable, "-m", "kehoach", "render", plans, "-o", out), 1
        ),
        "docxtpl": seconds(
            lambda: run(sys.executable, SCRIPT, folder / "template.docx", ready, out, "2"), 1
        ),
    }
    print(f"\n{count} documents with annexes of 40 rows, two processes")
    for name, taken in found.items():
        print(f"  {name:<24} {taken:9.1f} s  {1000 * taken / count:7.1f} ms each")
    print(f"  docxtpl / kehoach        {found['docxtpl'] / found['kehoach']:9.1f}")


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
