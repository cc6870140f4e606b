"""A file as it stood at a git revision."""

import subprocess
from pathlib import Path as FilePath

from kehoach.source.place import Fault, SourceError
from kehoach.source.reading import LIMIT
from kehoach.source.tree import SourceFile, parse


def load_revision(file: FilePath, revision: str) -> SourceFile:
    """Return *file* as it stood at *revision* (``HEAD~1``, ``main``, a commit).

    Raises `SourceError` where git is not installed, the file is in no repository, the revision
    does not exist, it does not hold the file, or what it holds cannot be read.
    """
    name = f"{revision}:{file.as_posix()}"
    if revision.startswith("-"):
        raise _error(name, f"“{revision}” không phải tên một bản trong git", "xem git log")
    folder = file.resolve().parent
    if not folder.is_dir() or _git(name, folder, "rev-parse", "--is-inside-work-tree") is None:
        raise _error(name, "tệp không nằm trong kho git nào", "so với một tệp kế hoạch khác")
    commit = _git(name, folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        help_ = "xem các bản bằng git log --oneline"
        raise _error(name, f"git không có bản “{revision}”", help_)
    data = _git(name, folder, "show", f"{commit.decode().strip()}:./{file.name}")
    if data is None:
        message = f"bản “{revision}” không có tệp này"
        raise _error(name, message, "chọn bản khác, hoặc kiểm tra tệp có bị đổi tên không")
    if len(data) > LIMIT:
        raise _error(name, "tệp ở bản này quá lớn", "chọn bản khác")
    try:
        return parse(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise _error(name, "tệp ở bản này không phải mã UTF-8", "chọn bản khác") from None


def _git(name: str, folder: FilePath, *arguments: str) -> bytes | None:
    """Return what git prints, or None where it says no."""
    try:
        done = subprocess.run(  # noqa: S603  fixed words and a checked revision
            ["git", *arguments],  # noqa: S607  git is found on the path
            cwd=folder,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise _error(name, "máy này chưa cài git", "cài git, hoặc so hai tệp kế hoạch") from None
    return done.stdout if done.returncode == 0 else None


def _error(name: str, message: str, help_: str) -> SourceError:
    return SourceError(name, (Fault("KH001", message, help_),))
