"""`kehoach validate` beside yamllint, check-jsonschema and the floor, in one run on the same files.

    pip install yamllint check-jsonschema
    python benchmarks/validate.py [COUNT]

The floor is ``yaml.compose`` and the schema check of every file, on all cores: what any tool must
do that knows where a value stands. The best of three runs counts; with many files, of one. Printed
are seconds, and how many times the floor (or yamllint, for one plan) each takes.
"""

import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import jsonschema_rs
from plans import write_plans
from timing import compose, program, seconds, values

SCHEMA = Path(__file__).parents[1] / "schema" / "ke-hoach.schema.json"
FEW = 10
MANY = 100


@cache
def schema() -> jsonschema_rs.Validator:
    """Return the schema of plans, compiled."""
    return jsonschema_rs.validator_for(SCHEMA.read_text(encoding="utf-8"))


def floor(file: Path) -> None:
    """Compose one file and check its structure."""
    schema().is_valid(values(compose(file)))


def run_floor(files: list[Path]) -> None:
    """Run the floor over all files, on all cores where there are many."""
    if len(files) < FEW:
        for file in files:
            floor(file)
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(floor, files, chunksize=16))


def measure(folder: Path, count: int) -> None:
    """Measure *count* plans and print a line for each tool."""
    files = write_plans(folder / "plans", count)
    names = [str(file) for file in files]
    size = sum(file.stat().st_size for file in files) / count / 1000
    kept = str(folder / "cache")
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
        "kehoach, cold": program(*kehoach, "--no-cache"),
        "kehoach, unchanged": program(*kehoach, KEHOACH_CACHE_DIR=kept),
        "yamllint": program(sys.executable, "-m", "yamllint", *names),
        "check-jsonschema": program("check-jsonschema", "--schemafile", str(SCHEMA), *names),
    }
    program(*kehoach, KEHOACH_CACHE_DIR=kept)()
    found = {name: seconds(work, times) for name, work in tools.items()}
    against = "yamllint" if count == 1 else "floor"
    print(f"\n{count} plans of {size:.0f} KB")
    for name, time_taken in found.items():
        print(f"  {name:<20} {time_taken:8.2f} s  {time_taken / found[against]:7.2f} × {against}")


def main() -> None:
    """Measure one plan, a hundred, and all communes or as many as the command line says."""
    last = int(sys.argv[1]) if len(sys.argv) > 1 else 3321
    for count in sorted({1, min(MANY, last), last}):
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), count)


if __name__ == "__main__":
    main()
