"""Word files (.docx): paragraphs, tables, text boxes and notes in the order of reading.

Numbers and bullets that Word makes itself are in `Line.number`, also for a cell with nothing else.
A line break inside a paragraph begins a new `Line` and leaves the one before ``broken``. Tables
inside cells follow the table they stand in. Insertions are text, deletions are left out.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.importers.blocks import Block, LeftOut, SourceText
from kehoach.importers.readers.archive import LARGEST_FILE, open_archive
from kehoach.importers.readers.decoding import DECOMPOSED
from kehoach.importers.readers.fonts import Fonts
from kehoach.importers.readers.office import Package, R
from kehoach.importers.readers.refusal import read_bytes, refused
from kehoach.importers.readers.word.body import Body, Found, is_on, lines_of, outline_root, visible
from kehoach.importers.readers.word.numbering import Numbering
from kehoach.importers.readers.word.runs import Runs
from kehoach.importers.readers.word.styles import Styles, read_run_look
from kehoach.importers.readers.word.values import W, value
from kehoach.language.fold import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

ENDINGS: tuple[str, ...] = (".docx",)

_MAIN = "word/document.xml"

RUNNING = "phần đầu trang, cuối trang lặp lại"
PAGE_NUMBER = "số trang"
COMMENT = "ý kiến ghi bên lề"

# What heads a state or a party document, and how far down it may stand.
_HEADS = tuple(map(fold, ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Đảng Cộng sản Việt Nam")))
_HEAD_LINES = 30
_PAGE_PARTS = ("headerReference", "footerReference")


def read(file: Path, name: str) -> SourceText:
    """Read the Word *file*, called *name* in origins. Raises `SourceError`."""
    data = read_bytes(file, name, LARGEST_FILE)
    with open_archive(data, name) as archive:
        package = Package(archive, name, _MAIN)
        try:
            return _read(package, name)
        except RecursionError:
            message = "nội dung tệp lồng nhau quá sâu"
            raise refused(name, message, "mở bằng Word rồi lưu lại") from None


def _read(package: Package, name: str) -> SourceText:
    root = package.tree(package.main)
    if root is None:
        raise refused(name, "tệp Word không có nội dung", "mở bằng Word rồi lưu lại")
    styles = Styles(package.related("styles"))
    fonts = Fonts(_texts(root, styles))
    found = Found()
    body = Body(
        name,
        styles,
        Numbering(package.related("numbering")),
        Runs(styles, fonts),
        dict(_notes(package)),
        found,
    )
    blocks = body.read(outline_root(root))
    blocks = [*_running(package, root, body, blocks, found), *blocks]
    comments = package.related("comments")
    if comments is not None:
        for comment in comments.findall(f"{W}comment"):
            found.left_out += _left_out(body.read(comment), COMMENT)
    if not any(line.text for line in lines_of(blocks)):
        message = "tệp Word không có chữ nào" + (", chỉ có ảnh" if found.pictures else "")
        help_ = "nếu là ảnh chụp văn bản thì nhận dạng chữ (OCR) trước rồi đưa kết quả vào"
        raise refused(name, message, help_)
    notes = tuple(_remarks(package, fonts, found))
    return SourceText(name, tuple(blocks), tuple(found.left_out), notes)


def _texts(root: "_Element", styles: Styles) -> "Iterator[tuple[str, str | None]]":
    for paragraph in root.iter(f"{W}p"):
        style = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        base = styles.paragraph(style).font
        for run in paragraph.iter(f"{W}r"):
            font = read_run_look(run.find(f"{W}rPr")).font or base
            yield "".join(one.text or "" for one in run.findall(f"{W}t")), font
        yield "\n", base


def _notes(package: Package) -> "Iterator[tuple[tuple[str, str], _Element]]":
    for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        root = package.related(kind)
        for note in () if root is None else root.findall(f"{W}{tag}"):
            if note.get(f"{W}type", "normal") == "normal":
                yield (kind, note.get(f"{W}id", "")), note


def _running(
    package: Package, root: "_Element", body: Body, blocks: list[Block], found: Found
) -> list[Block]:
    """Return the page header that heads the document, where its body does not; leave out the rest.

    Some templates put the national emblem words and the agency into the header of the first page.
    """
    headed = _is_head(blocks)
    head: list[Block] = []
    relations = package.relations(package.main)
    for id_ in _page_parts(root):
        part = package.tree(relations[id_].target) if id_ in relations else None
        if part is None:
            continue
        read_blocks = body.read(part)
        if not headed and not head and _is_head(read_blocks):
            head = read_blocks
        else:
            found.left_out += _left_out(read_blocks, RUNNING)
    return head


def _page_parts(root: "_Element") -> list[str]:
    """Return the relationships of headers and footers that are shown, each once."""
    ids: dict[str, None] = {}
    for section in root.iter(f"{W}sectPr"):
        first_is_other = is_on(section.find(f"{W}titlePg"))
        for tag in _PAGE_PARTS:
            for reference in section.findall(f"{W}{tag}"):
                if reference.get(f"{W}type") != "first" or first_is_other:
                    ids[_relation_id(reference)] = None
    return list(ids)


def _relation_id(reference: "_Element") -> str:
    return reference.get(f"{R}id", "")


def _is_head(blocks: list[Block]) -> bool:
    lines = [fold(line.text) for _, line in zip(range(_HEAD_LINES), lines_of(blocks), strict=False)]
    return any(head in line for line in lines for head in _HEADS)


def _left_out(blocks: list[Block], reason: str) -> list[LeftOut]:
    return [
        LeftOut(text, line.origin, PAGE_NUMBER if text.isdecimal() else reason)
        for line in lines_of(blocks)
        for text in [visible(line)]
    ]


def _remarks(package: Package, fonts: Fonts, found: Found) -> Iterator[str]:
    for encoding in sorted(fonts.encodings):
        yield f"chữ viết bằng phông {encoding.value}, đã chuyển sang Unicode; xem lại chữ hoa"
    if fonts.decomposed:
        yield DECOMPOSED
    if found.note_count:
        yield (
            f"có {found.note_count} chú thích chân trang, đặt ngay sau đoạn hoặc bảng có dấu chú "
            "thích và đánh số [1], [2]…"
        )
    if found.pictures:
        yield f"có {found.pictures} hình ảnh; chữ trong hình không đọc được"
    if package.has_macros:
        yield "tệp có macro; chương trình không đọc và không chạy macro"
    for what in sorted(found.unread):
        yield f"không đọc được {what}"
