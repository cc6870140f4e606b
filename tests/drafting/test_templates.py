"""Templates of drafting that a project replaces, and what is wrong with them."""

import datetime as dt
from pathlib import Path

import pytest

from kehoach.drafting.commune import find_places
from kehoach.drafting.new_plan import draft_plan
from kehoach.model.framework import Framework
from kehoach.source.place import SourceError

ROOT = Path(__file__).parents[2]
UNITS, OUTLINE = "don-vi/cap-xa.yaml", "van-ban/dan-y.yaml"


def own(project: Path, name: str, *changes: tuple[str, str]) -> None:
    text = (ROOT / "templates" / name).read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    file = project / "templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def draft(framework: Framework, project: Path) -> dict[str, object]:
    (place,) = find_places("xã Hướng Phùng", "", dt.date(2026, 8, 1))
    return draft_plan(place, "nd30", framework, project).value


def test_the_templates_of_the_project_win(central: Framework, tmp_path: Path) -> None:
    own(tmp_path, UNITS, ("ten: Phòng Kinh tế\n", "ten: Phòng Kinh tế và Hạ tầng\n"))
    own(tmp_path, OUTLINE, ("de_muc: Kinh phí thực hiện", "de_muc: Nguồn lực của {ten}"))
    text = str(draft(central, tmp_path))
    assert "'Phòng Kinh tế và Hạ tầng'" in text
    assert "'Nguồn lực của Hướng Phùng'" in text


@pytest.mark.parametrize(
    ("name", "before", "after", "message"),
    [
        (UNITS, "viet_tat: VH-XH", "vit_tat: VH-XH", "không có khóa “vit_tat”"),
        (UNITS, "nhân dân {don_vi}\n", "nhân dân {donvi}\n", "không có chữ thay cho {donvi}"),
        (UNITS, "dau_moi: van-hoa-xa-hoi", "dau_moi: van-hoa", "không có đơn vị “van-hoa”"),
        (UNITS, "chu_tri: [hanh-chinh-cong]", "chu_tri: [mot-cua]", "không có đơn vị “mot-cua”"),
        (OUTLINE, "chen: don_vi", "chen: donvi", "“chen” là “donvi”"),
        (OUTLINE, "{ke_hoach} của", "{kế hoạch} của", "không có chữ thay cho {kế hoạch}"),
    ],
)
def test_a_wrong_template_is_refused_at_its_place(
    name: str, before: str, after: str, message: str, central: Framework, tmp_path: Path
) -> None:
    own(tmp_path, name, (before, after))
    with pytest.raises(SourceError) as caught:
        draft(central, tmp_path)
    fault = caught.value.faults[0]
    assert message in fault.message
    assert caught.value.file == f"templates/{name}"
    line = (tmp_path / "templates" / name).read_text("utf-8").splitlines()[fault.place.line - 1]
    assert after.strip() in line
