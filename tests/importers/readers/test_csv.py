from pathlib import Path

import pytest

from kehoach.importers.blocks import Table
from kehoach.importers.readers import read_source
from kehoach.language.legacy import Encoding, encode
from kehoach.source.place import SourceError

ROWS = [["TT", "Nhiệm vụ", "Mức đạt"], ["1", "Công khai thủ tục, biểu mẫu", "59,7%"]]


def read(folder: Path, data: bytes) -> Table:
    file = folder / "a.csv"
    file.write_bytes(data)
    (table,) = read_source(file, "a.csv").blocks
    assert isinstance(table, Table)
    return table


def texts(table: Table) -> list[list[str]]:
    return [["\n".join(line.text for line in cell.lines) for cell in row] for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_and_encodings(tmp_path: Path, encoding: str, delimiter: str, end: str) -> None:
    text = end.join(delimiter.join(f'"{value}"' for value in row) for row in ROWS)
    assert texts(read(tmp_path, text.encode(encoding))) == ROWS


def test_bare_values_with_decimal_commas(tmp_path: Path) -> None:
    text = "\n".join(";".join(row) for row in ROWS)
    assert texts(read(tmp_path, text.encode())) == ROWS


def test_legacy_encoding(tmp_path: Path) -> None:
    data = encode("\n".join(";".join(row) for row in ROWS), Encoding.VNI)
    assert texts(read(tmp_path, data)) == ROWS


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    table = read(tmp_path, b'sep=;\na;"b\nc"\n\nd;e\n')
    assert texts(table) == [["a", "b\nc"], ["d", "e"]]
    assert [row[0].lines[0].origin.line for row in table.rows] == [2, 5]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "tệp trống"),
        (b";;;\n;;;", "không có ô nào"),
        (b"a;b\n" * 30_000, "quá lớn"),
        (b"a;" * 300, "quá lớn"),
        (b"\x00\x01\x02\x03", "nhị phân"),
        (b'a;"' + b"x" * 200_000, "bảng hỏng"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(tmp_path, data)
