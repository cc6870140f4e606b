"""Quyền hạn, chức vụ của người ký phải đúng thể thức và khớp với cơ quan ban hành.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.7 và Điều 13: chủ tịch ký thì "TM. ỦY BAN NHÂN DÂN";
phó chủ tịch ký thì "KT. CHỦ TỊCH"; không ghi học hàm, học vị trước họ tên. Hướng dẫn 05-HD/VPTW,
mục II.I.7: cấp ủy không dùng K/T, phó bí thư cũng ký T/M; ban chỉ đạo không có con dấu riêng thì
ghi chức vụ gắn với con dấu và "kiêm", không ghi T/M BAN CHỈ ĐẠO; sau chức vụ không ghi tên cấp
ủy.

Sai: ``{thay_mat: Ủy ban nhân dân, chuc_vu: Phó Chủ tịch}``
Đúng: ``{thay_mat: Ủy ban nhân dân, ky_thay: Chủ tịch, chuc_vu: Phó Chủ tịch}``
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.model.plan import DocumentInfo, Signer
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH806", "quyen-han-ky", Level.WARNING, since="0.1.0")

_SIGNER = ("van_ban", "nguoi_ky")
_DEGREE = re.compile(
    r"(?i)(?:(?:ts|ths|pgs|gs|bs|cn|ks)\."
    r"|(?:thạc sĩ|tiến sĩ|thạc sỹ|tiến sỹ|ông|bà|đồng chí|đ/c)\s)"
)
_COMMITTEE = "ban chỉ đạo"


def check(context: Context) -> Iterator[Finding]:
    """Compare the parts of the signature with one another and with the issuer."""
    document = context.plan.document
    signer = document.signer
    if match := _DEGREE.match(signer.name):
        yield Finding(
            (*_SIGNER, "ho_ten"),
            f"họ tên người ký có “{match[0].strip()}” ở trước",
            "chỉ ghi họ và tên",
            match.span(),
        )
    if document.profile == "hd05":
        yield from _party(document, signer)
    else:
        yield from _state(document, signer)


def _state(document: DocumentInfo, signer: Signer) -> Iterator[Finding]:
    title, head = fold(signer.title), fold(signer.for_head)
    is_committee = fold(document.issuer).startswith("ủy ban nhân dân")
    by_another = signer.by_order or signer.by_mandate
    if title.startswith("phó ") and not (head or by_another or signer.also):
        yield Finding(
            (*_SIGNER, "chuc_vu"),
            f"{signer.title} ký mà không có ký thay",
            f"thêm ky_thay: {signer.title[4:5].upper()}{signer.title[5:]}",
        )
    if head and title == head:
        yield Finding(
            (*_SIGNER, "ky_thay"),
            f"{signer.title} tự ký thì không ký thay {signer.for_head}",
            "bỏ ky_thay, hoặc sửa chuc_vu thành chức vụ cấp phó",
        )
    if is_committee and title.startswith("chủ tịch") and not (signer.on_behalf or by_another):
        yield Finding(
            (*_SIGNER, "chuc_vu"),
            "chủ tịch ký văn bản của ủy ban nhân dân mà không có thay mặt",
            "thêm thay_mat: Ủy ban nhân dân",
        )
    if signer.on_behalf and is_committee and "ủy ban nhân dân" not in fold(signer.on_behalf):
        yield Finding(
            (*_SIGNER, "thay_mat"),
            f"ký thay mặt {signer.on_behalf}, cơ quan ban hành là {document.issuer}",
            "sửa thay_mat cho khớp cơ quan ban hành",
        )
    if signer.on_behalf and by_another:
        yield Finding(
            (*_SIGNER, "thay_mat"),
            "vừa ký thay mặt vừa thừa lệnh hoặc thừa ủy quyền",
            "chỉ giữ một quyền hạn ký",
        )


def _party(document: DocumentInfo, signer: Signer) -> Iterator[Finding]:
    title = fold(signer.title)
    if _COMMITTEE in fold(document.issuer):
        if signer.on_behalf:
            yield Finding(
                (*_SIGNER, "thay_mat"),
                "ban chỉ đạo không ký T/M",
                "bỏ thay_mat; ghi chức vụ gắn với con dấu và kiem: Trưởng Ban Chỉ đạo",
            )
        return
    if signer.for_head and title.startswith("phó bí thư"):
        yield Finding(
            (*_SIGNER, "ky_thay"),
            "cấp ủy không dùng ký thay: phó bí thư cũng ký T/M",
            "bỏ ky_thay, thêm thay_mat: Ban Thường vụ hoặc Đảng ủy",
        )
    elif title.removeprefix("phó ").startswith("bí thư") and not signer.on_behalf:
        yield Finding(
            (*_SIGNER, "chuc_vu"),
            f"{signer.title} ký văn bản của cấp ủy mà không có thay mặt",
            "thêm thay_mat: Ban Thường vụ hoặc Đảng ủy",
        )
    if title.removeprefix("phó ").startswith("bí thư "):
        yield Finding(
            (*_SIGNER, "chuc_vu"),
            f"sau chức vụ không ghi tên cấp ủy: “{signer.title}”",
            f"viết: {'Phó Bí thư' if title.startswith('phó') else 'Bí thư'}",
        )
