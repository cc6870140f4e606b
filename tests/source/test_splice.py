"""Edits change what they are asked to change and leave every other byte."""

import re
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.cli.files import expand
from kehoach.source.place import Path
from kehoach.source.splice import (
    Edit,
    SpliceError,
    add_key,
    append_item,
    apply,
    remove_all,
    set_value,
    write_back,
)
from kehoach.source.tree import SourceFile, load, parse

PLANS = {
    file.stem: load(file)
    for file in (file for file, _ in expand([FilePath(__file__).parents[2] / "plans"]))
}

FILE = """\
# đầu tệp
kehoach: 1
don_vi:
  ma: "19441"  # năm chữ số
  ten: 'xã A'
so:  # chưa cấp
khung: [a, "b"]  # hai khung
mo_dau: >-  # lời mở đầu
  Dòng một của đoạn văn
  dòng hai của đoạn văn
  dòng ba.
noi_dung:
  # mục đầu
  - ma: x
    # tên
    ten: Tên  # cũ
    chu_tri:
      - Công an xã  # chính
      - Phòng Kinh tế
  - - một
    - hai
chap_nhan:
  - {ma: KH1, ly_do: như cũ}
cuoi: hết
"""

# what is done, path, value → the lines of the file that change
CASES: list[tuple[str, Path, Any, list[str], list[str]]] = [
    ("set", ("don_vi", "ma"), "05", ['  ma: "19441"  # năm chữ số'], ['  ma: "05"  # năm chữ số']),
    ("set", ("don_vi", "ten"), "xã 'B'", ["  ten: 'xã A'"], ["  ten: 'xã ''B'''"]),
    ("set", ("so",), "05", ["so:  # chưa cấp"], ['so: "05"  # chưa cấp']),
    ("set", ("kehoach",), 2, ["kehoach: 1"], ["kehoach: 2"]),
    ("set", ("cuoi",), None, ["cuoi: hết"], ["cuoi:"]),
    ("set", ("cuoi",), "a: b", ["cuoi: hết"], ['cuoi: "a: b"']),
    ("set", ("cuoi",), ["a", "b"], ["cuoi: hết"], ["cuoi: [a, b]"]),
    ("set", ("cuoi",), {"a": "b"}, ["cuoi: hết"], ["cuoi:", "  a: b"]),
    ("set", ("khung", 0), "c, d", ['khung: [a, "b"]  # hai khung'],
     ['khung: ["c, d", "b"]  # hai khung']),
    ("set", ("khung",), ["b", "c"], ['khung: [a, "b"]  # hai khung'],
     ['khung: ["b", c]  # hai khung']),
    ("set", ("khung",), "một", ['khung: [a, "b"]  # hai khung'], ["khung: một  # hai khung"]),
    ("set", ("mo_dau",), "Dòng một của đoạn văn dòng 2 của đoạn văn dòng ba.",
     ["  dòng hai của đoạn văn"], ["  dòng 2 của đoạn văn"]),
    ("set", ("mo_dau",), ["A.", "B."],
     ["mo_dau: >-  # lời mở đầu", "  Dòng một của đoạn văn", "  dòng hai của đoạn văn",
      "  dòng ba."],
     ["mo_dau:  # lời mở đầu", "  - A.", "  - B."]),
    ("set", ("noi_dung", 0, "ten"), "một\nhai", ["    ten: Tên  # cũ"],
     ["    ten: |-  # cũ", "      một", "      hai"]),
    ("set", ("noi_dung", 0, "chu_tri"), ["Công an xã", "Tổ, thôn", "Phòng Kinh tế"], [],
     ["      - Tổ, thôn"]),
    ("set", ("noi_dung", 0, "chu_tri"), ["Phòng Kinh tế"], ["      - Công an xã  # chính"], []),
    ("set", ("noi_dung", 1), ["hai"], ["  - - một", "    - hai"], ["  - - hai"]),
    ("set", ("chap_nhan", 0, "ly_do"), "x, y", ["  - {ma: KH1, ly_do: như cũ}"],
     ['  - {ma: KH1, ly_do: "x, y"}']),
    ("set", ("don_vi",), {"ma": "1", "ten": "xã A", "tinh": "B"}, ['  ma: "19441"  # năm chữ số'],
     ['  ma: "1"  # năm chữ số', "  tinh: B"]),
    ("add", ("don_vi", "tinh"), "tỉnh B", [], ["  tinh: tỉnh B"]),
    ("add", ("chap_nhan", 0, "tai"), "a/b", ["  - {ma: KH1, ly_do: như cũ}"],
     ["  - {ma: KH1, ly_do: như cũ, tai: a/b}"]),
    ("add", ("noi_dung", 0, "nhiem_vu"), [{"ma": "m", "ten": "M"}], [],
     ["    nhiem_vu:", "      - ma: m", "        ten: M"]),
    ("append", ("khung",), "c", ['khung: [a, "b"]  # hai khung'],
     ['khung: [a, "b", c]  # hai khung']),
    ("append", ("noi_dung", 0, "chu_tri"), "Tổ", [], ["      - Tổ"]),
    ("append", ("chap_nhan",), {"ma": "KH2", "tai": ""}, [], ["  - ma: KH2", '    tai: ""']),
    ("remove", ("noi_dung", 0, "ten"), None, ["    ten: Tên  # cũ"], []),
    ("remove", ("noi_dung", 0, "chu_tri", 0), None, ["      - Công an xã  # chính"], []),
    ("remove", ("noi_dung", 1, 0), None, ["  - - một", "    - hai"], ["  - - hai"]),
    ("remove", ("khung", 1), None, ['khung: [a, "b"]  # hai khung'], ["khung: [a]  # hai khung"]),
    ("remove", ("khung", 0), None, ['khung: [a, "b"]  # hai khung'], ['khung: ["b"]  # hai khung']),
    ("remove", ("chap_nhan", 0), None, ["chap_nhan:", "  - {ma: KH1, ly_do: như cũ}"],
     ["chap_nhan: []"]),
    ("remove", ("chap_nhan", 0, "ma"), None, ["  - {ma: KH1, ly_do: như cũ}"],
     ["  - {ly_do: như cũ}"]),
    ("remove", ("cuoi",), None, ["cuoi: hết"], []),
]  # fmt: skip


