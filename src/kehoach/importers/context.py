"""What every part of the recognition needs: how to match words, and where to put what is left."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kehoach.importers import codes
from kehoach.importers.blocks import Block, LeftOut, Line
from kehoach.importers.draft import Piece
from kehoach.importers.keywords import Keywords
from kehoach.importers.passages import Passage
from kehoach.importers.restoring import Restorer
from kehoach.importers.words import words

LABEL = "nhãn, nay là tên khóa của tệp kế hoạch"
FORM = "thể thức, do mẫu văn bản tự viết"
DATE = "viết lại thành ngay"
WORD_NUMBER = "số do Word tự đánh ở chỗ không phải đề mục"
NUMBER = "số mục đúng thứ tự, tự đánh lại"


@dataclass
class Context:
    """The state of one recognition."""

    keywords: Keywords
    restorer: Restorer
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def leave(self, text: Passage, reason: str) -> None:
        """Name *text* as left out, line by line."""
        ends = [at for at, _ in text.starts[1:]] + [len(text.text)]
        for (start, origin), end in zip(text.starts, ends, strict=True):
            if words := text.text[start:end].strip():
                self.left_out.append(LeftOut(words, origin, reason))

    def leave_numbers(self, blocks: Iterable[Block]) -> None:
        """Name the numbers that Word gives to *blocks*, which are no items, as left out."""
        for block in blocks:
            if isinstance(block, Line) and words(block.number):
                self.left_out.append(LeftOut(block.number, block.origin, WORD_NUMBER))

    def code(self, text: str) -> Piece:
        """Return a code for an item that is called *text*."""
        return Piece(codes.code(text, self.taken))
