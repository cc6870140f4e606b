"""How long whole programs and calls take, and the floor that any tool over YAML stands on."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

# Installed programs come with compiled modules; some machines for tests forbid to write these.
_COMPILED = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the shortest of *times* runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def program(*arguments: str | Path, **environment: str) -> Callable[[], object]:
    """Return a run of a program, whatever its exit status, with an *environment* on top of ours."""
    return lambda: subprocess.run(
        arguments,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        env={**_COMPILED, **environment},
    )


def compose(file: Path) -> yaml.Node:
    """Return the nodes of *file* as PyYAML composes them with libyaml, with their places."""
    return yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def values(node: yaml.Node) -> Any:
    """Return what *node* holds as mappings, lists, texts and whole numbers."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: values(child) for key, child in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [values(child) for child in node.value]
    if node.tag == "tag:yaml.org,2002:null":
        return None
    return int(node.value) if node.tag == "tag:yaml.org,2002:int" else node.value
