"""Settings of a project: ``kehoach.toml``, or ``[tool.kehoach]`` in ``pyproject.toml``."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from kehoach.rules.finding import Level
from kehoach.rules.selection import Selection
from kehoach.source.place import Fault, Place, SourceError

_FILES = ("kehoach.toml", "pyproject.toml")
_TABLES = ("validate", "progress", "report")
_KINDS: dict[str, tuple[type, str]] = {
    "select": (list, 'danh sách mã, ví dụ ["KH2", "KH301"]'),
    "ignore": (list, 'danh sách mã, ví dụ ["KH404"]'),
    "levels": (dict, 'bảng mã và mức, ví dụ {KH404 = "note"}'),
    "fail-on": (str, "error, warning, note hoặc never"),
    "pedantic": (bool, "true hoặc false"),
    "baseline": (str, "tên tệp"),
    "per-path": (dict, 'bảng mẫu đường dẫn, ví dụ [validate.per-path."plans/cu/*"]'),
    "risk-days": (int, "số ngày, ví dụ 5"),
    "working-days": (bool, "true hoặc false"),
    "soon-days": (int, "số ngày, ví dụ 14"),
    "constantly": (str, "tuần, tháng, quý hoặc năm"),
}
_PROGRESS = ("risk-days", "working-days", "soon-days", "constantly")
_VALIDATE = tuple(key for key in _KINDS if key not in _PROGRESS)
_PERIODS = ("tuần", "tháng", "quý", "năm")
_BY_PATH = ("select", "ignore", "levels")


class ProgressConfiguration(NamedTuple):
    """What ``[progress]`` sets: days of early warning, in working days or not, days that are soon.

    ``constantly`` is the period in which what goes on ``thường xuyên`` must be noted; empty where
    it is not judged.
    """

    risk_days: int = 5
    working_days: bool = False
    soon_days: int = 14
    constantly: str = ""


class Configuration(NamedTuple):
    """What ``kehoach validate`` is set to, and ``progress``; paths in it count from *folder*.

    ``by_path`` has patterns of paths (``plans/2024/*``, where ``*`` is any characters) with what
    is set for files that fit; it comes on top of what is set for all.
    ``report`` is the table of that name as it stands in *file*; see `kehoach.cli.report_settings`.
    ``profile`` is the form that Word files are held against, empty for that which each shows.
    """

    folder: Path = Path()
    selection: Selection = Selection()
    by_path: tuple[tuple[str, Selection], ...] = ()
    fail_on: str = ""
    pedantic: bool = False
    baseline: str = ""
    progress: ProgressConfiguration = ProgressConfiguration()
    file: Path = Path()
    report: Mapping[str, Any] = MappingProxyType({})
    profile: str = ""

    def selection_for(self, file: Path) -> Selection:
        """Return the rules for *file*."""
        chosen = self.selection
        if not self.by_path:
            return chosen
        try:
            name = file.resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            name = file.as_posix()
        for pattern, extra in self.by_path:
            if fnmatchcase(name, pattern):
                chosen = Selection(
                    extra.select or chosen.select,
                    (*chosen.ignore, *extra.ignore),
                    (*extra.levels, *chosen.levels),
                )
        return chosen


def read_configuration(start: Path, named: Path | None = None) -> Configuration:
    """Return the settings in *named*, or in the nearest file from *start* upwards.

    The search ends at the folder that holds ``.git``. Without a file the defaults are returned.
    Raises `SourceError` for a file that cannot be read and for what it cannot set.
    """
    if named is not None:
        values = _values(named)
        return _configuration(named, values)
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in _FILES:
            file = folder / name
            if file.is_file() and (name != "pyproject.toml" or _has_table(file)):
                return _configuration(file, _values(file))
        if (folder / ".git").exists():
            break
    return Configuration()


def _has_table(file: Path) -> bool:
    return b"tool.kehoach" in file.read_bytes()


def _values(file: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  most projects have no such file

    try:
        values = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise _fault(file, f"không đọc được tệp cấu hình: {error.strerror}", "") from None
    except UnicodeDecodeError:
        raise _fault(file, "tệp cấu hình không phải mã UTF-8", "lưu lại bằng UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        message = f"tệp cấu hình không đúng cú pháp TOML ({error})"
        raise _fault(file, message, "xem lại dấu bằng, ngoặc kép và ngoặc vuông") from None
    if file.name == "pyproject.toml":
        values = values.get("tool", {}).get("kehoach", {})
    return values


def _configuration(file: Path, values: dict[str, Any]) -> Configuration:
    for key in values:
        if key not in _TABLES:
            known = ", ".join(_TABLES)
            raise _fault(file, f"không có bảng “{key}”", f"bảng dùng được: {known}")
    table = _table(file, values, "validate")
    _check(file, table, _VALIDATE)
    by_path = table.get("per-path", {})
    for pattern, extra in by_path.items():
        if not isinstance(extra, dict):
            raise _fault(file, f"“per-path.{pattern}” phải là bảng", _KINDS["per-path"][1])
        _check(file, extra, _BY_PATH)
    fail_on = table.get("fail-on", "")
    if fail_on not in {"", "never", *Level}:
        raise _fault(file, f"“fail-on” là “{fail_on}”", f"cần {_KINDS['fail-on'][1]}")
    return Configuration(
        folder=file.parent,
        selection=_selection(file, table),
        by_path=tuple((pattern, _selection(file, extra)) for pattern, extra in by_path.items()),
        fail_on=fail_on,
        pedantic=table.get("pedantic", False),
        baseline=table.get("baseline", ""),
        progress=_progress(file, _table(file, values, "progress")),
        file=file,
        report=_table(file, values, "report"),
    )


def _table(file: Path, values: dict[str, Any], name: str) -> dict[str, Any]:
    table = values.get(name, {})
    if not isinstance(table, dict):
        raise _fault(file, f"“{name}” phải là bảng", f"viết [{name}]")
    return table


def _progress(file: Path, table: dict[str, Any]) -> ProgressConfiguration:
    _check(file, table, _PROGRESS)
    for key in ("risk-days", "soon-days"):
        if table.get(key, 0) < 0 or isinstance(table.get(key), bool):
            raise _fault(file, f"“{key}” là {table[key]}", f"cần {_KINDS[key][1]}")
    constantly = table.get("constantly", "")
    if constantly not in {"", *_PERIODS}:
        raise _fault(file, f"“constantly” là “{constantly}”", f"cần {_KINDS['constantly'][1]}")
    return ProgressConfiguration(**{key.replace("-", "_"): table[key] for key in table})


def _check(file: Path, table: dict[str, Any], keys: tuple[str, ...]) -> None:
    for key, value in table.items():
        if key not in keys:
            raise _fault(file, f"không có khóa “{key}”", f"khóa dùng được: {', '.join(keys)}")
        kind, words = _KINDS[key]
        if not isinstance(value, kind):
            raise _fault(file, f"“{key}” viết sai kiểu", f"cần {words}")


def _selection(file: Path, table: dict[str, Any]) -> Selection:
    return Selection(
        tuple(_texts(file, table, "select")),
        tuple(_texts(file, table, "ignore")),
        tuple(_levels(file, table)),
    )


def _texts(file: Path, table: dict[str, Any], key: str) -> Iterator[str]:
    for value in table.get(key, ()):
        if not isinstance(value, str):
            raise _fault(file, f"“{key}” viết sai kiểu", f"cần {_KINDS[key][1]}")
        yield value


def _levels(file: Path, table: dict[str, Any]) -> Iterator[tuple[str, Level]]:
    for rule, level in table.get("levels", {}).items():
        if level not in set(Level):
            raise _fault(file, f"mức của {rule} là “{level}”", "cần error, warning hoặc note")
        yield rule, Level(level)


def _fault(file: Path, message: str, help_: str) -> SourceError:
    fault = Fault("KH001", message, help_, place=Place(1, 1, 1, 1))
    return SourceError(file.as_posix(), (fault,))
