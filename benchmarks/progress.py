"""A year of weekly entries: `kehoach status` and roll-up of one plan, a province, the country.

    python benchmarks/progress.py [COUNT]

Every plan has 2,108 entries, so that 3,321 plans have 7 million. Printed are the seconds of the
whole command, start included, and the most memory that it and its processes took together.
"""

import datetime as dt
import itertools
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from plans import write_plans

from kehoach.model.reading import read_plan
from kehoach.progress.entry import Stage, Values, write_line
from kehoach.progress.items import Item, follow
from kehoach.progress.log import log_file
from kehoach.progress.proposing import HEAD
from kehoach.source.tree import load

ENTRIES = 2108
ALL = 3321
PROVINCE = 100
FIRST = dt.date(2025, 1, 3)


def entries(items: list[Item]) -> list[str]:
    """Return the lines of a year: every week some entries of items in turn."""
    weeks = [FIRST + dt.timedelta(days=7 * week) for week in range(52)]
    a_week = -(-ENTRIES // len(weeks))
    turn = itertools.cycle(items)
    lines = []
    for week, day in enumerate(weeks):
        for number in range(a_week):
            item = next(turn)
            values: Values = {
                "ngay": day.isoformat(),
                item.kind: item.code,
                "trang_thai": Stage.IN_PROGRESS,
                "ket_qua": f"Tuần {week + 1}: đã xử lý {week * 17 + number} hồ sơ, còn {number}",
                "minh_chung": f"{week + 1}/BC-UBND",
                "ghi": f"{day.isoformat()}T0{number % 10}:30:{number % 60:02}Z",
            }
            lines.append(write_line(values))
    return lines[:ENTRIES]


def write_logs(plans: list[Path]) -> int:
    """Write a log beside each plan and return the bytes of one."""
    items = list(follow(read_plan(load(plans[0]))))
    text = "".join(f"{line}\n" for line in [*(f"# {head}" for head in HEAD), *entries(items)])
    data = text.encode()
    for plan in plans:
        log_file(plan).write_bytes(data)
    return len(data)


def memory(process: int) -> int:
    """Return the resident kilobytes of a process and of those that it started."""
    total = 0
    try:
        for status in Path("/proc").glob("[0-9]*/status"):
            text = status.read_text(encoding="utf-8")
            fields = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
            if process in {int(fields["Pid"]), int(fields["PPid"])}:
                total += int(fields.get("VmRSS", "0 kB").split()[0])
    except (OSError, KeyError):
        pass  # a process ended meanwhile
    return total


def measure(name: str, *arguments: str) -> None:
    """Run the command once and print what it took."""
    command = (sys.executable, "-m", "kehoach", *arguments)
    start = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    most = 0
    done = threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(0.05):
            most = max(most, memory(running.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    running.wait()
    seconds = time.perf_counter() - start
    done.set()
    watcher.join()
    print(f"{name:<44} {seconds:8.2f} s  {most / 1024:7.0f} MB", flush=True)


def main() -> None:
    """Measure one plan, a province, and all plans or as many as the command line says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ALL
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        plans = write_plans(folder / "all", count)
        size = write_logs(plans)
        province = write_plans(folder / "province", min(PROVINCE, count))
        write_logs(province)
        seconds = time.perf_counter() - start
        total = ENTRIES * count
        print(f"{total:,} entries in {count} logs of {size / 1000:.0f} KB, made in {seconds:.0f} s")
        status = ("status", "--as-of", "2025-12-31")
        measure("status of one plan", *status, str(plans[0]))
        measure("status of one plan, JSON", *status, "--format", "json", str(plans[0]))
        summary = ("render", "--report", "--period", "2025", "--summary", "-o", str(folder))
        for words, where in (
            (f"a province, {len(province)} plans", "province"),
            (f"all {count} plans", "all"),
        ):
            measure(f"status of {words}", *status, str(folder / where))
            for ending in ("docx", "xlsx"):
                measure(
                    f"roll-up of {words}, {ending}",
                    *summary,
                    "--format",
                    ending,
                    str(folder / where),
                )


if __name__ == "__main__":
    main()
