"""Word files checked, and mended where asked; one that cannot be read does not stop the others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kehoach.importers.readers.archive import LARGEST_FILE
from kehoach.importers.readers.refusal import read_bytes
from kehoach.output.report import Reported, report_error
from kehoach.output.writing import write_beside
from kehoach.source.place import SourceError
from kehoach.thethuc.checking import FormatFinding, check_docx
from kehoach.thethuc.repairing.fixing import fix_docx

ENDING = ".docx"


@dataclass
class CheckedWords:
    """Findings by the file they are in; ``faults`` say why files could not be read."""

    findings: list[tuple[str, FormatFinding]] = field(default_factory=list)
    faults: list[Reported] = field(default_factory=list)
    mended: list[tuple[str, int]] = field(default_factory=list)
    files: int = 0


def check_word_files(
    files: Iterable[Path], profile: str | None = None, *, fix: bool = False
) -> CheckedWords:
    """Check *files* against *profile*, or the one that each shows.

    With *fix* a file is mended in place first, ``mended`` says how many findings that took away,
    and what is left is reported. Raises `WriteError`.
    """
    checked = CheckedWords()
    for file in files:
        name = file.as_posix()
        checked.files += 1
        try:
            if fix:
                data = read_bytes(file, name, LARGEST_FILE)
                fixed = fix_docx(data, name, profile)
                result = fixed.after
                if fixed.data is not data:
                    write_beside(file, fixed.data)
                    gone = len(fixed.before.findings) - len(result.findings)
                    checked.mended.append((name, gone))
            else:
                result = check_docx(file, profile)
        except SourceError as error:
            checked.faults.extend(report_error(error))
            continue
        checked.findings.extend((name, finding) for finding in result.findings)
    return checked
