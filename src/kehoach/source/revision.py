"""A file as it stood at a git revision."""

import subprocess
from pathlib import Path as FilePath

from kehoach.source.place import Fault, SourceError
from kehoach.source.reading import LIMIT, shown_name
from kehoach.source.tree import SourceFile, parse

STAGED = ":0"
"""The state of files that ``git add`` put by for the next commit."""


def load_revision(file: FilePath, revision: str) -> SourceFile:
    """Return *file* as it stood at *revision* (``HEAD~1``, ``main``, a commit, or `STAGED`).

    ``main:plans/cu.yaml`` is the file of that path, from the top of the repository. Raises
    `SourceError` where git is not installed, the file is in no repository, the revision does not
    exist, it does not hold the file, or what it holds cannot be read.
    """
    staged = revision == STAGED
    revision, _, path = (":0", "", "") if staged else revision.partition(":")
    called = "đã git add" if staged else revision
    name = f"{called}:{path or shown_name(file)}"
    if revision.startswith("-"):
        raise _error(name, f"“{revision}” không phải tên một bản trong git", "xem git log")
    folder = file.resolve().parent
    if not folder.is_dir() or _git(name, folder, "rev-parse", "--is-inside-work-tree") is None:
        raise _error(name, "tệp không nằm trong kho git nào", "so với một tệp kế hoạch khác")
    if not staged:
        commit = _git(name, folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if commit is None:
            raise _error(name, f"git không có bản “{revision}”", _why_missing(name, folder))
        revision = commit.decode().strip()
    data = _git(name, folder, "show", f"{revision}:{path or f'./{file.name}'}")
    if data is None and staged:
        raise _error(name, "tệp này chưa được git add", f"chạy git add {shown_name(file)} trước")
    if data is None:
        message = f"bản “{called}” không có tệp này"
        help_ = "chọn bản khác; nếu tệp đã đổi tên thì nêu đường dẫn cũ kể từ gốc kho: "
        raise _error(name, message, f"{help_}--with {called}:đường/dẫn/cũ.yaml")
    if len(data) > LIMIT:
        raise _error(name, "tệp ở bản này quá lớn", "chọn bản khác")
    try:
        return parse(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise _error(name, "tệp ở bản này không phải mã UTF-8", "chọn bản khác") from None


def _why_missing(name: str, folder: FilePath) -> str:
    """Return what to do about a revision that the repository of *folder* does not have."""
    if _git(name, folder, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        return "kho này chưa lưu bản nào: chạy git commit trước"
    if (_git(name, folder, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
        return "kho này chỉ tải về những bản mới nhất: chạy git fetch --unshallow để có các bản cũ"
    return "xem các bản bằng git log --oneline"


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
