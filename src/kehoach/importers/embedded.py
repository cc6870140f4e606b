"""Tables as sections: rows of tasks and targets, and not a word of a table lost."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kehoach.importers.blocks import LeftOut, Line, Table
from kehoach.importers.context import NUMBER, Context
from kehoach.importers.draft import Sureness, pieces
from kehoach.importers.passages import Passage, numbered
from kehoach.importers.tables.reading import table_sections
from kehoach.importers.words import block_words, take_words, words

TableLines = Table | Sequence[Line]

_LEFT_OVER = "chưa xếp được vào dòng nào của bảng"


def read_tables(tables: Sequence[TableLines], context: Context) -> list[dict[str, Any]]:
    """Return the sections of *tables*, which are one table where it goes on over pages.

    Lines with a word that no section has are kept as prose behind them.
    """
    result = table_sections(tables, context.taken)
    context.left_out += result.left_out
    context.notes += result.notes
    sections = [section for section in result.sections if section]
    if left := _left_over(tables, sections, result.left_out, context):
        sections.append({"doan": [text.piece(Sureness.CHECK, _LEFT_OVER) for text in left]})
    return sections


def _left_over(
    tables: Sequence[TableLines],
    sections: list[dict[str, Any]],
    left_out: Sequence[LeftOut],
    context: Context,
) -> list[Passage]:
    """Return the lines that have words which neither *sections* nor *left_out* have.

    Numbers that a table counts by itself are named as left out.
    """
    stated = Counter(
        word
        for path, piece in pieces(sections)
        if piece.origins and piece.text is not None and path[-1] != "ma"
        for word in words(str(piece.text))
    )
    stated.update(word for one in left_out for word in words(one.text))
    left: list[Passage] = []
    for table in tables:
        for line in table_lines(table):
            missing = take_words(block_words(line), stated)
            if not missing:
                continue
            if all(_counts(word) for word in missing):
                context.left_out.append(LeftOut(" ".join(missing), line.origin, NUMBER))
            else:
                left.append(numbered(line))
    return left


def _counts(word: str) -> bool:
    return (word.isdecimal() and len(word) < 4) or set(word) <= set("ivx")  # noqa: PLR2004  (a number of a row has at most three digits)


def table_lines(table: TableLines) -> list[Line]:
    """Return every line of *table* in order."""
    if isinstance(table, Table):
        return [line for row in table.rows for cell in row for line in cell.lines]
    return list(table)
