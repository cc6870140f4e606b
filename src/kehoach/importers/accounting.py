"""Words of a source that are neither in the draft nor named as left out."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kehoach.importers.blocks import LeftOut, SourceText
from kehoach.importers.draft import Draft
from kehoach.importers.words import block_words, draft_words, take_words, words

_SHOWN = 12


def unaccounted(
    sources: Iterable[SourceText], draft: Draft, left_out: Iterable[LeftOut]
) -> list[str]:
    """Return the words of *sources*, folded, that *draft* and *left_out* have fewer times.

    *left_out* is what the recognition left out of the blocks; what a reader left out never was in
    them. Not for OCR text, whose words are put right.
    """
    known = Counter(draft_words(draft))
    known.update(word for one in left_out for word in words(one.text))
    lost: list[str] = []
    for source in sources:
        for block in source.blocks:
            lost += take_words(block_words(block), known)
    return lost


def lost_note(lost: Sequence[str]) -> str:
    """Return what a person should know of the words *lost*, at least one."""
    shown = ", ".join(f"“{word}”" for word in list(dict.fromkeys(lost))[:_SHOWN])
    more = ", …" if len(set(lost)) > _SHOWN else ""
    return (
        f"có {len(lost)} từ của bản gốc không tìm lại được trong tệp kế hoạch ({shown}{more}); "
        "so lại với bản gốc"
    )
