"""Numbers of rows: I, 1, 1.1, a, A."""

from dataclasses import dataclass

from kehoach.importers.tables.row import CLOSING
from kehoach.language.numbering import Style, read_number


@dataclass(frozen=True, slots=True)
class RowNumber:
    """The number of a row: ``kind`` tells I from 1 from 1.1 from a, ``above`` is what 1.1 is in."""

    kind: str
    value: int
    above: tuple[int, ...] = ()


def read_row_number(text: str) -> RowNumber | None:
    """Read the number of a row; None where it is none."""
    text = text.strip(CLOSING)
    number = read_number(text)
    if number and number.style is Style.ARABIC:
        return RowNumber(f"arabic {len(number.parent)}", number.value, number.parent)
    if number:
        return RowNumber(number.style.value, number.value)
    if len(text) == 1 and "A" <= text <= "H":
        return RowNumber("capital", ord(text) - ord("A") + 1)
    return None


def is_below(mark: RowNumber | None, above: RowNumber | None) -> bool:
    """Tell whether 1.1 follows 1, or 1.1.1 follows 1.1."""
    return bool(
        mark
        and above
        and mark.kind.startswith("arabic")
        and above.kind.startswith("arabic")
        and mark.above == (*above.above, above.value)
    )
