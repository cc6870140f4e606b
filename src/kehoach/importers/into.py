"""Changes that people made in the exported workbook, brought back into the plan file."""

from dataclasses import dataclass
from pathlib import Path as FilePath

from kehoach.importers.into_asked import Asked, Changed, Conflict
from kehoach.importers.into_sheet import SheetReading
from kehoach.importers.into_splices import spliced
from kehoach.importers.plan_book import read_book
from kehoach.importers.plan_sheet import SHEETS
from kehoach.importers.readers.refusal import refused
from kehoach.model.reading import read_plan
from kehoach.source.tree import load, parse


@dataclass(frozen=True, slots=True)
class IntoResult:
    """The plan file's new text (the old one where nothing changed), what changed, what did not."""

    text: str
    changes: tuple[Changed, ...]
    conflicts: tuple[Conflict, ...]


def import_into(plan_file: FilePath, workbook: FilePath, *, delete: bool) -> IntoResult:
    """Bring the changes of *workbook* back into the text of *plan_file*; nothing is written.

    Rows that the workbook has no more are deleted with *delete*, else reported. Raises
    `SourceError` for files that cannot be used, for the workbook of another commune, and where the
    changes would make a plan that does not fit the schema.
    """
    source = load(plan_file, plan_file.as_posix())
    plan = read_plan(source)
    book = read_book(workbook, workbook.as_posix())
    if (book.commune, book.province) != (plan.commune.name, plan.commune.province):
        message = f"tệp Excel này là của {book.commune}, {book.province}"
        help_ = f"kế hoạch là của {plan.commune.name}, {plan.commune.province}; kiểm tra tên tệp"
        raise refused(workbook.as_posix(), message, help_)
    asked = Asked()
    taken = {item.code for item in plan.items()}
    taken |= {row.code for rows in book.rows.values() for row in rows}
    for sheet in SHEETS:
        if sheet.key in book.rows:
            SheetReading(source, plan, book, sheet, asked, taken).read(delete=delete)
        else:
            asked.conflicts.append(
                Conflict(sheet.name, "", "", "không còn trang này trong tệp Excel, đã bỏ qua")
            )
    text = spliced(source, asked)
    if text != source.text:
        read_plan(parse(text, source.name))
    return IntoResult(text, tuple(asked.changes), tuple(asked.conflicts))
