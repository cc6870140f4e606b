"""Nơi nhận."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from kehoach.document.profile import Part
from kehoach.language.fold import fold
from kehoach.rules.finding import Level
from kehoach.thethuc.fault import Document, Edit, Fault, at_piece
from kehoach.thethuc.looking import own_runs, share, size_fault, wrong_look
from kehoach.thethuc.reading.text import Piece
from kehoach.thethuc.registry import rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II.9"
_PARTY = "HD 05-HD/VPTW, phần II, mục I.9.2"
_KEPT = re.compile(r"[-–+•*]?\s?lưu\b.*", re.IGNORECASE)
# Who drafted may stand behind the full stop, in small type: “- Lưu: VT, VHXH.Lan”.
_STATE_KEPT = re.compile(r"- Lưu: VT(?:, ?[^;]+)?\.(?: ?[^\W\d_]{1,12}(?: ?\(\d{1,4}\))?)?")
_PARTY_KEPT = re.compile(r"- Lưu (?:Văn phòng\b.*|VP\S*.*)\.")
_DRAFTER = re.compile(r"[\w.]{1,20}\s?[.(-]?\s?\(?\d{1,4}\)?\.?")
_SAME = "như trên"
_DASHED = re.compile(r"[-–+•*]")


@rule("N-90", "noi-nhan", Level.ERROR, f"{_STATE}.d")
def label(document: Document) -> Iterator[Fault]:
    """“Nơi nhận:” riêng một dòng, ngang dòng quyền hạn, cỡ 12, nghiêng, đậm, sát lề trái."""
    piece = document.found.recipients_label
    if piece is None:
        return
    yield from _wrong_label(document, piece)
    if any(one.look.underline != "none" for one in piece.segments):
        edits = [Edit(run, "underline", "none") for run in own_runs(piece)]
        yield at_piece(piece, "“Nơi nhận:” gạch chân", edits=edits)
    first = next(iter(document.found.signature), None)
    if first is None:
        return
    cells = piece.paragraph.cell, first.paragraph.cell
    if cells[0] is not None and cells[1] is not None and cells[0].row != cells[1].row:
        yield at_piece(piece, "“Nơi nhận:” không ngang dòng quyền hạn, chức vụ")


@rule("N-91", "danh-sach-noi-nhan", Level.ERROR, f"{_STATE}.d")
def items(document: Document) -> Iterator[Fault]:
    """Mỗi nơi nhận một dòng, cỡ 11, đứng, có gạch đầu dòng, hết bằng dấu chấm phẩy."""
    yield from _wrong_items(document)


@rule("N-92", "dong-luu", Level.ERROR, f"{_STATE}.d")
def kept(document: Document) -> Iterator[Fault]:
    """Dòng cuối “- Lưu: VT, đơn vị soạn thảo.”, hết bằng dấu chấm."""
    yield from _wrong_kept(document, _STATE_KEPT, "viết “- Lưu: VT, VHXH.”")


@rule("N-93", "nhu-tren", Level.ERROR, f"{_STATE}.b")
def same(document: Document) -> Iterator[Fault]:
    """“- Như trên;” chỉ có khi văn bản có phần Kính gửi, và khi đó là dòng đầu."""
    found = document.found
    lines = found.recipients
    said = [one for one in lines if fold(one.text).strip("-+ ;.").startswith(_SAME)]
    if said and not found.addressees:
        yield at_piece(said[0], "có “Như trên” mà văn bản không có phần Kính gửi")
    elif lines and found.addressees and not said:
        yield at_piece(lines[0], "có phần Kính gửi mà nơi nhận không có “- Như trên;”")
    elif said and said[0] is not lines[0]:
        yield at_piece(said[0], "“Như trên” không ở dòng đầu")


@rule("P-50", "noi-nhan-dang", Level.ERROR, f"{_PARTY}.5")
def party_label(document: Document) -> Iterator[Fault]:
    """“Nơi nhận:” cỡ 14, đứng, không đậm, gạch chân nét liền bằng độ dài cụm từ."""
    piece = document.found.recipients_label
    if piece is None:
        return
    yield from _wrong_label(document, piece)
    underlined = all(one.look.underline == "single" for one in piece.segments if one.text.strip())
    if not underlined and not piece.paragraph.strokes and piece.paragraph.look.bottom is None:
        edits = [Edit(run, "underline", "single") for run in own_runs(piece)]
        yield at_piece(piece, "“Nơi nhận:” chưa gạch chân", edits=edits)


@rule("P-51", "danh-sach-noi-nhan-dang", Level.ERROR, f"{_PARTY}.5")
def party_items(document: Document) -> Iterator[Fault]:
    """Nơi nhận cỡ 12, đứng, “- …;”; dòng cuối “- Lưu Văn phòng ….” không có dấu hai chấm."""
    yield from _wrong_items(document)
    yield from _wrong_kept(document, _PARTY_KEPT, "viết “- Lưu Văn phòng Đảng ủy.”")


def _wrong_label(document: Document, piece: Piece) -> Iterator[Fault]:
    yield from wrong_look(document, Part.RECIPIENTS, piece)
    asked = document.norm.profile.recipients
    if piece.text != asked:
        yield at_piece(piece, f"viết là “{piece.text}”", f"viết “{asked}” riêng một dòng")


def _lines(document: Document) -> list[Piece]:
    """Return the recipients without what follows the last one: signs of who drafted."""
    lines = list(document.found.recipients)
    while lines and not lines[-1].paragraph.mark and _DRAFTER.fullmatch(lines[-1].text):
        lines.pop()
    return lines


def _shown(piece: Piece) -> str:
    mark = piece.paragraph.mark
    return f"{mark} {piece.text}" if mark else piece.text


def _wrong_items(document: Document) -> Iterator[Fault]:
    lines = _lines(document)
    sizes = document.norm.sizes[Part.RECIPIENT]
    open_ = False  # whether the line above goes on: people break long lines by hand
    for piece, following in zip_longest(lines, lines[1:]):
        runs = own_runs(piece)
        wrong, edits = size_fault(piece.segments, sizes, runs)
        for name, word in (("bold", "in đậm"), ("italic", "in nghiêng")):
            if share(piece.segments, name) > 0.5:  # noqa: PLR2004
                wrong.append(word)
                edits += [Edit(run, name, value=False) for run in runs]
        text, below = _shown(piece), _shown(following) if following is not None else ""
        if not _KEPT.fullmatch(text):
            if not text.startswith("- ") and not open_:
                wrong.append("không có gạch đầu dòng “- ”")
            open_ = bool(below) and not text.endswith((";", ".")) and not _DASHED.match(below)
            if not text.endswith(";") and not open_:
                wrong.append("không hết bằng dấu chấm phẩy")
        if wrong:
            yield at_piece(piece, f"nơi nhận: {'; '.join(wrong)}", edits=edits)


def _wrong_kept(document: Document, right: re.Pattern[str], help_: str) -> Iterator[Fault]:
    lines = _lines(document)
    if not lines:
        return
    last = lines[-1]
    if not any(_KEPT.fullmatch(_shown(one)) for one in lines):
        yield at_piece(last, "nơi nhận không có dòng Lưu", help_)
    elif not _KEPT.fullmatch(_shown(last)):
        yield at_piece(last, "dòng Lưu không phải dòng cuối", help_)
    elif not right.fullmatch(_shown(last)):
        yield at_piece(last, f"dòng lưu viết là “{_shown(last)}”", help_)
