"""A document as plain text: to be pasted into the form of another system, or read on a screen."""

from collections.abc import Iterator

from kehoach.document.blocks import (
    Block,
    Document,
    Heading,
    Item,
    Paragraph,
    Reference,
    Subject,
    Table,
    Title,
    plain,
)


def document_text(document: Document) -> str:
    """Return the text of *document* with its annexes; who issues and signs it is left out."""
    lines = list(_lines(document.blocks))
    for annex in document.annexes:
        lines += ("", *_lines(annex.blocks))
    return "\n".join(lines).strip() + "\n"


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Title():
                yield plain(block.text).upper()
            case Subject() | Reference():
                yield plain(block.text)
                yield ""
            case Heading():
                yield ""
                text = plain(block.text)
                yield f"{block.number}. {text}" if block.number else text
            case Paragraph():
                yield plain(block.text)
            case Item():
                dash = "-" if block.level == 1 else "+"
                yield f"{'  ' * (block.level - 1)}{dash} {plain(block.text)}"
            case Table():
                yield from _table(block)
            case _:
                pass


def _table(table: Table) -> Iterator[str]:
    yield " | ".join(plain(column.heading) for column in table.columns)
    for row in table.rows:
        texts = (" ".join(plain(block.text) for block in cell.blocks) for cell in row.cells)
        yield " | ".join(texts)
