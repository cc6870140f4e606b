"""Words of other systems: every table has a word for every stage and time."""

from itertools import product
from pathlib import Path

import pytest

from kehoach.progress.entry import Stage
from kehoach.progress.timing import Timeliness
from kehoach.progress.vocabularies import read_vocabulary, vocabulary_codes

PROJECT = Path(__file__).parents[2]
CODES = list(vocabulary_codes(PROJECT))
ALL = list(product(Stage, (*Timeliness, None), (None, -3, 2, 10, 100)))
DONE, GOING, NEW = Stage.COMPLETED, Stage.IN_PROGRESS, Stage.NOT_STARTED
ON_TIME, AT_RISK, LATE = Timeliness.ON_TIME, Timeliness.AT_RISK, Timeliness.LATE


@pytest.mark.parametrize("code", CODES)
def test_every_status_has_a_word_and_every_word_a_status(code: str) -> None:
    words = read_vocabulary(code, PROJECT)
    assert words is not None
    said = {words.word(stage, time, left) for stage, time, left in ALL}
    assert "" not in said
    assert said == {line.word for line in words.lines}


@pytest.mark.parametrize(
    ("code", "stage", "time", "left", "word"),
    [
        ("xanh-vang-do", GOING, AT_RISK, 3, "Vàng"),
        ("xanh-vang-do", DONE, LATE, -3, "Đỏ"),
        ("xanh-vang-do", DONE, None, None, "Xanh"),
        ("sau-muc", NEW, LATE, -1, "Chưa thực hiện trễ hạn"),
        ("sau-muc", DONE, LATE, -1, "Hoàn thành trễ hạn"),
        ("sau-muc", Stage.AWAITING, ON_TIME, 9, "Đang thực hiện đúng hạn"),
        ("theodoinq", GOING, LATE, -1, "Chậm muộn"),
        ("theodoinq", DONE, LATE, -1, "Đã hoàn thành"),
        ("ke-hoach-11", GOING, AT_RISK, 3, "có nguy cơ chậm"),
        ("trong-han-qua-han", GOING, AT_RISK, 3, "chưa hoàn thành (trong hạn)"),
        ("dung-han-tre-han", GOING, None, None, "Không giao hạn"),
        ("bao-chi-nq57", GOING, LATE, -1, "quá hạn chưa hoàn thành"),
        ("cong-hai", GOING, ON_TIME, 14, "Đang thực hiện (hổ phách)"),
        ("cong-hai", GOING, ON_TIME, 15, "Đang thực hiện"),
        ("trinh-ky", Stage.AWAITING, ON_TIME, 9, "Đang trình ký"),
        ("an-thoi-dong", GOING, None, None, "Tiếp tục duy trì"),
        ("hung-vuong", GOING, ON_TIME, 3, "Sắp đến hạn"),
    ],
)
def test_words(
    code: str, stage: Stage, time: Timeliness | None, left: int | None, word: str
) -> None:
    words = read_vocabulary(code, PROJECT)
    assert words is not None
    assert words.word(stage, time, left) == word


def test_what_there_is_not() -> None:
    assert read_vocabulary("khong-co", PROJECT) is None
    assert len(CODES) == 11
