"""Every rule on its own cases, every rule on the cases of all others, all on the five plans."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.model.library import Library
from kehoach.model.reading import read_plan
from kehoach.rules.checking import check_plan, rules_of
from kehoach.rules.finding import CERTAIN, Level, RuleFinding
from kehoach.rules.fixing import apply_fixes
from kehoach.source.place import write_path
from kehoach.source.tree import SourceFile, parse

HERE = Path(__file__).parent
CASES = HERE / "cases"
BASE = (HERE / "base.yaml").read_text(encoding="utf-8")
RULES = {Path(module.__file__).stem: module for module in rules_of()}
_BLOCK = re.compile(r"^(\w+):.*(?:\n(?:[ -].*)?$)*", re.MULTILINE)


def blocks(text: str) -> dict[str, str]:
    """Return the top-level keys of a file, each with its text."""
    return {match[1]: match[0].rstrip("\n") for match in _BLOCK.finditer(text)}


def check(text: str) -> tuple[SourceFile, list[RuleFinding]]:
    """Return the base plan with the blocks of *text*, and every finding on it."""
    source = parse("\n".join({**blocks(BASE), **blocks(text)}.values()) + "\n", "x.yaml")
    library = Library(HERE.parents[1])
    return source, list(check_plan(read_plan(source), library.framework).findings)


def findings(text: str) -> list[tuple[str, str]]:
    """Return code and path of every finding on the base plan with the blocks of *text*."""
    return [(one.rule.code, write_path(one.finding.path)) for one in check(text)[1]]


def cases() -> list[Any]:
    return [
        pytest.param(file.stem, case, id=f"{file.stem}: {case['ten']}")
        for file in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def test_the_base_plan_is_right() -> None:
    assert findings("") == []


@pytest.mark.parametrize(("name", "case"), cases())
def test_a_case_gives_what_it_says_and_no_false_alarm(name: str, case: dict[str, Any]) -> None:
    code = RULES[name].META.code
    wanted = [(code, path) for path in case["thay"]]
    wanted += [tuple(other.split(" ")) for other in case.get("khac", [])]
    assert sorted(findings(case["ke_hoach"])) == sorted(wanted)


@pytest.mark.parametrize(("name", "case"), cases())
def test_a_case_points_at_its_words_and_is_as_sure_as_it_says(
    name: str, case: dict[str, Any]
) -> None:
    code = RULES[name].META.code
    source, found = check(case["ke_hoach"])
    own = [one.finding for one in found if one.rule.code == code]
    if "chu" in case:
        pointed = [source.offsets(f.path, f.stretch) if f.stretch else None for f in own]
        assert [source.text[slice(*p)] if p else "" for p in pointed] == case["chu"]
    assert all((f.confidence >= CERTAIN) == case.get("chac", True) for f in own)


@pytest.mark.parametrize(("name", "case"), cases())
def test_a_fix_mends_its_finding(name: str, case: dict[str, Any]) -> None:
    code = RULES[name].META.code
    source, found = check(case["ke_hoach"])
    fixes = [one.finding.fix for one in found if one.rule.code == code and one.finding.fix]
    assert len(fixes) == len(case.get("sua", []))
    text = source.text
    fixed = apply_fixes(source, fixes)
    for words in case.get("sua", []):
        assert words in fixed
        assert words not in text
    left = check_plan(read_plan(parse(fixed, "x.yaml")), Library(HERE.parents[1]).framework)
    assert sum(one.rule.code == code for one in left.findings) == len(case["thay"]) - len(fixes)


@pytest.mark.parametrize("name", sorted(file.stem for file in (HERE / "right").glob("*.yaml")))
def test_a_right_plan_of_another_kind_gives_nothing(name: str) -> None:
    text = (HERE / "right" / f"{name}.yaml").read_text(encoding="utf-8")
    library = Library(HERE.parents[1])
    checked = check_plan(read_plan(parse(text, f"{name}.yaml")), library.framework)
    assert [(one.rule.code, one.finding.message) for one in checked.certain] == []


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_has_cases_a_name_and_words(name: str) -> None:
    module = RULES[name]
    rule = module.META
    assert name == f"{rule.code}_{rule.name}".lower().replace("-", "_")
    file = CASES / f"{name}.yaml"
    assert file.is_file()
    assert any(case["thay"] for case in yaml.safe_load(file.read_text(encoding="utf-8")))
    assert "Sai:" in module.__doc__
    assert "Đúng:" in module.__doc__


def test_codes_and_names_are_unique() -> None:
    rules = [module.META for module in RULES.values()]
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)
    assert all(rule.level in Level for rule in rules)
