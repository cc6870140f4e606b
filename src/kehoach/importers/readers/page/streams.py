"""Packed streams of a PDF, looked at before anything unpacks them whole."""

import re
import zlib
from collections.abc import Iterator

MOST = 32 * 1024 * 1024
"""Bytes of text and drawing that one stream may hold; a page full of text has some 50,000."""

_CHUNK = 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
_LONGEST_DICTIONARY = 1000


def has_bomb(data: bytes) -> bool:
    """Whether a stream of the PDF *data* that is no picture unpacks to more than `MOST` bytes."""
    return any(_unpacks_beyond(part) for part in _packed(data))


def _packed(data: bytes) -> Iterator[memoryview]:
    view = memoryview(data)
    place = 0
    while match := _STREAM.search(data, place):
        start = match.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        above = data[max(0, match.start() - _LONGEST_DICTIONARY) : match.start()]
        dictionary = above[above.rfind(b" obj") + 1 :]
        if b"Fl" in dictionary and b"/Image" not in dictionary:
            yield view[start:end]
        place = max(end, start)


def _unpacks_beyond(part: memoryview) -> bool:
    unpacker = zlib.decompressobj()
    size = 0
    waiting: bytes | memoryview = part
    try:
        while waiting and size <= MOST and not unpacker.eof:
            size += len(unpacker.decompress(waiting, _CHUNK))
            waiting = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return size > MOST
