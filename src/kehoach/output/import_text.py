"""What an import recognised, how surely, and what to check first, for people."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kehoach.importers.draft import Imported, Piece, Sureness, pieces
from kehoach.source.place import Path, write_path

_LONGEST = 60
_SHOWN = 12
"""How many doubtful values are listed; all of them have a comment in the plan file."""


def format_import(imported: Imported, target: str) -> Iterator[str]:
    """Yield the summary of one import."""
    found = list(pieces(imported.draft))
    yield f"đã ghi {target}"
    yield f"  nhận ra: {_counts(imported.draft)}"
    sure = Counter(piece.sure for _, piece in found if piece.origins)
    yield "  mức chắc chắn: " + ", ".join(
        f"{sure[level]} giá trị {level.value}" for level in Sureness if sure[level]
    )
    yield from _by_file(found)
    for reason, count in Counter(one.reason for one in imported.left_out).items():
        yield f"  bỏ ra {count} chỗ: {reason}"
    for note in imported.notes:
        yield f"  lưu ý: {note}"
    check = [(path, piece) for path, piece in found if piece.sure is Sureness.CHECK]
    if check:
        yield f"  xem lại trước ({len(check)} chỗ):"
    for path, piece in check[:_SHOWN]:
        yield f"    {write_path(path)}: {_short(piece)}{f' ({piece.note})' if piece.note else ''}"
    if len(check) > _SHOWN:
        yield f"    … và {len(check) - _SHOWN} chỗ nữa, đều có chú thích trong tệp"


def _by_file(found: list[tuple[Path, Piece]]) -> Iterator[str]:
    """Yield which file gave what, where there are several."""
    files: dict[str, dict[str, int]] = {}
    for path, piece in found:
        if piece.origins:
            part = write_path(path[:2] if path[0] == "phu_luc" else path[:1])
            given = files.setdefault(piece.origins[0].file, {})
            given[part] = given.get(part, 0) + 1
    if len(files) > 1:
        for file, given in files.items():
            yield f"  từ {file}: {sum(given.values())} giá trị ({', '.join(given)})"


def format_changes(result: Any, plan: str) -> Iterator[str]:
    """Yield what was brought back into a plan, and what was not."""
    for change in result.changes:
        yield f"  {change}"
    for conflict in result.conflicts:
        yield f"  xung đột: {conflict}"
    said = f", {len(result.conflicts)} xung đột chưa ghi" if result.conflicts else ""
    yield f"{plan}: {len(result.changes)} thay đổi{said}"


def _counts(draft: Any) -> str:
    counted = Counter[str]()
    _count(draft, counted)
    words = (("de_muc", "đề mục"), ("chi_tieu", "chỉ tiêu"), ("nhiem_vu", "nhiệm vụ"))
    said = [f"{counted[key]} {word}" for key, word in words]
    said.append(f"{counted['chu_tri']} nhiệm vụ có chủ trì")
    if annexes := draft.get("phu_luc"):
        said.append(f"{len(annexes)} phụ lục")
    return ", ".join(said)


def _count(value: Any, counted: Counter[str]) -> None:
    if isinstance(value, dict):
        for key, child in value.items():
            if key in {"chi_tieu", "nhiem_vu"}:
                counted[key] += len(child)
            elif key in {"de_muc", "chu_tri"}:
                counted[key] += 1
            _count(child, counted)
    elif isinstance(value, list):
        for child in value:
            _count(child, counted)


def _short(piece: Piece) -> str:
    text = str(piece.text)
    return f"“{text[:_LONGEST]}…”" if len(text) > _LONGEST else f"“{text}”"
