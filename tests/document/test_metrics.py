import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from kehoach.document.metrics import balance, text_width

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("text", "size", "face", "points"),
    [
        ("Độc lập - Tự do - Hạnh phúc", 13, "bold", 159.1),
        ("Độc lập - Tự do - Hạnh phúc", 14, "bold", 171.4),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "bold", 250.3),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "bold", 271.2),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "bold", 206.7),
        ("ỦY BAN NHÂN DÂN", 12, "bold", 39.9 / 25.4 * 72),
        ("Nơi nhận:", 14, "", 56.0),
        ("Thành phố Hồ Chí Minh, ngày 05 tháng 02 năm 2026", 13, "italic", 98.7 / 25.4 * 72),
    ],
)
def test_width_is_that_of_times_new_roman(text: str, size: float, face: str, points: float) -> None:
    width = text_width(text, size, bold=face == "bold", italic=face == "italic")
    assert width == pytest.approx(points, abs=0.15)


def test_character_outside_the_table_has_a_width() -> None:
    assert text_width("漢", 14) > 0


@pytest.mark.parametrize(
    ("words", "limit", "width", "longest"),
    [
        pytest.param([10.0] * 6, 100, 65, 65, id="fits on one line"),
        pytest.param([10.0] * 6, 40, 32, 32, id="two lines of three words, not three and a half"),
        pytest.param([10.0] * 5, 50, 32, 32, id="three and two"),
        pytest.param([90.0, 10.0], 50, 50, 90, id="a word that is longer than the line"),
        pytest.param([], 50, 0, 0, id="no words"),
    ],
)
def test_titles_break_into_lines_of_like_length(
    words: list[float], limit: float, width: float, longest: float
) -> None:
    found, line = balance(tuple(words), 1.0, limit)
    assert found == pytest.approx(width, abs=1)
    assert line == pytest.approx(longest, abs=1)


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", HERE / "make_times_widths.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_table_is_what_the_fonts_say() -> None:
    pytest.importorskip("fontTools")
    folder = Path("/usr/share/fonts/truetype/liberation2")
    if not folder.is_dir():
        pytest.skip("needs the fonts of Liberation Serif 2")
    maker = _maker()
    assert maker.table(folder) == maker.TARGET.read_text(encoding="utf-8")
