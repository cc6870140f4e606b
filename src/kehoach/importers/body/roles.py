"""What a section holds, told from its heading."""

from dataclasses import dataclass, replace

from kehoach.importers.context import Context
from kehoach.importers.draft import Piece
from kehoach.importers.passages import Passage
from kehoach.importers.targets import Due, common_due


@dataclass(frozen=True, slots=True)
class Role:
    """What a section holds, by its heading and those above it; ``units`` whose duties they are."""

    kind: str = ""
    due: Due | None = None
    units: tuple[Piece, ...] = ()


# What the words of a heading say of its section; the first that fits decides.
_HEADINGS = (
    ("duty", ("tổ chức thực hiện", "phân công", "trách nhiệm thực hiện")),
    ("", ("mục đích", "yêu cầu", "quan điểm")),
    ("task", ("nhiệm vụ", "giải pháp", "kinh phí")),
    ("target", ("mục tiêu cụ thể", "chỉ tiêu")),
    ("general", ("mục tiêu chung", "mục tiêu tổng quát", "mục tiêu tổng thể")),
    ("maybe target", ("mục tiêu",)),
)


def role_of_section(heading: Passage, above: Role, context: Context) -> Role:
    """Return what a section holds by its *heading*, or by the section *above* it."""
    due = common_due(heading, context) or above.due
    if context.keywords.begin(heading.text, ("căn cứ", "cơ sở pháp lý")):
        return Role("basis")
    for kind, phrases in _HEADINGS:
        if context.keywords.inside(heading.text, phrases):
            return Role(kind, due if "target" in kind else None)
    return replace(above, due=due) if above.kind == "target" else above
