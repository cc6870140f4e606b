"""Results of checks kept on disk, keyed by all that decides them.

The key of a result is the content of the file and of its trace, its name, the rules that run,
the templates of the project and the version of the program. An entry is written beside and moved
into place and carries a digest of itself, so that a cache may be shared, cut off or damaged: what
is not whole is not there. A cache that cannot be written is not used further; nothing fails.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import kehoach
from kehoach.cli.files import is_log
from kehoach.cli.records import decode
from kehoach.cli.result import FileResult
from kehoach.rules.selection import Selection
from kehoach.source.resources import project_root, template_folders

FOLDER = ".kehoach_cache"
_DIGEST = 16
_FORMAT = 2
_LARGEST = 64 * 1024 * 1024
"""Larger files are refused without being read, so nothing is kept of them."""


class Cache:
    """Results in *folder*, for the rules and templates as they are now."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which is made when the first result is kept."""
        self._folder = folder
        self._writes = True
        self._state = _state()
        self._keys: dict[tuple[Path, Selection, str], str] = {}

    def find(self, file: Path, selection: Selection, profile: str) -> FileResult | None:
        """Return the result for *file* as it is now, or None; of a progress log always None.

        What is found in a log depends on its plan and on git as well.
        """
        key = self._key(file, selection, profile)
        if key is None:
            return None
        try:
            data = (self._folder / key[:2] / key[2:]).read_bytes()
            if hashlib.blake2b(data[_DIGEST:], digest_size=_DIGEST).digest() != data[:_DIGEST]:
                return None
            return decode(file.as_posix(), data[_DIGEST:])
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def keep(self, file: Path, selection: Selection, profile: str, data: bytes) -> None:
        """Keep a result, as `records.encode` writes it, that `find` did not have."""
        key = self._keys.pop((file, selection, profile), None)
        if key is None or not self._writes:
            return
        place = self._folder / key[:2] / key[2:]
        beside = place.with_name(f"{place.name}.{os.getpid()}")
        try:
            if not place.parent.is_dir():
                place.parent.mkdir(parents=True, exist_ok=True)
                (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
            beside.write_bytes(hashlib.blake2b(data, digest_size=_DIGEST).digest() + data)
            beside.replace(place)
        except OSError:
            self._writes = False
            with suppress(OSError):
                beside.unlink()

    def _key(self, file: Path, selection: Selection, profile: str) -> str | None:
        if is_log(file):
            return None
        try:
            if not file.is_file() or file.stat().st_size > _LARGEST:
                return None
            content = file.read_bytes()
        except OSError:
            return None
        digest = hashlib.blake2b(self._state, digest_size=20)
        choice = (file.as_posix(), ",".join(selection.select), ",".join(selection.ignore), profile)
        digest.update("\0".join((*choice, "")).encode())
        digest.update(hashlib.blake2b(content).digest())
        # Not through the trace's own module, which would load the importers.
        with suppress(OSError):
            digest.update(file.with_name(f"{file.stem}.nguon.json").read_bytes())
        key = digest.hexdigest()
        self._keys[file, selection, profile] = key
        return key


def _state() -> bytes:
    """Return the digest of what decides every result: program and templates."""
    digest = hashlib.blake2b(f"{_FORMAT} {kehoach.__version__}\0".encode())
    package = Path(kehoach.__file__).parent
    if package.parent.name == "src":  # a checkout, where code changes under one version
        for file in sorted(package.rglob("*.py")):
            status = file.stat()
            digest.update(f"{file.name} {status.st_size} {status.st_mtime_ns}\0".encode())
    for folder in template_folders(project_root(Path())):
        for file in sorted(folder.rglob("*.yaml")):
            digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            digest.update(file.read_bytes())
    return digest.digest()
