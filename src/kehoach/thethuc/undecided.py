"""Rules of the form that a file alone cannot decide, and parts of rules that are not looked at.

Numbers are those of the rules; reasons are for users.
"""

UNDECIDED: dict[str, str] = {
    "N-13": "nghị định không cho khoảng cách từ số trang tới mép giấy",
    "N-14": "nghị định không quy định in hai mặt",
    "N-32": "số liên tục trong năm phải đối chiếu với sổ đăng ký văn bản đi",
    "N-37": "địa danh có hay không có chữ xã, phường tùy tên gọi của đơn vị",
    "N-52": "chữ “số” trong viện dẫn là cách viết nên theo, không phải quy định",
    "N-84": "chữ ký số và con dấu do phần mềm ký đặt vào sau khi có tệp",
    "N-94": "ký hiệu người soạn thảo và số bản là thành phần không bắt buộc",
    "N-95": "địa chỉ cơ quan là thành phần không bắt buộc",
    "N-96": "dấu chỉ độ khẩn là thành phần không bắt buộc, thường đóng bằng dấu",
    "N-97": "chỉ dẫn lưu hành là thành phần không bắt buộc",
    "A-11": "thông tin chữ ký số ở tệp phụ lục riêng do phần mềm ký ghi",
    "A-15": "nghị định không quy định cỡ chữ trong bảng",
    "A-18": "mẫu không có chữ ký ở phụ lục, nhưng cũng không cấm",
    "P-17": "số liên tục theo nhiệm kỳ phải đối chiếu với sổ đăng ký văn bản",
    "P-22": "dòng tác giả giữa tên loại và trích yếu có hay không đều được",
    "P-48": "chữ ký số và con dấu do phần mềm ký đặt vào sau khi có tệp",
    "P-62": "dấu chỉ độ khẩn là thành phần không bắt buộc",
    "P-63": "ghi lần dự thảo là thành phần không bắt buộc",
    "P-64": "phạm vi lưu hành là thành phần không bắt buộc",
    "P-65": "ký hiệu người soạn thảo là thành phần không bắt buộc",
    "P-66": "thông tin liên hệ là thành phần không bắt buộc",
}
"""Rules that are not checked at all."""

IN_PART: dict[str, str] = {
    "N-11": "văn bản không có số trang chỉ bị nêu khi chắc chắn dài hơn một trang",
    "N-22": "đường vẽ neo ở chỗ khác trong phần đầu thì không kết luận; phông khác không đo độ dài",
    "N-26": "độ cân đối của đường kẻ chỉ biết khi Word vẽ trang, nên không đo",
    "N-30": "quy chế, quy định ban hành kèm theo văn bản khác không có số và ngày riêng",
    "N-34": "chỉ xét cách viết và tên tỉnh; trụ sở đặt ở đâu thì tệp không cho biết",
    "N-35": "quy chế, quy định ban hành kèm theo văn bản khác không có số và ngày riêng",
    "N-40": "tên không có trong danh sách của nghị định (phiếu trình, điều lệ…) chỉ được ghi chú",
    "N-45": "báo cáo có gửi cấp trên hay không thì tệp không cho biết; vị trí gạch không đo",
    "N-51": "chỉ xét thời gian và cơ quan ban hành, ở sau hoặc ngay trước tên; trích yếu không xét",
    "N-62": "số tự động, gạch đầu dòng lùi cả đoạn thì không xét; 1,25 cm coi như 1,27 cm",
    "N-73": "chỉ xét khoản chắc chắn là tiêu đề: ngắn, không có dấu cuối, dưới có đoạn văn",
    "N-74": "chỉ xét khoản chắc chắn là câu: dài và có dấu cuối",
    "N-77": "mỗi cấp được đánh lại từ 1 ở bất kỳ đâu; điều đánh số suốt văn bản",
    "N-82": "chỉ xét chủ tịch và phó chủ tịch",
    "N-92": "tên người soạn thảo viết nhỏ sau dấu chấm của dòng lưu thì được",
    "A-08": "tệp phụ lục để riêng không xét được",
    "A-14": "chỉ xét bảng có bề rộng cố định; bảng tự co theo trang thì Word tự tính",
    "P-27": "tên riêng viết tắt cũng bị nêu; UBND, HĐND, MTTQ và vài chữ quen dùng được bỏ qua",
    "P-46": "ban chỉ đạo có con dấu hay không thì tệp không cho biết",
    "L-01": "chỉ xét bảng dàn trang; hộp chữ và phím Tab không cho biết vị trí trên giấy",
}
"""Rules that are checked only where the file leaves no doubt."""
