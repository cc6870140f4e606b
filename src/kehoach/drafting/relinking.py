"""Items of an older plan linked to the framework of the new one."""

from kehoach.drafting.draft import Values
from kehoach.drafting.redrafting import Redrafting, listed
from kehoach.drafting.walking import TARGETS, TASKS, walk_items
from kehoach.source.place import Path


def relink(work: Redrafting, *, keep_others: bool) -> None:
    """Link items to the framework: those that named it, then those of the same code."""
    framework, value = work.framework, work.value
    old = [code for code in value.get("khung") or [] if code != framework.code]
    kept = set(old) if keep_others else set()
    value["khung"] = [framework.code, *(code for code in old if code in kept)]
    known = {
        TARGETS: {item.code for item in framework.targets},
        TASKS: {item.code for item in framework.tasks},
    }
    for kind in (TARGETS, TASKS):
        for path, item in walk_items(value, kind):
            links = listed(item.pop("khung", None)) or [f"/{item['ma']}"]
            fitting: list[str] = []
            for link in links:
                above, _, code = link.partition("/")
                if code in known[kind]:
                    fitting.append(f"{framework.code}/{code}")
                elif above:
                    _lose(work, path, item, link)
                if above in kept:
                    fitting.append(link)
            if fitting:
                found = list(dict.fromkeys(fitting))
                item["khung"] = found[0] if len(found) == 1 else found


def _lose(work: Redrafting, path: Path, item: Values, link: str) -> None:
    work.gone.append(item["ma"])
    work.draft.comment(path, f"Kế hoạch cũ dẫn tới {link}; khung mới không có mục này.")
