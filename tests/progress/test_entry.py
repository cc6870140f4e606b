"""The line of an entry: quick reading and YAML agree, marks show what was changed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.progress.entry import FIELDS, Entry, Stage, Values, is_untouched, write_line
from kehoach.progress.lines import read_lines
from kehoach.progress.log import _read_tree, parse_log
from kehoach.source.place import SourceError
from kehoach.source.tree import parse

DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31)).map(dt.date.isoformat)
TEXTS = st.one_of(
    st.sampled_from(
        [
            "Đã rà soát 120 thủ tục, còn 15",
            "12/BC-UBND",
            "https://dichvucong.gov.vn/a?b=1#c",
            "null",
            "yes",
            "82",
            "0x1f",
            "- gạch",
            "a: b",
            'nói "được"',
            "hai\ndòng",
            "  cách ",
            "65%",
            "'nháy",
            "\\đường\\dẫn",
        ]
    ),
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=30),
)


def _entries() -> st.SearchStrategy[Values]:
    free = [f for f in FIELDS if f not in {"ngay", "nhiem_vu", "chi_tieu", "trang_thai", "dau"}]
    fixed = {"du_kien", "han", "ky", "ghi", "thay_cho", "minh_chung"}
    kinds = {
        "du_kien": DAYS,
        "han": DAYS,
        "ky": st.sampled_from(["2025", "2025-10", "2025-W41", "2025-Q4", "2025-10-14"]),
        "ghi": st.just("2025-10-14T02:30:05Z"),
        "thay_cho": st.just("bcdfghjkln"),
        "minh_chung": st.one_of(TEXTS, st.lists(TEXTS, min_size=2, max_size=3).map(tuple)),
    }
    optional = {f: kinds[f] if f in fixed else TEXTS for f in free}
    optional["trang_thai"] = st.sampled_from([stage.value for stage in Stage])
    both = st.fixed_dictionaries(
        {"ngay": DAYS, "code": TEXTS, "kind": st.sampled_from(["nhiem_vu", "chi_tieu"])},
        optional=optional,
    )
    return both.map(_named)


def _named(values: dict[str, str | tuple[str, ...]]) -> Values:
    kind, code = str(values.pop("kind")), values.pop("code")
    return {**values, kind: code}


ENTRIES = _entries()


def by_yaml(text: str) -> list[Entry]:
    return _read_tree(parse(text, "a.tien-do.yaml"))


@given(st.lists(ENTRIES, min_size=1, max_size=4))
def test_what_is_written_is_read_by_both_readers(written: list[Values]) -> None:
    text = "".join(f"{write_line(values)}\n" for values in written)
    quick = read_lines(text)
    assert quick is not None
    assert quick == by_yaml(text)
    for entry, values in zip(quick, written, strict=True):
        kept = {key: text for key, text in zip(FIELDS, entry.values, strict=True) if text}
        del kept["dau"]
        assert kept == {k: v if isinstance(v, str) else "\n".join(v) for k, v in values.items()}
        assert is_untouched(entry)


@given(st.text("- {}[]:,\"'\\#abngayhiem_vu0125é\t\n%", max_size=60))
def test_quick_reading_never_reads_what_yaml_reads_otherwise(tail: str) -> None:
    text = "- {ngay: 2025-10-14, nhiem_vu: a, ket_qua: " + tail
    quick = read_lines(text)
    if quick is not None:
        assert quick == by_yaml(text)


@given(ENTRIES, st.sampled_from(["ket_qua", "gia_tri", "ngay"]))
def test_a_change_after_writing_shows(values: Values, key: str) -> None:
    line = write_line({**values, "ket_qua": "đã ban hành", "gia_tri": "65%", "ngay": "2025-10-14"})
    changes = {
        "ket_qua": ("đã ban hành", "đã trình"),
        "gia_tri": ("65%", "80%"),
        "ngay": ("ngay: 2025-10-14", "ngay: 2025-10-13"),
    }
    changed = line.replace(*changes[key])
    assert not is_untouched(parse_log(changed, "a").entries[0])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("# chỉ có chú thích\n", 0),
        ("# đầu tệp\r\n- {ngay: 2025-10-14, nhiem_vu: a}\r\n", 1),
        ("- {ngay: 2025-10-14, nhiem_vu: a}", 1),
        ("- ngay: 2025-10-14\n  nhiem_vu: a\n- {ngay: 2025-10-15, nhiem_vu: a}\n", 2),
        ("- {ngay: 2025-10-14, nhiem_vu: a, ky: 2025, gia_tri: 82}\n", 1),
    ],
    ids=["comments", "windows", "no-last-break", "block-style", "numbers"],
)
def test_logs_written_by_hand(text: str, count: int) -> None:
    assert len(parse_log(text, "a.tien-do.yaml").entries) == count


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("- {ngay: 2025-10-14}\n", "KH003", "thiếu khóa “nhiem_vu” hoặc “chi_tieu”"),
        ("- {ngay: 2025-10-14, nhiem_vu: a, chi_tieu: b}\n", "KH003", "không hợp lệ"),
        ("- {ngay: 2025-02-30, nhiem_vu: a}\n", "KH003", "lịch không có ngày này"),
        ("- {ngay: 14/10/2025, nhiem_vu: a}\n", "KH003", "không đúng cách viết"),
        ("- {ngay: 2025-10-14, nhiem_vu: a, trang_thai: xong}\n", "KH003", "không có giá trị này"),
        ("- {ngay: 2025-10-14, nhiem_vu: a, ketqua: b}\n", "KH003", "không có khóa “ketqua”"),
        ("- {ngay: 2025-10-14, nhiem_vu: a, ket_qua: [b]}\n", "KH003", "phải là chữ"),
        ("- {ngay: 2025-10-14, nhiem_vu: a, nhiem_vu: b}\n", "KH002", "viết hai lần"),
        ("- {ngay: 2025-10-14, nhiem_vu: a\n", "KH001", "không đúng cú pháp YAML"),
        ("<<<<<<< HEAD\n- {ngay: 2025-10-14, nhiem_vu: a}\n", "KH051", "dấu xung đột"),
        ("- {ngay: 2025-10-14, nhiem_vu: a}\n=======\n", "KH051", "dấu xung đột"),
    ],
)
def test_faults_are_worded(text: str, code: str, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_log(text, "a.tien-do.yaml")
    fault = caught.value.faults[0]
    assert fault.code == code
    assert words in fault.message
