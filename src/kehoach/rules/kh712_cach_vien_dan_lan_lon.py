"""Viện dẫn số, ký hiệu, ngày của văn bản theo một cách trong cả kế hoạch.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.6.b ghi "Nghị quyết số …" và không có dấu phẩy trước
"ngày". Chỉ nhắc khi cả hai cách có trong một văn bản; chữ viết tắt tên loại (QĐ, NQ) và tên luật
không xét. Thiếu chữ "số" thì chưa chắc, nên chỉ hiện khi yêu cầu.

Sai: "Quyết định số 06/QĐ-TTg, ngày 06/01/2022" bên cạnh "Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025"
Đúng: "Quyết định số 06/QĐ-TTg ngày 06/01/2022"
"""

from collections.abc import Iterator

from kehoach.language.citation import Citation as CitedDocument
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.source.place import Path

META = Rule("KH712", "cach-vien-dan-lan-lon", Level.NOTE, since="0.1.0")

_BY_NAME = ("Luật", "Bộ luật", "Pháp lệnh", "Đề án")
Cited = tuple[Path, CitedDocument]


def check(context: Context) -> Iterator[Finding]:
    """Look at what stands before the date and before the number of every citation."""
    composed = context.composed_bases
    written = [
        (path, cited, context.text_at(path))
        for path, cited in context.citations
        if path not in composed
    ]
    yield from _commas(written)
    yield from _numbers(written)


def _commas(written: list[tuple[Path, CitedDocument, str]]) -> Iterator[Finding]:
    commas: dict[Path, list[int]] = {}
    plain = None
    for path, cited, text in written:
        end = _symbol_end(text, cited)
        if end < 0 or cited.date_start is None:
            continue
        between = text[end : cited.date_start]
        if between.strip() == "ngày":
            plain = plain or path
        elif between.split() == [",", "ngày"]:
            commas.setdefault(path, []).append(end + between.index(","))
    if plain is None:
        return
    for path, places in commas.items():
        yield Finding(
            path,
            "trước “ngày” có dấu phẩy, chỗ khác của văn bản thì không",
            "bỏ dấu phẩy: số … ngày …",
            stretch=(places[0], places[0] + len(", ngày")),
            related=plain,
            related_message="chỗ không có dấu phẩy ở đây",
            fix=Fix(tuple(Replacement(path, (at, at + 1), "") for at in places), safe=True),
        )


def _numbers(written: list[tuple[Path, CitedDocument, str]]) -> Iterator[Finding]:
    bare: list[tuple[Path, int, int, CitedDocument]] = []
    labelled = None
    for path, cited, text in written:
        name = cited.type_name
        start = cited.start + len(name)
        end = _symbol_end(text, cited)
        if end < 0 or name.startswith(_BY_NAME):
            continue
        if text[cited.start : start].lower() != name.lower():
            continue
        between = text[start : end - len(cited.symbol.text)]
        if between.split() == ["số"]:
            labelled = labelled or path
        elif between == " ":
            bare.append((path, start, end, cited))
    if labelled is None:
        return
    for path, start, end, cited in bare:
        yield Finding(
            path,
            f"“{cited.type_name} {cited.symbol}” thiếu chữ “số”, chỗ khác của văn bản thì có",
            f"viết “{cited.type_name} số {cited.symbol}”",
            stretch=(cited.start, end),
            related=labelled,
            related_message="chỗ có chữ “số” ở đây",
            fix=Fix((Replacement(path, (start, start), " số"),), safe=False),
            confidence=0.6,  # a citation that is not the first may be short
        )


def _symbol_end(text: str, cited: CitedDocument) -> int:
    """Return where the symbol of *cited* ends in *text*, -1 where it is not found as it stands."""
    start = text.find(cited.symbol.text, cited.start, cited.end + 1)
    return start + len(cited.symbol.text) if start >= 0 else -1
