"""Where the parts stand beside each other."""

from collections.abc import Iterator

from kehoach.importers.readers.word.values import W, switched
from kehoach.rules.finding import Level
from kehoach.thethuc.elements.head import table_of
from kehoach.thethuc.fault import Document, Edit, Fault, at_paragraph, at_piece
from kehoach.thethuc.registry import BOTH, rule


@rule("L-01", "vi-tri-cac-phan", Level.WARNING, "", profiles=BOTH)
def layout(document: Document) -> Iterator[Fault]:
    """Tên cơ quan ngang Quốc hiệu, bảng dàn trang không kẻ ô, chữ ký đi cùng dòng cuối nội dung."""
    found = document.found
    formula = found.state or found.party
    first = next(iter((*found.parent, *found.issuer)), None)
    if formula is not None and first is not None:
        cells = formula.paragraph.cell, first.paragraph.cell
        same = cells[0] is not None and cells[1] is not None and cells[0].table is cells[1].table
        if same and cells[0] and cells[1] and cells[0].row != cells[1].row:
            yield at_piece(first, "tên cơ quan không ngang hàng với Quốc hiệu")
    signature = table_of(found.signer or next(iter(found.signature), None))
    closing = table_of(found.recipients_label) if signature is None else signature
    for table in dict.fromkeys((*found.head_tables, *((closing,) if closing else ()))):
        if table.bordered and table.paragraphs:
            yield at_paragraph(table.paragraphs[0], "bảng dàn phần đầu hoặc phần ký có kẻ ô")
    if closing is None or found.last is None or found.last.cell is not None:
        return
    row = closing.row_elements[0]
    whole = len(closing.row_elements) > 1 or bool(switched(row.find(f"{W}trPr/{W}cantSplit")))
    if not found.last.look.keep_next or not whole:
        edits = [Edit(found.last.element, "keep-next", value=True)]
        edits += [Edit(row, "whole", value=True)] if not whole else []
        message = "chữ ký có thể rơi một mình sang trang sau"
        help_ = "đặt Keep with next cho đoạn cuối, không cho tách dòng bảng ký"
        yield at_paragraph(found.last, message, help_, level=Level.NOTE, edits=edits)
