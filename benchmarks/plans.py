"""Plans to measure with: one for each commune, of a wanted size, always the same bytes."""

import datetime as dt
import itertools
import re
from pathlib import Path
from typing import Any

from kehoach.model.administrative import by_code, units
from kehoach.model.library import Library
from kehoach.model.reading import read_plan
from kehoach.rules.checking import check_plan
from kehoach.source.place import read_path
from kehoach.source.tree import load, parse
from kehoach.source.writing import write_yaml

_BASE = Path(__file__).parents[1] / "plans" / "nghia-hanh.yaml"
_NAME, _PROVINCE, _CODE = "Nghĩa Hành", "Quảng Ngãi", "21364"
_DAY = dt.date(2025, 9, 1)
_OWN_LEVEL = re.compile(r"\bxã\b(?! hội)")
HEAD = "yaml-language-server: $schema=../schema/ke-hoach.schema.json"


def base_plan(size: int) -> str:
    """Return the largest of the published plans, cut until *size* bytes fit.

    Its last tasks and its last paragraphs go in turn, with the acceptances of what was found there.
    """
    plan = load(_BASE).value
    cuts = itertools.cycle([(plan["phu_luc"][-1], "nhiem_vu"), (plan["noi_dung"][-1], "doan")])
    while len(_written(plan).encode()) > size and _drop_last(*next(cuts)):
        plan["chap_nhan"] = [one for one in plan["chap_nhan"] if _stands(plan, one["tai"])]
    library = Library(_BASE.parents[1])
    checked = check_plan(read_plan(parse(_written(plan), _BASE.name)), library.framework)
    unused = {one.finding.path for one in checked.findings if one.rule.code == "KH105"}
    accepted = enumerate(plan["chap_nhan"])
    plan["chap_nhan"] = [one for i, one in accepted if ("chap_nhan", i) not in unused]
    return _written(plan)


def _written(plan: dict[str, Any]) -> str:
    return write_yaml(plan, head=[HEAD])


def _stands(plan: dict[str, Any], path: str) -> bool:
    """Tell whether *plan* has something at *path*."""
    node: Any = plan
    try:
        for step in read_path(path):
            node = node[step]
    except (IndexError, KeyError, TypeError):
        return False
    return True


def _drop_last(node: dict[str, Any], key: str) -> bool:
    """Take the last task or paragraph (*key*) away that holds none; tell whether there was one."""
    for inner in (key, "muc"):
        children = node.get(inner)
        if isinstance(children, list) and children:
            last = children[-1]
            if not (isinstance(last, dict) and _drop_last(last, key)):
                children.pop()
            return True
    return False


def write_plans(
    folder: Path, count: int, size: int = 40_000, text: str | None = None
) -> list[Path]:
    """Write *count* plans of about *size* bytes, or like *text*, into *folder*, a commune each."""
    text = text or base_plan(size)
    folder.mkdir(parents=True, exist_ok=True)
    communes = [unit for unit in units(on=_DAY) if unit.province_code]
    files = []
    for unit in communes[:count]:
        province = by_code(unit.province_code, _DAY)
        plan = text.replace(_CODE, unit.code).replace(f"xã {_NAME}", unit.full_name)
        plan = plan.replace(_NAME, unit.name)
        plan = _OWN_LEVEL.sub(unit.full_name.removesuffix(f" {unit.name}"), plan)
        if province:
            plan = plan.replace(f"tỉnh {_PROVINCE}", province.full_name)
        file = folder / f"{unit.code}.yaml"
        file.write_text(plan, encoding="utf-8")
        files.append(file)
    return files
