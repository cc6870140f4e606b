"""Plans of all communes of the country, made from the plans in ``plans/`` for measuring.

Every third keeps its links and codes, every third only its codes; the others have neither, as
plans that were just brought in. Figures are changed here and there. The same seed gives the same
files.
"""

import datetime as dt
import random
import re
from pathlib import Path

from kehoach.model.administrative import by_code, units

ROOT = Path(__file__).parents[1]
_DAY = dt.date(2025, 9, 1)
_LINK = re.compile(r"^ +khung: .*\n", re.MULTILINE)
_CODE = re.compile(r"\bma: ([a-z][a-z0-9-]*)")
_COMMUNE = re.compile(r"^  (ma|ten|tinh): .*$", re.MULTILINE)
_FIGURE = re.compile(r"(muc_dat: .*?)(80|100)%")


def make(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """Write *count* plans into *folder* and return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)  # noqa: S311  no secrets
    texts = [
        file.read_text("utf-8")
        for file in sorted((ROOT / "plans").glob("*.yaml"))
        if ".tien-do" not in file.name
    ]
    files = []
    communes = [unit for unit in units(on=_DAY) if unit.province_code]
    for number, commune in enumerate(communes[:count]):
        province = by_code(commune.province_code, _DAY)
        text = chance.choice(texts)
        text = _FIGURE.sub(lambda m: f"{m[1]}{chance.choice((60, 80, 90, 100))}%", text)
        if number % 3:
            text = _LINK.sub("", text)
        if number % 3 == 2:  # noqa: PLR2004  the third of three
            text = _CODE.sub(lambda m: f"ma: m-{m[1]}", text)
        name = province.full_name if province else ""
        unit = {"ma": f'"{commune.code}"', "ten": commune.full_name, "tinh": name}
        head, _, rest = text.partition("\nvan_ban:")
        head = _COMMUNE.sub(lambda m, unit=unit: f"  {m[1]}: {unit[m[1]]}", head)
        file = folder / f"{commune.code}.yaml"
        file.write_text(f"{head}\nvan_ban:{rest}", "utf-8")
        files.append(file)
    return files
