"""The parts of a Word file that decide how it looks, opened within bounds.

Nothing is fetched or run: links that lead out of the file are not followed, macros are not read.
"""

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.importers.readers.archive import LARGEST_FILE, open_archive
from kehoach.importers.readers.office import Package
from kehoach.importers.readers.refusal import MEGABYTE, read_bytes, refused
from kehoach.importers.readers.word.values import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"
# A document of 1,000 pages has about 20,000 paragraphs, 100,000 runs and 20 MB of XML, which takes
# twenty times as much memory once it is read.
_MOST_XML = 24 * MEGABYTE
_MOST_PARAGRAPHS = 20_000
_MOST_RUNS = 200_000
_MOST_SECTIONS = 1_000
_RUNNING = ("header", "footer")
_OTHERS = {"xl": "bảng tính Excel", "ppt": "trình chiếu PowerPoint"}


@dataclass(frozen=True, slots=True)
class WordFile:
    """The XML of a Word file; what is missing is None.

    ``parts`` are the names of those parts that show text or say how it looks, with their roots;
    ``running`` gives, by relationship id, the part of a header or footer.
    """

    name: str
    main: str
    root: "_Element"
    styles: "_Element | None"
    numbering: "_Element | None"
    theme: "_Element | None"
    settings: "_Element | None"
    parts: "dict[str, _Element]" = field(default_factory=dict)
    running: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def read_word(file: Path, name: str) -> WordFile:
    """Read the Word *file*, called *name* in messages. Raises `SourceError`."""
    return open_word(read_bytes(file, name, LARGEST_FILE), name)


def open_word(data: bytes, name: str) -> WordFile:
    """Open *data*, the bytes of the Word file *name*. Raises `SourceError`."""
    with open_archive(data, name) as archive:
        _check_xml(data, name)
        package = Package(archive, name, _MAIN)
        other = _OTHERS.get(package.main.partition("/")[0])
        if other:
            message = f"tệp mang đuôi của Word nhưng nội dung là {other}"
            raise refused(name, message, "chọn tệp Word (.docx)")
        root = package.tree(package.main)
        if root is None or root.find(f"{W}body") is None:
            help_ = "mở bằng Word rồi lưu lại thành .docx"
            raise refused(name, "tệp Word không có nội dung văn bản", help_)
        _check_size(root, name)
        parts = {package.main: root}
        found: dict[str, _Element | None] = {}
        running: dict[str, str] = {}
        notes: list[str] = []
        for id_, relation in package.relations(package.main).items():
            if relation.kind in {"styles", "numbering", "theme", "settings"}:
                tree = package.tree(relation.target)
                found.setdefault(relation.kind, tree)
            elif relation.kind in {*_RUNNING, "footnotes", "endnotes"}:
                tree = package.tree(relation.target)
                if tree is not None and relation.kind in _RUNNING:
                    running[id_] = relation.target
                elif tree is not None:
                    notes.append(relation.target)
            else:
                continue
            if tree is not None:
                parts[relation.target] = tree
        return WordFile(
            name=name,
            main=package.main,
            root=root,
            styles=found.get("styles"),
            numbering=found.get("numbering"),
            theme=found.get("theme"),
            settings=found.get("settings"),
            parts=parts,
            running=running,
            notes=tuple(notes),
        )


def _check_xml(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        total = sum(one.file_size for one in archive.infolist() if one.filename.endswith(".xml"))
    if total > _MOST_XML:
        message = f"phần chữ của tệp quá lớn ({total / MEGABYTE:.0f} MB)"
        raise refused(name, message, "tách thành nhiều tệp")


def _check_size(root: "_Element", name: str) -> None:
    for tag, most, words in (
        ("p", _MOST_PARAGRAPHS, "đoạn"),
        ("r", _MOST_RUNS, "mẩu chữ (run)"),
        ("sectPr", _MOST_SECTIONS, "phần (section)"),
    ):
        if sum(1 for _ in root.iter(f"{W}{tag}")) > most:
            message = f"văn bản có quá {most} {words}, không kiểm tra được"
            raise refused(name, message, "tách thành nhiều tệp")
