"""The two sides of a comparison: a plan or a framework, seen alike.

Any plan can stand above another, and a framework below one: what is asked for and what answers
are the same kind of thing, targets and tasks with their texts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kehoach.compare.difference import Item
from kehoach.language.fold import fold
from kehoach.model.framework import Framework, Terms
from kehoach.model.plan import Acceptance, Citation, Plan, Section, Target, Task, prose_texts
from kehoach.model.texts import citation_text

DIFFERENCES = "SS"
"""How the codes of differences begin; other acceptances are of findings."""


@dataclass(frozen=True, slots=True)
class Party:
    """One side; ``code`` is what links name it by, ``title`` what people do.

    ``terms`` is empty for a plan: all that it asks for binds. ``document`` is the document itself
    as others cite it, ``bases`` what it cites, ``opening`` its subject and first words. Headings
    without content of their own are no items.
    """

    code: str
    title: str
    commune: str
    province: str
    document: Citation
    targets: tuple[Target, ...]
    tasks: tuple[Task, ...]
    bases: tuple[Citation, ...] = ()
    opening: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    terms: Mapping[str, Terms] = field(default_factory=dict)
    is_framework: bool = False

    def items(self) -> Iterator[Item]:
        """Yield every target, then every task."""
        yield from self.targets
        yield from self.tasks

    @property
    def called(self) -> str:
        """What a sentence calls this side: ``khung trung ương``, ``khung của tỉnh``, and so on."""
        kind = "khung" if self.is_framework else "kế hoạch"
        issuer = fold(f"{self.document.issuer} {self.document.symbol}")
        if self.commune:
            return f"kế hoạch của {self.commune}"
        if any(word in issuer for word in ("trung ương", "chính phủ", "đtw", "bộ ")):
            return f"{kind} trung ương"
        if self.province or any(word in issuer for word in ("tỉnh", "thành phố")):
            return f"{kind} của tỉnh"
        return f"{kind} cấp trên"

    @property
    def is_commune(self) -> bool:
        """Tell whether this is the plan of a commune, or may be as it names no issuer."""
        return not self.is_framework and bool(self.commune or not self.province)


def party_of_plan(plan: Plan) -> Party:
    """Return *plan* as a side; `Party.code` is the name of its file."""
    commune, document = plan.commune, plan.document
    mark = "-" if document.profile == "hd05" else "/"
    return Party(
        code=plan.name,
        title=", ".join(dict.fromkeys((commune.name, commune.province))),
        commune="" if commune.is_province else commune.name,
        province=commune.province,
        document=Citation(
            ("van_ban",),
            type_name=document.type_name,
            symbol=f"{document.number}{mark}{document.symbol}" if document.number else "",
            date=document.date,
            issuer=document.issuer,
            title=document.subject,
        ),
        targets=tuple(item for item in plan.targets() if not _is_heading(item)),
        tasks=tuple(item for item in plan.tasks() if not _is_heading(item)),
        bases=tuple(_bases(plan)),
        opening=(document.subject, *prose_texts(plan.opening)),
        sections=(*plan.sections, *plan.annexes),
        acceptances=tuple(one for one in plan.acceptances if one.code.startswith(DIFFERENCES)),
    )


def party_of_framework(framework: Framework) -> Party:
    """Return *framework* as a side."""
    return Party(
        code=framework.code,
        title=citation_text(framework.document).split(" của ")[0],
        commune="",
        province="",
        document=framework.document,
        targets=framework.targets,
        tasks=framework.tasks,
        bases=framework.bases,
        terms=framework.terms,
        is_framework=True,
    )


def _bases(plan: Plan) -> Iterator[Citation]:
    yield from plan.bases
    for section in plan.walk():
        yield from section.bases


def _is_heading(item: Item) -> bool:
    """Tell whether *item* only holds the items in it and answers nothing itself."""
    if item.links:
        return False
    return bool(item.targets and not item.figure if isinstance(item, Target) else item.tasks)
