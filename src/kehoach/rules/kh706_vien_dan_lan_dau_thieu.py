"""Lần đầu viện dẫn một văn bản phải ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan, trích yếu.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.6.b; các lần sau chỉ cần tên loại và số, ký hiệu. Luật,
pháp lệnh không cần số, ký hiệu và cơ quan. Báo khi cả thời gian và cơ quan không có; thiếu một
phần, hay chỗ sau mới ghi đủ, chỉ được nêu khi dùng ``--pedantic``. Trích yếu của văn bản khác
nhắc tới thì không tính.

Sai: thể chế hóa Nghị quyết số 57-NQ/TW (chưa chỗ nào ghi ngày và cơ quan)
Đúng: thể chế hóa Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá …
"""

from collections.abc import Iterator

from kehoach.language.citation import Citation as CitedDocument
from kehoach.language.pattern import late_pattern
from kehoach.rules.cited import document_key, symbol_place
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH706", "vien-dan-lan-dau-thieu", Level.NOTE, since="0.1.0")

# Laws go by name, decrees by a number that holds the year; so does "Đề án 06/CP" by its own.
_BY_NAME = ("Luật", "Bộ luật", "Pháp lệnh", "Đề án")

_SUBJECT = ("van_ban", "trich_yeu")
"""The subject names documents in short; the bases name them in full."""
_ISSUER = "cơ quan ban hành"
# "Theo đề nghị của Sở … tại Tờ trình số …", "Chương trình phối hợp số … giữa …" name the issuer.
_NAMED = late_pattern(r"\bcủa [^;]*\n|\n,? ?giữa ")
_NEAR = 100  # characters
_SHARED = frozenset({"UBND", "HĐND", "TU", "ĐU"})  # symbols that many issuers write


def check(context: Context) -> Iterator[Finding]:
    """Look at the first citation of every document that is not in the title of another."""
    by_document: dict[str, list[tuple[Path, CitedDocument]]] = {}
    for path, cited in context.citations:
        by_name = cited.type_name.startswith(_BY_NAME) or cited.symbol.year
        if cited.symbol.number and not by_name and path != _SUBJECT:
            by_document.setdefault(document_key(cited), []).append((path, cited))
    for places in by_document.values():
        own = [one for one in places if not _in_a_title(context, *one)]
        if not own or any(not _missing(cited) for _, cited in places[: places.index(own[0]) + 1]):
            continue
        path, cited = own[0]
        missing = _missing(cited)
        if missing == [_ISSUER] and _is_told(context.text_at(path), cited):
            continue
        later = any(not _missing(one) for _, one in places)
        bare = len(missing) == 2  # noqa: PLR2004  neither is there
        where, stretch = symbol_place(context, path, cited)
        yield Finding(
            where,
            f"lần đầu viện dẫn {cited.symbol} thiếu {', '.join(missing)}"
            + ("; chỗ sau mới ghi đủ" if later else ""),
            "lần đầu ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu",
            stretch=stretch,
            confidence=0.85 if bare and not later else 0.6,
        )


def _missing(cited: CitedDocument) -> list[str]:
    missing = [] if cited.date_start is not None else ["ngày"]
    return missing if cited.issuer else [*missing, _ISSUER]


def _is_told(text: str, cited: CitedDocument) -> bool:
    """Tell whether the issuer is known though no "của" follows: by its symbol or words around."""
    if cited.symbol.issuer not in _SHARED:
        return True
    around = f"{text[max(0, cited.start - _NEAR) : cited.start]}\n{text[cited.end : cited.end + 8]}"
    return bool(_NAMED.search(around))


def _in_a_title(context: Context, path: Path, cited: CitedDocument) -> bool:
    """Tell whether another document, cited before it in the text, names *cited* in its title."""
    return any(
        other.start < cited.start and cited.symbol.text in other.title
        for other in context.citations_at(path)
    )
