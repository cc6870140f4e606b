"""`kehoach compare` beside other tools on one pair of plans, and on all plans of the country.

    pip install 'deepdiff[cli]' yamldiff 'ruamel.yaml<0.18' graphtage
    npm install --prefix DIR json-diff
    python benchmarks/compare.py [COUNT] [DIR]

The pair is one plan in two states: figures, deadlines and leads changed, tasks dropped, added and
moved. Every tool runs as a whole process; the best of five runs counts. json-diff gets the same
plans as JSON. A tool that is not installed is named and left out. The matrix is measured beside
the time that reading the same files takes (`kehoach.source.tree.load` by as many processes).
"""

import json
import os
import resource
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from national import ROOT, make
from timing import compose, program, seconds

from kehoach.source.tree import load

RUNS = 5
CHANGES = (
    ("muc_dat: 100%", "muc_dat: 90%"),
    ("31/12/2025", "30/6/2026"),
    ("chu_tri: [Phòng VH-XH]", "chu_tri: [Văn phòng HĐND&UBND]"),
    ("ten: Chuyển đổi giao thức Ipv6", "ten: Chuyển sang giao thức Ipv6"),
)


def write_pair(folder: Path) -> tuple[Path, Path]:
    """Write the two states of one plan, and both as JSON, into *folder*."""
    old, new = folder / "cu.yaml", folder / "moi.yaml"
    text = (ROOT / "plans" / "nghia-hanh.yaml").read_text("utf-8")
    old.write_text(text, "utf-8")
    for before, after in CHANGES:
        text = text.replace(before, after)
    dropped = text.index("          - ma: giao-thuc-ipv6")
    end = text.index("      - de_muc: Nhân lực số", dropped)
    text = text[:dropped] + text[end:]
    new.write_text(text, "utf-8")
    for file in (old, new):
        file.with_suffix(".json").write_text(json.dumps(load(file).value), "utf-8")
    return old, new


def compare_pair(folder: Path, tools: Path) -> None:
    """Print how long every tool takes on the pair."""
    old, new = write_pair(folder)
    beside = Path(sys.executable).parent
    json_diff = str(tools / "node_modules" / ".bin" / "json-diff")
    commands: dict[str, tuple[str | Path, ...]] = {
        "kehoach compare --with": (str(beside / "kehoach"), "compare", new, "--with", old),
        "kehoach, JSON": (
            str(beside / "kehoach"), "compare", new, "--with", old, "--format", "json",
        ),
        "git diff --no-index": ("git", "diff", "--no-index", old, new),
        "yamldiff": (str(tools / "bin" / "yamldiff"), old, new),
        "deepdiff": (str(tools / "bin" / "deep"), "diff", old, new),
        "deepdiff --ignore-order": (
            str(tools / "bin" / "deep"), "diff", "--ignore-order", old, new,
        ),
        "json-diff": (json_diff, old.with_suffix(".json"), new.with_suffix(".json")),
        "graphtage": (str(tools / "bin" / "graphtage"), "--no-status", old, new),
    }  # fmt: skip
    for name, command in commands.items():
        if shutil.which(str(command[0])) is None:
            print(f"{name:28} not installed")
            continue
        print(f"{name:28} {seconds(program(*command), 1 if name == 'graphtage' else RUNS):6.3f} s")


def read(file: Path) -> None:
    """Read one file with its places."""
    load(file)


def parse(file: Path) -> None:
    """Compose one file as PyYAML does, and nothing else."""
    compose(file)


def compare_country(folder: Path, count: int) -> None:
    """Print how long the matrix of *count* plans takes, and reading them."""
    files = make(folder, count)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        parsing = seconds(lambda: list(pool.map(parse, files, chunksize=25)), 1)
        reading = seconds(lambda: list(pool.map(read, files, chunksize=25)), 1)
    kehoach = str(Path(sys.executable).parent / "kehoach")
    whole = seconds(program(kehoach, "compare", folder, "--with", "02-kh-bcdtw"), 1)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = sum(file.stat().st_size for file in files) / len(files) / 1024
    print(f"{len(files)} plans of {size:.0f} KB, {os.cpu_count()} processes")
    print(f"  yaml.compose       {parsing:6.1f} s")
    print(f"  reading the files  {reading:6.1f} s")
    ratios = f"{whole / parsing:.2f} and {whole / reading:.2f} times"
    print(f"  kehoach compare    {whole:6.1f} s   {ratios}")
    print(f"  largest process    {memory:6.0f} MB")


def main() -> None:
    """Measure the pair, then the country."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3321
    tools = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(sys.prefix)  # noqa: PLR2004
    with tempfile.TemporaryDirectory() as folder:
        compare_pair(Path(folder), tools)
        compare_country(Path(folder) / "plans", count)


if __name__ == "__main__":
    main()
