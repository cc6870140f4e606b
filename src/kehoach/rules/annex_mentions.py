"""Where a plan's text names its own annexes, for the rules on annexes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.language.numbering import read_number
from kehoach.rules.wording import Wording

# "(Có Phụ lục I, II kèm theo)", "(Chi tiết tại Phụ lục 1)", "theo Phụ lục I và II kèm theo".
_MENTION = re.compile(
    r"(?i)phụ lục(?: số)?(?P<numbers>(?:(?:,| và|;)?\s?(?:[ivx]{1,4}|\d{1,2})\b(?!\s?/))*)"
    r"(?P<after>[^.;()\n]{0,40})"
)
_NUMBER = re.compile(r"(?i)[ivx]{1,4}\b|\d{1,2}")
_OTHER_DOCUMENT = re.compile(
    r"(?i)\b(?:nghị định|thông tư|quyết định|luật|hướng dẫn|công văn|nghị quyết|chỉ thị"
    r"|kế hoạch (?:số )?\d)"
)

# Where the other document may be named before its annex.
_BEFORE = 60
# Where "kèm theo" may stand before the annex; behind it, in the same brackets.
_NEAR = 30


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of annexes: place in the wording, the numbers as written, ``kèm theo`` or not."""

    start: int
    end: int
    numbers: tuple[str, ...]
    attached: bool

    @property
    def values(self) -> tuple[int, ...]:
        """The numbers as integers."""
        return tuple(n.value for text in self.numbers if (n := read_number(text.upper())))


def annex_mentions(wording: Wording) -> Iterator[Mention]:
    """Yield the places outside the annexes that name annexes of this plan, not of another one."""
    at = wording.lower.find("phụ lục")
    while at >= 0 and (match := _MENTION.match(wording.text, at)):
        at = wording.lower.find("phụ lục", match.end("numbers"))
        path = wording.place(*match.span())[0]
        before = wording.text[max(match.start() - _BEFORE, 0) : match.start()].rpartition("\n")[2]
        attached = "kèm" in f"{before[-_NEAR:]}{match['after']}".lower()
        if (
            path[0] == "phu_luc"
            or _OTHER_DOCUMENT.search(match["after"])
            or (not attached and _OTHER_DOCUMENT.search(before))
        ):
            continue
        numbers = tuple(_NUMBER.findall(match["numbers"]))
        yield Mention(match.start(), match.end("numbers"), numbers, attached)
