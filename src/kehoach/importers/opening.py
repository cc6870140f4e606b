"""What stands before the first section: bases, opening paragraphs."""

import re
from collections.abc import Iterator
from typing import Any

from kehoach.importers.bases import read_basis
from kehoach.importers.context import Context
from kehoach.importers.outline import Node, Part
from kehoach.importers.passages import Passage
from kehoach.language.citation import find_citations
from kehoach.language.fold import fold

# "Căn cứ Luật …; Nghị định …, Ủy ban nhân dân xã ban hành Kế hoạch …": where the issuer speaks.
_ENACTS = re.compile(
    r"[,;.]\s+(?=(?:Ủy ban nhân dân|UBND|Đảng ủy|Ban Thường vụ|Ban Chấp hành|Ban Chỉ đạo"
    r"|Thường trực|Hội đồng nhân dân|HĐND|Chủ tịch)\s(?P<issuer>[^;,]{0,60}?)"
    r"\s(?:ban hành|xây dựng|triển khai|lập|đề ra|tổ chức thực hiện)\s)",
    re.IGNORECASE,
)
_NEXT = re.compile(r";\s+(?P<and>(?:và\s+)?)")
_LEAD = "căn cứ "

AND = "từ nối giữa hai căn cứ"


def read_opening(
    outline: list[Node | Part], context: Context
) -> tuple[list[Any], list[Any], list[Node | Part]]:
    """Return bases, opening paragraphs, and the rest of the outline."""
    first = next(
        (i for i, item in enumerate(outline) if not _opens(item)),
        len(outline),
    )
    if first == len(outline) and not any(_is_basis(item) for item in outline):
        return [], [], outline
    bases: list[Any] = []
    opening: list[Any] = []
    for item in outline[:first]:
        text = item.text if isinstance(item, Node) else item
        if not isinstance(text, Passage) or not text.text:
            continue
        if _is_basis(item) and not opening:
            cited, said = _part(text, context)
            bases += [read_basis(one, context) for one in cited]
            opening += [said.piece()] if said else []
        elif isinstance(item, Node):
            if not (opening and isinstance(opening[-1], list)):
                opening.append([])
            opening[-1].append(text.piece())
        else:
            opening.append(text.piece())
    return bases, opening, outline[first:]


def _opens(item: Node | Part) -> bool:
    if isinstance(item, Node):
        return item.mark.is_dash and not item.items and item.mark.number != "o"
    return isinstance(item, Passage)


def _is_basis(item: Node | Part) -> bool:
    text = item.text if isinstance(item, Node) else item
    return (
        isinstance(text, Passage)
        and fold(text.text).startswith(_LEAD)
        and (not text.text.endswith(":") or _ENACTS.search(text.text) is not None)
    )


def _part(text: Passage, context: Context) -> tuple[list[Passage], Passage | None]:
    """Return the bases that one paragraph cites, and the sentence of the issuer behind them."""
    enacts = _ENACTS.search(text.text)
    bases = text.cut(0, enacts.start()) if enacts else text
    return list(_cited(bases, context)), text.cut(enacts.end()) if enacts else None


def _cited(text: Passage, context: Context) -> Iterator[Passage]:
    """Cut *text* before every further document; a semicolon inside a title parts nothing."""
    begin = 0
    for cut in _NEXT.finditer(text.text):
        following = text.text[cut.end() :]
        cited = next(iter(find_citations(following)), None)
        if fold(following).startswith(_LEAD) or (cited and cited.start == 0):
            yield text.cut(begin, cut.start())
            context.leave(text.cut(*cut.span("and")), AND)
            begin = cut.end()
    yield text.cut(begin)
