"""Every word that an imported plan states is in its source, but for what kehoach adds by name."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.importers.blocks import Line, Origin, SourceText
from kehoach.importers.draft import Piece, Sureness, pieces
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise
from kehoach.importers.words import block_words, draft_words, words
from kehoach.model.library import Library
from kehoach.source.place import Path as PlanPath

ROOT = Path(__file__).parents[2]
LIBRARY = Library(ROOT)
TEXTS = sorted((Path(__file__).parent / "texts").iterdir())
SOURCES = ROOT.parent / "shared" / "sources"
CLEAN = ("huong-phung", "xuan-hung", "nghia-hanh", "hai-duong")

# Keys whose values are codes, names of forms and days in the writing of a plan file.
WRITTEN_BY_KEHOACH = {"kehoach", "ma", "the_thuc", "trang_thai", "khung", "ngay", "chap_nhan"}
# What a list of communes or the form of documents tells; such a value is flagged as inferred.
INFERRED = {("don_vi", "ten"), ("don_vi", "tinh"), ("van_ban", "co_quan"), ("van_ban", "ten_loai")}


def added(path: PlanPath, piece: Piece) -> bool:
    """Tell whether kehoach itself adds a value, and says so."""
    keys = {key for key in path if isinstance(key, str)}
    if keys & WRITTEN_BY_KEHOACH or piece.text is None or "[…]" in str(piece.text):
        return True
    return path in INFERRED and piece.sure is not Sureness.SURE and bool(piece.note)


def source_words(source: SourceText) -> Counter[str]:
    return Counter(word for block in source.blocks for word in block_words(block))


def invented(source: SourceText) -> dict[PlanPath, list[str]]:
    """Return the words of values, by their paths, that are nowhere in *source*."""
    known = source_words(source)
    found = {}
    for path, piece in pieces(recognise(source, LIBRARY).draft):
        strange = [word for word in words(str(piece.text)) if word not in known]
        if strange and not added(path, piece):
            found[path] = strange
    return found


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_no_value_of_a_sample_has_a_word_that_the_source_lacks(file: Path) -> None:
    assert invented(read_source(file, file.name)) == {}


@pytest.mark.skipif(not SOURCES.is_dir(), reason="các văn bản nguồn không có ở máy này")
@pytest.mark.parametrize("name", CLEAN)
def test_no_value_of_a_published_plan_has_a_word_that_the_source_lacks(name: str) -> None:
    assert invented(read_source(SOURCES / f"{name}.txt", name)) == {}


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_no_word_is_stated_more_often_than_the_source_has_it(file: Path) -> None:
    source = read_source(file, file.name)
    stated = Counter(draft_words(recognise(source, LIBRARY).draft))
    assert stated - source_words(source) == Counter()


_LINES = st.sampled_from(
    [
        "I. MỤC TIÊU", "Mục tiêu chung", "II. NHIỆM VỤ", "1. Về dữ liệu", "1.1. Làm sạch dữ liệu",
        "a) Rà soát sổ sách;", "- Đạt 80% hồ sơ; 100% xã trước ngày 30/6/2026.",
        "Phấn đấu đến hết năm 2026 có 95% tuyến đường được chiếu sáng. Giữ đường sạch.",
        "- Chủ trì: Công an xã và Trạm Y tế.", "Phối hợp: Phòng Kinh tế, các thôn và Đoàn xã.",
        "(Chủ trì: Phòng Kinh tế; hoàn thành: quý IV/2026)", "- Sản phẩm: 05 báo cáo.",
        "Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã rà soát hộ kinh doanh trên địa bàn.",
        "Chủ trì, phối hợp với các thôn tuyên truyền đến từng hộ gia đình trong xã.",
        "TT", "Nội dung công việc", "Thời hạn", "Đơn vị chủ trì", "Sản phẩm", "1", "2",
        "1 Họp dân", "Quý I/2026", "Phòng Kinh tế", "Các thôn", "Biên bản",
        "Đơn vị chủ trì | Nội dung | Thời gian", "Công an xã | Trực ban | Thường xuyên",
        "III. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "Phụ lục 1", "DANH MỤC NHIỆM VỤ",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(_LINES, st.booleans(), st.booleans()), max_size=30))
def test_nothing_is_invented_and_nothing_lost_of_any_lines(
    lines: list[tuple[str, bool, bool]],
) -> None:
    blocks = tuple(
        Line(text, Origin("t.txt", 0, number), broken=broken, bold=bold)
        for number, (text, broken, bold) in enumerate(lines, 1)
    )
    source = SourceText("t.txt", blocks)
    assert invented(source) == {}
    imported = recognise(source, LIBRARY)
    stated = Counter(draft_words(imported.draft))
    assert stated - source_words(source) == Counter()
    stated.update(word for one in imported.left_out for word in words(one.text))
    assert source_words(source) - stated == Counter()
