"""Codes of what is found beside the rules: faults of reading, and of the list of acceptances.

On the faults see `kehoach.source.place.Fault`.
"""

from kehoach.rules.finding import Level, Rule

STRUCTURAL = {
    rule.code: rule
    for rule in (
        Rule("KH001", "tep-khong-doc-duoc", Level.ERROR, since="0.1.0"),
        Rule("KH002", "khoa-trung", Level.ERROR, since="0.1.0"),
        Rule("KH003", "sai-cau-truc", Level.ERROR, since="0.1.0"),
        Rule("KH004", "chap-nhan-chung-thua", Level.WARNING, since="0.1.0"),
    )
}

WORDS = {
    "KH001": """Tệp phải đọc được: có thật, không quá lớn, mã UTF-8, đúng cú pháp YAML.

Tệp của người dùng khác máy, khác chương trình hay hỏng ở mã chữ, dấu ngoặc, thụt dòng. Lỗi này chặn
mọi kiểm tra khác của tệp, nên mã thoát là 2.

Sai: ``trich_yeu: Kế hoạch: chuyển đổi số``
Đúng: ``trich_yeu: "Kế hoạch: chuyển đổi số"``
""",
    "KH002": """Một khóa chỉ được viết một lần ở mỗi chỗ.

Phần mềm đọc YAML thường lặng lẽ bỏ lần viết trước, nên một con số có thể mất mà không ai biết.

Sai: hai dòng ``han:`` trong một chỉ tiêu
Đúng: một dòng ``han: 31/12/2025``
""",
    "KH003": """Tệp phải đúng cấu trúc của kế hoạch hoặc khung (xem kehoach schema).

Sai: ``trichyeu: …``, ``the_thuc: nd31``
Đúng: ``trich_yeu: …``, ``the_thuc: nd30``
""",
    "KH004": """Mỗi mục của danh sách chấp nhận (``--baseline``) phải còn khớp với một phát hiện.

Mục không còn khớp nghĩa là chỗ sai đã sửa hoặc câu chữ đã đổi; để lại thì có ngày nó che một
lỗi mới. Lập lại danh sách bằng ``kehoach validate --write-baseline``: lý do đã ghi được giữ.

Sai: mục chấp nhận một lỗi đã sửa
Đúng: bỏ mục đó khỏi danh sách
""",
}
