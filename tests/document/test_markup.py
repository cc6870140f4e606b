import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.document import markup
from kehoach.document.blocks import (
    Bases,
    Cell,
    Header,
    Heading,
    Item,
    Paragraph,
    Reference,
    Row,
    Run,
    Subject,
    Table,
    Title,
)
from kehoach.document.markup import MarkupFault, mark_places, read_markup
from kehoach.model.plan import PartialDate


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>Một  đoạn\n  văn</p>", [Paragraph((Run("Một đoạn văn"),))]),
        ("<p so='a'>Việc</p>", [Paragraph((Run("Việc"),), "a")]),
        ("<p> \n </p>", []),
        ("<p>5 &lt; 6 &amp; 7</p>", [Paragraph((Run("5 < 6 & 7"),))]),
        (
            "<p>Chủ trì: <b>Công an <i>xã</i></b> .</p>",
            [
                Paragraph(
                    (
                        Run("Chủ trì: "),
                        Run("Công an ", bold=True),
                        Run("xã", bold=True, italic=True),
                        Run(" ."),
                    )
                )
            ],
        ),
        ("<p><b> a </b> b </p>", [Paragraph((Run("a ", bold=True), Run("b")))]),
        ("<p>số\u00a0\u00a0/KH</p>", [Paragraph((Run("số\u00a0\u00a0/KH"),))]),
        ("<p>Ho\u0300a</p>", [Paragraph((Run("Hòa"),))]),
        ("<p>a\x00\x0b\ud800b</p>", [Paragraph((Run("ab"),))]),
        ("<h1>Kế hoạch</h1>", [Title((Run("Kế hoạch"),))]),
        ("<p class='trich-yeu'>về A</p>", [Subject((Run("về A"),))]),
        ("<p class='kem-theo'>(Kèm theo)</p>", [Reference((Run("(Kèm theo)"),))]),
        ("<h3 so='2'>Dữ liệu</h3>", [Heading(2, (Run("Dữ liệu"),), "2")]),
        ("<h2></h2>", []),
        (
            "<ul><li>a</li><ul><li>b</li></ul><li>c<ul><li>d</li></ul></li><li> </li></ul>",
            [
                Item(1, (Run("a"),)),
                Item(2, (Run("b"),)),
                Item(1, (Run("c"),)),
                Item(2, (Run("d"),)),
            ],
        ),
        ("<ul class='can-cu'><li>Luật</li></ul>", [Bases(((Run("Luật"),),))]),
        ("<ul class='can-cu'></ul>", []),
        ("<p khoa='mo_dau'>a</p>", [Paragraph((Run("a", key="mo_dau"),))]),
        ("<p khoa=''>a</p>", [Paragraph((Run("a"),))]),
        (
            "<h2 so='I' khoa='de_muc-1'>a <span khoa='han'>b</span> <i>c</i></h2>",
            [
                Heading(
                    1,
                    (
                        Run("a ", key="de_muc-1"),
                        Run("b", key="han"),
                        Run(" ", key="de_muc-1"),
                        Run("c", italic=True, key="de_muc-1"),
                    ),
                    "I",
                )
            ],
        ),
        (
            "<ul><li khoa='viec-1'>a<ul><li>b</li></ul></li></ul>",
            [Item(1, (Run("a", key="viec-1"),)), Item(2, (Run("b"),))],
        ),
        (
            "<header co-quan='UBND xã' so='5' ngay='2025-08' du-thao='có'></header>",
            [Header("UBND xã", "", "5", "", "", PartialDate(2025, 8), draft=True)],
        ),
    ],
)
def test_html_is_read_as_blocks(html: str, blocks: list[object]) -> None:
    found = read_markup(html).blocks
    assert [(type(block), block) for block in found] == [(type(block), block) for block in blocks]


def test_table_has_columns_groups_and_cells() -> None:
    document = read_markup(
        "<table><tr><th rong='2' class='giua'>TT</th><th>Việc</th></tr>"
        "<tr class='nhom'><td colspan='2'>Nhóm</td></tr>"
        "<tr><td>1</td><td><p>A</p><ul><li>b</li></ul></td></tr>"
        "<tr><td></td><td khoa='chu_tri'>Công an xã</td></tr></table>"
    )
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert [(column.share, column.centred) for column in table.columns] == [(2, True), (1, False)]
    assert table.rows == (
        Row((Cell((Paragraph((Run("Nhóm"),)),), 2),), group=True),
        Row(
            (
                Cell((Paragraph((Run("1"),)),), 1),
                Cell((Paragraph((Run("A"),)), Item(1, (Run("b"),))), 1),
            ),
            group=False,
        ),
        Row(
            (Cell((), 1), Cell((Paragraph((Run("Công an xã", key="chu_tri"),)),), 1)),
            group=False,
        ),
    )


@pytest.mark.parametrize(
    ("html", "number", "landscape"),
    [
        ("<section></section>", None, False),
        ("<section so='' kho-giay='doc'></section>", "", False),
        ("<section so='1' kho-giay='ngang'></section>", "1", True),
    ],
)
def test_annex_tells_its_number_and_paper(html: str, number: str | None, landscape: bool) -> None:  # noqa: FBT001  a column of the table
    annex = read_markup(html).annexes[0]
    assert (annex.number, annex.landscape) == (number, landscape)


