"""Files nobody wrote for us: a clear sentence or plain findings, within bounds, nothing run."""

import io
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from kehoach.source.place import SourceError
from kehoach.thethuc.checking import CheckedWord, check_docx, check_word
from kehoach.thethuc.reading.package import open_word
from kehoach.thethuc.repairing.fixing import fix_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN = f'<w:document xmlns:w="{W}"><w:body>'
CLOSE = "</w:body></w:document>"
MEGABYTE = 1024 * 1024


def changed(data: bytes, **parts: bytes | None) -> bytes:
    """Return the package with parts replaced (``word__document_xml``), dropped (None) or added."""
    wanted = dict(parts)
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = wanted.pop(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in wanted.items():
            if content is not None:
                new.writestr(name, content)
    return target.getvalue()


MAIN, RELS = "word/document.xml", "word/_rels/document.xml.rels"
ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>' + OPEN + "&b;" + CLOSE
).encode()
OUTSIDE = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>{OPEN}&x;{CLOSE}'.encode()
DEEP = (
    OPEN + "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80 + CLOSE
).encode()
DEEPER = (OPEN + "<w:sdt>" * 400 + "</w:sdt>" * 400 + CLOSE).encode()


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({MAIN: ENTITIES}, "DTD"),
        ({MAIN: OUTSIDE}, "DTD"),
        ({"word/styles.xml": b"<!DOCTYPE a []><a/>"}, "DTD"),
        ({MAIN: b"<w:document"}, "hỏng"),
        ({MAIN: f'<w:document xmlns:w="{W}"/>'.encode()}, "không có nội dung"),
        ({MAIN: None}, "hỏng"),
        ({MAIN: OPEN.encode() + b"<w:p/>" * 20_001 + CLOSE.encode()}, "20000 đoạn"),
        ({MAIN: OPEN.encode() + b"<w:r/>" * 200_001 + CLOSE.encode()}, "200000 mẩu"),
        ({MAIN: OPEN.encode() + b"<w:sectPr/>" * 1_001 + CLOSE.encode()}, "1000 phần"),
        ({MAIN: OPEN.encode() + b" " * (60 * MEGABYTE) + CLOSE.encode()}, "quá lớn"),
        ({MAIN: DEEPER}, "hỏng|lồng nhau"),
    ],
    ids=[
        "entities", "outside-entity", "dtd-in-styles", "broken-xml", "no-body", "no-main-part",
        "too-many-paragraphs", "too-many-runs", "too-many-sections", "bomb", "too-deep",
    ],
)  # fmt: skip
def test_refused(
    parts: dict[str, Any], words: str, right: Callable[..., bytes], check: Callable[..., Any]
) -> None:
    with pytest.raises(SourceError, match=words):
        check(changed(right("nd30"), **parts))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Target="xl/workbook.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def zipped(*parts: tuple[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "trống"),
        (b"PK\x03\x04", "hỏng"),
        ("Chỉ có chữ".encode(), "hỏng"),
        (OLE + b"\0" * 600, "kiểu cũ"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"{\\rtf1\\ansi X}", "RTF"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "HTML"),
        ("<HTML><body>".encode("utf-16"), "HTML"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "HTML"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "dạng XML"),
        (b"%PDF-1.7", "PDF"),
        (zipped(("mimetype", "application/vnd.oasis.opendocument.text")), "OpenDocument"),
        (zipped(("_rels/.rels", WORKBOOK), ("xl/workbook.xml", "<workbook/>")), "Excel"),
    ],
    ids=[
        "empty", "cut", "text", "old-word", "locked", "rtf", "html", "html-utf16", "mht", "xml",
        "pdf", "odt", "xlsx",
    ],
)  # fmt: skip
def test_what_is_no_word_file_is_named(data: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / "thu.docx"
    file.write_bytes(data)
    with pytest.raises(SourceError, match=words):
        check_docx(file)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "lon.docx"
    with file.open("wb") as stream:
        stream.truncate(200 * MEGABYTE)
    with pytest.raises(SourceError, match="quá lớn"):
        check_docx(file)


LEVELS = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1">'
    + "".join(f'<w:lvl w:ilvl="{n}"><w:lvlText w:val="%{n}."/></w:lvl>' for n in range(10_000))
    + '<w:lvl w:ilvl="²"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    "</w:numbering>"
).encode()
CYCLE = (
    f'<w:styles xmlns:w="{W}">'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % 5_000}"/>'
        "</w:style>"
        for n in range(5_000)
    )
    + "</w:styles>"
).encode()
IN_CYCLE = (
    OPEN
    + "".join(f'<w:p><w:pPr><w:pStyle w:val="S{n}"/></w:pPr></w:p>' for n in range(500))
    + CLOSE
).encode()
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BROKEN_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="styles" Type="{RELATION}/styles" Target="khong-co.xml"/>'
    f'<Relationship Id="number" Type="{RELATION}/header" Target="../../../etc/passwd"/>'
    f'<Relationship Id="first" Type="{RELATION}/header" TargetMode="External"'
    ' Target="https://example.invalid/x"/></Relationships>'
).encode()
NUMBERED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="n" Type="{RELATION}/numbering" Target="numbering.xml"/></Relationships>'
).encode()


