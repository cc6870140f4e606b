"""The page ``docs/the-thuc.md``: rules of the official form, what cannot be decided, and how."""

from collections.abc import Iterator

from kehoach.output.findings.text import LEVELS
from kehoach.thethuc.registry import FormatRule, all_format_rules
from kehoach.thethuc.undecided import IN_PART, UNDECIDED

_HEAD = """# Kiểm tra thể thức tệp Word

`kehoach validate FILE.docx` xét thể thức của mọi tệp Word, dù gõ tay hay do chương trình kết xuất,
theo Nghị định 30/2020/NĐ-CP (nd30) hoặc Hướng dẫn 05-HD/VPTW ngày 27/5/2026 (hd05). Thể thức nào là
do phần đầu văn bản: Quốc hiệu hay tiêu đề của Đảng; `--profile` chọn thay. Tệp `.docm`, `.dotx`,
`.dotm` cũng được xét, macro không bao giờ được chạy. Tệp `.doc`, RTF, HTML, PDF, `.odt` mang đuôi
`.docx`, tệp có mật khẩu thì bị từ chối bằng một câu nói rõ là gì và cần làm gì.

Định dạng được tính như Word: định dạng trực tiếp, kiểu ký tự, kiểu đoạn và kiểu nó dựa vào, kiểu
bảng, mặc định của tệp, phông của chủ đề, danh sách đánh số. Các thành phần được tìm ở ô bảng, hộp
chữ, cột Tab và cột cách bằng dấu cách.

- **Chỗ**: đoạn thứ mấy theo thứ tự đọc, kể cả đoạn trong ô bảng và hộp chữ; số trang có khi Word đã
  ghi chỗ ngắt trang trong tệp. Trong JSON, `line` là số đoạn, `path` là `doan/12`.
- **Mức**: lỗi là trái văn bản; cảnh báo là chỗ văn bản để khoảng hoặc là thông lệ. Điều văn bản để
  ngỏ không bao giờ là lỗi.
- **Nhiều đoạn sai giống nhau** được gộp thành một phát hiện, kê các đoạn.

## Sửa tự động

`--fix` sửa khổ giấy, lề, phông, cỡ chữ, đậm nghiêng, màu, canh lề, khoảng cách, số trang. Không chữ
nào đổi, trừ hai công thức cố định (Quốc hiệu, Tiêu ngữ); phần khác của tệp giữ nguyên từng byte.
Điều cần thêm, bớt chữ hoặc vẽ đường kẻ thì người soạn tự sửa. Tệp đã ký số, tệp kiểu Strict Open
XML không được sửa.
"""
_TITLES = {
    "N": "Văn bản của cơ quan nhà nước (nd30)",
    "P": "Văn bản của Đảng (hd05)",
    "A": "Phụ lục và bảng",
    "L": "Vị trí",
}


def format_rules_page() -> Iterator[str]:
    """Yield the lines of the page, in Markdown."""
    yield from _HEAD.splitlines()
    for letter, title in _TITLES.items():
        yield from ("", f"## {title}", "", "| số | mức | quy định | căn cứ |", "|---|---|---|---|")
        for rule in all_format_rules():
            if rule.number.startswith(letter):
                yield _row(rule)
    yield from ("", "## Không quyết định được từ tệp", "")
    yield from (f"- {number}: {reason}." for number, reason in UNDECIDED.items())
    yield from ("", "## Chỉ xét một phần", "")
    yield from (f"- {number}: {reason}." for number, reason in IN_PART.items())


def _row(rule: FormatRule) -> str:
    of = " (cả hai thể thức)" if len(rule.profiles) > 1 else ""
    clause = rule.clause or "thông lệ"
    return f"| {rule.number} | {LEVELS[rule.level]} | {rule.words}{of} | {clause} |"
