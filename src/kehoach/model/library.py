"""Frameworks of a project, read once each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from kehoach.model.framework import Framework
from kehoach.model.reading import read_framework
from kehoach.source.resources import find_template, template_folders
from kehoach.source.tree import SourceFile, load


@dataclass
class Library:
    """The frameworks in ``templates/khung`` of *project*, then those of the program."""

    project: FilePath
    _read: dict[str, tuple[Framework, SourceFile] | None] = field(default_factory=dict)

    def framework(self, code: str) -> Framework | None:
        """Return the framework *code*, or None; raises `SourceError` where its file is wrong."""
        found = self._find(code)
        return found and found[0]

    def source(self, code: str) -> SourceFile:
        """Return the file of the framework *code*; raises KeyError where there is none."""
        found = self._find(code)
        if found is None:
            raise KeyError(code)
        return found[1]

    def codes(self) -> Iterator[str]:
        """Yield the codes of all frameworks by name."""
        folders = template_folders(self.project)
        yield from sorted({f.stem for folder in folders for f in folder.glob("khung/*.yaml")})

    def _find(self, code: str) -> tuple[Framework, SourceFile] | None:
        if code not in self._read:
            name = f"khung/{code}.yaml"
            file = find_template(name, self.project)
            if file is None:
                self._read[code] = None
            else:
                source = load(file, f"templates/{name}")
                self._read[code] = (read_framework(source), source)
        return self._read[code]
