"""The tree of an outline, by what stands before its items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kehoach.importers.blocks import Line, Table
from kehoach.importers.joining import is_capitals
from kehoach.importers.keywords import Keywords
from kehoach.importers.labels import begins_label
from kehoach.importers.marks import Mark, given_mark, read_mark
from kehoach.importers.passages import Passage, joined

Tables = list[Table | Sequence[Line]]
"""One table, by the parts it has on its pages; a run of lines where a PDF flattened it."""

Part = Passage | Tables

_RANKS = {
    "part": 0,
    "A.": 1,
    "caps": 1,
    "roman": 2,
    "main": 2,
    "bold": 3,
    "1.": 3,
    "1.1": 4,
    "1.1.1": 5,
}
_DEEP_RANKS = {"1)": 6, "a)": 7, "a.": 7, "(1)": 7, "(a)": 8, "-": 9, "•": 9, "+": 10}
_SMALL = 6
_DEFAULT_RANK = 5
_HEADING_LENGTH = 200


@dataclass
class Node:
    """An item: its mark, the text behind it, and what stands under it in order.

    ``number`` is the stretch of the source that holds the mark.
    """

    mark: Mark
    text: Passage
    number: Passage
    level: int = 0
    items: list["Node | Part"] = field(default_factory=list)

    @property
    def rank(self) -> int:
        """How far out the kind of mark usually stands; less is further out."""
        kind = self.mark.kind
        return _RANKS.get(kind, _DEEP_RANKS.get(kind, _DEFAULT_RANK))

    def nodes(self) -> list["Node"]:
        """Return the items under it that have marks."""
        return [item for item in self.items if isinstance(item, Node)]


def read_outline(parts: Iterable[Part], keywords: Keywords) -> list[Node | Part]:
    """Return *parts* with every item under the one it belongs to."""
    parts = list(parts)
    numbered = any(
        isinstance(part, Passage) and (mark := _mark(part)) and not mark.is_dash for part in parts
    )
    nothing = Passage("", ())
    root = Node(Mark("root", "", 0, 1), nothing, nothing)
    stack = [root]
    for part in parts:
        if not isinstance(part, Passage):
            _leave_lists(stack)
            stack[-1].items.append(part)
            continue
        if part.number and given_mark(part.number) is None:
            part = joined([Passage(part.number, part.starts[:1]), part])  # noqa: PLW2901  (the number is no mark)
        mark = _mark(part) or _unnumbered(part, keywords, numbered=numbered)
        if mark is None:
            _leave_lists(stack)
            top = stack[-1]
            if top.mark.kind == "part" and not top.text.text and not top.items:
                top.text = part
            else:
                top.items.append(part)
            continue
        node = Node(mark, part.cut(mark.end), part.cut(0, mark.end), part.level)
        if part.number:
            node.number = Passage(part.number, part.starts[:1])
        _place(node, stack)
    return root.items


def _mark(part: Passage) -> Mark | None:
    return given_mark(part.number) or read_mark(part.text)


def _unnumbered(part: Passage, keywords: Keywords, *, numbered: bool) -> Mark | None:
    """Return a mark for a heading that has none."""
    text = part.text
    if part.level:
        return Mark(f"h{part.level}", "", 0, 1)
    if len(text) > _HEADING_LENGTH or len(text.split()) == 1 or begins_label(text, keywords):
        return None
    if is_capitals(text) and not numbered:
        return Mark("caps", "", 0, 1)
    if part.bold and not numbered and text[-1] not in ".;:,":
        return Mark("main" if _heads_section(text, keywords) else "bold", "", 0, 1)
    return None


# What sections of a plan are called; a bold heading that says something else is below them.
_MAIN = (
    "mục đích", "yêu cầu", "quan điểm", "mục tiêu", "chỉ tiêu", "nhiệm vụ", "giải pháp", "nội dung",
    "kinh phí", "tổ chức thực hiện", "phân công", "căn cứ", "tiến độ", "thời gian thực hiện",
    "chế độ báo cáo",
)  # fmt: skip


def _heads_section(text: str, keywords: Keywords) -> bool:
    return keywords.begin(text, _MAIN) > 0


def _leave_lists(stack: list[Node]) -> None:
    """Go back to the heading that a paragraph without a mark stands under."""
    while len(stack) > 1 and (
        stack[-1].mark.is_dash or (stack[-1].rank >= _SMALL and reads_as_prose(stack[-1]))
    ):
        stack.pop()


def reads_as_prose(node: Node) -> bool:
    """Tell an item that is a sentence from one that is a heading."""
    text = node.text.text
    return len(text) > _HEADING_LENGTH or text.endswith((".", ";"))


def _place(node: Node, stack: list[Node]) -> None:
    # Numbers tell the depth better than styles: "1." and "1.1." often have the same one.
    if node.level and not node.mark.number:
        while len(stack) > 1 and (stack[-1].level >= node.level or not stack[-1].level):
            stack.pop()
    elif node.mark.is_dash:
        _back_to_kind(node, stack)
    else:
        while len(stack) > 1 and stack[-1].mark.is_dash:
            stack.pop()
        if not _back_to_kind(node, stack):
            above = stack[-1].rank >= node.rank and node.mark.kind == "main"
            small = stack[-1].rank >= _SMALL and node.rank < _SMALL
            if node.mark.value != 1 or small or above:
                while len(stack) > 1 and stack[-1].rank >= node.rank:
                    stack.pop()
    stack[-1].items.append(node)
    stack.append(node)


def _back_to_kind(node: Node, stack: list[Node]) -> bool:
    """Go back to before the innermost item of the same kind; False where there is none."""
    for place in range(len(stack) - 1, 0, -1):
        if stack[place].mark.kind == node.mark.kind:
            del stack[place:]
            return True
    return False
