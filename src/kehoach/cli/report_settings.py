"""How a project reports: ``[report]`` of its configuration."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kehoach.cli.configuration import Configuration
from kehoach.model.holidays import Calendar
from kehoach.output.status_report.rollup import Issuer
from kehoach.reporting.scoring import Scoring, read_scoring, scoring_codes
from kehoach.reporting.windows import Cycle, Rules
from kehoach.source.place import Fault, Place, SourceError

_FORMS = ("nd30", "hd05")
_LIMITS = {"last-day": (1, 31), "last-weekday": (1, 7), "note-days": (0, 31)}
_ISSUER = {
    "form": "profile",
    "issuer": "name",
    "parent": "parent",
    "place": "place",
    "symbol": "symbol",
    "on-behalf": "on_behalf",
    "title": "title",
    "signer": "signer",
}
_RECIPIENTS = "recipients"
_KEYS = (*_LIMITS, "last-days", *_FORMS, "scoring", "summary")


def read_rules(chosen: Configuration, profile: str, calendar: Calendar) -> Rules:
    """Return the rules of windows for plans in the form *profile*; raises `SourceError`."""
    table = chosen.report
    for key in table:
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            raise _fault(chosen.file, f"không có khóa “report.{key}”", f"khóa dùng được: {known}")
    rules = _changed(Rules(calendar=calendar), table, chosen.file, "report")
    special = table.get(profile, {})
    if not isinstance(special, dict):
        raise _fault(chosen.file, f"“report.{profile}” phải là bảng", "")
    return _changed(rules, special, chosen.file, f"report.{profile}")


def _changed(rules: Rules, table: Mapping[str, Any], file: Path, name: str) -> Rules:
    numbers = {
        key: _number(table[key], *limits, file, f"{name}.{key}")
        for key, limits in _LIMITS.items()
        if key in table
    }
    days = table.get("last-days", {})
    if not isinstance(days, dict) or set(days) - set(Cycle):
        words = ", ".join(Cycle)
        message = f"“{name}.last-days” phải là bảng kỳ và ngày"
        raise _fault(file, message, f'ví dụ {{"tháng" = 19}}; các kỳ: {words}')
    given = {
        Cycle(cycle): _number(day, 1, 31, file, f"{name}.last-days.{cycle}")
        for cycle, day in days.items()
    }
    return replace(
        rules,
        last_day=numbers.get("last-day", rules.last_day),
        last_weekday=numbers.get("last-weekday", rules.last_weekday),
        note_days=numbers.get("note-days", rules.note_days),
        last_days={**rules.last_days, **given},
    )


def _number(value: object, least: int, most: int, file: Path, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise _fault(file, f"“{key}” là {value}", f"cần số từ {least} đến {most}")
    return value


def chosen_scoring(chosen: Configuration, project: Path) -> Scoring | None:
    """Return the scoring that the configuration names, None without one; raises `SourceError`."""
    code = chosen.report.get("scoring", "")
    if not code:
        return None
    scoring = read_scoring(str(code), project)
    if scoring is None:
        known = ", ".join(scoring_codes(project))
        raise _fault(chosen.file, f"không có thang điểm “{code}”", f"các thang: {known}")
    return scoring


def summary_issuer(chosen: Configuration) -> Issuer:
    """Return who makes the report over many plans; raises `SourceError`."""
    table = chosen.report.get("summary", {})
    keys = (*_ISSUER, _RECIPIENTS)
    known = ", ".join(keys)
    if not isinstance(table, dict) or set(table) - set(keys):
        message = "“report.summary” chỉ gồm các khóa về nơi tổng hợp"
        raise _fault(chosen.file, message, f"khóa dùng được: {known}")
    texts = {key: value for key, value in table.items() if key != _RECIPIENTS}
    named = table.get(_RECIPIENTS, [])
    if not isinstance(named, list) or not all(
        isinstance(value, str) for value in (*texts.values(), *named)
    ):
        help_ = f'ví dụ issuer = "Ủy ban nhân dân tỉnh …", {_RECIPIENTS} = ["Bộ …", "Lưu: VT, …"]'
        raise _fault(chosen.file, "“report.summary”: giá trị phải là chữ", help_)
    if table.get("form", _FORMS[0]) not in _FORMS:
        raise _fault(
            chosen.file, f"“report.summary.form” là “{table['form']}”", "cần nd30 hoặc hd05"
        )
    given = {_ISSUER[key]: value for key, value in texts.items()}
    return Issuer(**given, recipients=tuple(named))


def _fault(file: Path, message: str, help_: str) -> SourceError:
    fault = Fault("KH001", message, help_, place=Place(1, 1, 1, 1))
    return SourceError(file.as_posix(), (fault,))
