"""The blocks of a document that names its values itself, read in order."""

from collections.abc import Sequence

from kehoach.importers.blocks import Block, Table
from kehoach.importers.context import Context
from kehoach.importers.named import is_named, named_line
from kehoach.importers.named_body import NamedBody
from kehoach.importers.named_table import read_rows


def read_named(blocks: Sequence[Block], context: Context) -> NamedBody:
    """Return what *blocks*, the body of a document or of an annex, name and hold."""
    body = NamedBody(context)
    for block in blocks:
        if isinstance(block, Table):
            if is_named([block]):
                read_rows(block, body)
            else:
                body.tables(block)
        elif line := named_line(block):
            body.line(line)
        else:
            body.plain(block)
    body.finish()
    return body
