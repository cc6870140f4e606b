"""Values written as YAML read back as the same values, in the style of the plans."""

from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.cli.files import expand
from kehoach.source.tree import load, parse
from kehoach.source.writing import WIDTH, write_yaml

PLANS = [file for file, _ in expand([FilePath(__file__).parents[2] / "plans"])]

TRICKY = st.sampled_from(
    [
        "no", "05", "- x", "a: b", "a:", "x #y", "#x", " a", "a ", "[a", "{a", "&a", "*a", "!a",
        "%a", "@a", "`a", "'", '"', "?", "? a", "|", ">", "~", "null", "<<", "=", "...", "---",
        "12:30", "1.5", "1e3", "0x1F", "-1", "10", "a\tb", "a\n", "\na", "a\n\nb", "a\nb\n\n", "",
        " \n", "a\rb", "\ufeffa", "a\x85b", "a\u2028b", "\x00", "\x7f", "😀", "a, b", "a]",
        "x" * 2000,
        "từ " * 60, ("hai  trống " * 20).strip(), "dòng một: a\n  thụt\ndòng ba",
    ]
)  # fmt: skip
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | TRICKY
LEAVES = TEXTS | st.none() | st.integers(-999_999_999, 999_999_999)
VALUES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS, VALUES, max_size=5))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_reads_back(value: dict[str, Any]) -> None:
    assert parse(write_yaml(value), "x").value == value


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [path]
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for step, child in pairs:
            found += paths(child, (*path, step))
    return found


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_comments_change_no_value(data: st.DataObject) -> None:
    value = data.draw(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4))
    chosen = data.draw(st.lists(st.sampled_from(paths(value)), max_size=4))
    comments = {path: data.draw(TEXTS) for path in chosen}
    written = write_yaml(value, comments, [data.draw(TEXTS)])
    assert parse(written, "x").value == value


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_plans_rewritten_are_equal_and_look_alike(file: FilePath) -> None:
    source = load(file)
    written = write_yaml(source.value)
    assert parse(written, "x").value == source.value
    before, after = source.text.splitlines(), written.splitlines()
    same = {line.strip() for line in before} & {line.strip() for line in after}
    heads = [line for line in after if line.strip() in same]
    assert len(heads) >= 0.5 * len(after)
    assert max(map(len, (line for line in after if not line.lstrip().startswith("- {")))) <= 160


STYLES: list[tuple[str, Any, str]] = [
    ("plain", {"a": "Hướng Phùng (b/c) - x"}, "a: Hướng Phùng (b/c) - x\n"),
    ("date", {"ngay": "2025-07-11", "thang": "2025-08"}, "ngay: 2025-07-11\nthang: 2025-08\n"),
    ("number as text", {"so": "05", "ma": "19441", "so_muc": "1.1"},
     'so: "05"\nma: "19441"\nso_muc: "1.1"\n'),
    ("number", {"kehoach": 1}, "kehoach: 1\n"),
    ("word", {"a": "no", "b": "Không"}, 'a: "no"\nb: Không\n'),
    ("colon", {"a": "Lưu: VT"}, 'a: "Lưu: VT"\n'),
    ("nothing", {"so": None, "x": [], "z": {}}, "so:\nx: []\nz: {}\n"),
    ("short list", {"khung": ["02-kh-bcdtw"], "chu_tri": ["Công an xã", "Phòng Kinh tế"]},
     "khung: [02-kh-bcdtw]\nchu_tri: [Công an xã, Phòng Kinh tế]\n"),
    ("one with comma", {"a": ["Trưởng thôn, xóm"]}, 'a: ["Trưởng thôn, xóm"]\n'),
    ("several with commas", {"a": ["Thôn, xóm", "Tổ"]}, "a:\n  - Thôn, xóm\n  - Tổ\n"),
    ("sentences", {"doan": ["Một câu."]}, "doan:\n  - Một câu.\n"),
    ("items", {"muc": [{"de_muc": "A", "doan": [["x.", "y."]]}]},
     "muc:\n  - de_muc: A\n    doan:\n      - - x.\n        - y.\n"),
    ("acceptance", {"chap_nhan": [{"ma": "KH202", "tai": "noi_dung/4", "ly_do": "như bản gốc"}]},
     "chap_nhan:\n  - {ma: KH202, tai: noi_dung/4, ly_do: như bản gốc}\n"),
    ("lines", {"a": "một\nhai", "b": "một\n"}, "a: |-\n  một\n  hai\nb: |\n  một\n"),
    ("blanks around", {"a": " x "}, 'a: " x "\n'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "text"), [case[1:] for case in STYLES], ids=[c[0] for c in STYLES]
)
def test_style(value: dict[str, Any], text: str) -> None:
    assert write_yaml(value) == text


def test_long_prose_is_folded() -> None:
    text = "Ủy ban nhân dân xã: " + "chuyển đổi số toàn diện, " * 12 + "hết"
    lines = write_yaml({"a": {"b": text}}).splitlines()
    assert lines[1] == "  b: >-"
    assert all(line.startswith("    ") and len(line) <= WIDTH for line in lines[2:])
    assert all(len(line) > WIDTH - 15 for line in lines[2:-1])


def test_comments_and_head() -> None:
    value = {"kehoach": 1, "muc": [{"ma": "a", "ten": "A"}], "x": {"z": "z"}}
    comments = {
        ("kehoach",): "phiên bản",
        ("muc", 0): "mục này",
        ("muc", 0, "ma"): "mã bền",
        ("x",): "hai\ndòng",
    }
    assert write_yaml(value, comments, ["yaml-language-server: $schema=x.json"]) == (
        "# yaml-language-server: $schema=x.json\n"
        "kehoach: 1  # phiên bản\n"
        "muc:\n"
        "  # mục này\n"
        "  - ma: a  # mã bền\n"
        "    ten: A\n"
        "# hai\n"
        "# dòng\n"
        "x:\n"
        "  z: z\n"
    )


@pytest.mark.parametrize("value", [10**9, -(10**9), "\ud800"], ids=["big", "small", "surrogate"])
def test_values_that_yaml_cannot_hold(value: Any) -> None:
    with pytest.raises(ValueError, match=r"number|surrogate"):
        write_yaml({"a": value})


@pytest.mark.parametrize("value", [True, 1.5, {1: "a"}], ids=["bool", "float", "key"])
def test_values_of_other_types(value: Any) -> None:
    with pytest.raises(TypeError):
        write_yaml({"a": value})
