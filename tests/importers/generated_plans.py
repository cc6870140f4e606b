"""Plans as commune offices might write them, for round trips: valid values of the plan file."""

from typing import Any

from hypothesis import strategies as st

Values = dict[str, Any]

_WORDS = (
    "rà soát", "công khai", "thủ tục hành chính", "trên Cổng Dịch vụ công quốc gia",
    "bảo đảm thông suốt", "theo mô hình chính quyền 2 cấp", "hạ tầng số", "cho người dân",
    "doanh nghiệp & hợp tác xã", "tại Trung tâm", "dữ liệu dùng chung (nếu có)", "< 15 phút",
    "“đúng, đủ, sạch, sống”", "Nghị quyết số 57-NQ/TW", "tuyên truyền", "và các thôn",
    "an ninh mạng",
)  # fmt: skip
_UNITS = (
    "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Văn phòng HĐND và UBND xã", "Công an xã",
    "Trung tâm Phục vụ hành chính công", "Các trường học", "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Các cơ quan, đơn vị có liên quan", "Ủy ban MTTQ Việt Nam xã", "Trạm Y tế",
)  # fmt: skip
_FIGURES = ("tối thiểu 80%", "100%", "trên 50%", "82 nhóm", "ít nhất 25 hồ sơ/năm", "toàn bộ", "")
_DEADLINES = (
    "31/12/2025", "trước 31/12/2025", "tháng 9/2025", "quý IV/2025", "thường xuyên", "hằng tuần",
    "trước ngày 20 hằng tháng", "năm 2026", "theo kế hoạch của tỉnh", "",
)  # fmt: skip
_HEADINGS = (
    "Mục đích", "Yêu cầu", "Mục tiêu cụ thể", "Về hạ tầng số", "Về dữ liệu",
    "Nhiệm vụ, giải pháp trọng tâm", "Kinh phí thực hiện",
    "Phát triển nhân lực, nâng cao nhận thức",
    "Mục tiêu cụ thể đến 31/12/2025", "Tổ chức thực hiện", "Thứ sáu: giải pháp khác",
)  # fmt: skip
_NAMES = ("Nguyễn Văn An", "Trần Thị Bích Ngọc", "Phạm Huy Vũ", "Y Bliu", "")


def _sentence(first: str, middle: list[str], end: str) -> str:
    text = " ".join([first, *middle])
    return text[:1].upper() + text[1:] + end


sentences = st.builds(
    _sentence,
    st.sampled_from(_WORDS[:3] + _WORDS[6:7] + _WORDS[14:15]),
    st.lists(st.sampled_from(_WORDS), min_size=2, max_size=9),
    st.sampled_from((".", ";", "")),
)
units = st.lists(st.sampled_from(_UNITS), max_size=3, unique=True)
figures = st.sampled_from(_FIGURES)
deadlines = st.sampled_from(_DEADLINES)
headings = st.sampled_from(_HEADINGS)


def _filled(**values: Any) -> Values:
    return {key: value for key, value in values.items() if value not in ("", [], None)}


dashes = st.lists(sentences, min_size=1, max_size=3).flatmap(
    lambda first: (
        st.just(first)
        | st.lists(sentences, min_size=1, max_size=2).map(lambda below: [*first, below])
        | st.lists(sentences, min_size=1, max_size=2).map(lambda below: [*first, [first[0], below]])
    )
)


@st.composite
def prose(draw: st.DrawFn, *, most: int = 3) -> list[Any]:
    """Return paragraphs and lists of dashes; no two lists follow each other."""
    values: list[Any] = []
    for _ in range(draw(st.integers(0, most))):
        listed = bool(values) and isinstance(values[-1], str) and draw(st.booleans())
        values.append(draw(dashes) if listed else draw(sentences))
    return values


class Codes:
    """Codes that no two items of a plan share."""

    def __init__(self) -> None:
        """Begin with ``a1``."""
        self._last = 0

    def next(self) -> str:
        """Return the next code."""
        self._last += 1
        return f"a{self._last}"


@st.composite
def targets(draw: st.DrawFn, codes: Codes, depth: int = 0) -> list[Values]:
    """Return targets, some with targets in them; facts stand in the sentence or beside it."""
    values = []
    for _ in range(draw(st.integers(1, 3))):
        figure, due = draw(figures), draw(deadlines)
        content = draw(sentences)
        if figure and draw(st.booleans()):
            content = f"Đạt {figure} {content[:1].lower()}{content[1:]}"
        values.append(
            _filled(
                ma=codes.next(),
                so_muc=draw(st.sampled_from(("", "", "1.1", "a"))),
                noi_dung=content,
                muc_dat=figure,
                tu_ngay=draw(st.sampled_from(("", "", "01/7/2025"))),
                han=due,
                pham_vi=draw(st.sampled_from(("", "trong phạm vi cấp xã", "các thôn đặc biệt"))),
                ngoai_tru=draw(st.sampled_from(("", "", "thủ tục hành chính đặc thù"))),
                chu_tri=draw(units) if draw(st.booleans()) else [],
                phoi_hop=draw(units) if draw(st.booleans()) else [],
                chi_tieu=draw(targets(codes, depth + 1))
                if depth < 2 and draw(st.integers(0, 3)) == 0
                else [],
            )
        )
    return values