@pytest.mark.parametrize(
    ("html", "message", "line"),
    [
        ("<p>\n<bold>a</bold></p>", "không có thẻ <bold>", 2),
        ("\n\n<hd1>a</hd1>", "không có thẻ <hd1>, có phải “h1”?", 3),
        ("<p khoa='chutri'>a</p>", "thẻ <p> không có khoa=“chutri”, có phải “chu_tri”?", 1),
        ("<ul>\n<p>a</p></ul>", "thẻ <p> không được đứng trong thẻ <ul>", 2),
        ("<li>a</li>", "thẻ <li> không được đứng ở ngoài cùng", 1),
        ("<p style='x'>a</p>", "thẻ <p> không có thuộc tính “style”", 1),
        ("<header soo='x'></header>", "thẻ <header> không có thuộc tính “soo”, có phải “so”?", 1),
        ("<p class='trichyeu'>a</p>", "thẻ <p> không có class=“trichyeu”, có phải “trich-yeu”?", 1),
        ("<p>a</p>\nchữ  lạc", "chữ “chữ lạc” đứng ngoài mọi thẻ", 1),
        ("<ul>chữ</ul>", "chữ “chữ” đứng thẳng trong thẻ <ul>", 1),
        ("<p>a\n<ul></ul></p>", "thẻ <ul> không được đứng trong thẻ <p>", 2),
        ("<h2>a\n<b>b</b>\n</p>", "thẻ <h2> chưa đóng bằng </h2>", 1),
        ("<ul>\n<li>a\n</ul>", "thẻ <li> chưa đóng bằng </li>", 2),
        ("<p>a", "thẻ <p> chưa đóng bằng </p>", 1),
        ("</p>", "thẻ đóng không có thẻ mở", 1),
        ("<p>a&nbsp;b</p>", "không dùng được ký hiệu dạng &tên; — gõ thẳng ký tự cần dùng", 1),
        ("<p>a & b</p>", "không đúng cú pháp HTML ở gần thẻ <p> (not well-formed", 1),
        ("<p so=1>a</p>", "không đúng cú pháp HTML (not well-formed", 1),
        ("<!DOCTYPE x><p>a</p>", "không đúng cú pháp HTML", 0),
        ("<p>a</p></van-ban><p>b</p>", "không đúng cú pháp HTML", 1),
        ("<?php a?>", "không dùng được “<?php”", 0),
        ("<header ngay='11/7/2025'></header>", "ngay=“11/7/2025” phải có dạng", 1),
        ("<table><tr><td>a</td></tr></table>", "dòng đầu của <table> phải gồm các ô <th>", 1),
        ("<table></table>", "dòng đầu của <table> phải gồm các ô <th>", 1),
        (
            "<table><tr><th>a</th><th>b</th></tr>\n<tr><td>a</td></tr></table>",
            "dòng của bảng có 1 ô, bảng có 2 cột",
            2,
        ),
        ("<table><tr><th>a</th></tr><tr><th>a</th></tr></table>", "ô <th> chỉ đứng ở dòng đầu", 1),
        ("<table><tr><th rong='rất'>a</th></tr></table>", "rong=“rất” của thẻ <th>", 1),
        ("<table><tr><th rong='0'>a</th></tr></table>", "phải là số nguyên dương", 1),
        ("<section></section>\n<p>a</p>", "thẻ <p> đứng sau phụ lục", 2),
    ],
)
def test_fault_says_what_and_where(html: str, message: str, line: int) -> None:
    with pytest.raises(MarkupFault) as plain:
        read_markup(html)
    assert message in plain.value.message
    with pytest.raises(MarkupFault) as marked:
        read_markup(mark_places(html, "mau.j2"))
    assert marked.value.message == plain.value.message
    assert marked.value.place == (f"mau.j2:{line}" if line else "")


PIECES = st.one_of(
    st.sampled_from(
        [
            *(
                "<p>",
                "</p>",
                '<p khoa="han">',
                '<p so="1" class="trich-yeu">',
                "<p so='1'>",
                "<p so=1>",
            ),
            *("<ul>", "</ul>", '<ul class="can-cu">', "<li>", "</li>", '<li so="a"> x</li>'),
            *("<table>", "</table>", "<tr>", "</tr>", "<th>a</th>", '<th rong="0">a</th>'),
            *("<td>", "</td>", "<td>a</td>", '<td colspan="2">a</td>', '<td khoa="han">b</td>'),
            *("<b>", "</b>", "<i>c</i>", '<span khoa="han"> d </span>', "<br/>", "<p/>", "<td />"),
            *(
                "<section>",
                "</section>",
                '<div kho-giay="ngang">',
                "</div>",
                "<h2>A</h2>",
                "<!---->",
            ),
            *(" ", "\n", "e", "  f  g ", "&amp;", "&#60;", "&lt;", "&", "&nbsp;", "<", ">", "]]>"),
            *(
                "<van-ban>",
                "</van-ban>",
                "<>",
                "</>",
                '<p so="1" so="2">',
                '<p so="<">',
                '<p so=">">',
            ),
            '<header ngay="2025-07"></header>',
            '<footer chuc-vu="A &amp; B"><ul><li>x</li></ul></footer>',
        ]
    ),
    st.text(max_size=3),
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_plain_markup_is_read_as_the_strict_reader_reads_it(html: str) -> None:
    def outcome() -> object:
        try:
            return read_markup(html)
        except MarkupFault as fault:
            return fault.message

    with pytest.MonkeyPatch.context() as patch:
        quick = outcome()
        patch.setattr(markup, "_read_plain", refuse)
        assert quick == outcome()


def refuse(_html: str) -> None:
    raise markup._NotPlainError  # noqa: SLF001  how the plain reader says that it gives up


def test_what_templates_usually_write_is_read_as_plain() -> None:
    html = (
        '<h2 so="1">A &amp; B</h2> <ul class="can-cu"> <li>a</li> </ul>'
        '<table><tr><th>a</th></tr> <tr class="nhom"> <td><p>b</p></td> </tr></table>'
    )
    assert markup._read_plain(html) == read_markup(html)  # noqa: SLF001  that it does not give up
