"""Documents that one side cites and the other does not."""

from collections.abc import Iterable, Iterator

from kehoach.compare.difference import Difference, Subject, find_differences, kinds_of
from kehoach.compare.party import Party
from kehoach.language.fold import fold
from kehoach.model.plan import Citation
from kehoach.model.texts import citation_text

Basis = tuple[Citation, Difference]


def missing_bases(
    above: Party, below: Party, only: frozenset[str] = frozenset()
) -> tuple[Basis, ...]:
    """Return what *below* should cite as it carries out *above*: that document and its bases.

    With *only*, the differences are those of these codes.
    """
    if not kinds_of(Subject.BASIS, only):
        return ()
    cited = (above.document, *above.bases)
    return tuple(_one_sided(cited, _cited(below), only, missing=True))


def changed_bases(old: Party, new: Party) -> tuple[Basis, ...]:
    """Return what only one of two states of a plan cites, first what was dropped."""
    return (
        *_one_sided(old.bases, _cited(new), missing=True),
        *_one_sided(new.bases, _cited(old), missing=False),
    )


def _one_sided(
    these: Iterable[Citation], cited: str, only: frozenset[str] = frozenset(), *, missing: bool
) -> Iterator[Basis]:
    seen: set[str] = set()
    for citation in these:
        keys = _keys(citation)
        if not keys or keys <= seen or any(key in cited for key in keys):
            continue
        seen |= keys
        above, below = (citation, None) if missing else (None, citation)
        found = find_differences(above, below, Subject.BASIS, only=only)
        yield from ((citation, one) for one in found)


def _cited(party: Party) -> str:
    """Return what *party* says at its beginning, as symbols compare."""
    return _plain("\n".join((*map(citation_text, party.bases), *party.opening)))


def _keys(citation: Citation) -> set[str]:
    """Return what names the document: its symbols, or its words where it has none."""
    if citation.symbol:
        return {_plain(citation.symbol)}
    if not citation.text:
        return set()
    from kehoach.language.citation import find_citations  # noqa: PLC0415  few plans need it

    symbols = {_plain(str(found.symbol)) for found in find_citations(citation.text)}
    return symbols or {_plain(citation.text)}


def _plain(text: str) -> str:
    """Return *text* without the difference of the marks in symbols, which writers mix up."""
    return fold(text).replace("-", "/")