@pytest.mark.parametrize(
    "parts",
    [
        {RELS: None},
        {RELS: BROKEN_RELS},
        {"word/styles.xml": None},
        {"word/styles.xml": f'<w:styles xmlns:w="{W}"/>'.encode()},
        {"[Content_Types].xml": None},
        {"word/vbaProject.bin": b"Sub AutoOpen()"},
        {"word/header-number.xml": None},
        {MAIN: DEEP},
        {"word/styles.xml": CYCLE, MAIN: IN_CYCLE},
        {RELS: NUMBERED, "word/numbering.xml": LEVELS},
    ],
    ids=[
        "no-relationships", "broken-relationships", "no-styles", "empty-styles", "no-types",
        "macros", "no-header", "nested-tables", "styles-in-a-circle", "levels-without-end",
    ],
)  # fmt: skip
def test_read_as_far_as_it_goes(
    parts: dict[str, Any], right: Callable[..., bytes], check: Callable[..., CheckedWord]
) -> None:
    checked = check(changed(right("nd30"), **parts), "nd30")
    assert checked.profile == "nd30"
    if "word/vbaProject.bin" in parts:
        assert checked.findings == ()


def test_values_that_are_no_numbers(check: Callable[..., CheckedWord]) -> None:
    file = io.BytesIO()
    docx.Document().save(file)
    body = (
        '<w:p><w:pPr><w:ind w:left="x" w:firstLine="1e99"/><w:spacing w:line="-" w:after="9.5"/>'
        '<w:numPr><w:ilvl w:val="²"/><w:numId w:val="999999999999"/></w:numPr></w:pPr>'
        '<w:r><w:rPr><w:sz w:val="nan"/><w:color/></w:rPr><w:t>Chữ</w:t></w:r></w:p>'
        '<w:tbl><w:tblGrid><w:gridCol w:w="a"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
        '<w:gridSpan w:val="-4"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
        '<w:sectPr><w:pgSz w:w="inf" w:h=""/><w:pgMar w:top="-9999999"/></w:sectPr>'
    )
    data = changed(file.getvalue(), **{MAIN: f"{OPEN}{body}{CLOSE}".encode()})
    assert check(data, "hd05").findings


def test_without_a_head_the_profile_is_asked_for(check: Callable[..., CheckedWord]) -> None:
    file = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Một đoạn văn")
    document.save(file)
    with pytest.raises(SourceError, match="không rõ văn bản theo thể thức nào"):
        check(file.getvalue())
    assert check(file.getvalue(), "nd30").findings


WIDE = "<w:r><w:tab/><w:t>a</w:t></w:r>" * 5_000
CITED = "theo Nghị định số 30/2020/NĐ-CP " * 3_000
UNDERLINED = "_" * 100_000


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{WIDE}</w:p>",
        f"<w:p><w:r><w:t>{CITED}</w:t></w:r></w:p>",
        f"<w:p><w:r><w:t>{UNDERLINED}x</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>Phụ lục I</w:t></w:r></w:p>" * 3_000,
        "<w:p><w:r><w:t>1.1.1.1 (a) - Điều 1: I- x</w:t></w:r></w:p>" * 3_000,
    ],
    ids=["tabs", "citations", "underscores", "annexes", "numbers"],
)
@pytest.mark.parametrize("profile", ["nd30", "hd05"])
def test_long_documents_come_to_an_end(
    body: str, profile: str, right: Callable[..., bytes], check: Callable[..., CheckedWord]
) -> None:
    head = right(profile)
    with zipfile.ZipFile(io.BytesIO(head)) as archive:
        main = archive.read(MAIN).decode()
    first = '<w:p><w:pPr><w:pStyle w:val="BODY"/>'
    data = changed(head, **{MAIN: main.replace(first, body + first, 1).encode()})
    assert check(data).findings


def test_python_docx_default_has_no_crash_and_can_be_repaired() -> None:
    file = io.BytesIO()
    docx.Document().save(file)
    for profile in ("nd30", "hd05"):
        fixed = fix_docx(file.getvalue(), "thu.docx", profile)
        left = {one.rule.number for one in fixed.after.findings}
        assert not left & {"N-01", "N-03", "N-04", "N-05", "P-02", "P-03"}


def test_of_parts_with_one_name_the_last_counts_and_repairs_keep_one(
    right: Callable[..., bytes],
) -> None:
    target = io.BytesIO(right("nd30"))
    with zipfile.ZipFile(target) as archive:
        main = archive.read(MAIN).decode()
    with zipfile.ZipFile(target, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(MAIN, main.replace('w:left="1701"', 'w:left="1000"'))
    fixed = fix_docx(target.getvalue(), "thu.docx")
    assert "N-04" in {one.rule.number for one in fixed.before.findings}
    with zipfile.ZipFile(io.BytesIO(fixed.data)) as archive:
        assert archive.namelist().count(MAIN) == 1


def test_macros_comments_and_other_data_stay_byte_for_byte(right: Callable[..., bytes]) -> None:
    kept = {
        "word/vbaProject.bin": b"\xd0\xcf Sub AutoOpen()",
        "word/comments.xml": f'<w:comments xmlns:w="{W}">  <!-- x --></w:comments>'.encode(),
        "customXml/item1.xml": b"<a  b='c'></a>",
        "word/glossary/document.xml": b"<w/>",
    }
    with zipfile.ZipFile(io.BytesIO(right("nd30"))) as archive:
        main = archive.read(MAIN).decode()
    data = changed(
        right("nd30"), **{MAIN: main.replace('w:left="1701"', 'w:left="1000"', 1).encode()}
    )
    fixed = fix_docx(changed(data, **kept), "thu.docm").data
    with zipfile.ZipFile(io.BytesIO(fixed)) as archive:
        assert {name: archive.read(name) for name in kept} == kept
        assert b'w:left="1000"' not in archive.read(MAIN)


def test_nothing_is_fetched(right: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    import socket  # noqa: PLC0415

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    data = changed(right("nd30"), **{RELS: BROKEN_RELS})
    check_word(open_word(data, "thu.docx"), "nd30")
