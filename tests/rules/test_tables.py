"""Tables of words and of law: those of the program are right, a wrong one of a project is told."""

from pathlib import Path

import pytest

from kehoach.language.symbol import read_symbol
from kehoach.rules.tables import read_table, table_faults
from kehoach.source.place import SourceError
from kehoach.source.resources import find_template
from kehoach.source.tree import load

NAMES = (
    "don-vi/khong-con",
    "don-vi/thon-ap",
    "don-vi/tham-quyen",
    "van-ban-vien-dan/het-hieu-luc",
    "van-ban-vien-dan/ngay-ban-hanh",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_fits_its_schema(name: str) -> None:
    file = find_template(f"{name}.yaml", Path(__file__).parents[2])
    assert file
    assert table_faults(load(file), name) == ()
    assert read_table(name)


@pytest.mark.parametrize("name", ["het-hieu-luc", "ngay-ban-hanh"])
def test_symbols_are_written_as_they_are_read(name: str) -> None:
    written = [line["ky_hieu"] for line in read_table(f"van-ban-vien-dan/{name}")]
    assert [str(read_symbol(text)) for text in written] == written
    assert len(set(written)) == len(written)


def test_29_names_of_provinces_ended() -> None:
    old = read_table("don-vi/khong-con")["tinh"]["nay"]
    assert len({name.replace("Hoà", "Hòa") for name in old}) == 29


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "- {ky_hieu: 1/NQ-CP, ngay: 2025-02-31, co_quan: A}", "không đọc được", id="day"
        ),
        pytest.param("- {ky_hieu: 1/NQ-CP, co_quan: A}", "thiếu khóa “ngay”", id="key"),
    ],
)
def test_a_wrong_table_of_a_project_is_told(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "templates" / "van-ban-vien-dan"
    folder.mkdir(parents=True)
    (folder / "ngay-ban-hanh.yaml").write_text(text + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    read_table.cache_clear()
    try:
        with pytest.raises(SourceError, match=message):
            read_table("van-ban-vien-dan/ngay-ban-hanh")
    finally:
        read_table.cache_clear()
