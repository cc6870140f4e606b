"""A file that was read, recognised as a plan: head, sections, targets, tasks, signature, annexes.

Every word of the source is in the draft or named as left out; what could not be placed stands
where it stood, as prose with a note.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path as FilePath
from typing import Any

from kehoach.importers.accounting import lost_note, unaccounted
from kehoach.importers.annexes import Annex, begins_annex, read_annex, split_annexes
from kehoach.importers.blocks import Block, Line, SourceText, Table
from kehoach.importers.closing import find_closing, read_closing
from kehoach.importers.context import Context
from kehoach.importers.declared import declared_units, report_duties
from kehoach.importers.document_values import (
    complete,
    document_values,
    read_profile,
    read_status,
)
from kehoach.importers.draft import Imported, Piece, Sureness
from kehoach.importers.ending import take_ending
from kehoach.importers.frameworks import cited_frameworks
from kehoach.importers.header import read_header
from kehoach.importers.joining import drop_form
from kehoach.importers.keywords import Keywords, lacks_marks
from kehoach.importers.locality import find_locality
from kehoach.importers.named import is_named
from kehoach.importers.named_reading import read_named
from kehoach.importers.numbers import drop_counted
from kehoach.importers.opening import read_opening
from kehoach.importers.outline import read_outline
from kehoach.importers.parts import gather
from kehoach.importers.passages import passage
from kehoach.importers.restoring import Restorer
from kehoach.importers.sections import read_sections
from kehoach.importers.sheet_head import with_title_lines
from kehoach.language.fold import fold
from kehoach.model.library import Library

_UNPLACED = "chưa rõ thuộc phần nào của văn bản"
_NO_MARKS = (
    "Bản này là chữ nhận dạng từ ảnh, thiếu dấu hoặc sai dấu. Cấu trúc, đơn vị, con số, ngày tháng "
    "được nhận ra không theo dấu; câu chữ giữ như đã đọc. Phải soát lại toàn văn với bản ký."
)
_NO_BODY = "văn bản không có hoặc không nhận ra; điền vào chỗ […]"
_OF_A_PROVINCE = "văn bản do cấp tỉnh ban hành, không của xã, phường nào"
_HEAD_TABLES = ("cộng hòa xã hội chủ nghĩa", "đảng cộng sản việt nam", "độc lập - tự do")
_END_TABLES = ("nơi nhận",)


def recognise(
    source: SourceText | Sequence[SourceText], library: Library | None = None
) -> Imported:
    """Return the plan that *source* is; further sources are annexes of the first.

    *library* has the frameworks that the plan may carry out; by default those of the working
    folder and of the program. Never raises for any blocks.
    """
    sources = [source] if isinstance(source, SourceText) else list(source)
    library = Library(FilePath()) if library is None else library
    texts = [line.text for one in sources for line in _lines(one.blocks)]
    tolerant = lacks_marks(texts)
    context = Context(
        Keywords(tolerant=tolerant),
        Restorer(needed=tolerant, library=library),
        left_out=[left for one in sources for left in one.left_out],
        notes=[note for one in sources for note in one.notes],
    )
    read_so_far = len(context.left_out)
    if tolerant and _NO_MARKS not in context.notes:
        context.notes.append(_NO_MARKS)
    main, *others = [_clean(one.blocks, context) for one in sources] or [[]]
    others = [list(with_title_lines(blocks)) for blocks in others]
    draft = _document(main, others, context, library)
    drop_counted(draft, context)
    if not tolerant and (lost := unaccounted(sources, draft, context.left_out[read_so_far:])):
        context.notes.append(lost_note(lost))
    return Imported(draft, context.left_out, list(dict.fromkeys(context.notes)))


def _clean(blocks: Iterable[Block], context: Context) -> list[Block]:
    """Return *blocks* without form, the tables that only lay out head and signature as lines."""
    flat: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and _lays_out(block):
            columns = sorted({cell.column for row in block.rows for cell in row})
            cells = [c for at in columns for row in block.rows for c in row if c.column == at]
            flat += [line for cell in cells for line in cell.lines]
        else:
            flat.append(block)
    kept, left_out = drop_form(flat)
    context.left_out += left_out
    return kept


def _lays_out(table: Table) -> bool:
    texts = [fold(line.text) for row in table.rows for cell in row for line in cell.lines]
    return any(text.startswith(_END_TABLES) for text in texts) or any(
        phrase in text for text in texts for phrase in _HEAD_TABLES
    )


def _lines(blocks: Iterable[Block]) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
        else:
            lines += [line for row in block.rows for cell in row for line in cell.lines]
    return lines


def _document(
    main: list[Block], others: list[list[Block]], context: Context, library: Library
) -> dict[str, Any]:
    leading = _leading(main)
    header = read_header(leading, context)
    body, end, annexes = _cut(main[header.end :])
    closing = read_closing(_lines(end), context)
    context.leave_numbers([*leading[: header.end], *_lines(end)])
    bases, opening, contents, final = _body(body, context)
    unplaced = [text.piece(Sureness.CHECK, _UNPLACED) for text in header.rest]
    final += [text.piece(Sureness.CHECK, _UNPLACED) for text in closing.rest]
    added = [_annex(blocks, context) for blocks in [*split_annexes(annexes), *others]]
    document = document_values(header, closing)
    for annex in added:
        for key, piece in annex.document.items():
            document.setdefault(key, piece)
    everything = [passage(line) for blocks in (main, *others) for line in _lines(blocks)]
    locality = find_locality(
        header.values.get("co_quan"),
        everything,
        tolerant=context.keywords.tolerant,
        place_name=header.values.get("dia_danh"),
    )
    profile = read_profile(header, closing, everything)
    complete(document, locality, profile)
    draft: dict[str, Any] = {
        "kehoach": Piece(1),
        "don_vi": locality.values,
        "van_ban": {"the_thuc": profile, "trang_thai": read_status(header, document), **document},
    }
    frameworks = cited_frameworks(everything, library)
    annexes_read = [annex.node for annex in added]
    # OCR tears names of units into writings that no list can gather.
    units = (
        []
        if context.keywords.tolerant
        else declared_units(
            {"noi_dung": contents, "phu_luc": annexes_read}, str(locality.values["ten"].text)
        )
    )
    values = {
        "khung": frameworks,
        "don_vi_thuc_hien": units,
        "can_cu": bases,
        "mo_dau": [*unplaced, *opening],
        "noi_dung": contents or [{"doan": [Piece("[…]", (), Sureness.CHECK, _NO_BODY)]}],
        "ket_thuc": final,
        "phu_luc": annexes_read,
        "che_do_bao_cao": report_duties(contents),
        "chap_nhan": _of_no_commune() if locality.above else [],
    }
    draft |= {key: value for key, value in values.items() if value}
    return draft


def _of_no_commune() -> list[dict[str, Piece]]:
    """Return what says that the rules for the commune of a plan do not hold for a province's."""
    places = (("KH501", "don_vi"), ("KH502", "van_ban/co_quan"))
    return [
        {"ma": Piece(code), "tai": Piece(place), "ly_do": Piece(_OF_A_PROVINCE)}
        for code, place in places
    ]