@st.composite
def tasks(draw: st.DrawFn, codes: Codes, depth: int = 0) -> list[Values]:
    """Return tasks, with or without names, some with tasks in them."""
    values = []
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.one_of(st.just(""), sentences.map(lambda text: text.rstrip(".;"))))
        content = draw(prose())
        if not name and not content:
            content = [draw(sentences)]
        values.append(
            _filled(
                ma=codes.next(),
                ten=name,
                noi_dung=content,
                chu_tri=draw(units),
                phoi_hop=draw(units),
                thoi_han=draw(deadlines),
                san_pham=draw(st.sampled_from(("", "kế hoạch", "báo cáo; danh mục", "Quyết định"))),
                nhiem_vu=draw(tasks(codes, depth + 1))
                if depth < 1 and draw(st.integers(0, 3)) == 0
                else [],
            )
        )
    return values


@st.composite
def sections(draw: st.DrawFn, codes: Codes, depth: int = 0) -> list[Values]:
    """Return sections with headings, sections in sections, duties of units."""
    values = []
    for _ in range(draw(st.integers(1, 3))):
        heading = draw(headings)
        inner = []
        if depth < 2 and draw(st.integers(0, 2)) == 0:
            inner = draw(sections(codes, depth + 1))
        if heading == "Tổ chức thực hiện":
            inner = [
                {"de_muc": unit, "don_vi": [unit], "doan": draw(prose())} for unit in draw(units)
            ]
        values.append(
            _filled(
                de_muc=heading,
                so_muc=draw(st.sampled_from((None, None, None, "V", "3"))),
                doan=draw(prose()),
                chi_tieu=draw(targets(codes)) if draw(st.booleans()) else [],
                nhiem_vu=draw(tasks(codes)) if draw(st.booleans()) else [],
                muc=inner,
            )
        )
    return values


bases = st.lists(
    st.one_of(
        st.just(
            {
                "ten_loai": "Nghị quyết",
                "so_ky_hieu": "57-NQ/TW",
                "ngay": "2024-12-22",
                "co_quan": "Bộ Chính trị",
                "trich_yeu": "đột phá phát triển khoa học, công nghệ",
            }
        ),
        st.just({"ten_loai": "Kế hoạch", "so_ky_hieu": "02-KH/BCĐTW", "ngay": "2025-06-19"}),
        st.just("Căn cứ tình hình thực tế của địa phương"),
    ),
    max_size=3,
    unique_by=str,
)

_SIGNERS: dict[str, tuple[Values, ...]] = {
    "nd30": (
        {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch"},
        {"thay_mat": "Ủy ban nhân dân", "ky_thay": "Chủ tịch", "chuc_vu": "Phó Chủ tịch"},
        {"chuc_vu": "Chủ tịch"},
        {},
    ),
    "hd05": (
        {"thay_mat": "Ban Thường vụ", "chuc_vu": "Bí thư"},
        {"thay_mat": "Ban Thường vụ", "ky_thay": "Bí thư", "chuc_vu": "Phó Bí thư"},
        {"thay_mat": "Ban Chấp hành"},
    ),
}
_ISSUERS = {
    "nd30": {"co_quan": "Ủy ban nhân dân xã Hướng Phùng", "ky_hieu": "KH-UBND"},
    "hd05": {
        "co_quan_cap_tren": "Đảng bộ tỉnh Quảng Trị",
        "co_quan": "Đảng ủy xã Hướng Phùng",
        "ky_hieu": "KH/ĐU",
    },
}


recipients = st.lists(
    st.sampled_from(("UBND tỉnh (b/c)", "Các phòng, đơn vị thuộc xã", "Như trên", "Các thôn")),
    max_size=3,
    unique=True,
)


@st.composite
def plans(draw: st.DrawFn) -> Values:
    """Return the values of a plan file."""
    codes = Codes()
    profile = draw(st.sampled_from(("nd30", "hd05")))
    issued = draw(st.booleans())
    annexes = [
        _filled(
            ten=draw(st.sampled_from(("Danh mục nhiệm vụ", "Chỉ tiêu và tiến độ"))),
            muc=draw(sections(codes, 2)),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    if draw(st.booleans()):
        annexes.append({"ten": "Phân công nhiệm vụ", "nhiem_vu": draw(tasks(codes))})
    document = _filled(
        the_thuc=profile,
        trang_thai="ban_hanh" if issued else "du_thao",
        ten_loai="Kế hoạch",
        **_ISSUERS[profile],
        so=draw(st.sampled_from(("05", "128"))) if issued else "",
        dia_danh="Hướng Phùng",
        ngay=draw(st.sampled_from(("2025-07-11", "2026-02-03"))) if issued else "2025-07",
        trich_yeu="Thực hiện chuyển đổi số năm 2025 trên địa bàn xã Hướng Phùng",
        nguoi_ky={
            **draw(st.sampled_from(_SIGNERS[profile])),
            **_filled(ho_ten=draw(st.sampled_from(_NAMES[:4] if issued else _NAMES))),
        },
        noi_nhan=[*draw(recipients), "Lưu: VT"],
    )
    return _filled(
        kehoach=1,
        don_vi={"ma": "19441", "ten": "xã Hướng Phùng", "tinh": "tỉnh Quảng Trị"},
        van_ban=document,
        can_cu=draw(bases),
        mo_dau=draw(prose(most=2)),
        noi_dung=draw(sections(codes)),
        ket_thuc=draw(prose(most=2)),
        phu_luc=annexes,
    )
