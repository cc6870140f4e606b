"""Một lệnh trên máy mới chỉ có Python: dựng môi trường rồi chạy việc chính hoặc kiểm thử.

    python chay.py             kiểm tra, so sánh, kết xuất năm kế hoạch mẫu
    python chay.py kiem-thu    chạy toàn bộ kiểm thử

One command on a fresh machine that has Python: sets up ``.venv``, then runs the main job on the
five plans, or the tests. It needs nothing but the standard library.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SCRIPTS = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")
OUTPUT = "build/van-ban"

MAIN_JOB = (
    ("validate", "plans", "templates/khung"),
    ("compare", "plans/xuan-hung.yaml", "--fail-on", "never"),
    ("compare", "plans", "--fail-on", "never"),
    ("render", "plans", "-o", OUTPUT),
)


def set_up(package: str) -> None:
    """Make ``.venv`` where there is none and install *package* from this folder into it."""
    if not (SCRIPTS.parent / "pyvenv.cfg").is_file():
        print("Tạo môi trường .venv …", flush=True)
        venv.create(SCRIPTS.parent, with_pip=True)
    print("Cài kehoach và thư viện …", flush=True)
    pip = [
        str(SCRIPTS / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    subprocess.run([*pip, package], cwd=ROOT, check=True)


def run_main_job() -> int:
    """Validate, compare and render the five plans, each command shown before it runs."""
    set_up(".")
    status = 0
    for arguments in MAIN_JOB:
        print(f"\n$ kehoach {' '.join(arguments)}", flush=True)
        done = subprocess.run([str(SCRIPTS / "kehoach"), *arguments], cwd=ROOT, check=False)
        status = done.returncode or status
    return status


def run_tests() -> int:
    """Run the tests against the installed package."""
    set_up(".[test]")
    tests = [str(SCRIPTS / "python"), "-m", "pytest", "-q"]
    return subprocess.run(tests, cwd=ROOT, check=False).returncode


def main() -> int:
    """Run what the command line asks for."""
    match sys.argv[1:]:
        case []:
            work = run_main_job
        case ["kiem-thu"]:
            work = run_tests
        case _:
            print(__doc__)
            return 2
    try:
        return work()
    except subprocess.CalledProcessError as error:
        print(f"Không dựng được môi trường (lệnh {error.cmd[0]} thoát với mã {error.returncode}).")
        print("Cần mạng để tải thư viện; trên Debian, Ubuntu cần cài thêm gói python3-venv.")
        return 2


if __name__ == "__main__":
    sys.exit(main())
