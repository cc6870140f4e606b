"""Plans to measure with: one for each commune, of a wanted size, always the same bytes."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

from kehoach.model.administrative import by_code, units
from kehoach.model.library import Library
from kehoach.model.reading import read_plan
from kehoach.rules.checking import check_plan
from kehoach.source.tree import load, parse
from kehoach.source.writing import write_yaml

_BASE = Path(__file__).parents[1] / "plans" / "nghia-hanh.yaml"
_NAME, _PROVINCE, _CODE = "Nghĩa Hành", "Quảng Ngãi", "21364"
_DAY = dt.date(2025, 9, 1)
_OWN_LEVEL = re.compile(r"\bxã\b(?! hội)")
HEAD = "yaml-language-server: $schema=../schema/ke-hoach.schema.json"


def base_plan(size: int) -> str:
    """Return the largest of the published plans, its last tasks dropped until *size* bytes fit.

    Acceptances of findings that went with the tasks are dropped too.
    """
    plan = load(_BASE).value
    tasks = plan["phu_luc"][-1]
    while len(_written(plan).encode()) > size and _drop_last(tasks):
        pass
    library = Library(_BASE.parents[1])
    checked = check_plan(read_plan(parse(_written(plan), _BASE.name)), library.framework)
    unused = {one.finding.path for one in checked.findings if one.rule.code == "KH105"}
    accepted = enumerate(plan["chap_nhan"])
    plan["chap_nhan"] = [one for i, one in accepted if ("chap_nhan", i) not in unused]
    return _written(plan)


def _written(plan: dict[str, Any]) -> str:
    return write_yaml(plan, head=[HEAD])


def _drop_last(node: dict[str, Any]) -> bool:
    """Take the last task away that has none in it; tell whether there was one."""
    for key in ("nhiem_vu", "muc"):
        if children := node.get(key):
            if not _drop_last(children[-1]):
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
