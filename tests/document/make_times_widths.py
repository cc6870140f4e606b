"""Makes ``src/kehoach/document/times-widths.json`` from the fonts of Liberation Serif 2.

Liberation Serif 2 has the advance widths of Times New Roman and every Vietnamese letter
(version 1 lacks U+1EA0-1EF9). Needs fonttools, which nothing else here needs:

    python tests/document/make_times_widths.py /usr/share/fonts/truetype/liberation2
"""

import importlib
import json
import sys
from pathlib import Path

TARGET = Path(__file__).parents[2] / "src" / "kehoach" / "document" / "times-widths.json"
FACES = {
    "regular": "LiberationSerif-Regular.ttf",
    "bold": "LiberationSerif-Bold.ttf",
    "italic": "LiberationSerif-Italic.ttf",
    "bold italic": "LiberationSerif-BoldItalic.ttf",
}
CHARACTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin letters with marks
    *(0x01A0, 0x01A1, 0x01AF, 0x01B0),  # Ơ ơ Ư ư
    *range(0x1EA0, 0x1EFA),  # Vietnamese letters with two marks
    *range(0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    *(0x2264, 0x2265, 0x20AB),  # ≤ ≥ ₫
)


def widths(font_file: Path) -> dict[str, str]:
    """Return, for each advance width in 2048ths of the size, the characters that have it."""
    font = importlib.import_module("fontTools.ttLib").TTFont(font_file)
    names, advances = font.getBestCmap(), font["hmtx"].metrics
    found: dict[int, str] = {}
    for code in CHARACTERS:
        if code in names:
            width = advances[names[code]][0]
            found[width] = found.get(width, "") + chr(code)
    return {str(width): found[width] for width in sorted(found)}


def table(folder: Path) -> str:
    """Return the text of the table for the fonts in *folder*."""
    faces = {face: widths(folder / file) for face, file in FACES.items()}
    return json.dumps(faces, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.write_text(table(Path(sys.argv[1])), encoding="utf-8", newline="\n")
