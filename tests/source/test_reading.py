"""Bytes of files: what is text for us and what is refused."""

import os
from pathlib import Path

import pytest

from kehoach.source.place import SourceError
from kehoach.source.reading import LIMIT, read_text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("xã".encode(), "xã"),
        ("xã".encode("utf-8-sig"), "xã"),
        ("một\r\nhai\r\n".encode(), "một\r\nhai\r\n"),
    ],
    ids=["utf-8", "byte order mark", "windows line ends"],
)
def test_text_is_read(tmp_path: Path, data: bytes, text: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(data)
    assert read_text(file) == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "trống"),
        (b" \n\t\n", "trống"),
        ("xã".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04\x00\x00", "nhị phân"),
        ("ten: xã".encode() + b"\n\xff\xfe", "không phải mã UTF-8"),
        ("Kế hoạch".encode("cp1258", errors="replace") + b"\xd5", "không phải mã UTF-8"),
    ],
    ids=["empty", "blank", "utf-16", "binary", "broken utf-8", "windows-1258"],
)
def test_other_bytes_are_refused(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read_text(file)
    assert words in caught.value.faults[0].message


def test_the_place_of_a_broken_byte_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(SourceError) as caught:
        read_text(file)
    place = caught.value.faults[0].place
    assert (place.line, place.column) == (2, 4)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="không có tệp này"):
        read_text(tmp_path / "none.yaml")
    with pytest.raises(SourceError, match="thư mục"):
        read_text(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of POSIX")
def test_a_device_is_refused_without_being_read() -> None:
    with pytest.raises(SourceError, match="không phải tệp thông thường"):
        read_text(Path("/dev/zero"))


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    with file.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    with pytest.raises(SourceError, match=r"quá lớn \(100 MB, giới hạn 5 MB\)"):
        read_text(file)
    with file.open("wb") as stream:
        stream.truncate(LIMIT + 1)
    with pytest.raises(SourceError, match="quá lớn"):
        read_text(file)


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1", encoding="utf-8")
    original = os.fstat

    def grow(descriptor: int) -> os.stat_result:
        status = original(descriptor)
        with file.open("a", encoding="utf-8") as stream:
            stream.write("1")
        return status

    monkeypatch.setattr(os, "fstat", grow)
    with pytest.raises(SourceError, match="bị thay đổi trong khi đọc"):
        read_text(file)