def _body(
    blocks: list[Block], context: Context
) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
    """Return bases, opening, sections and closing paragraphs."""
    if is_named(blocks):
        named = read_named(blocks, context)
        return named.bases, named.opening, named.sections(), named.closing
    outline = read_outline(gather(blocks, context), context.keywords)
    ending = take_ending(outline, context.keywords)
    bases, opening, sections = read_opening(outline, context)
    return bases, opening, read_sections(sections, context), [text.piece() for text in ending]


def _annex(blocks: Sequence[Block], context: Context) -> Annex:
    """Read an annex; the head of one that names its values is read as any other's."""
    if not is_named(blocks):
        return read_annex(blocks, context)
    end = next(
        (i + 1 for i, block in enumerate(blocks) if isinstance(block, Line) and _ends_head(block)),
        1,
    )
    annex = read_annex(blocks[:end], context)
    while end < len(blocks) and _is_rule(blocks[end]):
        end += 1
    named = read_named(blocks[end:], context)
    annex.node.update(named.top)
    return annex


def _is_rule(block: Block) -> bool:
    return isinstance(block, Line) and not block.named and not any(map(str.isalnum, block.text))


def _ends_head(line: Line) -> bool:
    return fold(line.text).startswith("(kèm theo")


def _leading(blocks: Iterable[Block]) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        if not isinstance(block, Line) or block.named or (lines and begins_annex(block)):
            break
        lines.append(block)
    return lines


def _cut(blocks: list[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """Return body, end (recipients, signature) and annexes."""
    annex = next((i for i, block in enumerate(blocks) if begins_annex(block)), len(blocks))
    lines = [(i, block) for i, block in enumerate(blocks[:annex]) if isinstance(block, Line)]
    found = find_closing([line for _, line in lines])
    start = lines[found][0] if found < len(lines) else annex
    return blocks[:start], blocks[start:annex], blocks[annex:]
