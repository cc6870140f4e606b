"""A Word file checked against the form that it is written in."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kehoach.importers.readers.refusal import refused
from kehoach.language.fold import fold
from kehoach.rules.finding import Level
from kehoach.thethuc.elements.finding import find_elements
from kehoach.thethuc.elements.found import Elements
from kehoach.thethuc.fault import Document, Edit, Fault
from kehoach.thethuc.norms import NORMS
from kehoach.thethuc.reading.document import read_text
from kehoach.thethuc.reading.package import WordFile, read_word
from kehoach.thethuc.registry import FormatRule, all_format_rules

_MOST_NAMED = 5
_LONGEST_EXCERPT = 60
_NAMES = ("Quốc hiệu", "Tiêu ngữ", "Kính gửi", "Ban Chỉ đạo", "Ủy ban")


@dataclass(frozen=True, slots=True)
class FormatFinding:
    """A rule that is broken, at all paragraphs where it is broken in the same way.

    ``paragraph`` counts from 1 in reading order; ``page`` is None where the file does not tell
    it; ``text`` is the beginning of the text there. ``edits`` would mend it, where that can be
    done without touching the words.
    """

    rule: FormatRule
    level: Level
    paragraph: int
    page: int | None
    text: str
    message: str
    help: str
    others: tuple[int, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A name of the finding that stays when paragraphs before it come or go."""
        key = f"{self.rule.number}\0{self.text}\0{self.message}"
        return hashlib.sha256(key.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class CheckedWord:
    """What came of checking a Word file: the profile it was held against, and the findings."""

    profile: str
    findings: tuple[FormatFinding, ...]


def check_docx(file: Path, profile: str | None = None, name: str = "") -> CheckedWord:
    """Check the Word *file*, called *name* in messages, against *profile* (``nd30``, ``hd05``).

    Without a profile it is told by the head of the document. Raises `SourceError` where the file
    cannot be read, or does not say by which form it is written.
    """
    return check_word(read_word(file, name or file.as_posix()), profile)


def check_word(word: WordFile, profile: str | None = None) -> CheckedWord:
    """Check an opened Word file; see `check_docx`."""
    text = read_text(word)
    found = find_elements(text)
    code = profile or detect_profile(found)
    if code is None:
        message = "không rõ văn bản theo thể thức nào: không thấy Quốc hiệu hay tiêu đề của Đảng"
        help_ = "thêm --profile nd30 (cơ quan nhà nước) hoặc --profile hd05 (cơ quan đảng)"
        raise refused(word.name, message, help_)
    document = Document(text, found, NORMS[code])
    findings = [
        finding
        for one in all_format_rules()
        if code in one.profiles
        for finding in _findings(one, one.check(document), word.main)
    ]
    findings.sort(key=lambda one: (one.paragraph, one.rule.number))
    return CheckedWord(code, tuple(findings))


def detect_profile(found: Elements) -> str | None:
    """Return the profile that the head shows, None where it shows neither."""
    if found.state is not None or found.motto is not None:
        return "nd30"
    if found.party is not None:
        return "hd05"
    if found.number is not None and fold(found.number.text).startswith("số:"):
        return "nd30"
    return None


def _findings(rule: FormatRule, faults: Iterable[Fault], main: str) -> list[FormatFinding]:
    """Join the faults that say the same of several paragraphs."""
    groups: dict[tuple[Level, str], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((fault.level or rule.level, fault.message), []).append(fault)
    found = []
    for (level, message), same in groups.items():
        places = [_number(fault, main) for fault in same]
        others = tuple(dict.fromkeys(place for place in places[1:] if place != places[0]))
        first = same[0]
        found.append(
            FormatFinding(
                rule=rule,
                level=level,
                paragraph=places[0],
                page=first.at.page if first.at and first.at.part == main else None,
                text=_excerpt(first.text),
                message=message + _more(others),
                help=_asked(first.help, rule),
                others=others,
                edits=tuple(edit for fault in same for edit in fault.edits),
            )
        )
    return found


def _number(fault: Fault, main: str) -> int:
    return fault.at.number if fault.at is not None and fault.at.part == main else 1


def _more(others: tuple[int, ...]) -> str:
    if not others:
        return ""
    named = ", ".join(map(str, others[:_MOST_NAMED]))
    dots = "…" if len(others) > _MOST_NAMED else ""
    return f" (và {len(others)} đoạn khác: {named}{dots})"


def _asked(help_: str, rule: FormatRule) -> str:
    words = help_ or rule.words.rstrip(".")
    if not words.startswith(_NAMES):
        words = words[:1].lower() + words[1:]
    return f"{words} ({rule.clause})" if rule.clause else words


def _excerpt(text: str) -> str:
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1].rstrip() + "…"
