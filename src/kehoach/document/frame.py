"""What stands around the text of a document: header, addressees, signature and recipients."""

from kehoach.document.affixes import ended
from kehoach.document.blocks import Addressees, Closing, Header, Run, Text, plain
from kehoach.document.lines import Typesetter
from kehoach.document.pen import Indents
from kehoach.document.profile import BLANK, TWIPS_PER_PT, Part, full_date
from kehoach.language.fold import fold
from kehoach.model.plan import Signer

_DASH = "- "


def draw_header(header: Header, setter: Typesetter) -> str:
    """Draw issuer and number on the left, state or Party, place and date on the right."""
    profile, pen = setter.profile, setter.pen
    issuer = profile.issuer_lines(header.issuer)
    date = f"{header.place or 2 * BLANK}, {full_date(header.date)}"
    state = profile.state
    right = setter.column([*state, (Part.DATE, date)], at_least=0)
    left = setter.width - right
    top_left = [setter.centred(Part.PARENT, header.parent, left)] if header.parent else []
    names = [setter.centred(Part.ISSUER, line, left) for line in issuer]
    titles = [setter.centred(part, text, right) for part, text in state]
    number = profile.number_label + profile.full_symbol(header.number, header.symbol)
    below = [pen.paragraph(Part.NUMBER, (Run(number),))]
    if header.draft:
        below.append(setter.centred(Part.DRAFT, profile.draft, left)[0])
    longest = max(width for _, width in names)
    rows = (
        (
            [
                *(text for text, _ in (*top_left, *names)),
                setter.mark(Part.ISSUER_END, profile.issuer_end, longest, left),
            ],
            [
                *(text for text, _ in titles),
                setter.mark(Part.STATE_END, profile.state_end, titles[-1][1], right),
            ],
        ),
        (below, [pen.paragraph(Part.DATE, (Run(date),))]),
    )
    return pen.columns(
        [left, right], [(pen.cell(left, one), pen.cell(right, other)) for one, other in rows]
    )


def draw_addressees(addressees: Addressees, setter: Typesetter) -> list[str]:
    """Draw one addressee after the words, more of them below with dashes under the colon.

    NĐ 30/2020/NĐ-CP, phụ lục I, II.9.d. The whole stands in the middle of the page.
    """
    profile, pen = setter.profile, setter.pen
    words = profile.addressed
    if not words:
        return []

    def width(text: str) -> int:
        return round(setter.measure(Part.ADDRESSED, text) * TWIPS_PER_PT)

    names = addressees.names
    several = len(names) > 1
    colon = width(words.removesuffix(":")) if several else width(f"{words} ")
    dash = width(_DASH) if several else 0
    longest = max(width(plain(name)) for name in names)
    left = max((setter.width - colon - dash - longest) // 2, 0) + colon
    if not several:
        text = (Run(f"{words} "), *ended(names[0], ""))
        return [pen.paragraph(Part.ADDRESSED, text, Indents(left, 0, colon))]
    first = pen.paragraph(Part.ADDRESSED, (Run(words),), Indents(left - colon, 0), keep_next=True)
    return [first, *_listed(names, Part.ADDRESSED, setter, Indents(left + dash, 0, dash))]


def draw_closing(closing: Closing, setter: Typesetter, *, addressed: bool) -> str:
    """Draw the recipients on the left and who signs on the right.

    Where the document is *addressed*, the recipients begin with those above.
    """
    profile, pen = setter.profile, setter.pen
    lines = _signature(closing.signer, setter)
    right = setter.column(lines, at_least=setter.width // 2)
    left = setter.width - right
    signature = [setter.centred(part, text, right)[0] for part, text in lines]
    signature.append(pen.paragraph(Part.SIGNER, (Run(closing.signer.name, key="ho_ten"),)))
    names = closing.recipients
    if addressed and profile.as_above:
        as_above = fold(profile.as_above)
        names = ((Run(profile.as_above),), *(n for n in names if fold(plain(n)) != as_above))
    recipients = [pen.paragraph(Part.RECIPIENT, ())]
    if names:
        recipients = [pen.paragraph(Part.RECIPIENTS, (Run(profile.recipients),))]
        recipients += _listed(names, Part.RECIPIENT, setter)
    return pen.columns([left, right], [(pen.cell(left, recipients), pen.cell(right, signature))])


def _listed(
    names: tuple[Text, ...], part: Part, setter: Typesetter, indents: Indents | None = None
) -> list[str]:
    """Draw *names* a line each, with a dash before and a semicolon or, at last, a full stop."""
    ends = [*[";"] * (len(names) - 1), "."]
    texts = [(Run(_DASH), *ended(name, end)) for name, end in zip(names, ends, strict=True)]
    if indents is None:
        return [setter.pen.paragraph(part, text) for text in texts]
    return [setter.pen.paragraph(part, text, indents) for text in texts]


def _signature(signer: Signer, setter: Typesetter) -> list[tuple[Part, str]]:
    words = setter.profile.authority
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
    return lines
