"""Headings and numbers of items."""

import re

from kehoach.importers.body.section import Draft
from kehoach.importers.casing import sentence_case
from kehoach.importers.context import Context
from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.outline import Node
from kehoach.importers.passages import Passage

_RUN_IN = re.compile(r"(?::|\.)\s+(?=[^\W_])")
_ANNEX_REMARK = re.compile(
    r"\s\((?=(?:có|kèm|chi tiết|theo|xem|các|nội dung)\b[^()]*phụ lục[^()]*\)[.\s]*\Z)",
    re.IGNORECASE,
)
RUN_IN_HEAD = 120
RUN_IN_REST = 40


def read_heading(node: Node, context: Context, key: str) -> tuple[Draft, list[Passage]]:
    """Return a section or task with its heading and number, and prose that ran on in its line."""
    text, rest = node.text, list[Passage]()
    if remark := _ANNEX_REMARK.search(text.text):
        text, rest = text.cut(0, remark.start()), [text.cut(remark.start())]
    elif (
        len(text.text) > RUN_IN_HEAD
        and (cut := _RUN_IN.search(text.text, 3, RUN_IN_HEAD))
        and len(text.text) - cut.end() >= RUN_IN_REST
    ):
        text, rest = text.cut(0, cut.start()), [text.cut(cut.end())]
    head = text.without(".:;, ")
    heading: Piece = (
        context.restorer.heading(head, sentence_case(head.text))
        if head.text
        else missing_name(node)
    )
    return {key: heading, "so_muc": number_of(node)}, rest


def missing_name(node: Node) -> Piece:
    """Return the place to fill in where an item has a number and no words."""
    return Piece("[…]", node.number.origins, Sureness.CHECK, "mục không có tên")


def number_of(node: Node) -> Piece:
    """Return the number of *node* as the source writes it."""
    return Piece(node.mark.number, node.number.origins)


def leave_bullet(node: Node, context: Context) -> None:
    """Name the letter "o" as left out where it stands for a bullet."""
    if node.mark.is_dash and node.mark.number == "o":
        context.leave(node.number, "dấu đầu dòng")
