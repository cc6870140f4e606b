"""Trong câu, sau dấu chấm phẩy không viết hoa.

Nghị định 30/2020/NĐ-CP, phụ lục II, mục I: viết hoa chữ cái đầu câu sau dấu chấm, chấm hỏi, chấm
than và khi xuống dòng. Chỉ nhắc khi từ viết hoa là động từ thường mở đầu một việc; tên riêng
không bị nhắc.

Sai: "rà soát văn bản; Hướng dẫn các đơn vị"
Đúng: "rà soát văn bản; hướng dẫn các đơn vị"
"""

from collections.abc import Iterator

from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule

META = Rule("KH911", "hoa-sau-cham-phay", Level.NOTE, since="0.1.0")

_VERBS = (
    "Bảo đảm|Bổ sung|Bố trí|Bồi dưỡng|Cập nhật|Chỉ đạo|Chủ động|Chủ trì|Cung cấp|Duy trì|Đánh giá"
    "|Đảm bảo|Đào tạo|Đầu tư|Đẩy mạnh|Đề xuất|Định kỳ|Đôn đốc|Giải quyết|Hoàn thành|Hỗ trợ"
    "|Huy động|Hướng dẫn|Kết nối|Kiểm tra|Kiện toàn|Kịp thời|Nâng cao|Nghiên cứu|Niêm yết|Phát huy"
    "|Phát triển|Phân công|Phối hợp|Rà soát|Sơ kết|Tăng cường|Tập huấn|Tham mưu|Thành lập"
    "|Theo dõi|Thực hiện|Thường xuyên|Tiếp nhận|Tiếp tục|Tích cực|Tổng hợp|Tổng kết|Trang bị"
    "|Triển khai|Tuyên truyền|Ưu tiên|Vận hành|Xây dựng|Xử lý"
)
_CAPITAL = late_pattern(rf"; ({_VERBS})\b(?= [^\W\d_]|, [a-zà-ỹđ])(?! số \d| của )")


def check(context: Context) -> Iterator[Finding]:
    """Look for a capital verb behind a semicolon."""
    wording = context.wording
    tokens = wording.tokens
    if not any(tokens[i + 1][0].isupper() for i in wording.places.get(";", ())):
        return
    for match in _CAPITAL.finditer(wording.text):
        verb = match[1]
        path, stretch = wording.place(*match.span(1))
        right = verb[0].lower() + verb[1:]
        yield Finding(
            path,
            f"“{verb}” viết hoa sau dấu chấm phẩy",
            f"viết “{right}”, hoặc thay dấu chấm phẩy bằng dấu chấm",
            stretch,
            fix=Fix((Replacement(path, stretch, right),), safe=True),
        )
