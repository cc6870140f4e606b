"""Khung và mục của khung mà kế hoạch dẫn tới phải có thật.

``khung:`` ở đầu tệp nêu các kế hoạch cấp trên được thực hiện; ``khung:`` ở chỉ tiêu, nhiệm vụ
nêu mục của khung mà mục này trả lời. Dẫn sai thì so sánh sẽ báo thiếu một việc đã có.

Sai: ``khung: 02-kh-bcdtw/ho-so-tructuyen``
Đúng: ``khung: 02-kh-bcdtw/ho-so-truc-tuyen``
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from kehoach.model.framework import Framework
from kehoach.model.plan import Target, Task
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH102", "khung-khong-co", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look up every framework and every link."""
    for i, code in enumerate(context.plan.frameworks):
        if context.frameworks[code] is None:
            help_ = f"kiểm tra lại mã, hoặc thêm tệp templates/khung/{code}.yaml"
            yield Finding(("khung", i), f"không có khung “{code}”", help_)
    yield from find_dead_links(context.plan.items(), context.frameworks)


def find_dead_links(
    items: Iterable[Target | Task],
    frameworks: Mapping[str, Framework | None],
    named_in: str = "khung",
) -> Iterator[Finding]:
    """Yield a finding for each link of *items* that names no item of *frameworks*.

    ``named_in`` is the key at the top of the file under which it names its frameworks.
    """
    for item in items:
        for i, link in enumerate(item.links):
            path = (*item.path, "khung", i)
            code, _, item_code = link.partition("/")
            if code not in frameworks:
                yield Finding(
                    path,
                    f"mục này dẫn tới khung “{code}” nhưng tệp không khai khung đó",
                    f"thêm {code} vào khóa “{named_in}” ở đầu tệp",
                )
                continue
            framework = frameworks[code]
            if framework is not None and item_code not in framework.terms:
                message = f"khung {code} không có mục “{item_code}”"
                yield Finding(path, message, _suggest(item_code, framework))


def _suggest(code: str, framework: Framework) -> str:
    close = get_close_matches(code, framework.terms, n=1, cutoff=0.5)
    return f"có phải “{framework.code}/{close[0]}”?" if close else "xem các mã trong tệp khung"
