"""What is not of the document, and lines that go on with others."""

import pytest

from kehoach.importers.blocks import Line, Origin, Table
from kehoach.importers.joining import drop_form, paragraphs
from kehoach.importers.keywords import Keywords


def page(number: int, *texts: str) -> list[Line]:
    return [
        Line(text, Origin("a.pdf", number, line), broken=True) for line, text in enumerate(texts, 1)
    ]


@pytest.mark.parametrize(
    ("pages", "left"),
    [
        ([("một",), ("2", "hai"), ("3", "ba"), ("phụ lục",), ("2", "bốn"), ("3", "năm")],
         ["2", "3", "2", "3"]),
        ([("một",), ("2", "hai"), ("3", "ba"), ("bốn", "80", "2", "năm")], ["2", "3"]),
        ([("một", "2", "hai")], []),
    ],
    ids=["phu-luc-dem-lai", "giua-trang", "mot-trang"],
)  # fmt: skip
def test_page_numbers(pages: list[tuple[str, ...]], left: list[str]) -> None:
    blocks = [line for number, texts in enumerate(pages, 1) for line in page(number, *texts)]
    assert [one.text for one in drop_form(blocks)[1]] == left


def test_text_below_a_bold_heading_is_a_paragraph_of_its_own() -> None:
    heading = "4. Các chi bộ trực thuộc Đảng ủy và các cơ quan Quân sự, Công an trong xã"
    origin = Origin("a.pdf", 1, 1)
    lines = [
        Line(heading, origin, bold=True, broken=True),
        Line(
            "Lập kế hoạch thực hiện Kế hoạch của Đảng ủy, hợp với thực tế của", origin, broken=True
        ),
        Line("của đơn vị, địa phương.", origin),
    ]
    texts = [
        one.text
        for one in paragraphs(lines, Keywords(tolerant=False))
        if not isinstance(one, Table)
    ]
    assert texts == [heading, f"{lines[1].text} {lines[2].text}"]
