"""``[progress]`` of a project's configuration."""

from pathlib import Path

import pytest

from kehoach.cli.progress_settings import read_settings
from kehoach.source.place import SourceError


def test_what_is_set(tmp_path: Path) -> None:
    file = tmp_path / "other" / "kehoach.toml"
    file.parent.mkdir()
    file.write_text(
        '[progress]\nrisk-days = 7\nworking-days = true\nconstantly = "tháng"\n', encoding="utf-8"
    )
    settings = read_settings(tmp_path, file)
    assert (settings.risk_days, settings.working_days, settings.constantly) == (7, True, "tháng")
    assert settings.calendar is not None
    assert read_settings(tmp_path).risk_days == 5


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("risk-days = -1", "“risk-days” là -1"),
        ("risk-days = true", "“risk-days” là"),
        ('constantly = "tuan"', "“constantly” là “tuan”"),
        ("working-days = 3", "viết sai kiểu"),
        ("baseline = 'a'", "không có khóa “baseline”"),
    ],
)
def test_what_cannot_be_set(tmp_path: Path, line: str, words: str) -> None:
    file = tmp_path / "kehoach.toml"
    file.write_text(f"[progress]\n{line}\n", encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read_settings(tmp_path, file)
    assert words in caught.value.faults[0].message
