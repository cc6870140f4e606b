"""The rules for people: a list, one explained, and the page of the documentation."""

from collections.abc import Iterable, Iterator

from kehoach.output.findings.text import LEVELS
from kehoach.rules.catalogue import Entry
from kehoach.thethuc.registry import FormatRule


def list_rules(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each rule."""
    for entry in entries:
        rule = entry.rule
        yield f"{rule.code}  {LEVELS[rule.level]:<9} {rule.name}: {_plain(entry.summary)}"


def explain_rule(entry: Entry) -> Iterator[str]:
    """Yield the whole text of a rule, without the marks of code."""
    rule = entry.rule
    yield f"{rule.code} {rule.name} ({LEVELS[rule.level]}, từ phiên bản {rule.since})"
    yield ""
    yield _plain(entry.summary)
    if entry.text:
        yield ""
        yield _plain(entry.text)


def _plain(text: str) -> str:
    """Return *text* without the marks of code."""
    return text.replace("``", "")


def list_format_rules(rules: Iterable[FormatRule]) -> Iterator[str]:
    """Yield a line for each rule of the official form."""
    for rule in rules:
        yield f"{rule.number}   {LEVELS[rule.level]:<9} {rule.name}: {rule.words}"


def explain_format_rule(rule: FormatRule) -> Iterator[str]:
    """Yield the whole text of a rule of the official form."""
    yield f"{rule.number} {rule.name} ({LEVELS[rule.level]}, thể thức {', '.join(rule.profiles)})"
    yield ""
    yield rule.words
    yield ""
    yield f"Căn cứ: {rule.clause or 'thông lệ'}"


def rules_page(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield ``docs/quy-tac.md``."""
    yield "# Quy tắc kiểm tra"
    yield ""
    yield "Trang này do `kehoach rules --format markdown` viết ra; đừng sửa bằng tay."
    for entry in entries:
        rule = entry.rule
        yield ""
        yield f"## {rule.code} {rule.name}"
        yield ""
        yield f"Mức: {LEVELS[rule.level]}. Có từ phiên bản {rule.since}."
        yield ""
        yield entry.summary.replace("``", "`")
        if entry.text:
            yield ""
            body, _, examples = entry.text.rpartition("\n\n")
            if body:
                yield body.replace("``", "`")
                yield ""
            yield from _examples(examples)


def _examples(text: str) -> Iterator[str]:
    """Yield the lines ``Sai:`` and ``Đúng:`` as a list, wrapped lines joined."""
    item = ""
    for line in text.replace("``", "`").splitlines():
        if line.startswith(("Sai:", "Đúng:")):
            if item:
                yield f"- {item}"
            item = line
        else:
            item = f"{item} {line.strip()}"
    if item:
        yield f"- {item}"
