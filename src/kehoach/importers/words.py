"""Words of a source and of a draft, by which nothing is seen to be lost."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from kehoach.importers.blocks import Block, Line
from kehoach.importers.draft import INFERRED, SAID_AGAIN, Piece, Sureness, pieces
from kehoach.language.fold import fold
from kehoach.model.reading import read_citation
from kehoach.model.texts import citation_text

_WORD = re.compile(r"[^\W_]+")
# What a target says again of its own sentence, and what is no text of the document.
_FACTS = frozenset({"muc_dat", "han", "tu_ngay", "pham_vi", "ngoai_tru"})
_NO_TEXT = frozenset({"ma", "don_vi", "khung", "kehoach", "don_vi_thuc_hien", "phuc_vu"})
_HEAD = ("co_quan_cap_tren", "co_quan", "so", "ky_hieu", "dia_danh", "ten_loai", "trich_yeu")
_SIGNER = ("thay_mat", "ky_thay", "thua_lenh", "thua_uy_quyen", "chuc_vu", "kiem", "ho_ten")


def words(text: str) -> list[str]:
    """Return the words of *text*, folded; figures are words."""
    return _WORD.findall(fold(text))


def take_words(said: Iterable[str], known: Counter[str]) -> list[str]:
    """Take the words *said* out of *known*; return those that it did not have (any more)."""
    lacking = []
    for word in said:
        if known[word] > 0:
            known[word] -= 1
        else:
            lacking.append(word)
    return lacking


def block_words(block: Block) -> Iterator[str]:
    """Yield the words of a line or of a table, row by row, numbers given by Word included."""
    if isinstance(block, Line):
        yield from words(f"{block.number} {block.text}")
        return
    for row in block.rows:
        for cell in row:
            for line in cell.lines:
                yield from block_words(line)


def draft_words(draft: dict[str, Any]) -> Iterator[str]:
    """Yield the words that *draft* states, in the order in which its document has them.

    Left out are codes, and facts that only repeat the text beside them: the figure of a target,
    the unit of a section, what was inferred for the head.
    """
    document = draft.get("van_ban", {})
    for key in _HEAD:
        yield from _stated(document.get(key))
    for key in ("can_cu", "mo_dau", "noi_dung", "ket_thuc"):
        yield from _walk(draft.get(key, []))
    for recipient in document.get("noi_nhan", []):
        yield from _walk(recipient)
    for key in _SIGNER:
        yield from _stated(document.get("nguoi_ky", {}).get(key))
    yield from _walk(draft.get("phu_luc", []))


def _stated(piece: Piece | None) -> Iterator[str]:
    if piece is not None and piece.sure is not Sureness.LIKELY and piece.text is not None:
        yield from words(str(piece.text))


def _walk(value: Any) -> Iterator[str]:
    if isinstance(value, Piece):
        if value.origins and value.note not in {SAID_AGAIN, INFERRED}:
            yield from words("" if value.text is None else str(value.text))
    elif isinstance(value, dict) and _is_citation(value):
        parts = {key: piece.text for key, piece in value.items()}
        yield from words(citation_text(read_citation(parts, ())))
    elif isinstance(value, dict):
        hidden = _NO_TEXT | _said_again(value)
        for key in _as_in_source(value):
            if key not in hidden:
                yield from _walk(value[key])
    else:
        for child in value:
            yield from _walk(child)


def _is_citation(value: dict[str, Any]) -> bool:
    return "ten_loai" in value


# Of values that share a line: the number before the heading, then as tables have their columns.
_COLUMNS = ("so_muc", "ten", "de_muc", "noi_dung", "san_pham", "thoi_han", "chu_tri", "phoi_hop")


def _as_in_source(item: dict[str, Any]) -> list[str]:
    """Return the keys of *item* in the order of the source, whose columns stand in any order."""

    def place(key: str) -> tuple[Any, ...]:
        first = next((piece.origins[0] for _, piece in pieces(item[key]) if piece.origins), None)
        at = _COLUMNS.index(key) if key in _COLUMNS else len(_COLUMNS)
        return (first is not None, *((first.page, first.line) if first else ()), at)

    return sorted(item, key=place) if "ma" in item else sorted(item, key=lambda k: k != "so_muc")


def _said_again(value: dict[str, Any]) -> set[str]:
    """Return the facts of a target that stand in its sentence, not in words or a cell of theirs."""
    content = value.get("noi_dung")
    if not isinstance(content, Piece):
        return set(_FACTS)
    sentence = fold(str(content.text))
    return {
        key
        for key in _FACTS & value.keys()
        if value[key].sure is Sureness.LIKELY or fold(str(value[key].text)) in sentence
    }
