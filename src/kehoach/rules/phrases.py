"""The texts of a task, the words of a text that say what it is about, and how it is quoted."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kehoach.model.plan import Prose, Task
from kehoach.source.place import Path

_WORD = re.compile(r"\w+")
# Words that most tasks and targets have.
_COMMON_WORDS = """
các của và cho trên theo trong được về với tại là có từ đến để việc những một bảo đảm
thực hiện tổ chức triển khai tham mưu phối hợp chủ trì địa bàn xã phường công tác đạt
tỷ lệ tối thiểu ít nhất năm nhằm phục vụ nội dung nhiệm cùng này
"""
_COMMON = frozenset(_COMMON_WORDS.split())


_QUOTED_WORDS = 14  # words of a quotation: enough to know the text by


def shortened(text: str) -> str:
    """Return *text*, of a long one the first words and an ellipsis, to be quoted in a message."""
    words = text.split(maxsplit=_QUOTED_WORDS)
    if len(words) <= _QUOTED_WORDS:
        return text
    return " ".join(words[:_QUOTED_WORDS]).rstrip(" ,;:.") + "…"


def task_texts(task: Task) -> Iterator[tuple[Path, str]]:
    """Yield name, contents and deliverable of *task*, each with its path."""
    if task.name:
        yield (*task.path, "ten"), task.name
    yield from _prose(task.content, (*task.path, "noi_dung"))
    if task.deliverable:
        yield (*task.path, "san_pham"), task.deliverable


def _prose(prose: Prose, path: Path) -> Iterator[tuple[Path, str]]:
    for i, paragraph in enumerate(prose):
        here = (*path, i)
        if isinstance(paragraph, str):
            yield here, paragraph
        else:
            yield from _prose(paragraph, here)


@lru_cache(maxsize=8192)
def subject_words(text: str) -> frozenset[str]:
    """Return the lower-case words of *text* but numbers and those that most texts have."""
    return frozenset(
        word
        for word in _WORD.findall(text.casefold())
        if word not in _COMMON and not word.isdigit()
    )
