"""Plans and reports of each kind of issuer: heading, symbol, addressees, signature, recipients."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml.ns import qn

from kehoach.document import render_docx, render_html
from kehoach.document.metrics import text_width
from kehoach.model.reading import read_plan
from kehoach.source.place import SourceError
from kehoach.source.tree import parse

if TYPE_CHECKING:
    from docx.document import Document

    from kehoach.model.plan import Plan

PlanMaker = Callable[..., "Plan"]

REPORT = """
<header co-quan="{{ van_ban.co_quan }}" cap-tren="{{ van_ban.co_quan_cap_tren }}"
        so="{{ van_ban.so }}" ky-hieu="{{ van_ban.ky_hieu }}" dia-danh="{{ van_ban.dia_danh }}"
        ngay="{{ van_ban.ngay }}" du-thao="{{ 'có' if van_ban.du_thao else '' }}"></header>
<h1>{{ van_ban.ten_loai }}</h1>
<p class="trich-yeu">{{ van_ban.trich_yeu }}.</p>
<ul class="kinh-gui">{% for noi in van_ban.kinh_gui %}<li>{{ noi }};</li>{% endfor %}</ul>
<p>Kết quả như sau</p>
<footer thay-mat="{{ van_ban.nguoi_ky.thay_mat }}" ky-thay="{{ van_ban.nguoi_ky.ky_thay }}"
        chuc-vu="{{ van_ban.nguoi_ky.chuc_vu }}" kiem="{{ van_ban.nguoi_ky.kiem }}"
        ho-ten="{{ van_ban.nguoi_ky.ho_ten }}">
  <ul>{% for noi in van_ban.noi_nhan %}<li>{{ noi }}</li>{% endfor %}</ul>
