"""Changes between versions as an official report: the sums, the changes as an annex."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kehoach.model.plan import DocumentInfo
from kehoach.output.comparison.letterhead import write_report
from kehoach.output.comparison.minutes import (
    KINDS,
    TITLES_OF_TWO,
    Change,
    Minutes,
    say_changes,
    titles_of,
)

TEMPLATE = "van-ban/bang-thay-doi.html.j2"


def minutes_docx(many: Iterable[Minutes], project: Path, issuer: DocumentInfo | None) -> bytes:
    """Return the document on *many* minutes as the bytes of a DOCX.

    *issuer* is the document of the plan whose issuer makes the table; without one, the header is
    left open in the form of the state. Raises `TemplateFault` where the template is wrong.
    """
    known = tuple(many)
    titles = titles_of(known)
    counts = sum((one.counts() for one in known), Counter[str]())
    names = [name for name in titles if counts[name]]
    variables = {
        "ban_kia": others.pop() if len(others := {one.old for one in known}) == 1 else "",
        "goi_la": known[0].called if titles is TITLES_OF_TWO else "bản trước",
        "hai_xa": titles is TITLES_OF_TWO,
        "tom_tat": say_changes(counts, of_two=titles is TITLES_OF_TWO),
        "loai": [titles[name] for name in names],
        "ke_hoach": [
            {"ten": one.title, "so": [len(one.changes[name]) for name in names]} for one in known
        ],
        "nhom": [
            {"ten": title if len(known) == 1 else f"{one.title}: {title.lower()}", "muc": rows}
            for one in known
            for title, rows in _groups(one)
        ],
    }
    return write_report(TEMPLATE, variables, project, issuer)


def _groups(minutes: Minutes) -> Iterable[tuple[str, list[dict[str, Any]]]]:
    return ((title, list(map(_row, changes))) for _, title, changes in minutes.blocks())


def _row(change: Change) -> dict[str, Any]:
    return {
        "loai": KINDS[change.kind],
        "noi_dung": change.text,
        "truoc": change.old.stated if change.old else "",
        "nay": change.new.stated if change.new else "",
        "khac": list(change.clauses),
    }
