"""Blocks drawn by a profile with a pen: `ooxml` writes them for Word, `html_page` for the web.

Texts are escaped and joined into the pen's language directly: for a document of hundreds of tasks
that is a few milliseconds, where building a tree of elements takes many times longer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.document.affixes import dashed, ended, heading_part, numbered
from kehoach.document.blocks import (
    Addressees,
    Bases,
    Block,
    Closing,
    Document,
    Header,
    Heading,
    Item,
    Paragraph,
    Reference,
    Run,
    Subject,
    Table,
    Title,
    Turned,
    plain,
)
from kehoach.document.frame import draw_addressees, draw_closing, draw_header
from kehoach.document.lines import Typesetter
from kehoach.document.pen import NO_INDENTS, Indents, Pen, Sheet
from kehoach.document.profile import Part, Profile
from kehoach.document.punctuation import open_end
from kehoach.document.table import draw_table
from kehoach.language.numbering import write_number

_TITLE_SHARE = 0.9
"""Share of the text's width that lines of titles may take."""


_TABLES = (Header, Table, Closing)
"""Blocks that are tables to Word."""


def draw(document: Document, profile: Profile, pen: Pen) -> list[str]:
    """Return the lines that *pen* writes of *document* in the form of *profile*."""
    parts = [_Part(document.blocks, landscape=False, annex=0, line="")]
    lines = _annex_lines(document, profile)
    for position, (annex, line) in enumerate(zip(document.annexes, lines, strict=True), 1):
        parts.append(_Part(annex.blocks, landscape=annex.landscape, annex=position, line=line))
    leaves = [leaf for part in parts for leaf in part.leaves(profile, pen)]
    leaves[-1].sheet = replace(leaves[-1].sheet, last=True)
    return [line for leaf in leaves for line in pen.leaf(leaf.draw(), leaf.sheet)]


def _annex_lines(document: Document, profile: Profile) -> Iterator[str]:
    """Yield ``Phụ lục I`` for each annex; a single one has no number.

    NĐ 30/2020/NĐ-CP, phụ lục I, III.1.a; HD 05-HD/VPTW, II.1.1.
    """
    several = len(document.annexes) > 1
    for position, annex in enumerate(document.annexes, 1):
        number = write_number(profile.annex_figures, position) if several else ""
        yield f"{profile.annex} {number if annex.number is None else annex.number}".rstrip()


@dataclass(frozen=True, slots=True)
class _Part:
    """The text itself or an annex, which begins with *line*."""

    blocks: tuple[Block, ...]
    landscape: bool
    annex: int
    line: str

    def leaves(self, profile: Profile, pen: Pen) -> Iterator["_Leaf"]:
        """Yield the part's pages, those that lie alike together.

        Whoever signs does so where the text ends, so that no signature has a page to itself.
        """
        groups: list[tuple[bool, list[Block]]] = [(self.landscape, [])]
        for block in self.blocks:
            lies = block.landscape if isinstance(block, Turned) else self.landscape
            inner = block.blocks if isinstance(block, Turned) else (block,)
            if lies != groups[-1][0] and not isinstance(block, Closing):
                if groups[-1][1]:
                    groups.append((lies, []))
                else:
                    groups[-1] = (lies, [])
            groups[-1][1].extend(inner)
        addressed = any(isinstance(block, Addressees) for block in self.blocks)
        for position, (landscape, blocks) in enumerate(groups):
            sheet = Sheet(profile.page, landscape, self.annex, first=position == 0, last=False)
            ends = position == len(groups) - 1
            yield _Leaf(blocks, profile, pen, sheet, self.line, ends=ends, addressed=addressed)


