"""What other programs run: the hooks of pre-commit, the GitHub Action, the GitLab template."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BASH = shutil.which("bash") or ""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with a plan that has one error, and ``kehoach`` on the path of programs."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "bin").mkdir()
    plan = (ROOT / "plans" / "xuan-hung.yaml").read_text(encoding="utf-8")
    wrong = plan.replace("muc_dat: tối thiểu 60%", "muc_dat: Tối thiểu trên 60%")
    (tmp_path / "plans" / "x.yaml").write_text(wrong, encoding="utf-8")
    program = tmp_path / "bin" / "kehoach"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kehoach "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path


def bash(command: str, project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{project / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [BASH, "-e", "-o", "pipefail", "-c", command],
        cwd=project,
        env={**os.environ, **environment, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(not BASH, reason="no bash")
def test_the_hooks_of_pre_commit_run(project: Path) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        done = bash(f"{hook['entry']} plans/x.yaml", project)
        assert done.returncode == 1, hook["id"]
        assert "KH402" in done.stdout, hook["id"]


@pytest.mark.skipif(not BASH, reason="no bash")
def test_the_github_action_annotates(project: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    step = action["runs"]["steps"][-1]
    done = bash(step["run"], project, PATHS="plans", ARGUMENTS="--fail-on error")
    assert done.returncode == 1
    assert done.stdout.startswith("::")
    assert ",title=KH402" in done.stdout


@pytest.mark.skipif(not BASH, reason="no bash")
def test_the_gitlab_template_writes_its_report_and_fails(project: Path) -> None:
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["kehoach"]
    script = "\n".join(job["script"]).replace(".kehoach-venv/bin/", "")
    done = bash(script, project, **{**job["variables"], "KEHOACH_PATHS": "plans"})
    report = project / job["artifacts"]["reports"]["codequality"]
    issues = json.loads(report.read_text(encoding="utf-8"))
    assert done.returncode == 1
    assert "KH402" in {issue["check_name"].split()[0] for issue in issues}
