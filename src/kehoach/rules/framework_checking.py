"""The rules that hold for frameworks too, on links; two items of one code are never read."""

from collections.abc import Callable

from kehoach.model.framework import Framework
from kehoach.rules import kh102_khung_khong_co, kh103_phuc_vu_khong_co
from kehoach.rules.finding import Finding, RuleFinding
from kehoach.rules.selection import EVERYTHING, Selection


def check_framework(
    framework: Framework,
    find_framework: Callable[[str], Framework | None],
    selection: Selection = EVERYTHING,
) -> tuple[RuleFinding, ...]:
    """Run those of the rules that *selection* has over *framework*."""
    named = {code: find_framework(code) for code in framework.frameworks}
    absent = [
        Finding(("thuc_hien", i), f"không có khung “{code}”", "kiểm tra lại mã trong thuc_hien")
        for i, code in enumerate(framework.frameworks)
        if named[code] is None
    ]
    items, served = tuple(framework.items()), framework.targets
    links = kh102_khung_khong_co.find_dead_links(items, named, "thuc_hien")
    found = (
        (kh102_khung_khong_co.META, absent),
        (kh102_khung_khong_co.META, links),
        (
            kh103_phuc_vu_khong_co.META,
            kh103_phuc_vu_khong_co.find_unserved(served, framework.tasks),
        ),
    )
    return tuple(
        RuleFinding(rule, one)
        for rule, findings in found
        if selection.covers(rule.code, rule.name)
        for one in findings
    )