class _Leaf:
    """Draws blocks on pages that lie alike; ``ends`` is set where the text or the annex ends."""

    def __init__(  # noqa: PLR0913  all of them named once, above
        self,
        blocks: list[Block],
        profile: Profile,
        pen: Pen,
        sheet: Sheet,
        line: str,
        *,
        ends: bool,
        addressed: bool,
    ) -> None:
        self.blocks = blocks
        self.profile = profile
        self.pen = pen
        self.sheet = sheet
        self.line = line if sheet.first else ""
        self.ends = ends
        self.addressed = addressed
        self.width = profile.page.text_width(landscape=sheet.landscape)
        self.height = profile.page.text_height(landscape=sheet.landscape)
        self.setter = Typesetter(profile, pen, self.width)
        self.room = NO_INDENTS
        self._room_after_table = Indents(above=profile.looks[Part.BODY].after)

    def draw(self) -> Iterator[str]:
        if self.line:
            yield self.pen.paragraph(Part.ANNEX, (Run(self.line),))
        text = [i for i, block in enumerate(self.blocks) if not isinstance(block, Closing)]
        end = text[-1] if text and self.ends else -1
        after_table = False
        for position, block in enumerate(self.blocks):
            is_table = isinstance(block, _TABLES)
            if after_table and is_table:
                # Two tables with nothing between them are one table to Word.
                yield self.pen.paragraph(Part.APART, ())
            self.room = self._room_after_table if after_table else NO_INDENTS
            if position == end:
                yield from self._last_block(block, signed=end < len(self.blocks) - 1)
                is_table = is_table and not self.profile.table_end
            else:
                yield from self._block(block)
            after_table = is_table

    def _last_block(self, block: Block, *, signed: bool) -> Iterator[str]:
        """Draw the block that ends the text, kept on one page with the signature."""
        if isinstance(block, Paragraph | Item | Heading):
            text = ended(block.text, self.profile.end)
            closed = (
                replace(block, text=text)
                if isinstance(block, Heading)
                else block._replace(text=text)
            )
            yield from self._block(closed, keep_next=signed)
            return
        yield from self._block(block, keep_next=signed)
        if isinstance(block, Table) and self.profile.table_end:
            mark = (Run(self.profile.table_end),)
            yield self.pen.paragraph(Part.TABLE_END, mark, keep_next=signed)

    def _block(self, block: Block, *, keep_next: bool = False) -> Iterator[str]:
        profile, pen = self.profile, self.pen
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                text = numbered(block.number, block.text, profile)
                yield pen.paragraph(Part.BODY, text, self.room, keep_next=keep_next)
            case Item():
                text = dashed(block, profile)
                yield pen.paragraph(Part.ITEM, text, self.room, keep_next=keep_next)
            case Table():
                yield from draw_table(block, self.setter, self.height, keep_next=keep_next)
            case Bases():
                yield from self._bases(block)
            case _:
                yield from self._around(block)

    def _around(self, block: Block) -> Iterator[str]:
        """Draw what stands before or after the running text."""
        setter = self.setter
        match block:
            case Header():
                yield draw_header(block, setter)
            case Title():
                part = Part.ANNEX_TITLE if self.sheet.annex else Part.TYPE
                yield setter.centred(part, plain(block.text), self.width, share=_TITLE_SHARE)[0]
            case Subject() | Reference():
                part = Part.SUBJECT if isinstance(block, Subject) else Part.REFERENCE
                words = open_end(plain(block.text))
                text, longest = setter.centred(part, words, self.width, share=_TITLE_SHARE)
                yield text
                yield setter.mark(Part.SUBJECT_END, self.profile.subject_end, longest, self.width)
            case Addressees():
                yield from draw_addressees(block, setter)
            case Closing():
                yield draw_closing(block, setter, addressed=self.addressed)

    def _bases(self, bases: Bases) -> Iterator[str]:
        for position, text in enumerate(bases.items, 1):
            end = "." if position == len(bases.items) else ";"
            start = (Run(self.profile.basis_start),) if self.profile.basis_start else ()
            yield self.pen.paragraph(Part.BASIS, (*start, *ended(text, end)))

    def _heading(self, heading: Heading) -> str:
        part = heading_part(heading)
        text = numbered(heading.number, heading.text, self.profile)
        if self.profile.looks[part].capitals:
            text = tuple(run._replace(text=run.text.upper()) for run in text)
        return self.pen.paragraph(part, text, self.room)
