"""Broken and hostile files of every kind: refused in a clear sentence, nothing written."""

import io
import re
import zipfile
from pathlib import Path

import docx
import openpyxl  # type: ignore[import-untyped]  # has no types
import pytest

from kehoach.cli.importing import import_files
from kehoach.importers.readers.refusal import MOST_LINES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(500)
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>'
)
TEXT = "Ủy ban nhân dân xã tổ chức thực hiện 80% nhiệm vụ trước ngày 30/6/2026.\n".encode()
ENDINGS = ("docx", "xlsx", "pdf", "csv", "md", "txt")


def word_file() -> bytes:
    document = docx.Document()
    document.add_paragraph("Nội dung của kế hoạch")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def sheet_file() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["TT", "Nhiệm vụ", "Chủ trì"])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def with_part(file: bytes, part: str, content: bytes | None) -> bytes:
    """Return the package *file* with *part* in place of its own, None for without it."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(data, "w", 8) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        if content is not None:
            new.writestr(part, content)
    return data.getvalue()


WORD, SHEET = word_file(), sheet_file()
DOCUMENT, CELLS = "word/document.xml", "xl/worksheets/sheet1.xml"
BOMB = b"<a>" + b" " * 60_000_000

CASES: list[tuple[str, bytes, str]] = [
    *((f"trong.{ending}", b"", "tệp trống") for ending in ENDINGS),
    *((f"chi-khoang-trang.{ending}", b" \n" * 100, "trống|hỏng") for ending in ENDINGS),
    *((f"khong.{ending}", bytes(5000), "nhị phân|hỏng") for ending in ENDINGS),
    *((f"mat-khau.{ending}", LOCKED, "có mật khẩu") for ending in ENDINGS),
    *((f"kieu-cu.{ending}", OLE, "kiểu cũ") for ending in ENDINGS),
    *((f"dai-50mb.{ending}", TEXT * 650_000, "quá lớn|hỏng") for ending in ENDINGS),
    *((f"bang-ma-la.{ending}", "où dûr naïf".encode("latin-1") * 9, "bảng mã|hỏng")
      for ending in ENDINGS),
    *((f"co-nul.{ending}", TEXT + b"\0" + TEXT, "nhị phân|hỏng") for ending in ENDINGS),
    *((f"van-ban-doi-ten.{ending}", TEXT, "hỏng") for ending in ("docx", "xlsx", "pdf")),
    *((f"anh.{ending}", b"\x89PNG\r\n" + bytes(90), "ảnh") for ending in ENDINGS),
    ("nhieu-dong.txt", b"- x\n" * (MOST_LINES + 1), "quá dài"),
    ("nhieu-dong.md", b"- x\n" * (MOST_LINES + 1), "quá dài"),
    ("mot-dong.csv", b"a;" * 2_500_000, "quá lớn"),
    ("cut.docx", WORD[: len(WORD) // 2], "hỏng"),
    ("cut-duoi.docx", WORD[:-30], "hỏng"),
    ("cut.xlsx", SHEET[: len(SHEET) // 2], "hỏng"),
    ("cut.pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pag", "hỏng"),
    ("cut.txt", TEXT[:2], "bảng mã"),
    ("thieu-phan.docx", with_part(WORD, DOCUMENT, None), "hỏng"),
    ("thieu-phan.xlsx", with_part(SHEET, "xl/workbook.xml", None), "hỏng"),
    ("thieu-trang-tinh.xlsx", with_part(SHEET, CELLS, None), "không có ô nào"),
    ("bom.docx", with_part(WORD, DOCUMENT, BOMB), "phình ra quá lớn"),
    ("bom.xlsx", with_part(SHEET, CELLS, BOMB), "phình ra quá lớn"),
    ("thuc-the.docx", with_part(WORD, DOCUMENT, ENTITIES), "DTD"),
    ("thuc-the.xlsx", with_part(SHEET, CELLS, ENTITIES), "DTD"),
    ("a.doc", OLE, r"Word kiểu cũ \(\.doc\)"),
    ("a.xls", OLE, r"Excel kiểu cũ \(\.xls\)"),
    ("a.docm", WORD, "có macro"),
    ("a.html", b"<html></html>", "trang web"),
    ("a.exe", b"MZ", "không đọc được dạng tệp này"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "message"), CASES, ids=[name for name, _, _ in CASES])
def test_refused(
    name: str, data: bytes, message: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    if name.endswith(".pdf"):
        pytest.importorskip("pdfplumber")
    file = tmp_path / name
    file.write_bytes(data)
    assert import_files([file], tmp_path / "ra", force=False) == 2
    said = capfd.readouterr()
    assert said.out == ""
    first, *others = said.err.splitlines()
    assert first.startswith(f"{file.as_posix()}:1:1: lỗi KH001: ")
    assert re.search(message, first)
    assert any(line.strip().startswith("= ") for line in others)
    assert [one.name for one in tmp_path.iterdir()] == [name]


ODD = [
    ("mot-dong-dai.txt", (TEXT.strip() + b" ") * 10_000),
    ("mot-tu-dai.txt", b"a" * 1_000_000),
    ("mot-dong-dai.md", (TEXT.strip() + b" ") * 10_000),
    ("macro.docx", with_part(WORD, "word/vbaProject.bin", b"Sub AutoOpen")),
    *((f"word-doi-ten.{ending}", WORD) for ending in ENDINGS),
    *((f"excel-doi-ten.{ending}", SHEET) for ending in ENDINGS),
]


@pytest.mark.parametrize(("name", "data"), ODD, ids=[name for name, _ in ODD])
def test_odd_but_read(name: str, data: bytes, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert import_files([file], tmp_path / "ra", force=False) == 0
    assert len(list((tmp_path / "ra").iterdir())) == 2
