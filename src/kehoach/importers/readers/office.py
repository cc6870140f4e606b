"""The package of an Office file: its parts as XML, found by their relationships."""

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kehoach.importers.readers.archive import Archive, broken
from kehoach.importers.readers.refusal import refused

if TYPE_CHECKING:
    from lxml.etree import _Element

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

# Strict Open XML has other names for the same things.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: ``kind`` is the last word of its type, ``target`` a part name."""

    kind: str
    target: str


class Package:
    """An Office file by its parts."""

    def __init__(self, archive: Archive, name: str, usual: str) -> None:
        """Find the main part in *archive*, else take the *usual* one.

        Raises `SourceError` where neither is there.
        """
        self._archive = archive
        self._name = name
        relations = self.relations("").values()
        main = next((one.target for one in relations if one.kind == "officeDocument"), "")
        if main not in archive.names():
            main = usual
        if main not in archive.names():
            raise broken(name)
        self.main = main

    @property
    def has_macros(self) -> bool:
        """Whether programs travel in the file; they are never read."""
        return any(name.endswith("vbaProject.bin") for name in self._archive.names())

    def tree(self, part: str) -> "_Element | None":
        """Return the root of the XML *part*; None where there is no such part.

        Raises `SourceError` for broken XML and for document type declarations, which Office never
        writes and attacks need.
        """
        from lxml import etree  # noqa: PLC0415  heavy, needed for Office files only

        data = self._archive.read(part)
        if data is None:
            return None
        if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data:
            raise self._hostile()
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise broken(self._name) from None
        # An encoding of its own can hide a declaration from the search above.
        information: Any = root.getroottree().docinfo
        if information.doctype:
            raise self._hostile()
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relationships of *part* by id, without those that lead out of the file."""
        folder, base = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        found: dict[str, Relation] = {}
        for one in root.iter(f"{_RELS}Relationship"):
            if one.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = Relation(kind, target.lstrip("/"))
        return found

    def related(self, kind: str) -> "_Element | None":
        """Return the root of the first part that the main part names as its *kind*."""
        relations = self.relations(self.main).values()
        target = next((one.target for one in relations if one.kind == kind), "")
        return self.tree(target)

    def _hostile(self) -> Exception:
        message = "tệp chứa khai báo DTD mà Word, Excel không bao giờ ghi, có thể là tệp phá hoại"
        return refused(self._name, message, "không mở tệp này nếu không rõ nguồn")
