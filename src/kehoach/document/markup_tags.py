"""The small semantic HTML that templates write: its tags, and what is wrong with one.

It is HTML in the strict spelling of XML: every element is closed, every attribute has a value.
Which elements there are, what they may hold and which attributes they take stands in the tables
below and, for the people who write templates, in ``docs/mau-van-ban.md``.
"""

from difflib import get_close_matches
from typing import NamedTuple

from kehoach.model.printed import STYLE_NAMES

ROOT = "van-ban"
_BLOCKS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "table"})
INLINE = frozenset({"b", "i", "span"})

CONTENT: dict[str, frozenset[str]] = {
    ROOT: _BLOCKS | {"header", "div", "section", "footer"},
    "section": _BLOCKS | {"div"},
    "div": _BLOCKS,
    "header": frozenset(),
    "footer": frozenset({"ul"}),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "p", "th", "b", "i", "span"), INLINE),
    "ul": frozenset({"li", "ul"}),
    "li": INLINE | {"ul"},
    "table": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "td": INLINE | {"p", "ul"},
}
"""What each element may hold; texts stand only in those that may hold ``b`` and ``i``."""

ATTRIBUTES: dict[str, frozenset[str]] = {
    "header": frozenset({"co-quan", "cap-tren", "so", "ky-hieu", "dia-danh", "ngay", "du-thao"}),
    "footer": frozenset(
        {"thay-mat", "ky-thay", "thua-lenh", "thua-uy-quyen", "chuc-vu", "kiem", "ho-ten"}
    ),
    "section": frozenset({"so", "kho-giay"}),
    "div": frozenset({"kho-giay"}),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "li"), frozenset({"so", "khoa"})),
    "p": frozenset({"so", "class", "khoa"}),
    "ul": frozenset({"class"}),
    "tr": frozenset({"class"}),
    "th": frozenset({"class", "rong"}),
    "td": frozenset({"colspan", "khoa"}),
    "span": frozenset({"khoa"}),
}
"""Which attributes each element may have."""

VALUES: dict[tuple[str, str], frozenset[str]] = {
    ("p", "class"): frozenset({"trich-yeu", "kem-theo"}),
    ("ul", "class"): frozenset({"can-cu", "kinh-gui"}),
    ("tr", "class"): frozenset({"nhom"}),
    ("th", "class"): frozenset({"giua"}),
    ("section", "kho-giay"): frozenset({"doc", "ngang"}),
    ("div", "kho-giay"): frozenset({"doc", "ngang"}),
    **{
        (name, "khoa"): frozenset({*STYLE_NAMES, ""})
        for name in ("span", "h2", "h3", "h4", "h5", "h6", "li", "p", "td")
    },
}
"""Which values those attributes may have that choose between few."""


class MarkupFault(Exception):  # noqa: N818  what becomes a TemplateFault
    """The HTML cannot be read; ``place`` is where in the template, as marked, or empty."""

    def __init__(self, message: str, place: str) -> None:
        """Keep the Vietnamese sentence and the place."""
        super().__init__(message)
        self.message = message
        self.place = place


class Tag(NamedTuple):
    """A start tag; ``content`` are the elements it may hold, ``has_text`` whether texts too."""

    name: str
    attributes: dict[str, str]
    content: frozenset[str]
    has_text: bool
    key: str
    """Whose value its text is; "" for none."""
    end: str
    """The end tag without its brackets."""

    def get(self, attribute: str) -> str:
        """Return the value of an attribute, spaces folded; "" where it is missing."""
        value = self.attributes.get(attribute)
        return fold(value) if value else ""


def make_tag(name: str, attributes: dict[str, str], place: str = "") -> Tag:
    """Return the tag if it keeps to the tables, else raise `MarkupFault`."""
    if name not in CONTENT or name == ROOT:
        raise MarkupFault(f"không có thẻ <{name}>{_nearest(name, CONTENT)}", place)
    allowed = ATTRIBUTES.get(name, frozenset())
    for attribute, value in attributes.items():
        if attribute not in allowed:
            hint = _nearest(attribute, allowed)
            raise MarkupFault(f"thẻ <{name}> không có thuộc tính “{attribute}”{hint}", place)
        values = VALUES.get((name, attribute))
        if values is not None and value not in values:
            hint = _nearest(value, values)
            raise MarkupFault(f"thẻ <{name}> không có {attribute}=“{value}”{hint}", place)
    content = CONTENT[name]
    return Tag(name, attributes, content, "b" in content, attributes.get("khoa", ""), f"/{name}")


ROOT_TAG = Tag(ROOT, {}, CONTENT[ROOT], has_text=False, key="", end="\0")


def fold(text: str) -> str:
    """Return *text* with single spaces between words and none at its ends."""
    if "  " in text:
        return " ".join(filter(None, text.split(" ")))
    return text.strip(" ")


def _nearest(word: str, known: "dict[str, frozenset[str]] | frozenset[str]") -> str:
    found = get_close_matches(word, sorted(set(known) - {ROOT}), n=1)
    return f", có phải “{found[0]}”?" if found else ""
