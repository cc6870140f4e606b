"""Logs merged by git itself: nothing conflicts, nothing is lost, nothing counts twice."""

import random
import subprocess
from pathlib import Path

import pytest

from kehoach.model.reading import read_plan
from kehoach.progress.checking import check_log, lost_entries
from kehoach.progress.entry import write_line
from kehoach.progress.log import parse_log
from kehoach.source.tree import load

ATTRIBUTES = Path(__file__).parents[2] / ".gitattributes"
PLANS = ATTRIBUTES.parent / "plans"
HEAD = "# yaml-language-server: $schema=../schema/tien-do.schema.json\n"
NAME = "plans/a.tien-do.yaml"


class Repository:
    """A repository with the attributes of the project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / NAME
        self.file.parent.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.email", "a@example.vn")
        self.git("config", "user.name", "a")
        (folder / ".gitattributes").write_bytes(ATTRIBUTES.read_bytes())
        self.commit("start")

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.folder, check=True, capture_output=True)

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)

    def write(self, text: str, message: str = "log") -> None:
        self.file.parent.mkdir(exist_ok=True)
        self.file.write_text(text, encoding="utf-8", newline="")
        self.commit(message)

    def read(self) -> str:
        return self.file.read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def lines(*numbers: int) -> list[str]:
    return [write_line({"ngay": f"2025-10-{n % 28 + 1:02}", "nhiem_vu": f"v{n}"}) for n in numbers]


def text(*numbers: int, head: str = HEAD, end: str = "\n") -> str:
    return head + "\n".join(lines(*numbers)) + end


CASES = {
    "both-append": (text(1, 2), text(1, 2, 3, 4), text(1, 2, 5)),
    "both-begin-the-log": (None, text(1, 2), text(3)),
    "both-begin-with-other-comments": (None, text(1, head="# số liệu minh họa\n"), text(3)),
    "the-same-entry-on-both": (text(1), text(1, 3, 2), text(1, 4, 2)),
    "wholly-the-same": (text(1), text(1, 2), text(1, 2)),
    "no-last-line-break": (text(1, end=""), text(1, 2, end=""), text(1, 3, end="")),
    "windows-line-ends": (text(1), text(1, 2).replace("\n", "\r\n"), text(1, 3)),
    "one-inserts-above": (text(1, 2), text(1, 3, 2), text(1, 2, 4)),
}


@pytest.mark.parametrize("case", CASES)
def test_two_branches_merge(repository: Repository, case: str) -> None:
    base, ours, theirs = CASES[case]
    if base is not None:
        repository.write(base)
    repository.git("checkout", "-q", "-b", "theirs")
    repository.write(theirs)
    repository.git("checkout", "-q", "main")
    repository.write(ours)
    repository.git("merge", "-q", "--no-edit", "theirs")
    merged = parse_log(repository.read(), NAME)
    wanted = {e.values for side in (ours, theirs) for e in parse_log(side, NAME).entries}
    assert {entry.values for entry in merged.entries} == wanted
    assert sum(line.startswith("# yaml") for line in merged.lines) <= 1


def test_what_two_branches_did_to_one_line_is_found(repository: Repository) -> None:
    plan = read_plan(load(PLANS / "hop-minh.yaml"))
    base = write_line({"ngay": "2025-10-14", "nhiem_vu": "danh-muc-tthc", "ket_qua": "gốc"})
    repository.write(f"{base}\n")
    repository.git("checkout", "-q", "-b", "theirs")
    repository.write(f"{base.replace('gốc', 'một')}\n")
    repository.git("checkout", "-q", "main")
    repository.write(f"{base.replace('gốc', 'hai')}\n")
    repository.git("merge", "-q", "--no-edit", "theirs")
    merged = parse_log(repository.read(), NAME)
    assert {entry.result for entry in merged.entries} == {"một", "hai"}
    assert [fault.code for fault in check_log(merged, plan)] == ["KH053", "KH053"]
    lost = lost_entries(parse_log(base, NAME), merged)
    assert [fault.code for fault in lost] == ["KH059"]


def test_many_branches_merge_in_any_order(repository: Repository) -> None:
    pick = random.Random(7)  # noqa: S311  the same branches each time
    repository.write(text(0))
    names = [f"b{i}" for i in range(6)]
    wanted = {0}
    for i, name in enumerate(names):
        repository.git("checkout", "-q", "-b", name, "main")
        numbers = [0]
        for step in range(pick.randrange(1, 4)):
            numbers.append(10 * (i + 1) + step)
            repository.write(text(*numbers))
        wanted |= set(numbers)
    repository.git("checkout", "-q", "main")
    for name in pick.sample(names, len(names)):
        repository.git("merge", "-q", "--no-edit", name)
    found = {entry.code for entry in parse_log(repository.read(), NAME).entries}
    assert found == {f"v{number}" for number in wanted}


def test_rebasing_keeps_all(repository: Repository) -> None:
    repository.write(text(1))
    repository.git("checkout", "-q", "-b", "theirs")
    repository.write(text(1, 2))
    repository.write(text(1, 2, 3))
    repository.git("checkout", "-q", "main")
    repository.write(text(1, 9))
    repository.git("rebase", "-q", "main", "theirs")
    found = [entry.code for entry in parse_log(repository.read(), NAME).entries]
    assert sorted(found) == ["v1", "v2", "v3", "v9"]
