"""Blocks drawn by a profile: the part ``word/document.xml``.

Texts are escaped and joined into XML directly: for a document of hundreds of tasks that is a few
milliseconds, where building a tree of elements takes many times longer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil

from kehoach.document import ooxml
from kehoach.document.blocks import (
    Bases,
    Block,
    Cell,
    Closing,
    Document,
    Header,
    Heading,
    Item,
    Paragraph,
    Reference,
    Row,
    Run,
    Subject,
    Table,
    Text,
    Title,
    plain,
)
from kehoach.document.metrics import balance, text_width
from kehoach.document.profile import BLANK, TWIPS_PER_PT, Mark, Part, Profile, full_date
from kehoach.document.punctuation import open_end
from kehoach.language.numbering import Style, write_number

_PAD = 8 * TWIPS_PER_PT
"""Room beside the longest line in a column of the header or of the signature."""
_LEAST_COLUMN = 3118
"""Least width of such a column: 55 mm."""
_TITLE_SHARE = 0.9
"""Share of the text's width that lines of titles may take."""
_SLACK = 1.02
"""Room in lines that are set narrow: readers round the widths of letters in their own ways."""
_CELL_SIDE, _CELL_TOP = 85, 40
_TALL_ROW = 0.6
"""A row higher than this share of the page may break: kept whole it would leave the page before
it nearly empty, and one higher than a page would lose text in some readers."""
_MEAN_WIDTH, _LINE_HEIGHT = 0.46, 1.15
"""Mean width of a character and height of a line in sizes of type, to estimate a row's height."""


def body_xml(document: Document, profile: Profile) -> str:
    """Return ``word/document.xml`` for *document* in the form of *profile*."""
    main = _Section(profile, landscape=False, annex=None)
    sections = [(main, document.blocks)]
    for annex, line in zip(document.annexes, _annex_lines(document, profile), strict=True):
        sections.append((_Section(profile, landscape=annex.landscape, annex=line), annex.blocks))
    last = len(sections) - 1
    content = "\n".join(
        line
        for position, (section, blocks) in enumerate(sections)
        for line in section.draw(blocks, last=position == last)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{ooxml.NAMESPACE}" xmlns:r="{ooxml.RELATIONSHIPS}"><w:body>\n'
        f"{content}\n</w:body></w:document>\n"
    )


def _annex_lines(document: Document, profile: Profile) -> Iterator[str]:
    """Yield ``Phụ lục I`` for each annex; a single one has no number.

    NĐ 30/2020/NĐ-CP, phụ lục I, III.1.a; HD 05-HD/VPTW, II.1.1.
    """
    several = len(document.annexes) > 1
    for position, annex in enumerate(document.annexes, 1):
        number = write_number(profile.annex_figures, position) if several else ""
        yield f"{profile.annex} {number if annex.number is None else annex.number}".rstrip()


