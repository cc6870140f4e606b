"""Children put into the properties of Word where the schema wants them (ECMA-376, part 1, 17)."""

from typing import TYPE_CHECKING

from kehoach.importers.readers.word.values import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
    " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd"
    " fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr"
    " shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr"
    " sectPr pPrChange"
)
_SECTION = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
    " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
    " docGrid printerSettings sectPrChange"
)
_ORDERS = {
    f"{W}{parent}": {f"{W}{name}": place for place, name in enumerate(names.split())}
    for parent, names in (("rPr", _RUN), ("pPr", _PARAGRAPH), ("sectPr", _SECTION))
}


def ensure(parent: "_Element", name: str) -> "_Element":
    """Return the child *name* of *parent*, made in its right place where it is missing."""
    found = parent.find(f"{W}{name}")
    if found is not None:
        return found
    child = parent.makeelement(f"{W}{name}", {}, None)
    order = _ORDERS.get(str(parent.tag), {})
    own = order.get(f"{W}{name}", len(order))
    for place, sibling in enumerate(parent):
        if order.get(str(sibling.tag), len(order)) > own:
            parent.insert(place, child)
            return child
    parent.append(child)
    return child


def properties(element: "_Element", name: str) -> "_Element":
    """Return the properties *name* (``pPr``, ``rPr``, ``trPr``), which stand first in *element*."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = element.makeelement(f"{W}{name}", {}, None)
        after = element.find(f"{W}tblPrEx")
        element.insert(0 if after is None else 1, found)
    return found


def drop(parent: "_Element", name: str) -> None:
    """Take all children *name* out of *parent*."""
    for child in parent.findall(f"{W}{name}"):
        parent.remove(child)
