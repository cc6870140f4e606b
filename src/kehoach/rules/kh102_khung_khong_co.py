"""Khung và mục của khung mà kế hoạch dẫn tới phải có thật.

``khung:`` ở đầu tệp nêu các kế hoạch cấp trên được thực hiện; ``khung:`` ở chỉ tiêu, nhiệm vụ
nêu mục của khung mà mục này trả lời. Dẫn sai thì so sánh sẽ báo thiếu một việc đã có.

Sai: ``khung: 02-kh-bcdtw/ho-so-tructuyen``
Đúng: ``khung: 02-kh-bcdtw/ho-so-truc-tuyen``
"""

from collections.abc import Iterator
from difflib import get_close_matches

from kehoach.model.framework import Framework
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH102", "khung-khong-co", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look up every framework and every link."""
    for i, code in enumerate(context.plan.frameworks):
        if context.frameworks[code] is None:
            help_ = f"kiểm tra lại mã, hoặc thêm tệp templates/khung/{code}.yaml"
            yield Finding(("khung", i), f"không có khung “{code}”", help_)
    for item in context.plan.items():
        for i, link in enumerate(item.links):
            path = (*item.path, "khung", i)
            code, _, item_code = link.partition("/")
            if code not in context.frameworks:
                yield Finding(
                    path,
                    f"mục này dẫn tới khung “{code}” nhưng kế hoạch không khai khung đó",
                    f"thêm {code} vào khóa “khung” ở đầu tệp",
                )
                continue
            framework = context.frameworks[code]
            if framework is not None and item_code not in framework.terms:
                message = f"khung {code} không có mục “{item_code}”"
                yield Finding(path, message, _suggest(item_code, framework))


def _suggest(code: str, framework: Framework) -> str:
    close = get_close_matches(code, framework.terms, n=1, cutoff=0.5)
    return f"có phải “{framework.code}/{close[0]}”?" if close else "xem các mã trong tệp khung"
