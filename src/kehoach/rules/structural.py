"""Codes of what is found beside the rules: faults of reading, of the list of acceptances, of logs.

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
        Rule("KH051", "tien-do-dau-xung-dot", Level.ERROR, since="0.1.0"),
        Rule("KH052", "tien-do-muc-lap", Level.WARNING, since="0.1.0"),
        Rule("KH053", "tien-do-muc-bi-sua", Level.ERROR, since="0.1.0"),
        Rule("KH054", "tien-do-ma-khong-co", Level.ERROR, since="0.1.0"),
        Rule("KH055", "tien-do-ngay-sai", Level.ERROR, since="0.1.0"),
        Rule("KH056", "tien-do-so-lieu-sai", Level.ERROR, since="0.1.0"),
        Rule("KH057", "tien-do-thieu-minh-chung", Level.WARNING, since="0.1.0"),
        Rule("KH058", "tien-do-khong-co-ke-hoach", Level.ERROR, since="0.1.0"),
        Rule("KH059", "tien-do-muc-bi-mat", Level.ERROR, since="0.1.0"),
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
    "KH051": """Nhật ký tiến độ không được còn dấu xung đột của git.

Dấu xung đột còn lại khi hợp nhất mà kho chưa có dòng ``*.tien-do.yaml merge=union`` trong tệp
``.gitattributes``. Có dòng đó thì git tự giữ các mục của cả hai bên.

Sai: các dòng ``<<<<<<< HEAD``, ``=======``, ``>>>>>>> nhanh-khac``
Đúng: chỉ giữ các dòng mục ``- {…}`` của cả hai bên
""",
    "KH052": """Một mục của nhật ký tiến độ chỉ cần đứng một lần.

Hợp nhất hai nhánh cùng có một mục có thể để lại hai dòng giống nhau. Báo cáo chỉ tính một lần,
nhưng người đọc tệp thì thấy hai.

Sai: hai dòng cùng nội dung, cùng ``dau``
Đúng: một dòng
""",
    "KH053": """Mục đã ghi vào nhật ký tiến độ thì không sửa: báo cáo đã gửi phải lập lại được.

Mỗi mục do ``kehoach progress`` ghi mang một dấu tính từ nội dung của nó; nội dung đổi thì dấu
không còn khớp. Ghi sai thì thêm mục mới thay cho mục cũ: từ ngày của mục mới, mục cũ không được
tính nữa.

Sai: đổi ``gia_tri: 65%`` thành ``gia_tri: 80%`` trong dòng đã ghi
Đúng: ``kehoach progress plans/a.yaml ho-so-truc-tuyen --value 80% --replaces DẤU``
""",
    "KH054": """Mục của nhật ký tiến độ phải nói về nhiệm vụ, chỉ tiêu có trong kế hoạch.

Mã viết sai, hoặc mã trong kế hoạch đã đổi, thì mục đó không vào báo cáo nào.

Sai: ``nhiem_vu: danh-muc-thtc``
Đúng: ``nhiem_vu: danh-muc-tthc``
""",
    "KH055": """Ngày và kỳ trong nhật ký tiến độ phải có thể đúng.

Ngày của mục không sau ngày ghi, không trước kế hoạch hơn một năm; ngày dự kiến không trước ngày
của mục; kỳ phải hợp với thời hạn định kỳ của nhiệm vụ.

Sai: ``ngay: 2052-10-14``, ``ky: 2025-W41`` ở việc hằng tháng
Đúng: ``ngay: 2025-10-14``, ``ky: 2025-10``
""",
    "KH056": """Số liệu trong nhật ký tiến độ phải là một con số so được với mức đạt của chỉ tiêu.

Sai: ``gia_tri: 12 nhóm`` cho mức đạt “tối thiểu 80%”; ``gia_tri: khá tốt``; ``gia_tri: 120%``
Đúng: ``gia_tri: 65%``
""",
    "KH057": """Hoàn thành phải có sản phẩm, minh chứng, và số liệu đạt mức của chỉ tiêu.

Thiếu một trong các điều đó thì nhiệm vụ được tính là “chờ xác nhận”. Hạn mới (``han``) cũng phải
có văn bản đặt ra hạn đó làm minh chứng.

Sai: ``{ngay: 2025-10-14, nhiem_vu: a, trang_thai: hoàn thành}``
Đúng: ``{…, trang_thai: hoàn thành, ket_qua: Ban hành quy chế, minh_chung: 15/QĐ-UBND}``
""",
    "KH058": """Nhật ký tiến độ phải đứng cạnh kế hoạch của nó, cùng tên.

Sai: ``plans/a.tien-do.yaml`` mà không có ``plans/a.yaml``
Đúng: ``plans/a.yaml`` và ``plans/a.tien-do.yaml``
""",
    "KH059": """Mục đã có ở bản git gần nhất thì không được mất khỏi nhật ký tiến độ.

Nhật ký chỉ ghi thêm. Mục mất đi thì báo cáo đã gửi không lập lại được.

Sai: xóa một dòng mục
Đúng: giữ dòng đó, thêm mục mới với ``thay_cho``
""",
}
