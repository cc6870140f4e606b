"""Văn bản đã ban hành không được còn chỗ […] chưa điền.

Bản dự thảo do kehoach new lập để […] ở chỗ người soạn phải quyết định; ký văn bản khi còn chỗ đó
là ký một câu dang dở. Bản dự thảo không bị nhắc.

Sai: ``trang_thai: ban_hanh`` với ``doan: Dự kiến kinh phí [số tiền]``
Đúng: ``doan: Dự kiến kinh phí 250 triệu đồng``
"""

from collections.abc import Iterator

from kehoach.model.plan import Plan
from kehoach.rules.blanks import BLANK
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH804", "con-cho-trong", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for brackets in every text of an issued document."""
    if context.plan.document.is_draft:
        return
    texts = context.texts if "[" in context.running_text.text else ()
    for path, text in (*_form(context.plan), *texts, *context.named_units):
        if blank := BLANK.search(text):
            yield Finding(path, f"còn chỗ chưa điền: {blank[0]}", "điền vào, hoặc bỏ đi")


def _form(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Yield what the form of the document prints besides its text."""
    document = plan.document
    yield ("van_ban", "dia_danh"), document.place
    yield ("van_ban", "ky_hieu"), document.symbol
    yield ("van_ban", "nguoi_ky", "chuc_vu"), document.signer.title
    yield ("van_ban", "nguoi_ky", "ho_ten"), document.signer.name
    for index, recipient in enumerate(document.recipients):
        yield ("van_ban", "noi_nhan", index), recipient
