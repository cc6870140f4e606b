"""`kehoach validate` beside yamllint, check-jsonschema and the floor, in one run on the same files.

    pip install yamllint check-jsonschema
    python benchmarks/validate.py [COUNT]

The floor is ``yaml.compose`` and the schema check of every file, on all cores: what any tool must
do that knows where a value stands. The best of three runs counts; with many files, of one. Printed
are seconds, and how many times the floor (or yamllint, for one plan) each takes.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from plans import write_plans

SCHEMA = Path(__file__).parents[1] / "schema" / "ke-hoach.schema.json"
FEW = 10
MANY = 100


def floor(file: Path) -> None:
    """Compose one file and check its structure."""
    from kehoach.source.structure import check_structure  # noqa: PLC0415
    from kehoach.source.tree import parse  # noqa: PLC0415

    source = parse(file.read_text(encoding="utf-8"), str(file))
    check_structure(source, "ke-hoach")


def run_floor(files: list[Path]) -> None:
    """Run the floor over all files, on all cores where there are many."""
    if len(files) < FEW:
        for file in files:
            floor(file)
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(floor, files, chunksize=16))


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the shortest of *times* runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def command(*arguments: str) -> Callable[[], object]:
    """Return a run of a program, whatever its exit status."""
    return lambda: subprocess.run(
        arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )


def measure(folder: Path, count: int) -> None:
    """Measure *count* plans and print a line for each tool."""
    files = write_plans(folder / "plans", count)
    names = [str(file) for file in files]
    size = sum(file.stat().st_size for file in files) / count / 1000
    cache = folder / "cache"
    os.environ["KEHOACH_CACHE_DIR"] = str(cache)
    times = 5 if count == 1 else 3 if count <= MANY else 1
    kehoach = (
        sys.executable,
        "-m",
        "kehoach",
        "validate",
        "--format",
        "json",
        str(folder / "plans"),
    )
    tools = {
        "floor": lambda: run_floor(files),
        "kehoach, cold": command(*kehoach, "--no-cache"),
        "kehoach, unchanged": command(*kehoach),
        "yamllint": command(sys.executable, "-m", "yamllint", *names),
        "check-jsonschema": command("check-jsonschema", "--schemafile", str(SCHEMA), *names),
    }
    command(*kehoach)()
    found = {name: seconds(work, times) for name, work in tools.items()}
    against = "yamllint" if count == 1 else "floor"
    print(f"\n{count} plans of {size:.0f} KB")
    for name, time_taken in found.items():
        print(f"  {name:<20} {time_taken:8.2f} s  {time_taken / found[against]:7.2f} × {against}")


def main() -> None:
    """Measure one plan, a hundred, and all communes or as many as the command line says."""
    # A checkout would be compiled anew in every run, which no installed program is.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    last = int(sys.argv[1]) if len(sys.argv) > 1 else 3321
    for count in sorted({1, min(MANY, last), last}):
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), count)


if __name__ == "__main__":
    main()
