"""Repairs: what is wrong in form is gone, every character of the words is where it was."""

import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.shared import Pt, RGBColor, Twips
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kehoach.source.place import SourceError
from kehoach.thethuc.repairing.fixing import fix_docx

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}p": "¶"}


def words(data: bytes) -> dict[str, str]:
    """Return the text of every part that has any, but for the figures of page numbers."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                text = "".join(_pieces(etree.fromstring(archive.read(name))))
                if text.strip("¶"):
                    found[name] = text
    return found


def _pieces(root: Any) -> Any:
    depth = 0
    for element in root.iter():
        if element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind, 0)
        elif element.tag == f"{W}t" and not depth:
            yield element.text or ""
        elif element.tag in SIGNS and not depth:
            yield SIGNS[element.tag]


def saved(document: "Document") -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def numbers(findings: Any) -> set[str]:
    return {one.rule.number for one in findings}


def typed() -> "Document":
    """Return a plan typed without care: python-docx defaults, several lines in a run."""
    document = docx.Document()
    head = document.add_table(2, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ HƯỚNG PHÙNG"
    head.cell(0, 1).text = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc"
    head.cell(1, 0).text = "Số: 05/KH-UBND"
    head.cell(1, 1).text = "Hướng Phùng, ngày 05 tháng 02 năm 2026"
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Cải cách hành chính năm 2026")
    document.add_paragraph("Căn cứ Luật Tổ chức chính quyền địa phương năm 2025.")
    document.add_heading("I. MỤC ĐÍCH")
    for number in range(40):
        paragraph = document.add_paragraph(f"Đoạn {number}: " + "nội dung cần thực hiện " * 12)
        paragraph.add_run("chữ đỏ").font.color.rgb = RGBColor(255, 0, 0)
    document.add_paragraph("Các đơn vị thực hiện./.")
    end = document.add_table(1, 2)
    end.cell(0, 0).text = "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT."
    end.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nHồ Văn Giang"
    return document


def test_a_typed_document_is_brought_into_form() -> None:
    data = saved(typed())
    fixed = fix_docx(data, "thu.docx")
    # What is left needs a hand: rules to draw, a column to widen.
    assert numbers(fixed.after.findings) == {"N-20", "N-22", "N-26", "N-42"}
    assert len(fixed.before.findings) > 20
    before, after = words(data), words(fixed.data)
    main = "word/document.xml"
    assert after[main] == before[main].replace(
        "Độc lập – Tự do – Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"
    )
    assert {name: text for name, text in after.items() if name != main} == {
        name: text for name, text in before.items() if name != main
    }


def test_other_parts_stay_byte_for_byte() -> None:
    data = saved(typed())
    fixed = fix_docx(data, "thu.docx").data
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(fixed)) as new:
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
        assert changed == {
            "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
        }  # fmt: skip
        assert set(new.namelist()) - set(old.namelist()) == {"word/header1.xml"}
        assert old.namelist() == new.namelist()[: len(old.namelist())]
    docx.Document(io.BytesIO(fixed))


def test_a_second_repair_changes_nothing() -> None:
    once = fix_docx(saved(typed()), "thu.docx").data
    assert fix_docx(once, "thu.docx").data == once


def test_a_right_document_is_not_written_anew(right: Callable[..., bytes]) -> None:
    data = right("nd30")
    assert fix_docx(data, "thu.docx").data is data


def _form(run: Any) -> Any:
    return run._parent.paragraph_format  # noqa: SLF001


CHANGES: dict[str, Callable[[Any], None]] = {
    "font": lambda run: setattr(run.font, "name", "Arial"),
    "size": lambda run: setattr(run.font, "size", Pt(17)),
    "color": lambda run: setattr(run.font.color, "rgb", RGBColor(1, 2, 200)),
    "bold": lambda run: setattr(run.font, "bold", not run.font.bold),
    "italic": lambda run: setattr(run.font, "italic", not run.font.italic),
    "indent": lambda run: setattr(_form(run), "first_line_indent", Twips(90)),
    "space": lambda run: setattr(_form(run), "space_after", Pt(0)),
    "line": lambda run: setattr(_form(run), "line_spacing", 3.0),
    "align": lambda run: setattr(_form(run), "alignment", 2),
    "break": lambda run: run.add_break(),
    "tab": lambda run: run.add_tab(),
    "words": lambda run: run.add_text(" thêm chữ – và “dấu”"),
}


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["nd30", "hd05"]),
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from(sorted(CHANGES))), max_size=12),
)
def test_words_stay_whatever_was_wrong(name: str, changes: list[tuple[int, str]]) -> None:
    document = docx.Document(io.BytesIO(_RIGHT[name]))
    runs = [
        run
        for paragraph in _paragraphs(document)
        if "Độc lập" not in paragraph.text and "CỘNG" not in paragraph.text
        for run in paragraph.runs
    ]
    for place, change in changes:
        CHANGES[change](runs[place % len(runs)])
    data = saved(document)
    assert words(fix_docx(data, "thu.docx").data) == words(data)


def _paragraphs(document: "Document") -> Any:
    from docx.text.paragraph import Paragraph  # noqa: PLC0415

    return [Paragraph(one, document) for one in document.element.body.iter(f"{W}p")]


_RIGHT: dict[str, bytes] = {}


@pytest.fixture(autouse=True, scope="module")
def _right_documents(request: pytest.FixtureRequest) -> None:
    del request
    from pathlib import Path  # noqa: PLC0415

    from kehoach.document import render_docx  # noqa: PLC0415
    from kehoach.model.reading import read_plan  # noqa: PLC0415
    from kehoach.source.tree import load  # noqa: PLC0415

    here = Path(__file__).parent
    for name in ("nd30", "hd05"):
        plan = read_plan(load(here / "plans" / f"{name}.yaml"))
        _RIGHT[name] = render_docx(plan, here.parents[1])


@pytest.mark.parametrize(
    ("part", "content", "words_"),
    [
        ("_xmlsignatures/sig1.xml", b"<a/>", "đã ký số"),
        ("word/document.xml", None, "Strict"),
    ],
    ids=["signed", "strict"],
)
def test_what_must_not_be_changed_is_refused(part: str, content: bytes | None, words_: str) -> None:
    source = io.BytesIO(saved(typed()))
    target = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if content is None and name == part:
                data = data.replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
            new.writestr(name, data)
        if content is not None:
            new.writestr(part, content)
    with pytest.raises(SourceError, match=words_):
        fix_docx(target.getvalue(), "thu.docx")


def test_a_page_number_in_the_footer_moves_up(
    right: Callable[..., bytes], opened: "Callable[[bytes], Document]"
) -> None:
    document = opened(right("nd30", phu_luc=[], ket_thuc="Các đơn vị thực hiện nghiêm."))
    section = document.sections[0]
    field = section.header.paragraphs[0]._p  # noqa: SLF001
    section.footer.is_linked_to_previous = False
    section.footer.paragraphs[0]._p.addnext(field)  # noqa: SLF001
    fixed = fix_docx(saved(document), "thu.docx")
    assert "N-11" in numbers(fixed.before.findings)
    assert numbers(fixed.after.findings) == set()


def test_a_page_number_beside_words_is_not_said_to_be_repaired(
    right: Callable[..., bytes], opened: "Callable[[bytes], Document]"
) -> None:
    document = opened(right("nd30", phu_luc=[], ket_thuc="Các đơn vị thực hiện nghiêm."))
    section = document.sections[0]
    section.footer.is_linked_to_previous = False
    field: Any = section.header.paragraphs[0]._p  # noqa: SLF001
    section.footer.paragraphs[0]._p.addnext(field)  # noqa: SLF001
    section.footer.paragraphs[1].add_run(" trang của xã")
    fixed = fix_docx(saved(document), "thu.docx")
    (below,) = (one for one in fixed.before.findings if one.rule.number == "N-11")
    assert below.edits == ()
    assert "N-11" in numbers(fixed.after.findings)
