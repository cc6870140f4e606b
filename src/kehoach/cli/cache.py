"""Results of checks kept on disk, keyed by all that decides them.

A file of the cache holds the results for the files of one folder under one choice of rules: its
name is a digest of folder, choice, templates and version of the program. A line in it is the name
of a file, a digest of what stands there and in its trace, and the result. The file is written
beside and moved into place and begins with a digest of itself, so that a cache may be shared, cut
off or damaged: what is not whole is not there. Of two runs that write at once one may lose its
results, which are then found anew. A cache that cannot be written is not used further; nothing
fails.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import kehoach
from kehoach.cli.files import is_log
from kehoach.cli.records import decode
from kehoach.cli.result import FileResult
from kehoach.rules.selection import Selection
from kehoach.source.resources import project_root, template_folders

FOLDER = ".kehoach_cache"
_DIGEST = 16
_FORMAT = 4
_LARGEST = 64 * 1024 * 1024
"""Larger files are refused without being read, so nothing is kept of them."""


class Kept(NamedTuple):
    """A result as `records.encode` writes it, and the digest of what it was found in."""

    digest: bytes
    record: bytes


class Shelf(NamedTuple):
    """A file of the cache: what stood in it, and what this run adds, by name of the file."""

    place: Path
    known: dict[bytes, Kept]
    fresh: dict[bytes, Kept]


class Cache:
    """Results in *folder*, for the rules and templates as they are now."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which is made when the first result is kept."""
        self._folder = folder
        self._state = _state()
        self._shelves: dict[tuple[str, Selection, str], Shelf] = {}
        self._digests: dict[tuple[Path, Selection, str], bytes] = {}

    def find(
        self, file: Path, selection: Selection, profile: str, *, accepted: bool
    ) -> FileResult | None:
        """Return the result for *file* as it is now, or None; of a progress log always None.

        None also where what the file accepts is wanted (*accepted*) and was not kept.
        What is found in a log depends on its plan and on git as well.
        """
        digest = b"" if is_log(file) else _digest(file)
        if not digest:
            return None
        shelf, name = self._shelf(file, selection, profile)
        kept = shelf.known.get(name)
        if kept and kept.digest == digest:
            with suppress(ValueError, LookupError, TypeError):
                return decode(file.as_posix(), kept.record, accepted=accepted)
        self._digests[file, selection, profile] = digest
        return None

    def keep(self, file: Path, selection: Selection, profile: str, record: bytes) -> None:
        """Keep a result that `find` did not have, unless *file* has changed since; see `save`."""
        digest = self._digests.pop((file, selection, profile), b"")
        if digest and digest == _digest(file):
            shelf, name = self._shelf(file, selection, profile)
            shelf.fresh[name] = Kept(digest, record)

    def save(self) -> None:
        """Write what was kept, beside what other runs have kept meanwhile."""
        with suppress(OSError):
            for shelf in self._shelves.values():
                if shelf.fresh:
                    self._folder.mkdir(parents=True, exist_ok=True)
                    (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
                    _write(shelf.place, {**_read(shelf.place), **shelf.fresh})

    def _shelf(self, file: Path, selection: Selection, profile: str) -> tuple[Shelf, bytes]:
        """Return where the result for *file* stands, and under which name."""
        folder, name = os.path.split(file)
        shelf = self._shelves.get((folder, selection, profile))
        if shelf is None:
            choice = (folder, ",".join(selection.select), ",".join(selection.ignore), profile)
            digest = hashlib.blake2b(self._state, digest_size=20)
            digest.update("\0".join(choice).encode(errors="surrogateescape"))
            place = self._folder / digest.hexdigest()
            shelf = self._shelves[folder, selection, profile] = Shelf(place, _read(place), {})
        return shelf, name.encode(errors="surrogateescape")


def _read(place: Path) -> dict[bytes, Kept]:
    """Return what stands at *place*, nothing where that is not whole."""
    try:
        data = place.read_bytes()
        body = data[_DIGEST:]
        if _sign(body) != data[:_DIGEST]:
            return {}
        lines = (line.split(b"\t", 2) for line in body.split(b"\n")[:-1])
        return {name: Kept(digest, record) for name, digest, record in lines}
    except (OSError, ValueError):
        return {}


def _write(place: Path, known: dict[bytes, Kept]) -> None:
    # A name with a tab or a line break would be read as something else.
    data = b"".join(
        b"%b\t%b\t%b\n" % (name, *kept)
        for name, kept in known.items()
        if b"\t" not in name and b"\n" not in name
    )
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        beside.write_bytes(_sign(data) + data)
        beside.replace(place)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def _sign(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()


def _digest(file: Path) -> bytes:
    """Return the digest of what stands in *file* and in its trace, empty where it is no file."""
    digest = hashlib.blake2b(digest_size=_DIGEST)
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            return b""  # reading a pipe would wait
        digest.update(file.read_bytes())
    except OSError:
        return b""
    # Not through the trace's own module, which would load the importers; and Path takes longer to
    # name a file beside another than to read it.
    trace = f"{os.fspath(file).removesuffix(file.suffix)}.nguon.json"
    with suppress(OSError), open(trace, "rb") as stream:  # noqa: PTH123
        digest.update(b"\0")
        digest.update(stream.read())
    return digest.hexdigest().encode()


def _state() -> bytes:
    """Return the digest of what decides every result: program and templates."""
    digest = hashlib.blake2b(f"{_FORMAT} {kehoach.__version__}\0".encode())
    package = Path(kehoach.__file__).parent
    if package.parent.name == "src":  # a checkout, where code changes under one version
        for folder in (package, package.parents[1] / "schema"):
            for file in _files(folder, ""):
                status = file.stat()
                digest.update(f"{file} {status.st_size} {status.st_mtime_ns}\0".encode())
    for folder in template_folders(project_root(Path())):
        for file in _files(folder, ".yaml"):
            digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            digest.update(file.read_bytes())
    return digest.digest()


def _files(folder: Path, ending: str) -> Iterator[Path]:
    """Yield the files under *folder*, always in one order, without what Python keeps there."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(parent, name) for name in sorted(names) if name.endswith(ending))
