"""Fonts of a document's theme, by the names that run properties use for them."""

from typing import TYPE_CHECKING

from kehoach.importers.readers.word.values import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def theme_fonts(theme: "_Element | None", settings: "_Element | None") -> dict[str, str]:
    """Return the fonts of *theme*: ``minorHAnsi`` to ``Calibri`` and so on.

    Where *settings* say that the language of the theme is Vietnamese, the theme's font for the
    Vietnamese script stands for its Latin one.
    """
    if theme is None:
        return {}
    language = ""
    if settings is not None:
        element = settings.find(f"{W}themeFontLang")
        language = "" if element is None else element.get(f"{W}val", "")
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        scheme = theme.find(f".//{_A}{kind}Font")
        if scheme is None:
            continue
        latin = scheme.find(f"{_A}latin")
        font = "" if latin is None else latin.get("typeface", "")
        if language.lower().startswith("vi"):
            for one in scheme.findall(f"{_A}font"):
                if one.get("script") == "Viet":
                    font = one.get("typeface", "") or font
        for slot in ("Ascii", "HAnsi"):
            found[f"{kind}{slot}"] = font
    return {name: font for name, font in found.items() if font}