</footer>
"""
NOBODY: dict[str, str | None] = {
    "thay_mat": None,
    "ky_thay": None,
    "chuc_vu": None,
    "ho_ten": None,
}
COMMITTEE = {
    "co_quan": "Ủy ban nhân dân xã Hướng Phùng",
    "ky_hieu": "BC-UBND",
    "nguoi_ky": NOBODY | {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": "Lê A"},
    "noi_nhan": ["Như trên", "Lưu: VT"],
    "kinh_gui": ["Ủy ban nhân dân tỉnh Quảng Trị"],
}
OFFICE = {
    "co_quan_cap_tren": "UBND xã Hướng Phùng",
    "co_quan": "Phòng Văn hóa - Xã hội",
    "ky_hieu": "BC-VHXH",
    "nguoi_ky": NOBODY
    | {"ky_thay": "Trưởng phòng", "chuc_vu": "Phó Trưởng phòng", "ho_ten": "Lê A"},
    "noi_nhan": ["Lưu: VT"],
    "kinh_gui": ["UBND xã Hướng Phùng", "Ban Chỉ đạo xã"],
}
CENTRE = OFFICE | {
    "co_quan": "Trung tâm Phục vụ hành chính công",
    "ky_hieu": "BC-TTPVHCC",
    "nguoi_ky": NOBODY | {"chuc_vu": "Giám đốc", "ho_ten": "Lê A"},
    "kinh_gui": [],
}
PARTY = {
    "co_quan_cap_tren": "Đảng bộ tỉnh Thanh Hóa",
    "co_quan": "Ban Thường vụ Đảng ủy xã Xuân Hưng",
    "ky_hieu": "BC/ĐU",
    "nguoi_ky": NOBODY | {"thay_mat": "Ban Thường vụ", "chuc_vu": "Phó Bí thư", "ho_ten": "Lê A"},
    "noi_nhan": ["Thường trực Tỉnh ủy", "Lưu Văn phòng Đảng ủy"],
    "kinh_gui": ["Tỉnh ủy"],
}
STEERING = PARTY | {
    "co_quan_cap_tren": "Đảng ủy xã Xuân Hưng",
    "co_quan": "Ban Chỉ đạo về chuyển đổi số",
    "ky_hieu": "BC/BCĐ",
    "nguoi_ky": NOBODY | {"chuc_vu": "Bí thư", "kiem": "Trưởng Ban Chỉ đạo", "ho_ten": "Lê A"},
}
STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]


@pytest.fixture
def report(tmp_path: Path, plan_of: PlanMaker) -> Callable[..., "Document"]:
    """Render the wording above for an issuer."""
    folder = tmp_path / "templates" / "van-ban"
    folder.mkdir(parents=True)
    (folder / "ke-hoach.html.j2").write_text(REPORT, encoding="utf-8")

    def render(name: str, issuer: dict[str, Any]) -> "Document":
        plan = plan_of(name, van_ban={"ten_loai": "Báo cáo", "trang_thai": "ban_hanh", **issuer})
        return docx.Document(io.BytesIO(render_docx(plan, tmp_path)))

    return render


def cells(document: "Document", table: int) -> list[list[str]]:
    """Return the lines of the cells of a table."""
    return [
        [paragraph.text for paragraph in cell.paragraphs]
        for row in document.tables[table].rows
        for cell in row.cells
    ]


@pytest.mark.parametrize(
    ("name", "issuer", "left", "number"),
    [
        ("nd30", COMMITTEE, ["ỦY BAN NHÂN DÂN", "XÃ HƯỚNG PHÙNG", ""], "Số: 05/BC-UBND"),
        ("nd30", OFFICE, ["UBND XÃ HƯỚNG PHÙNG", "PHÒNG VĂN HÓA - XÃ HỘI", ""], "Số: 05/BC-VHXH"),
        (
            "nd30",
            CENTRE,
            ["UBND XÃ HƯỚNG PHÙNG", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", ""],
            "Số: 05/BC-TTPVHCC",
        ),
        ("hd05", PARTY, ["ĐẢNG BỘ TỈNH THANH HÓA", "ĐẢNG ỦY XÃ XUÂN HƯNG", "*"], "Số 05-BC/ĐU"),
        (
            "hd05",
            STEERING,
            ["ĐẢNG ỦY XÃ XUÂN HƯNG", "BAN CHỈ ĐẠO VỀ CHUYỂN ĐỔI SỐ", "*"],
            "Số 05-BC/BCĐ",
        ),
    ],
    ids=["committee", "office", "centre", "party", "steering"],
)
def test_heading(
    name: str,
    issuer: dict[str, Any],
    left: list[str],
    number: str,
    report: Callable[..., "Document"],
) -> None:
    document = report(name, {**issuer, "so": 5, "ngay": "2026-02-05"})
    top_left, top_right, below_left, below_right = cells(document, 0)
    assert top_left == left
    assert top_right == (STATE if name == "nd30" else ["ĐẢNG CỘNG SẢN VIỆT NAM", ""])
    assert below_left == [number]
    assert below_right[0].endswith(", ngày 05 tháng 02 năm 2026")
    body = [paragraph.text for paragraph in document.paragraphs]
    assert body[:2] == ["BÁO CÁO", document.core_properties.subject.rstrip(".")]
    assert body[-2] == ("Kết quả như sau./." if name == "nd30" else "Kết quả như sau.")


@pytest.mark.parametrize(
    ("name", "issuer", "recipients", "signature"),
    [
        (
            "nd30",
            COMMITTEE,
            ["Nơi nhận:", "- Như trên;", "- Lưu: VT."],
            ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        ),
        (
            "nd30",
            OFFICE,
            ["Nơi nhận:", "- Như trên;", "- Lưu: VT."],
            ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"],
        ),
        ("nd30", CENTRE, ["Nơi nhận:", "- Lưu: VT."], ["GIÁM ĐỐC"]),
        (
            "hd05",
            PARTY,
            ["Nơi nhận:", "- Thường trực Tỉnh ủy;", "- Lưu Văn phòng Đảng ủy."],
            ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"],
        ),
        (
            "hd05",
            STEERING,
            ["Nơi nhận:", "- Thường trực Tỉnh ủy;", "- Lưu Văn phòng Đảng ủy."],
            ["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"],
        ),
    ],
    ids=["committee", "office", "centre", "party", "steering"],
)
def test_end(
    name: str,
    issuer: dict[str, Any],
    recipients: list[str],
    signature: list[str],
    report: Callable[..., "Document"],
) -> None:
    document = report(name, issuer)
    assert cells(document, -1) == [recipients, [*signature, "Lê A"]]
    row = document.tables[-1]._tbl.tr_lst[0]  # noqa: SLF001
    assert row.xpath("./w:trPr/w:cantSplit")
    last = document.paragraphs[-2]
    assert last.paragraph_format.keep_with_next


@pytest.mark.parametrize(
    ("name", "names", "lines"),
    [
        ("nd30", [], []),
        ("nd30", ["Sở Nội vụ"], ["Kính gửi: Sở Nội vụ"]),
        ("nd30", ["Sở Nội vụ.", "Tỉnh ủy"], ["Kính gửi:", "- Sở Nội vụ;", "- Tỉnh ủy."]),
        ("hd05", ["Tỉnh ủy", "Sở Nội vụ"], []),
    ],
    ids=["nobody", "one", "two", "party"],
)
def test_addressees(
    name: str, names: list[str], lines: list[str], report: Callable[..., "Document"]
) -> None:
    issuer = COMMITTEE if name == "nd30" else PARTY
    document = report(name, {**issuer, "kinh_gui": names, "noi_nhan": ["Lưu: VT"]})
    found = [p for p in document.paragraphs if p.style and p.style.name == "Kính gửi"]
    assert [paragraph.text for paragraph in found] == lines
    above = "- Như trên;" in cells(document, -1)[0]
    assert above is bool(lines)
    if len(lines) > 1:
        first, *dashes = [paragraph.paragraph_format for paragraph in found]
        assert first.left_indent is not None
        colon = first.left_indent.pt + text_width("Kính gửi", 14)
        starts = {
            round(d.left_indent.pt + d.first_line_indent.pt)
            for d in dashes
            if d.left_indent is not None and d.first_line_indent is not None
        }
        assert starts == {round(colon)}


SIZES = {
    "Quốc hiệu": (13, 12),
    "Tiêu ngữ": (14, 13),
    "Cơ quan cấp trên": (13, 12),
    "Cơ quan ban hành": (13, 12),
    "Số ký hiệu": (13, 13),
    "Địa danh ngày tháng": (14, 13),
    "Tên loại": (14, 13),
    "Trích yếu": (14, 13),
    "Kính gửi": (14, 13),
    "Căn cứ": (14, 13),
    "Nội dung": (14, 13),
    "Đề mục phần": (14, 13),
    "Gạch đầu dòng": (14, 13),
    "Nơi nhận": (12, 12),
    "Danh sách nơi nhận": (11, 11),
    "Quyền hạn": (14, 13),
    "Họ tên người ký": (14, 13),
    "Phụ lục số": (14, 14),
    "Phụ lục tên": (14, 13),
    "Phụ lục kèm theo": (14, 13),
    "Số trang": (14, 13),
    "Bảng chữ trái": (12, 12),
}
"""NĐ 30/2020/NĐ-CP, phụ lục I, V; "Phụ lục" is always 14 (III.1.b), the number always 13."""


@pytest.mark.parametrize(("size", "column"), [(None, 0), (14, 0), (13, 1)])
def test_sets_of_sizes(
    size: int | None, column: int, plan_of: PlanMaker, render: Callable[["Plan"], "Document"]
) -> None:
    document = render(plan_of("nd30", van_ban={"co_chu": size} if size else {}))
    sizes = {
        str(style.name): int(style.element.xpath("./w:rPr/w:sz/@w:val")[0]) / 2
        for style in document.styles
        if style.element.xpath("./w:rPr/w:sz")
    }
    assert {name: sizes[name] for name in SIZES} == {n: s[column] for n, s in SIZES.items()}
    defaults = document.styles.element.xpath("//w:rPrDefault//w:sz/@w:val")
    assert defaults == [str(2 * SIZES["Nội dung"][column])]


def test_party_documents_have_one_set_of_sizes(plan_of: PlanMaker) -> None:
    plan_of("hd05", van_ban={"co_chu": 14})
    with pytest.raises(SourceError) as caught:
        plan_of("hd05", van_ban={"co_chu": 13})
    assert "“co_chu” là “13”" in str(caught.value.faults[0].message)


@pytest.mark.parametrize("value", ["12", "15", "lớn", "14.5"])
def test_other_sizes_are_refused(value: str) -> None:
    text = (Path(__file__).parent / "plans" / "nd30.yaml").read_text(encoding="utf-8")
    text = text.replace("the_thuc: nd30", f"the_thuc: nd30\n  co_chu: {value}")
    with pytest.raises(SourceError):
        read_plan(parse(text, "a.yaml"))


def test_rules_follow_the_size(plan_of: PlanMaker, render: Callable[["Plan"], "Document"]) -> None:
    document = render(plan_of("nd30", van_ban={"co_chu": 13}, phu_luc=[]))
    motto = document.tables[0].rows[0].cells[1].paragraphs[2]._p  # noqa: SLF001
    width = int(motto.xpath("./ancestor::w:tc/w:tcPr/w:tcW/@w:w")[0])
    indents = motto.xpath("./w:pPr/w:ind")[0]
    length = width - int(indents.get(qn("w:left"))) - int(indents.get(qn("w:right")))
    assert length / 20 == pytest.approx(159.1, rel=0.02)
    html = render_html(plan_of("nd30", van_ban={"co_chu": 13}), Path()).decode()
    assert "width:159" in html
