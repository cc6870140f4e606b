"""Layers import only those before them, and no two modules import each other."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "kehoach"

# Each layer with the layers that it may import.
ALLOWED: dict[str, set[str]] = {
    "source": set(),
    "language": set(),
    "model": {"source", "language"},
    "compare": {"source", "language", "model"},
    "rules": {"source", "language", "model", "compare"},
    "document": {"source", "language", "model"},
    "importers": {"source", "language", "model"},
    "thethuc": {"source", "language", "model", "rules", "document", "importers"},
    "drafting": {"source", "language", "model", "compare"},
    "progress": {"source", "language", "model"},
    "reporting": {"source", "language", "model", "progress"},
    "output": {
        "source",
        "language",
        "model",
        "rules",
        "compare",
        "document",
        "importers",
        "progress",
        "reporting",
        "thethuc",
    },
    "cli": {
        "source",
        "language",
        "model",
        "rules",
        "compare",
        "document",
        "importers",
        "thethuc",
        "drafting",
        "progress",
        "reporting",
        "output",
    },
}


def imports() -> dict[str, set[str]]:
    """Return for every module the modules of the package that it imports anywhere."""
    modules = {
        ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): file
        for file in PACKAGE.rglob("*.py")
    }
    found: dict[str, set[str]] = {}
    for name, source in modules.items():
        names: set[str] = set()
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                inner = {f"{node.module}.{alias.name}" for alias in node.names}
                names |= inner & modules.keys() or {node.module}
        found[name] = names & modules.keys() - {name}
    return found


def layer(module: str) -> str:
    return [*module.split("."), ""][1]


def test_layers_import_only_those_before_them() -> None:
    wrong = [
        f"{module} imports {other}"
        for module, others in imports().items()
        for other in others
        if layer(module) in ALLOWED
        and layer(other) in ALLOWED
        and layer(other) not in ALLOWED[layer(module)] | {layer(module)}
    ]
    assert wrong == []
    assert {layer(module) for module in imports()} >= set(ALLOWED)


def test_no_modules_import_each_other() -> None:
    TopologicalSorter(imports()).prepare()
