"""YAML text as values: what is read, what is refused, and where things stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.source.place import Place, SourceError
from kehoach.source.tree import parse

PLAN = """\
kehoach: 1
don_vi:
  ten: xã Hướng Phùng   # chú thích
  ma: "19441"
noi_dung:
  - de_muc: Mục tiêu
    chi_tieu:
      - {ma: a, muc_dat: tối thiểu 80%}
      - ma: b
        noi_dung: >-
          dòng một
          dòng hai

chap_nhan: []
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("05", "05"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1.0", "1.0"),
        ("2025-07-11", "2025-07-11"),
        ("true", "true"),
        (".inf", ".inf"),
        ("5", 5),
        ("0", 0),
        ("-3", -3),
        ('"5"', "5"),
        ("'null'", "null"),
        ("null", None),
        ("~", None),
        ("", None),
        ("tối thiểu 80%", "tối thiểu 80%"),
    ],
)
def test_scalars_are_read_from_their_text(text: str, value: object) -> None:
    assert parse(f"a: {text}\n", "x").value == {"a": value}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("kehoach",), Place(1, 10, 1, 11)),
        (("don_vi", "ten"), Place(3, 8, 3, 22)),
        (("don_vi", "ma"), Place(4, 7, 4, 14)),
        (("don_vi",), Place(3, 3, 4, 14)),
        (("noi_dung", 0, "chi_tieu", 0, "muc_dat"), Place(8, 26, 8, 39)),
        (("noi_dung", 0, "chi_tieu", 0), Place(8, 9, 8, 40)),
        (("noi_dung", 0, "chi_tieu", 1, "noi_dung"), Place(10, 19, 12, 19)),
        # What is not there is shown at the nearest that is.
        (("don_vi", "tinh"), Place(3, 3, 4, 14)),
        (("don_vi", "ten", 0), Place(3, 8, 3, 22)),
        (("noi_dung", 7), Place(6, 3, 12, 19)),
    ],
)
def test_every_value_has_its_place(path: tuple[str | int, ...], place: Place) -> None:
    assert parse(PLAN, "x").place(path) == place


def test_a_key_has_its_own_place() -> None:
    assert parse(PLAN, "x").key_place(("don_vi", "ma")) == Place(4, 3, 4, 5)


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("a: b: c", "KH001", 1, 5, "dấu hai chấm ở giữa câu"),
        ("a: 1\n  b: 2", "KH001", 2, 4, "dòng thụt vào quá sâu"),
        ("a: b\n  c: d: e", "KH001", 2, 4, "dòng thụt vào quá sâu"),
        ("a: [1, 2", "KH001", 2, 1, "chưa đóng"),
        ("a:\n\t- b", "KH001", 2, 1, "không được đứng đầu"),
        ("a: 'x", "KH001", 1, 6, "chưa đóng"),
        ("a:\n  - b\n c: d", "KH001", 3, 2, "không thẳng hàng"),
        ("a: 1\nb: 2\na: 3", "KH002", 3, 1, "“a” viết hai lần (lần đầu ở dòng 1)"),
        ("a: &x [1]\nb: *x", "KH001", 1, 4, "neo và tham chiếu"),
        ("a: *x", "KH001", 1, 4, "tham chiếu"),
        ("--- 1\n--- 2", "KH001", 2, 1, "nhiều tài liệu"),
        ("a: !!python/object:os.system x", "KH001", 1, 4, "thẻ YAML"),
        ("a: !foo [1]", "KH001", 1, 4, "thẻ YAML"),
        ("a: \x07b", "KH001", 1, 4, "ký tự điều khiển"),
        ("{[1]: 2}", "KH001", 1, 2, "khóa phải là một từ"),
        ("# chỉ có chú thích\n", "KH001", 1, 1, "không có nội dung"),
        ("[" * 100_000, "KH001", 1, 101, "quá 100 cấp"),
        ("- " * 100_000, "KH001", 1, 201, "quá 100 cấp"),
        ("\n".join(" " * i + "a:" for i in range(2000)), "KH001", 101, 101, "quá 100 cấp"),
    ],
)
def test_what_is_not_a_plan_is_refused_at_its_place(
    text: str, code: str, line: int, column: int, words: str
) -> None:
    with pytest.raises(SourceError) as caught:
        parse(text, "x.yaml")
    fault = caught.value.faults[0]
    assert (fault.code, fault.place.line, fault.place.column) == (code, line, column)
    assert words in fault.message


def test_all_double_keys_are_named() -> None:
    with pytest.raises(SourceError) as caught:
        parse("a: 1\na: 2\nb:\n  c: 1\n  c: 2\n", "x")
    assert [fault.place.line for fault in caught.value.faults] == [2, 5]


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    levels = ["a0: &a0 [x, x]"]
    levels += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    with pytest.raises(SourceError, match="neo và tham chiếu"):
        parse("\n".join(levels), "x")


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        source = parse(text, "x")
    except SourceError as error:
        assert error.faults  # noqa: PT017  what is refused is refused with reasons
    else:
        assert source.place(()).line >= 1
