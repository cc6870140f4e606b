"""What a comparison found, kept in the plan files: links and acceptances."""

from pathlib import Path

from kehoach.cli.comparing import Comparer, Wanted
from kehoach.compare.links import acceptance_edits, link_edits
from kehoach.compare.sheet import Sheet
from kehoach.output.writing import write_beside
from kehoach.source.place import Fault, SourceError
from kehoach.source.splice import Edit, apply, write_back
from kehoach.source.tree import SourceFile, load


def keep_links(file: Path, wanted: Wanted) -> str:
    """Write the sure pairs by words of *file* as links and return what was done.

    Raises `SourceError`, `SpliceError`, `WriteError`.
    """
    source, sheets = _read(file, wanted)
    edits = link_edits(source, sheets)
    _write(file, source, edits)
    doubtful = sum(not row.sure for sheet in sheets for row in sheet.items())
    left = f"; còn {doubtful} cặp nghi vấn phải tự quyết định" if doubtful else ""
    return f"{source.name}: ghi {len(edits)} liên kết khung{left}"


def keep_acceptance(file: Path, wanted: Wanted, item: str, reason: str) -> str:
    """Write that what is open of *item* is accepted and return what was done; see `keep_links`."""
    source, sheets = _read(file, wanted)
    edits, marks = acceptance_edits(source, sheets, item, reason)
    if not marks:
        codes = sorted({row.item for sheet in sheets for row in sheet.items()})
        message = f"mục “{item}” không có khác biệt nào cần chấp nhận"
        help_ = "xem lại kết quả so sánh"
        if item not in codes:
            message, help_ = f"không có mục “{item}”", f"các mục: {', '.join(codes)}"
        raise SourceError(source.name, (Fault("KH001", message, help_),))
    _write(file, source, edits)
    said = "; ".join(mark.difference.message() for mark in marks)
    return f"{source.name}: chấp nhận ở {item}: {said}"


def _read(file: Path, wanted: Wanted) -> tuple[SourceFile, list[Sheet]]:
    sheets = Comparer(wanted).compare(file)
    source = load(file, file.as_posix())
    if any(sheet.versions for sheet in sheets) or wanted.staged or "kehoach" not in source.value:
        message = "chỉ ghi được vào kế hoạch trên đĩa khi so với khung hoặc kế hoạch cấp trên"
        raise SourceError(source.name, (Fault("KH001", message, "bỏ --staged, --with BẢN"),))
    return source, sheets


def _write(file: Path, source: SourceFile, edits: list[Edit]) -> None:
    if edits:
        write_beside(file, write_back(file, apply(source, edits)))
