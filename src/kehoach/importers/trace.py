"""Where each value of a brought-in plan stands in its source: ``NAME.nguon.json``."""

import json
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from kehoach.source.place import Path, write_path

if TYPE_CHECKING:
    from kehoach.importers.blocks import LeftOut, Origin
    from kehoach.importers.draft import Imported


def trace_json(imported: "Imported") -> bytes:
    """Return the trace: for each value its path and origins, then what was left out and why."""
    from kehoach.importers.draft import pieces  # noqa: PLC0415  who reads a trace does without

    values: list[dict[str, Any]] = [
        {
            "path": write_path(path),
            "sure": piece.sure.value,
            "origins": [_origin(origin) for origin in piece.origins],
        }
        for path, piece in pieces(imported.draft)
        if piece.origins
    ]
    left_out = [_left_out(one) for one in imported.left_out]
    data = {"nguon": 1, "values": values, "left_out": left_out, "notes": imported.notes}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _origin(origin: "Origin") -> dict[str, Any]:
    return {"file": origin.file, "page": origin.page, "line": origin.line}


def _left_out(one: "LeftOut") -> dict[str, Any]:
    return {**_origin(one.origin), "text": one.text, "reason": one.reason}


class Trace:
    """Origins of the values of one plan file, by path."""

    def __init__(self, values: dict[str, str]) -> None:
        """Keep *values*: paths as `write_path` writes them, with the words for the origin."""
        self._values = values

    def origin(self, path: Path) -> str:
        """Return ``dòng 114 của huong-phung.txt`` for the value at *path* or nearest to it.

        Nearest is the first value below *path*, else the last one above it; empty for none.
        """
        text = write_path(path)
        if text in self._values:
            return self._values[text]
        below = f"{text}/"
        for known, words in self._values.items():
            if known.startswith(below):
                return words
        for length in range(len(path) - 1, 0, -1):
            if (above := write_path(path[:length])) in self._values:
                return self._values[above]
        return ""


def trace_file(plan: FilePath) -> FilePath:
    """Return the name of the trace beside the plan file *plan*."""
    return plan.with_name(f"{plan.stem}.nguon.json")


def read_trace(plan: FilePath) -> Trace | None:
    """Return the trace beside *plan*; None where there is none or it is no trace."""
    try:
        data = json.loads(trace_file(plan).read_text(encoding="utf-8"))
        return Trace({one["path"]: _words(one["origins"]) for one in data["values"]})
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _words(origins: list[dict[str, Any]]) -> str:
    first, last = origins[0], origins[-1]
    lines = f"dòng {first['line']}"
    if (last["file"], last["page"]) == (first["file"], first["page"]) and (
        last["line"] != first["line"]
    ):
        lines = f"dòng {first['line']} đến {last['line']}"
    page = f", trang {first['page']}" if first["page"] else ""
    return f"{lines}{page} của {first['file']}"
