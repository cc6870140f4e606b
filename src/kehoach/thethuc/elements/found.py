"""What was found in a document: its parts with the pieces and paragraphs that make them up."""

from dataclasses import dataclass, field
from enum import Enum, auto

from kehoach.thethuc.reading.text import Paragraph, Piece, Table


class Kind(Enum):
    """What a paragraph of the text is by how it begins."""

    CHAPTER = auto()
    """``Phần I``, ``Chương II``."""
    GROUP = auto()
    """``Mục 1``, ``Tiểu mục 2``."""
    ARTICLE = auto()
    """``Điều 1.``"""
    SECTION = auto()
    """``I.``"""
    CLAUSE = auto()
    """``1.``"""
    DECIMAL = auto()
    """``1.1.``"""
    POINT = auto()
    """``a)``"""
    DASH = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text: ``number`` and ``end`` are what it begins with, ``rest`` follows.

    ``typed`` tells whether the number was typed, not made by Word.
    """

    paragraph: Paragraph
    kind: Kind
    number: str
    end: str
    rest: str
    typed: bool

    @property
    def text(self) -> str:
        """The whole text."""
        return self.paragraph.text


@dataclass(frozen=True, slots=True)
class Ruled:
    """A line under a part: its length in twips where known, and whether it is dashed."""

    length: float | None
    dashed: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines found under a part; ``unsure`` where a drawn line may belong to another part."""

    found: tuple[Ruled, ...] = ()
    unsure: bool = False
    underlined: bool = False


@dataclass(eq=False, slots=True)
class Annex:
    """An annex; ``blocks`` and ``tables`` are what follows its head."""

    line: Piece
    number: str
    title: tuple[Piece, ...]
    reference: Piece | None
    rules: Rules
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]


@dataclass(eq=False, slots=True)
class Elements:
    """The parts of a document; what is not there is None or empty.

    ``heading`` is the line in the place of ``type`` where it names no type of the lists;
    ``attached`` says with which document a regulation was issued. ``body`` is the text between
    subject and signature without tables, ``gaps`` its empty paragraphs, ``last`` what stands right
    before the signature, in a table or not.
    """

    state: Piece | None = None
    motto: Piece | None = None
    party: Piece | None = None
    parent: tuple[Piece, ...] = ()
    issuer: tuple[Piece, ...] = ()
    star: Piece | None = None
    number: Piece | None = None
    date: Piece | None = None
    draft: Piece | None = None
    type: Piece | None = None
    type_name: str = ""
    heading: Piece | None = None
    attached: Piece | None = None
    subject: tuple[Piece, ...] = ()
    letter_subject: tuple[Piece, ...] = ()
    subject_sign: Piece | None = None
    addressees: tuple[Paragraph, ...] = ()
    bases: tuple[Paragraph, ...] = ()
    body: tuple[Block, ...] = ()
    gaps: tuple[Paragraph, ...] = ()
    last: Paragraph | None = None
    recipients_label: Piece | None = None
    recipients: tuple[Piece, ...] = ()
    signature: tuple[Piece, ...] = ()
    signer: Piece | None = None
    annexes: tuple[Annex, ...] = ()
    state_rules: Rules = field(default_factory=Rules)
    issuer_rules: Rules = field(default_factory=Rules)
    subject_rules: Rules = field(default_factory=Rules)
    head_tables: tuple[Table, ...] = ()
    main_end: int = 0

    @property
    def is_draft(self) -> bool:
        """Whether the document says that it is a draft, or its number is still open."""
        return self.draft is not None or (
            self.number is not None and not any(char.isdigit() for char in self.number.text[:12])
        )
