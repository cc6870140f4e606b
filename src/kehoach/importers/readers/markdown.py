"""Markdown (.md): headings, lists and pipe tables; everything else as plain text.

What Markdown marks goes into the flags of a `Line`: ``#`` into its level, ``-`` and ``1.`` into
its number, stars into bold and italic. Numbers stay as they are written, also where Markdown
would count anew. A line ends its paragraph before a blank line, a heading, an item or a table.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

from kehoach.importers.blocks import Block, Cell, LeftOut, Line, Origin, SourceText, Table
from kehoach.importers.readers.decoding import read_text
from kehoach.importers.readers.emphasis import read_emphasis
from kehoach.importers.readers.refusal import MEGABYTE, read_bytes

ENDINGS: tuple[str, ...] = (".md", ".markdown")

LARGEST_FILE = 20 * MEGABYTE

COMMENT = "chú thích ẩn của tệp Markdown"

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_UNDERLINE = re.compile(r"(=+|-+)")
_BULLET = re.compile(r"[-+*•]\s+(?=\S)")
_NUMBERED = re.compile(r"[0-9]{1,9}[.)]\s+(?=\S)")
_RULE = re.compile(r"(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}")
_FENCE = re.compile(r"(?:`{3,}|~{3,})\S*")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?|\|\s*:?-+:?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)(?:\s[^()]*)?\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")


def read(file: Path, name: str) -> SourceText:
    """Read the Markdown *file*, called *name* in origins. Raises `SourceError`."""
    text, notes = read_text(read_bytes(file, name, LARGEST_FILE), name)
    lines = text.replace("\f", " ").split("\n")
    left_out: list[LeftOut] = []
    lines = list(_without_comments(lines, name, left_out))
    return SourceText(name, tuple(_blocks(lines, name)), tuple(left_out), notes)


def _without_comments(lines: list[str], name: str, left_out: list[LeftOut]) -> Iterator[str]:
    """Yield the lines without ``<!-- … -->``, each line in its place."""
    inside = False
    for number, line in enumerate(lines, 1):
        shown = ""
        rest = line
        while rest:
            mark = "-->" if inside else "<!--"
            part, found, rest = rest.partition(mark)
            if not inside:
                shown += part
            elif part.strip():
                left_out.append(LeftOut(part.strip(), Origin(name, 0, number), COMMENT))
            if found:
                inside = not inside
        yield shown


def _blocks(lines: Sequence[str], name: str) -> Iterator[Block]:
    index = 0
    while index < len(lines):
        line = lines[index].strip()
        following = lines[index + 1].strip() if index + 1 < len(lines) else ""
        if not line or _RULE.fullmatch(line) or _FENCE.fullmatch(line):
            index += 1
        elif "|" in line and _TABLE_RULE.fullmatch(following):
            end = index + 2
            while end < len(lines) and _PIPE.search(lines[end]):
                end += 1
            rows = [row for row in range(index, end) if row != index + 1]
            yield _table([(row + 1, lines[row].strip()) for row in rows], name)
            index = end
        else:
            end = _end_of_paragraph(lines, index)
            yield from _paragraph(lines[index:end], index + 1, name)
            index = end
            if end < len(lines) and _UNDERLINE.fullmatch(lines[end].strip()):
                index += 1


def _end_of_paragraph(lines: Sequence[str], start: int) -> int:
    if _HEADING.fullmatch(lines[start].strip()):
        return start + 1
    end = start + 1
    while end < len(lines):
        line = lines[end].strip()
        if not line or _starts_anew(line) or _UNDERLINE.fullmatch(line):
            break
        following = lines[end + 1].strip() if end + 1 < len(lines) else ""
        if "|" in line and _TABLE_RULE.fullmatch(following):
            break
        end += 1
    return end


def _starts_anew(line: str) -> bool:
    return bool(
        _HEADING.fullmatch(line)
        or _BULLET.match(line)
        or _NUMBERED.match(line)
        or _RULE.fullmatch(line)
        or _FENCE.fullmatch(line)
        or line.startswith(">")
    )


def _paragraph(lines: Sequence[str], first: int, name: str) -> Iterator[Line]:
    """Yield the lines of one paragraph, heading or item."""
    level, number = 0, ""
    start = lines[0].strip().lstrip("> ").strip() if lines[0].strip()[:1] == ">" else lines[0]
    texts = [start.strip(), *(line.strip() for line in lines[1:])]
    ended = [bool(_HARD_BREAK.search(line)) for line in lines]
    if heading := _HEADING.fullmatch(texts[0]):
        level, texts[0] = len(heading[1]), heading[2].rstrip("# ")
    elif mark := _BULLET.match(texts[0]) or _NUMBERED.match(texts[0]):
        number, texts[0] = mark.group().strip(), texts[0][mark.end() :]
        number = "-" if number == "*" else number
    for row, line in enumerate(read_emphasis([text.rstrip("\\") for text in texts])):
        text = _plain(line.text)
        if text or number:
            yield Line(
                text,
                Origin(name, 0, first + row),
                number,
                level,
                line.bold,
                line.italic,
                broken=row < len(texts) - 1 and (line.open or not ended[row]),
            )
        number = ""


def _table(rows: Sequence[tuple[int, str]], name: str) -> Table:
    made: list[tuple[Cell, ...]] = []
    for number, row in rows:
        texts = _PIPE.split(row)
        if not texts[0].strip() and row.startswith("|"):
            texts = texts[1:]
        if len(texts) > 1 and not texts[-1].strip():
            texts = texts[:-1]
        made.append(
            tuple(
                Cell(_cell_lines(text, Origin(name, 0, number)), column)
                for column, text in enumerate(texts)
            )
        )
    return Table(tuple(made))


def _cell_lines(text: str, origin: Origin) -> tuple[Line, ...]:
    parts = read_emphasis([part.strip() for part in _BREAK.split(text)])
    lines = ((_plain(part.text), part) for part in parts)
    return tuple(
        Line(text, origin, bold=part.bold, italic=part.italic) for text, part in lines if text
    )


def _plain(text: str) -> str:
    """Return *text* without marks of links and escapes; the address of a link stays behind it."""
    text = _LINK.sub(_link, text)
    return unescape(_ESCAPED.sub(r"\1", _BREAK.sub(" ", text))).strip()


def _link(match: re.Match[str]) -> str:
    words, address = match[1], match[2]
    return words if not address or address in words else f"{words} ({address})"
