"""Files out: whole or not at all, and for those who could use them before."""

import os
import stat
from pathlib import Path

import pytest

from kehoach.output.writing import WriteError, write_beside

posix = pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")


def mode(file: Path) -> str:
    return oct(stat.S_IMODE(file.stat().st_mode))


@posix
@pytest.mark.parametrize("before", [0o600, 0o640, 0o644, 0o664, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, before: int) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    file.chmod(before)
    write_beside(file, b"new")
    assert (file.read_bytes(), mode(file)) == (b"new", oct(before))
    assert [*tmp_path.iterdir()] == [file]


@posix
@pytest.mark.parametrize(("umask", "given"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_is_for_whom_the_user_makes_files(
    tmp_path: Path, umask: int, given: int
) -> None:
    before = os.umask(umask)
    try:
        write_beside(tmp_path / "moi" / "a.docx", b"new")
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    assert mode(tmp_path / "moi" / "a.docx") == oct(given)


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(WriteError, match="đã có thư mục cùng tên"):
        write_beside(tmp_path / "a.yaml", b"new")
    assert [*tmp_path.iterdir()] == [tmp_path / "a.yaml"]
