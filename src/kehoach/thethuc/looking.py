"""Looks compared with what a norm asks of a part, and the changes that would bring them there."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kehoach.document.profile import Part
from kehoach.thethuc.elements.words import is_capitals
from kehoach.thethuc.fault import Document, Edit, Fault, at_piece
from kehoach.thethuc.reading.text import Paragraph, Piece, Segment

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 0.5
_ALIGN_WORDS = {"center": "canh giữa", "left": "canh trái", "both": "canh đều hai lề"}


def lettered(segments: Iterable[Segment]) -> list[Segment]:
    """Return the segments in which a letter or digit stands; the look of the others is not seen."""
    found = list(segments)
    return [one for one in found if any(map(str.isalnum, one.text))] or [
        one for one in found if one.text.strip()
    ]


def sizes_of(segments: Iterable[Segment]) -> list[float]:
    """Return the sizes of *segments*, each once."""
    return sorted({one.look.size for one in lettered(segments)})


def share(segments: Iterable[Segment], name: str) -> float:
    """Return the share of the letters whose look has *name* (``bold``, ``italic``)."""
    found = lettered(segments)
    total = sum(len(one.text.strip()) for one in found)
    on = sum(len(one.text.strip()) for one in found if getattr(one.look, name))
    return on / total if total else 0.0


def points(sizes: Iterable[float]) -> str:
    """Return *sizes* as words: ``12, 13,5``."""
    return ", ".join(f"{size:g}".replace(".", ",") for size in sizes)


def allowed_sizes(sizes: Sequence[float]) -> str:
    """Return the sizes allowed as words: ``13 đến 14``."""
    low, high = points(sizes[:1]), points(sizes[-1:])
    return low if low == high else f"{low} đến {high}"


def wrong_looks(
    document: Document, part: Part, pieces: Iterable[Piece], *, aligned: bool = True
) -> Iterator[Fault]:
    """Yield a fault for each of *pieces* that does not look as *part* must."""
    for piece in pieces:
        yield from wrong_look(document, part, piece, aligned=aligned)


def wrong_look(
    document: Document, part: Part, piece: Piece, *, aligned: bool = True
) -> Iterator[Fault]:
    """Yield the fault of *piece* where it does not look as *part* must, else nothing."""
    asked = document.norm.profile.looks[part]
    sizes = document.norm.sizes.get(part, ())
    wrong: list[str] = []
    edits: list[Edit] = []
    runs = own_runs(piece)
    if sizes:
        words, changes = size_fault(piece.segments, sizes, runs)
        wrong += words
        edits += changes
    for name, word in (("bold", "đậm"), ("italic", "nghiêng")):
        wanted, on = getattr(asked, name), share(piece.segments, name)
        if wanted and on < 1:
            wrong.append(f"chưa in {word}" if on < _MOST else f"chưa in {word} hết")
            edits += [Edit(run, name, value=True) for run in runs]
        elif not wanted and on > _MOST:
            wrong.append(f"in {word} (phải là chữ {'đứng' if name == 'italic' else 'thường'})")
            edits += [Edit(run, name, value=False) for run in runs]
    if asked.capitals and not is_capitals(piece.text):
        wrong.append("chưa viết hoa")
    elif not asked.capitals and is_capitals(piece.text) and " " in piece.text:
        wrong.append("viết hoa cả dòng (phải là chữ thường)")
    if aligned and piece.alone and not _is_aligned(piece.paragraph, asked.align):
        wrong.append(f"chưa {_ALIGN_WORDS[asked.align]}")
        edits.append(Edit(piece.paragraph.element, "align", asked.align))
    if wrong:
        if len(runs) < len({id(one.run) for one in piece.segments}):
            edits.append(Edit(piece.paragraph.element, "split-runs", value=True))
        yield at_piece(piece, f"{_name(part)}: {'; '.join(wrong)}", edits=edits)


def _name(part: Part) -> str:
    return part if part in {Part.STATE, Part.MOTTO} else part.lower()


def size_fault(
    segments: Iterable[Segment], sizes: Sequence[float], runs: "Iterable[_Element] | None" = None
) -> tuple[list[str], list[Edit]]:
    """Return in words that *segments* have sizes outside *sizes*, and the changes in *runs*.

    Both are empty where nothing is wrong; without *runs* all may be changed.
    """
    segments = list(segments)
    own = sizes_of(segments)
    if all(size in sizes for size in own):
        return [], []
    words = f"cỡ chữ {points(own)} (phải {allowed_sizes(sizes)})"
    return [words], size_edits(segments, sizes, [s.run for s in segments] if runs is None else runs)


def size_edits(
    segments: Iterable[Segment], sizes: Sequence[float], runs: "Iterable[_Element]"
) -> list[Edit]:
    """Return the changes that give each segment outside *sizes* the nearest of them."""
    own = set(map(id, runs))
    return [
        Edit(one.run, "size", min(sizes, key=lambda size: abs(size - one.look.size)))
        for one in segments
        if id(one.run) in own and one.look.size not in sizes and one.text.strip()
    ]


def own_runs(piece: Piece) -> "list[_Element]":
    """Return the runs of *piece* that hold no text of other pieces."""
    others = {
        id(segment.run)
        for other in piece.paragraph.pieces
        if other is not piece
        for segment in other.segments
        if segment.text.strip()
    }
    runs = {id(one.run): one.run for one in piece.segments}
    return [run for key, run in runs.items() if key not in others]


def _is_aligned(paragraph: Paragraph, asked: str) -> bool:
    align = paragraph.look.align
    if asked == "left":
        return align in {"left", "both"}
    return align == asked
