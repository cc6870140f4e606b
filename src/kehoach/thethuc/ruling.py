"""Lines under parts of the head compared with the text above them."""

from collections.abc import Iterator, Sequence

from kehoach.rules.finding import Level
from kehoach.thethuc.elements.found import Rules
from kehoach.thethuc.fault import Document, Fault, at_piece
from kehoach.thethuc.looking import points
from kehoach.thethuc.measuring import line_widths, room_for, width_of
from kehoach.thethuc.reading.text import Piece

_EXACT = (0.95, 1.05)
_NEAR = (0.85, 1.15)


def wrong_full_rule(piece: Piece, rules: Rules, name: str) -> Iterator[Fault]:
    """Yield what is wrong with the line under *piece*, which must be as long as the text."""
    yield from _missing_or_dashed(piece, rules, name)
    shares = [length / max(width_of(piece.segments), 1) for length in _lengths(piece, rules)]
    best = min(shares, key=lambda one: abs(one - 1), default=1.0)
    if _EXACT[0] <= best <= _EXACT[1]:
        return
    level = Level.WARNING if _NEAR[0] <= best <= _NEAR[1] else None
    message = f"đường kẻ dưới {name} dài {_percent(best)} dòng chữ"
    yield at_piece(piece, message, "kẻ dài bằng dòng chữ", level=level)


def wrong_short_rule(
    document: Document, block: Sequence[Piece], rules: Rules, name: str
) -> Iterator[Fault]:
    """Yield what is wrong with the line under *block*: a third to a half of the text."""
    bounds = document.norm.rule
    if not block or bounds is None:
        return
    piece = block[-1]
    yield from _missing_or_dashed(piece, rules, name)
    lengths = _lengths(piece, rules)
    if not lengths:
        return
    widths = [
        width for one in block for width in line_widths(one, room_for(document.text, one.paragraph))
    ]
    texts = {max(widths), widths[-1]}
    shares = [length / max(width, 1) for length in lengths for width in texts]
    if shares and not any(bounds[0] <= one <= bounds[1] for one in shares):
        nearest = min(shares, key=lambda one: min(abs(one - bound) for bound in bounds))
        message = f"đường kẻ dưới {name} dài {_percent(nearest)} dòng chữ"
        yield at_piece(piece, message, "kẻ dài từ 1/3 đến 1/2 dòng chữ")


def _missing_or_dashed(piece: Piece, rules: Rules, name: str) -> Iterator[Fault]:
    if not rules.found and not rules.unsure:
        if rules.underlined:
            message = f"{name} gạch chân chữ thay cho đường kẻ ngang"
        else:
            message = f"không có đường kẻ ngang dưới {name}"
        yield at_piece(piece, message)
    elif rules.found and all(one.dashed for one in rules.found):
        yield at_piece(piece, f"đường kẻ dưới {name} là nét đứt", "kẻ nét liền")


def _lengths(piece: Piece, rules: Rules) -> list[float]:
    """Return the lengths of *rules*; none where one is not known or *piece* cannot be measured."""
    lengths = [one.length for one in rules.found]
    if None in lengths or not _is_times(piece):
        return []
    return [length for length in lengths if length]


def _is_times(piece: Piece) -> bool:
    return all(one.look.hansi.startswith("Times") for one in piece.segments)


def _percent(share: float) -> str:
    return f"{points([round(share * 100)])}%"
