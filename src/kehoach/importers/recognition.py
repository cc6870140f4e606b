"""A file that was read, recognised as a plan: head, sections, targets, tasks, signature, annexes.

Every word of the source is in the draft or named as left out; what could not be placed stands
where it stood, as prose with a note.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any

from kehoach.importers.annexes import Annex, begins_annex, read_annex, split_annexes
from kehoach.importers.bases import read_basis
from kehoach.importers.blocks import Block, Line, SourceText, Table
from kehoach.importers.closing import Closing, find_closing, read_closing
from kehoach.importers.context import Context
from kehoach.importers.declared import declared_units, report_duties
from kehoach.importers.draft import Imported, Piece, Sureness, pieces
from kehoach.importers.ending import take_ending
from kehoach.importers.frameworks import cited_frameworks
from kehoach.importers.header import Header, read_header
from kehoach.importers.joining import drop_form
from kehoach.importers.keywords import Keywords, bare, lacks_marks
from kehoach.importers.locality import Locality, find_locality
from kehoach.importers.named import is_named
from kehoach.importers.named_reading import read_named
from kehoach.importers.numbers import drop_counted
from kehoach.importers.outline import Node, Part, read_outline
from kehoach.importers.parts import gather
from kehoach.importers.passages import Passage, passage
from kehoach.importers.restoring import Restorer
from kehoach.importers.sections import read_sections
from kehoach.language.fold import fold
from kehoach.model.library import Library

_UNPLACED = "chưa rõ thuộc phần nào của văn bản"
_NO_MARKS = (
    "Bản này là chữ nhận dạng từ ảnh, thiếu dấu hoặc sai dấu. Cấu trúc, đơn vị, con số, ngày tháng "
    "được nhận ra không theo dấu; câu chữ giữ như đã đọc. Phải soát lại toàn văn với bản ký."
)
_MISSING = "văn bản không có hoặc không nhận ra; điền vào chỗ […]"
_ISSUER_CUT = "bản nguồn chỉ còn tên xã, phường; tên cơ quan suy từ thể thức"
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
    if tolerant and _NO_MARKS not in context.notes:
        context.notes.append(_NO_MARKS)
    main, *others = [_clean(one.blocks, context) for one in sources] or [[]]
    draft = _document(main, others, context, library)
    drop_counted(draft, context)
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
    document = _document_values(header, closing)
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
    profile = _profile(header, closing, everything)
    _complete(document, locality, profile)
    draft: dict[str, Any] = {
        "kehoach": Piece(1),
        "don_vi": locality.values,
        "van_ban": {"the_thuc": profile, "trang_thai": _status(header, document), **document},
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
        "noi_dung": contents or [{"doan": [Piece("[…]", (), Sureness.CHECK, _MISSING)]}],
        "ket_thuc": final,
        "phu_luc": annexes_read,
        "che_do_bao_cao": report_duties(contents),
    }
    draft |= {key: value for key, value in values.items() if value}
    return draft


def _body(
    blocks: list[Block], context: Context
) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
    """Return bases, opening, sections and closing paragraphs."""
    if is_named(blocks):
        named = read_named(blocks, context)
        return named.bases, named.opening, named.sections(), named.closing
    outline = read_outline(gather(blocks, context), context.keywords)
    ending = take_ending(outline, context.keywords)
    bases, opening, sections = _opening(outline, context)
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


def _opening(
    outline: list[Node | Part], context: Context
) -> tuple[list[Any], list[Any], list[Node | Part]]:
    """Return bases, opening paragraphs, and the rest of the outline."""
    first = next(
        (i for i, item in enumerate(outline) if not _opens(item)),
        len(outline),
    )
    if first == len(outline) and not any(_is_basis(item) for item in outline):
        return [], [], outline
    bases: list[Any] = []
    opening: list[Any] = []
    for item in outline[:first]:
        text = item.text if isinstance(item, Node) else item
        if not isinstance(text, Passage) or not text.text:
            continue
        if _is_basis(item) and not opening:
            bases.append(read_basis(text, context))
        elif isinstance(item, Node):
            if not (opening and isinstance(opening[-1], list)):
                opening.append([])
            opening[-1].append(text.piece())
        else:
            opening.append(text.piece())
    return bases, opening, outline[first:]


def _opens(item: Node | Part) -> bool:
    if isinstance(item, Node):
        return item.mark.is_dash and not item.items and item.mark.number != "o"
    return isinstance(item, Passage)


def _is_basis(item: Node | Part) -> bool:
    text = item.text if isinstance(item, Node) else item
    return (
        isinstance(text, Passage)
        and fold(text.text).startswith("căn cứ ")
        and not text.text.endswith(":")
    )


def _document_values(header: Header, closing: Closing) -> dict[str, Any]:
    values: dict[str, Any] = dict(header.values)
    if closing.signer:
        values["nguoi_ky"] = closing.signer
    if closing.recipients:
        values["noi_nhan"] = closing.recipients
    return values


def _profile(header: Header, closing: Closing, texts: Sequence[Passage]) -> Piece:
    """Return which form the document has, by what only one of them writes."""
    told = [header.values.get("ky_hieu"), header.values.get("co_quan")]
    symbol, issuer = (str(piece.text) if piece else "" for piece in told)
    source = next((piece.origins for piece in told if piece), texts[0].origins if texts else ())
    if header.is_party or symbol.endswith(("/ĐU", "/BCĐ", "/TU")):
        return Piece("hd05", source)
    if symbol.endswith("UBND") or fold(issuer).startswith(("ủy ban", "ubnd")):
        return Piece("nd30", source)
    signed = closing.signer.get("thay_mat")
    by = fold(str(signed.text)) if signed else ""
    said = " ".join(fold(text.text) for text in texts[:_OPENING_LINES])
    stored = " ".join(fold(str(piece.text)) for piece in closing.recipients[-1:])
    party = (
        by.startswith(("ban thường vụ", "ban chấp hành", "đảng ủy"))
        or "ban thường vụ đảng ủy" in said
        or "vpđu" in stored
        or "văn phòng đảng ủy" in stored
    )
    note = "suy từ cơ quan ban hành, người ký hoặc nơi lưu"
    return Piece("hd05" if party else "nd30", source, Sureness.LIKELY, note)


_OPENING_LINES = 30


def _status(header: Header, document: dict[str, Any]) -> Piece:
    signer = document.get("nguoi_ky", {})
    issued = "ho_ten" in signer or "so" in document or len(_date(document)) > len("2025-07")
    status = "ban_hanh" if issued and not header.is_draft else "du_thao"
    return Piece(status, next((p.origins for _, p in pieces(document) if p.origins), ()))


def _date(document: dict[str, Any]) -> str:
    piece = document.get("ngay")
    return str(piece.text) if isinstance(piece, Piece) else ""


_DOCUMENT_KEYS = (
    "ten_loai", "co_quan_cap_tren", "co_quan", "so", "ky_hieu", "dia_danh", "ngay", "trich_yeu",
    "nguoi_ky", "noi_nhan",
)  # fmt: skip


def _complete(document: dict[str, Any], locality: Locality, profile: Piece) -> None:
    """Put placeholders where the source lacks what a plan file must have, and order the keys."""
    body = "Đảng ủy" if profile.text == "hd05" else "Ủy ban nhân dân"
    commune = locality.values["ten"]
    issuer, place = document.get("co_quan"), document.get("dia_danh")
    if issuer and bare(str(issuer.text)) == bare(str(commune.text)):
        document["co_quan"] = replace(
            issuer, text=f"{body} {commune.text}", sure=Sureness.CHECK, note=_ISSUER_CUT
        )
    if place and locality.unit and bare(str(place.text)) == bare(locality.unit.name):
        document["dia_danh"] = replace(place, text=locality.unit.name)
    if "co_quan" not in document:
        note = "suy từ tên đơn vị và thể thức; bản nguồn không có phần đầu"
        document["co_quan"] = Piece(
            f"{body} {commune.text}", commune.origins, Sureness.LIKELY, note
        )
    if "ten_loai" not in document:
        document["ten_loai"] = Piece("Kế hoạch", (), Sureness.LIKELY, _MISSING)
    if "trich_yeu" not in document:
        document["trich_yeu"] = Piece("[…]", (), Sureness.CHECK, _MISSING)
    values = dict(document)
    document.clear()
    document.update({key: values[key] for key in _DOCUMENT_KEYS if key in values})
