"""The query of the documentation says the same as `kehoach status`."""

import datetime as dt
import random
import re
from pathlib import Path

import pytest

from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.output.progress_parquet import write_parquet
from kehoach.progress.entry import Stage, Values, write_line
from kehoach.progress.items import follow
from kehoach.progress.log import Log, load_log, log_file, parse_log
from kehoach.progress.status import work_out
from kehoach.progress.timing import Basis
from kehoach.source.tree import load

pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

TOP = Path(__file__).parents[2]
DAYS = [dt.date(2025, 9, 30), dt.date(2025, 12, 31), dt.date(2026, 1, 5), dt.date(2027, 1, 1)]


def random_log(plan: Plan, seed: int) -> Log:
    pick = random.Random(seed)  # noqa: S311  the same logs each time
    items = follow(plan)
    lines: list[str] = []
    for _ in range(120):
        item = pick.choice(items)
        day = dt.date(2025, 7, 1) + dt.timedelta(days=pick.randrange(400))
        said: dict[str, str] = {"ngay": day.isoformat(), item.kind: item.code}
        if pick.random() < 0.6:
            said["trang_thai"] = pick.choice([*Stage, Stage.COMPLETED]).value
        if item.goal is not None and pick.random() < 0.7:
            figure = item.goal.value * pick.choice([0, 1, 1])
            said["gia_tri"] = f"{figure} {item.goal.unit}"
        proof = (("ket_qua", "a"), ("minh_chung", "b"))
        said |= {key: value for key, value in proof if pick.random() < 0.5}
        if pick.random() < 0.1:
            said["han"] = (day + dt.timedelta(days=pick.randrange(90))).isoformat()
        if lines and pick.random() < 0.1:
            said["thay_cho"] = parse_log(pick.choice(lines), "a").entries[0].mark
        values: Values = said
        lines.append(write_line(values))
    return parse_log("\n".join([*lines, *lines[:5]]), "a")


def test_the_query_of_the_documentation_counts_what_status_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans: list[tuple[str, Plan, Log]] = []
    for file in sorted((TOP / "plans").glob("*.yaml")):
        if not file.stem.endswith(".tien-do"):
            plan = read_plan(load(file))
            plans.append((file.name, plan, load_log(log_file(file))))
            plans += [(f"{file.stem}-{i}", plan, random_log(plan, i)) for i in range(6)]
    items, entries = write_parquet(tmp_path, plans)
    assert items == sum(len(follow(plan)) for _, plan, _ in plans)
    assert entries == sum(len({e.values for e in log.entries}) for _, _, log in plans)
    text = (TOP / "docs" / "tien-do.md").read_text(encoding="utf-8")
    query = re.search(r"```sql\n(.*?)```", text, re.DOTALL)
    assert query is not None
    monkeypatch.chdir(tmp_path)
    seen = 0
    for day in DAYS:
        found = {file: late for _, file, late in duckdb.execute(query[1], {"ngay": day}).fetchall()}
        wanted = {
            file: sum(
                one.is_late and one.timing.basis is Basis.DATED
                for one in work_out(plan, log.entries, day).items
            )
            for file, plan, log in plans
        }
        assert found == wanted
        seen += sum(wanted.values())
    assert seen > 100
