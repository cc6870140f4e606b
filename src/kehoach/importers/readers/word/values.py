"""Names and values in the XML of Word files."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def value(element: "_Element | None", default: str = "") -> str:
    """Return the ``w:val`` of *element*, *default* where it or the value is missing."""
    return default if element is None else element.get(f"{W}val", default)


def number(text: str, default: int = 0, most: int = 10_000) -> int:
    """Return *text* as a whole number from 0 to *most*, *default* where it is none."""
    digits = text.strip()
    if not digits.isdecimal() or len(digits) > len(str(most)):
        return default
    return min(int(digits), most)


def switched(element: "_Element | None") -> bool | None:
    """Return whether a property such as ``w:b`` is on or off, None where it is not set."""
    if element is None:
        return None
    return value(element, "1") not in {"0", "false", "off"}
