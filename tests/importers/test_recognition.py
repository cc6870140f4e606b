"""Plans of several layouts recognised; nothing of any text lost."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.importers.blocks import Block, Cell, Line, Origin, SourceText, Table
from kehoach.importers.draft import Imported, Piece, Sureness, pieces, plain
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise
from kehoach.importers.words import block_words, draft_words, words
from kehoach.model.library import Library
from kehoach.source.resources import read_schema

LIBRARY = Library(Path(__file__).parents[2])
TEXTS = Path(__file__).parent / "texts"
SCHEMA = jsonschema_rs.validator_for(read_schema("ke-hoach"))


def brought_in(name: str) -> Imported:
    return recognise(read_source(TEXTS / name, name))


def text_lines(text: str, *, broken: bool = True) -> SourceText:
    lines = [
        Line(line.strip(), Origin("t.txt", 0, number), broken=broken)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    ]
    return SourceText("t.txt", tuple(lines))


def tasks(value: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if isinstance(value, dict):
        for key, child in value.items():
            if key == "nhiem_vu":
                found += child
            found += tasks(child)
    elif isinstance(value, list):
        for child in value:
            found += tasks(child)
    return found


def lost_words(source: SourceText, imported: Imported) -> Counter[str]:
    """Return the words of *source* that are neither in the draft nor named as left out."""
    stated = Counter(draft_words(imported.draft))
    stated.update(word for one in imported.left_out for word in words(one.text))
    wanted = Counter(word for block in source.blocks for word in block_words(block))
    return wanted - stated


@pytest.mark.parametrize("name", sorted(file.name for file in TEXTS.iterdir()))
def test_every_layout_fits_the_schema_and_keeps_its_words(name: str) -> None:
    source = read_source(TEXTS / name, name)
    imported = recognise(source)
    assert [error.message for error in SCHEMA.iter_errors(plain(imported.draft))] == []
    assert lost_words(source, imported) == Counter()
    assert json.dumps(plain(imported.draft))


DOCUMENTS = {
    "dang-uy.txt": {
        "the_thuc": "hd05", "trang_thai": "ban_hanh", "ten_loai": "Kế hoạch",
        "co_quan_cap_tren": "Đảng bộ tỉnh Lào Cai", "co_quan": "Đảng ủy xã Bảo Thắng", "so": "17",
        "ky_hieu": "KH/ĐU", "dia_danh": "Bảo Thắng", "ngay": "2026-01-05",
        "trich_yeu": "phát triển hợp tác xã kiểu mới trên địa bàn xã Bảo Thắng năm 2026",
        "nguoi_ky": {
            "thay_mat": "Ban Thường vụ", "chuc_vu": "Phó Bí thư", "ho_ten": "Giàng Seo Pao",
        },
        "noi_nhan": ["Tỉnh ủy (để báo cáo)", "Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"],
    },
    "phan-thu-nhat.txt": {
        "the_thuc": "nd30", "trang_thai": "ban_hanh", "ten_loai": "Kế hoạch hành động",
        "co_quan": "Ủy ban nhân dân xã Đồng Văn", "so": "112", "ky_hieu": "KH-UBND",
        "dia_danh": "Đồng Văn", "ngay": "2025-11-20",
        "trich_yeu": "Phát triển du lịch cộng đồng giai đoạn 2026 - 2030",
        "nguoi_ky": {
            "thay_mat": "Ủy ban nhân dân", "ky_thay": "Chủ tịch", "chuc_vu": "Phó Chủ tịch",
            "ho_ten": "Vừ Mí Sình",
        },
        "noi_nhan": ["Như trên", "Lưu: VT"],
    },
    "ngoac-tron.txt": {
        "the_thuc": "nd30", "trang_thai": "du_thao", "ten_loai": "Kế hoạch",
        "co_quan": "UBND phường Tân Sơn Nhất", "ky_hieu": "KH-UBND", "dia_danh": "Tân Sơn Nhất",
        "trich_yeu": "Phòng, chống ngập nước mùa mưa năm 2026",
        "nguoi_ky": {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch"},
        "noi_nhan": ["UBND Thành phố (để báo cáo)", "Lưu: VT, KTHTĐT"],
    },
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_head_and_signature(name: str) -> None:
    assert plain(brought_in(name).draft["van_ban"]) == DOCUMENTS[name]


@pytest.mark.parametrize(
    ("name", "commune"),
    [
        ("dang-uy.txt", ("02905", "xã Bảo Thắng", "tỉnh Lào Cai")),
        ("phan-thu-nhat.txt", ("00721", "xã Đồng Văn", "tỉnh Tuyên Quang")),
        ("ngoac-tron.txt", ("26968", "phường Tân Sơn Nhất", "thành phố Hồ Chí Minh")),
        ("markdown.md", ("16831", "xã Mường Lống", "tỉnh Nghệ An")),
    ],
)
def test_commune_with_its_code(name: str, commune: tuple[str, str, str]) -> None:
    found = plain(brought_in(name).draft["don_vi"])
    assert (found.get("ma"), found["ten"], found["tinh"]) == commune


TASKS: dict[str, list[tuple[Any, ...]]] = {
    "dang-uy.txt": [
        ("1", "Rà soát hợp tác xã ngừng hoạt động", ["Phòng Kinh tế xã"],
         ["Công an xã", "Thuế cơ sở"], "trước ngày 30/4/2026",
         "danh sách được Ủy ban nhân dân xã phê duyệt"),
        ("2", "Tập huấn quản trị", ["Hội Nông dân xã"], ["Liên minh Hợp tác xã tỉnh"],
         "quý III/2026", "02 lớp"),
    ],
    "phan-thu-nhat.txt": [
        ("1", "Cải tạo đường vào bản", ["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế"],
         "Quý II/2026", "6 km đường bê tông"),
        ("2", "Lắp biển chỉ dẫn", ["Phòng Văn hóa - Xã hội"], [], "Tháng 8/2026", "30 biển"),
        ("1", "Làm trang giới thiệu điểm đến", ["Trung tâm Cung ứng dịch vụ công"], [],
         "Thường xuyên", None),
    ],
    "ngoac-tron.txt": [
        ("a", "Nạo vét cống", ["Phòng Kinh tế, Hạ tầng và Đô thị"], ["các khu phố"],
         "trước 15/5/2026", None),
        ("b", "Trực ban 24/24 giờ khi có mưa lớn", ["Ban Chỉ huy Quân sự phường"],
         ["Công an phường"], "thường xuyên", None),
        ("c", "Lắp máy bơm di động tại hẻm trũng", ["Phòng Kinh tế, Hạ tầng và Đô thị"], [],
         "tháng 6/2026", "04 máy bơm"),
    ],
    "markdown.md": [
        ("1", "Chuẩn bị cây giống", ["Phòng Kinh tế"],
         ["Hạt Kiểm lâm khu vực", "Hội Nông dân xã"], "31/5/2026", "150.000 cây giống"),
        ("2", "Giao đất trồng rừng", ["Phòng Kinh tế"], [], "tháng 4/2026", None),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", TASKS)
def test_tasks_with_their_assignment(name: str) -> None:
    found = tasks(plain(brought_in(name).draft))
    read = [
        (task["ten"], task.get("chu_tri", []), task.get("phoi_hop", []), task.get("thoi_han"),
         task.get("san_pham"))
        for task in found
    ]  # fmt: skip
    assert read == [tuple(wanted[1:]) for wanted in TASKS[name]]


def test_targets_keep_their_sentence_and_state_figure_and_deadline() -> None:
    section = plain(brought_in("dang-uy.txt").draft)["noi_dung"][0]
    assert section["de_muc"] == "Chỉ tiêu năm 2026"
    read = [(one["noi_dung"], one["muc_dat"], one["han"]) for one in section["chi_tieu"]]
    assert read == [
        ("Thành lập mới ít nhất 03 hợp tác xã nông nghiệp", "ít nhất 03 hợp tác xã", "năm 2026"),
        ("Có 60% hợp tác xã dùng phần mềm kế toán", "60%", "năm 2026"),
        ("trên 40% sản phẩm của hợp tác xã có mã truy xuất nguồn gốc", "trên 40%", "năm 2026"),
    ]


def test_numbers_that_differ_are_kept_and_others_are_counted_again() -> None:
    draft = plain(recognise(text_lines("I. Mục đích\nLàm tốt.\nIII. Kinh phí\nKhông có.")).draft)
    assert [section.get("so_muc") for section in draft["noi_dung"]] == [None, "III"]


def test_parts_keep_their_names_as_numbers() -> None:
    draft = plain(brought_in("phan-thu-nhat.txt").draft)
    assert [one["so_muc"] for one in draft["noi_dung"]] == ["PHẦN THỨ NHẤT", "PHẦN THỨ HAI"]
    assert [one["de_muc"] for one in draft["noi_dung"][1]["muc"]] == [
        "Hạ tầng",
        "Quảng bá",
        "Tổ chức thực hiện",
    ]


def test_several_assignments_under_one_heading_are_tasks_in_a_task() -> None:
    text = (
        "I. NHIỆM VỤ\n1. Về nền tảng\n1.1. Dùng hệ thống\n"
        "Hệ thống văn bản: xử lý mọi văn bản của xã trên môi trường điện tử theo quy định.\n"
        "- Chủ trì: Văn phòng HĐND và UBND.\n"
        "Hệ thống họp: trang bị phòng họp trực tuyến nối với tỉnh cho các cuộc họp.\n"
        "- Chủ trì: Phòng Văn hóa - Xã hội.\n"
    )
    draft = plain(recognise(text_lines(text, broken=False)).draft)
    parent = draft["noi_dung"][0]["muc"][0]["nhiem_vu"][0]
    assert parent["ten"] == "Dùng hệ thống"
    assert [(one["ten"], one["chu_tri"]) for one in parent["nhiem_vu"]] == [
        ("Hệ thống văn bản", ["Văn phòng HĐND và UBND"]),
        ("Hệ thống họp", ["Phòng Văn hóa - Xã hội"]),
    ]


def test_an_assignment_behind_the_last_point_is_that_of_all_points() -> None:
    text = (
        "I. NHIỆM VỤ\n1. Về nền tảng\n1.1. Vận hành\na) Trực máy chủ.\nb) Kiểm tra đường truyền.\n"
        "- Đơn vị chủ trì: Công an xã.\n- Thời hạn: thường xuyên.\n"
    )
    draft = plain(recognise(text_lines(text, broken=False)).draft)
    task = draft["noi_dung"][0]["muc"][0]["nhiem_vu"][0]
    assert task["noi_dung"] == ["a) Trực máy chủ.", "b) Kiểm tra đường truyền."]
    assert (task["chu_tri"], task["thoi_han"]) == (["Công an xã"], "thường xuyên")


@pytest.mark.parametrize(
    ("lines", "kept", "reason"),
    [
        (["Một câu.", "2025-10-01T09:37:37+0700"], "Một câu.", "dấu thời gian của chữ ký số"),
        ([*["Đoạn văn dài."] * 14, "2", "Câu cuối."], "Câu cuối.", "số trang"),
    ],
)
def test_form_is_dropped_with_its_reason(lines: list[str], kept: str, reason: str) -> None:
    imported = recognise(text_lines("\n".join(lines)))
    assert [one.reason for one in imported.left_out] == [reason]
    assert any(piece.text == kept or kept in str(piece.text) for _, piece in pieces(imported.draft))


def test_missing_head_gets_visible_placeholders() -> None:
    imported = recognise(text_lines("I. Mục đích\nLàm tốt."))
    draft = imported.draft
    assert plain(draft["don_vi"]) == {"ten": "xã […]", "tinh": "tỉnh […]"}
    assert draft["van_ban"]["trich_yeu"].text == "[…]"
    assert draft["van_ban"]["trich_yeu"].sure is Sureness.CHECK
    assert draft["van_ban"]["trang_thai"].text == "du_thao"


OCR = """UY BAN NHAN DAN CONG HOA XA HOI CHU NGHIA VIET NAM
KE HOACH
Trién khai chuyén d6i s6 nam 2026
I. MUC DiCH, YEU CAU
1. Muc dich
- Thuc hién cac nhiém vu dugc giao tai Ké hoach cua tinh, gan v6i thyc té cua dia phuong.
II. NHIEM VU, GIAI PHAP TRONG TAM
1. Vé thé ché
1.1. Ké hoach hanh d6ng
Xay dung ké hoach trién khai cac nhiém vu chuyén d6i s6 va du liéu hanh chinh.
- Chu tri thuc hién: Phong Vin hoa - Xa hoi.
- Phéi hop thyc hién: Cac don vi khac c6 lién quan.
- Thoi gian hoan thanh: Trién khai thuc hién ngay va thudng xuyén.
"""


def test_text_out_of_ocr_is_said_to_lack_marks_and_known_words_get_theirs() -> None:
    imported = recognise(text_lines(OCR))
    assert any("thiếu dấu" in note for note in imported.notes)
    draft = imported.draft
    assert [one["de_muc"].text for one in draft["noi_dung"]] == [
        "Mục đích, yêu cầu",
        "Nhiệm vụ, giải pháp trọng tâm",
    ]
    task = tasks(draft)[0]
    assert plain(task["chu_tri"]) == ["Phòng Văn hóa - Xã hội"]
    assert plain(task["phoi_hop"]) == ["Các đơn vị khác có liên quan"]
    assert task["thoi_han"].text == "Triển khai thực hiện ngay và thường xuyên"
    assert task["chu_tri"][0].sure is Sureness.CHECK
    assert task["chu_tri"][0].note


def test_every_value_of_the_source_says_where_it_stood() -> None:
    imported = brought_in("phan-thu-nhat.txt")
    for path, piece in pieces(imported.draft):
        if path[-1] not in {"ma", "kehoach"} and piece.text not in {"", "[…]"}:
            assert piece.origins, path


def test_codes_are_unique_and_fit_the_schema() -> None:
    codes = [
        piece.text for path, piece in pieces(brought_in("dang-uy.txt").draft) if path[-1] == "ma"
    ]
    assert len(codes) == len(set(codes))


_FRAGMENTS = st.sampled_from(
    [
        "I. MỤC TIÊU", "II- NHIỆM VỤ", "1. Về dữ liệu", "1.1. Làm sạch", "a) Rà soát;",
        "(1) Nội dung.",
        "- Đạt 80% hồ sơ; 100% xã.", "+ Chủ trì: Công an xã", "Chủ trì: Phòng Kinh tế; Công an xã",
        "- Thời hạn: quý IV/2025.", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Phụ lục 1",
        "PHỤ LỤC", "KẾ HOẠCH", "Số: 05/KH-UBND", "xã Hướng Phùng, ngày 1 tháng 2 năm 2025",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Căn cứ Luật số 1/2025/QH15;", "TT Nhiệm vụ Chủ trì",
        "1 Làm việc Quý I/2025 Công an xã", "Trên đây là Kế hoạch./.", "3", "Phần thứ nhất",
        "o Việc",
        "(Ban hành kèm theo Kế hoạch số 1/KH-UBND ngày 1/2/2025)", "Tổ chức thực hiện", "IV. ",
        "- Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;",
    ]
)  # fmt: skip
_WORDS = st.text(
    st.sampled_from(list("aăâbcdđeêghiklmnoôơpqrstuưvxyáạƯĐTA 0123456789.,;:()-+/%*“”")),
    max_size=40,
)


@st.composite
def _blocks(draw: st.DrawFn) -> list[Block]:
    blocks: list[Block] = []
    for number in range(draw(st.integers(0, 25))):
        origin = Origin("h.txt", draw(st.integers(0, 2)), number + 1)
        if draw(st.integers(0, 14)) == 0:
            cells = tuple(
                Cell((Line(draw(_FRAGMENTS | _WORDS), origin),), column)
                for column in range(draw(st.integers(1, 4)))
            )
            blocks.append(Table((cells, cells)))
        else:
            blocks.append(
                Line(
                    draw(_FRAGMENTS | _WORDS),
                    origin,
                    number=draw(st.sampled_from(["", "", "", "1.", "-", "I.", "a)"])),
                    level=draw(st.sampled_from([0, 0, 0, 1, 2])),
                    bold=draw(st.booleans()),
                    centred=draw(st.booleans()),
                    broken=draw(st.booleans()),
                )
            )
    return blocks


@settings(max_examples=200, deadline=None)
@given(_blocks())
def test_nothing_raises_no_word_is_lost_and_the_schema_holds(blocks: list[Block]) -> None:
    source = SourceText("h.txt", tuple(blocks))
    imported = recognise(source, LIBRARY)
    assert lost_words(source, imported) == Counter()
    assert [error.message for error in SCHEMA.iter_errors(plain(imported.draft))] == []


def test_no_source_at_all_gives_a_plan_of_placeholders() -> None:
    draft = recognise(SourceText("x", ())).draft
    assert isinstance(draft["kehoach"], Piece)
    assert [error.message for error in SCHEMA.iter_errors(plain(draft))] == []


def test_a_stray_sign_among_the_bases_stays() -> None:
    lines = [
        Line("Căn cứ Luật số 1/2025/QH15;", Origin("x", 0, 1), level=1),
        Line(".", Origin("x", 0, 2), number="-"),
    ]
    imported = recognise(SourceText("x", tuple(lines)))
    assert [error.message for error in SCHEMA.iter_errors(plain(imported.draft))] == []