def edit(source: SourceFile, what: str, path: Path, value: Any) -> Edit:
    if what == "set":
        return set_value(source, path, value)
    if what == "add":
        return add_key(source, path[:-1], str(path[-1]), value, None)
    if what == "append":
        return append_item(source, path, value)
    (removal,) = remove_all(source, [path])
    return removal


def difference(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.split("\n"), after.split("\n")
    gone = [line for line in old if old.count(line) > new.count(line)]
    return gone, [line for line in new if new.count(line) > old.count(line)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("last_break", [True, False], ids=["break", "no-break"])
@pytest.mark.parametrize(
    ("what", "path", "value", "gone", "come"),
    CASES,
    ids=[f"{c[0]} {'/'.join(map(str, c[1]))} {str(c[2])[:12]}" for c in CASES],
)
def test_only_these_lines_change(
    what: str, path: Path, value: Any, gone: list[str], come: list[str], *, last_break: bool,
    line_break: str,
) -> None:  # fmt: skip
    text = FILE if last_break else FILE.removesuffix("\n")
    source = parse(text.replace("\n", line_break), "x.yaml")
    result = apply(source, [edit(source, what, path, value)])
    assert result.count("\n") == result.count(line_break)
    found = difference(text, result.replace("\r\n", "\n"))
    if last_break:
        assert found == (gone, come)
    else:
        assert set(gone) <= set(found[0]) | {""}
        assert set(come) <= set(found[1])


def test_several_edits_at_once() -> None:
    source = parse(FILE, "x.yaml")
    edits = [
        *remove_all(source, [("noi_dung", 0, "chu_tri", 1)]),
        set_value(source, ("so",), "05"),
        add_key(source, (), "ky_hieu", "KH-UBND", "so"),
        add_key(source, ("noi_dung", 0), "thoi_han", "2025", "ten"),
        append_item(source, ("noi_dung", 1), "ba"),
        append_item(source, ("noi_dung", 1), "bốn"),
    ]
    result = apply(source, edits)
    assert difference(FILE, result) == (
        ["so:  # chưa cấp", "      - Phòng Kinh tế"],
        [
            'so: "05"  # chưa cấp',
            "ky_hieu: KH-UBND",
            '    thoi_han: "2025"',
            "    - ba",
            "    - bốn",
        ],
    )


def test_neighbours_are_removed_in_one_call() -> None:
    source = parse(FILE + "json: {a: b, c: [d, 'e', f]}\n", "x.yaml")
    paths: list[Path] = [
        ("noi_dung", 0, "ma"),
        ("noi_dung", 0, "ten"),
        ("don_vi", "ten"),
        ("chap_nhan",),
        ("cuoi",),
        ("json", "c", 2),
        ("json", "c", 0),
    ]
    value = parse(apply(source, remove_all(source, paths)), "x.yaml").value
    assert value["noi_dung"] == [
        {"chu_tri": ["Công an xã", "Phòng Kinh tế"]},
        ["một", "hai"],
    ]
    assert value["don_vi"] == {"ma": "19441"}
    assert value["json"] == {"a": "b", "c": ["e"]}
    assert list(value)[-2:] == ["noi_dung", "json"]


def test_overlapping_edits_are_refused() -> None:
    source = parse(FILE, "x.yaml")
    edits = [*remove_all(source, [("noi_dung", 0)]), set_value(source, ("noi_dung", 0, "ten"), "B")]
    with pytest.raises(SpliceError, match="chồng lên nhau"):
        apply(source, edits)


def test_an_edit_that_does_not_give_its_value_is_refused() -> None:
    source = parse(FILE, "x.yaml")
    right = set_value(source, ("cuoi",), "B")
    wrong = Edit(right.start, right.end, "C", right.change, right.path, right.value)
    with pytest.raises(SpliceError, match="cuoi"):
        apply(source, [wrong])
    broken = Edit(right.start, right.end, "[", right.change, right.path, right.value)
    with pytest.raises(SpliceError, match=r"x\.yaml"):
        apply(source, [broken])


@pytest.mark.parametrize("path", [("a",), ("noi_dung", 9), ("cuoi", "x"), ()], ids=str)
def test_paths_that_are_not_there(path: Path) -> None:
    source = parse(FILE, "x.yaml")
    with pytest.raises(KeyError):
        set_value(source, path, "x")


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: b\r\n", b"a: b\n"], ids=["bom", "none"])
def test_byte_order_mark_is_kept(tmp_path: FilePath, data: bytes) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(data)
    source = load(file)
    assert write_back(file, apply(source, [])) == data
    changed = write_back(file, apply(source, [set_value(source, ("a",), "c")]))
    assert changed == data.replace(b"b", b"c")


def leaves(value: Any, path: Path = ()) -> list[Path]:
    if isinstance(value, dict):
        return [leaf for key, child in value.items() for leaf in leaves(child, (*path, key))]
    if isinstance(value, list):
        return [leaf for i, child in enumerate(value) for leaf in leaves(child, (*path, i))]
    return [path]


def replaced(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    items = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
    pairs = [(k, replaced(v, path[1:], new) if k == path[0] else v) for k, v in items]
    return dict(pairs) if isinstance(value, dict) else [child for _, child in pairs]


COMMENTS = re.compile(r"(?:^|(?<= ))# .*$", re.MULTILINE)
SOME_TEXT = (
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
    | st.text("aạ :#-[]{},&*!|>'\"%\n ", max_size=30)
    | st.lists(st.sampled_from(["chuyển", "đổi", "số", "05", "x:", "#"]), min_size=40).map(" ".join)
)


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_at_any_path(data: st.DataObject) -> None:
    source = PLANS[data.draw(st.sampled_from(sorted(PLANS)))]
    path = data.draw(st.sampled_from(leaves(source.value)))
    new = data.draw(SOME_TEXT)
    made = set_value(source, path, new)
    result = apply(source, [made])
    assert parse(result, "x").value == replaced(source.value, path, new)
    assert result[: made.start] == source.text[: made.start]
    assert result.endswith(source.text[made.end :])
    for comment in COMMENTS.findall(source.text):
        assert comment in result


def collections(value: Any, path: Path = ()) -> list[Path]:
    found = [path] if path and isinstance(value, dict | list) and value else []
    pairs: Any = ()
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return found + [p for step, child in pairs for p in collections(child, (*path, step))]


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_lists_and_mappings_grow_shrink_and_change(data: st.DataObject) -> None:
    source = PLANS[data.draw(st.sampled_from(sorted(PLANS)))]
    path = data.draw(st.sampled_from(collections(source.value)))
    value = source.value
    for step in path:
        value = value[step]
    if isinstance(value, dict):
        kept = data.draw(st.lists(st.sampled_from(sorted(value)), unique=True))
        new: Any = {key: value[key] for key in kept} | {"moi": data.draw(SOME_TEXT)}
    else:
        new = data.draw(st.lists(st.sampled_from(value) | SOME_TEXT, max_size=6))
    result = apply(source, [set_value(source, path, new)])
    assert parse(result, "x").value == replaced(source.value, path, new)
