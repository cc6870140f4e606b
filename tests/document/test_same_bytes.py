"""The same plan gives the same bytes in every process, whatever it runs in."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLANS = ("hai-duong", "hop-minh", "huong-phung", "nghia-hanh", "xuan-hung")
CODE = """
import hashlib, json, sys
from dataclasses import replace
from pathlib import Path
from kehoach.document import render_docx, render_html
from kehoach.model.reading import read_plan
from kehoach.source.tree import load

root, found = Path(sys.argv[1]), {}
for name in sys.argv[2:]:
    plan = read_plan(load(root / "plans" / f"{name}.yaml"))
    for profile in ("nd30", "hd05"):
        document = plan.document._replace(profile=profile)
        changed = replace(plan, document=document)
        for write in (render_docx, render_html):
            data = write(changed, root)
            found[f"{name} {profile} {write.__name__}"] = hashlib.sha256(data).hexdigest()
print(json.dumps(found))
"""


def hashes(cwd: Path, **environment: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(ROOT), *PLANS],
        capture_output=True,
        check=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_hashes_are_the_same_in_another_process(tmp_path: Path) -> None:
    first = hashes(ROOT, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    second = hashes(
        tmp_path, PYTHONHASHSEED="4242", TZ="Asia/Ho_Chi_Minh", LC_ALL="C", PYTHONUTF8="0"
    )
    assert len(first) == 20
    assert len(set(first.values())) == 20
    assert first == second