class _Section:
    """Draws the blocks of one section: the text itself or an annex."""

    def __init__(self, profile: Profile, *, landscape: bool, annex: str | None) -> None:
        self.profile = profile
        self.landscape = landscape
        self.annex = annex
        self.width = profile.page.text_width(landscape=landscape)
        self.height = profile.page.text_height(landscape=landscape)

    def draw(self, blocks: tuple[Block, ...], *, last: bool) -> Iterator[str]:
        if self.annex is not None:
            yield ooxml.paragraph(Part.ANNEX, (Run(self.annex),))
        end = max(
            (i for i, block in enumerate(blocks) if not isinstance(block, Closing)), default=-1
        )
        for position, block in enumerate(blocks):
            if position == end:
                yield from self._last_block(block, signed=end < len(blocks) - 1)
            else:
                yield from self._block(block)
        properties = ooxml.section_properties(
            self.profile.page, landscape=self.landscape, restart=self.annex is not None
        )
        # Every section ends with a paragraph, and a table is none.
        yield ooxml.paragraph(Part.SECTION_END, (), "" if last else properties)
        if last:
            yield properties

    def _last_block(self, block: Block, *, signed: bool) -> Iterator[str]:
        """Draw the block that ends the text, kept on one page with the signature."""
        if isinstance(block, Paragraph | Item | Heading):
            ended = replace(block, text=_ended(block.text, self.profile.end))
            yield from self._block(ended, keep_next=signed)
        else:
            yield from self._block(block)
            if isinstance(block, Table) and self.profile.table_end:
                mark = (Run(self.profile.table_end),)
                yield ooxml.paragraph(Part.TABLE_END, mark, keep_next=signed)

    def _block(self, block: Block, *, keep_next: bool = False) -> Iterator[str]:
        match block:
            case Header():
                yield self._header(block)
            case Title():
                part = Part.TYPE if self.annex is None else Part.ANNEX_TITLE
                yield self._centred(part, plain(block.text), self.width, share=_TITLE_SHARE)[0]
            case Subject() | Reference():
                part = Part.SUBJECT if isinstance(block, Subject) else Part.REFERENCE
                words = plain(block.text)
                text, longest = self._centred(part, words, self.width, share=_TITLE_SHARE)
                yield text
                yield _mark(Part.SUBJECT_END, self.profile.subject_end, longest, self.width)
            case Bases():
                yield from self._bases(block)
            case Heading():
                yield self._heading(block)
            case Paragraph():
                numbered = _numbered(block.number, block.text, self.profile)
                yield ooxml.paragraph(Part.BODY, numbered, keep_next=keep_next)
            case Item():
                yield ooxml.paragraph(Part.ITEM, self._dashed(block), keep_next=keep_next)
            case Table():
                yield self._table(block)
            case Closing():
                yield self._closing(block)

    def _header(self, header: Header) -> str:
        profile = self.profile
        issuer = profile.issuer_lines(header.issuer)
        date = f"{header.place or 2 * BLANK}, {full_date(header.date)}"
        state = profile.state
        right = self._column([*state, (Part.DATE, date)], at_least=0)
        left = self.width - right
        top_left = [self._centred(Part.PARENT, header.parent, left)] if header.parent else []
        names = [self._centred(Part.ISSUER, line, left) for line in issuer]
        titles = [self._centred(part, text, right) for part, text in state]
        number = profile.number_label + profile.full_symbol(header.number, header.symbol)
        below = [ooxml.paragraph(Part.NUMBER, (Run(number),))]
        if header.draft:
            below.append(self._centred(Part.DRAFT, profile.draft, left)[0])
        longest = max(width for _, width in names)
        rows = (
            (
                [
                    *(text for text, _ in (*top_left, *names)),
                    _mark(Part.ISSUER_END, profile.issuer_end, longest, left),
                ],
                [
                    *(text for text, _ in titles),
                    _mark(Part.STATE_END, profile.state_end, titles[-1][1], right),
                ],
            ),
            (below, [ooxml.paragraph(Part.DATE, (Run(date),))]),
        )
        return ooxml.table(
            [left, right],
            [ooxml.row((ooxml.cell(left, one), ooxml.cell(right, other))) for one, other in rows],
        )

    def _closing(self, closing: Closing) -> str:
        profile, signer = self.profile, closing.signer
        words = profile.authority
        lines = [
            (Part.AUTHORITY, prefix + name)
            for prefix, name in (
                (words.on_behalf, signer.on_behalf),
                (words.for_head, signer.for_head),
                (words.by_order, signer.by_order),
                (words.by_mandate, signer.by_mandate),
            )
            if name
        ]
        if signer.title:
            lines.append((Part.POSITION, signer.title))
        if signer.also:
            lines += [(Part.ALSO, words.also), (Part.POSITION, signer.also)]
        right = self._column(lines, at_least=self.width // 2)
        left = self.width - right
        signature = [self._centred(part, text, right)[0] for part, text in lines]
        signature.append(ooxml.paragraph(Part.SIGNER, (Run(signer.name, key="ho_ten"),)))
        recipients = [ooxml.paragraph(Part.RECIPIENTS, (Run(profile.recipients),))]
        ends = [";"] * (len(closing.recipients) - 1) + ["."]
        recipients += [
            ooxml.paragraph(Part.RECIPIENT, (Run("- "), *_ended(text, end)))
            for text, end in zip(closing.recipients, ends, strict=False)
        ]
        if not closing.recipients:
            recipients = [ooxml.paragraph(Part.RECIPIENT, ())]
        cells = (ooxml.cell(left, recipients), ooxml.cell(right, signature))
        return ooxml.table([left, right], [ooxml.row(cells)])

    def _column(self, lines: Iterable[tuple[Part, str]], *, at_least: int) -> int:
        """Return the width of a right column that holds *lines* unbroken, if there is room."""
        need = max((self._measure(part, text) for part, text in lines), default=0.0)
        wanted = max(ceil(need * TWIPS_PER_PT) + _PAD, at_least, _LEAST_COLUMN)
        return min(wanted, self.width - _LEAST_COLUMN)

    def _measure(self, part: Part, text: str) -> float:
        look = self.profile.looks[part]
        text = text.upper() if look.capitals else text
        return text_width(text, look.size, bold=look.bold, italic=look.italic)

    def _centred(
        self, part: Part, text: str, width: int, *, share: float = 1.0
    ) -> tuple[str, float]:
        """Return *text* in lines of like length, and the length of the longest one in points.

        Lines take at most *share* of the width.
        """
        look = self.profile.looks[part]
        text = text.upper() if look.capitals else text
        words = [self._measure(part, word) for word in text.split(" ")]
        space = self._measure(part, " ")
        narrow, longest = balance(words, space, share * width / TWIPS_PER_PT)
        one_line = narrow >= sum(words) + (len(words) - 1) * space
        indent = 0 if one_line else int(width - _SLACK * narrow * TWIPS_PER_PT) // 2
        return ooxml.paragraph(part, (Run(text),), ooxml.indents(indent)), longest

    def _bases(self, bases: Bases) -> Iterator[str]:
        for position, text in enumerate(bases.items, 1):
            end = "." if position == len(bases.items) else ";"
            start = (Run(self.profile.basis_start),) if self.profile.basis_start else ()
            yield ooxml.paragraph(Part.BASIS, (*start, *_ended(text, end)))

    def _heading(self, heading: Heading) -> str:
        part = _heading_part(heading)
        text = _numbered(heading.number, heading.text, self.profile)
        if self.profile.looks[part].capitals:
            text = tuple(replace(run, text=run.text.upper()) for run in text)
        return ooxml.paragraph(part, text)

    def _dashed(self, item: Item) -> Text:
        if item.number:
            return _numbered(item.number, item.text, self.profile)
        dashes = self.profile.dashes
        return (Run(dashes[min(item.level, len(dashes)) - 1] + " "), *item.text)

    def _table(self, table: Table) -> str:
        shares = [column.share for column in table.columns]
        widths = [self.width * share // sum(shares) for share in shares]
        headings = (
            ooxml.cell(width, [ooxml.paragraph(Part.COLUMN, column.heading)], middle=True)
            for width, column in zip(widths, table.columns, strict=True)
        )
        rows = [ooxml.row(headings, header=True)]
        rows += [self._row(row, table, widths) for row in table.rows]
        return ooxml.table(widths, rows, side=_CELL_SIDE, top=_CELL_TOP)

    def _row(self, row: Row, table: Table, widths: list[int]) -> str:
        cells, first, tallest = [], 0, 0.0
        for cell in row.cells:
            width = sum(widths[first : first + cell.span])
            centred = table.columns[first].centred and cell.span == 1
            cells.append(self._cell(cell, width, centred=centred, group=row.group))
            tallest = max(tallest, self._cell_height(cell, width))
            first += cell.span
        return ooxml.row(cells, whole=tallest <= _TALL_ROW * self.height)

    def _cell(self, cell: Cell, width: int, *, centred: bool, group: bool) -> str:
        part = Part.CENTRED_CELL if centred else Part.CELL
        properties = ""
        if group:
            part, properties = Part.GROUP, '<w:jc w:val="center"/>' if centred else ""
        paragraphs = [
            ooxml.paragraph(part, self._cell_text(block), properties) for block in cell.blocks
        ]
        content = paragraphs or [ooxml.paragraph(part, ())]
        return ooxml.cell(width, content, span=cell.span, middle=True)

    def _cell_text(self, block: Paragraph | Item) -> Text:
        if isinstance(block, Item):
            return self._dashed(block)
        return _numbered(block.number, block.text, self.profile)

    def _cell_height(self, cell: Cell, width: int) -> float:
        size = self.profile.looks[Part.CELL].size * TWIPS_PER_PT
        per_line = max((width - 2 * _CELL_SIDE) / (size * _MEAN_WIDTH), 1)
        lines = sum(ceil(len(plain(block.text)) / per_line) for block in cell.blocks)
        return lines * size * _LINE_HEIGHT


def _mark(part: Part, mark: Mark, longest: float, width: int) -> str:
    if isinstance(mark, str):
        return ooxml.paragraph(part, (Run(mark),))
    return ooxml.rule(part, round(mark * longest * TWIPS_PER_PT), width)


def _heading_part(heading: Heading) -> Part:
    """Choose a heading's look: by the figures of its number, by its level where it has none."""
    figures = _figures(heading.number)
    if figures is not None:
        by_figures = {Style.ROMAN: Part.SECTION, Style.ARABIC: Part.CLAUSE}
        return by_figures.get(figures, Part.POINT)
    if heading.number:
        return Part.POINT
    by_level = {1: Part.SECTION, 2: Part.CLAUSE}
    return by_level.get(heading.level, Part.UNNUMBERED)


_ENDS = ".)-/ "


def _figures(number: str) -> Style | None:
    """Return the kind of a number as issued, which may be wrong: ``f``, ``1.1``, ``C``."""
    core = number.strip(_ENDS)
    if not core:
        return None
    if core[0].isdigit():
        return Style.ARABIC
    return Style.LETTER if len(core) == 1 and core.islower() else Style.ROMAN


def _numbered(number: str, text: Text, profile: Profile) -> Text:
    if not number:
        return text
    figures = _figures(number)
    bare = figures is not None and number[-1] not in _ENDS
    end = profile.heading_ends[figures] if bare and figures is not None else ""
    return (Run(f"{number}{end} "), *text)


def _ended(text: Text, end: str) -> Text:
    """Return *text* closed by *end* in place of the punctuation it ends with."""
    if not text:
        return (Run(end),)
    *before, last = text
    if last.key:
        return (*before, replace(last, text=open_end(last.text)), Run(end))
    return (*before, replace(last, text=open_end(last.text) + end))
