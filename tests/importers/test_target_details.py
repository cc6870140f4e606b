"""Values that stand behind the sentence of a target, in a section of targets of a text."""

from pathlib import Path
from typing import Any

import pytest

from kehoach.importers.draft import plain
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise

HO_SO = "Hồ sơ công việc được lập trên môi trường điện tử"


def targets(line: str, folder: Path) -> list[dict[str, Any]]:
    """Return the targets of a plan whose target section has only *line*."""
    file = folder / "a.txt"
    file.write_text(f"KẾ HOẠCH\nVề chuyển đổi số\n\nI. CHỈ TIÊU\n\n- {line}\n", "utf-8")
    (section,) = plain(recognise(read_source(file, "a.txt")).draft)["noi_dung"]
    return [
        {key: value for key, value in target.items() if key != "ma"}
        for target in section.get("chi_tieu", [])
    ]


CASES: list[tuple[str, str, list[dict[str, Any]]]] = [
    ("muc-dat", f"{HO_SO}: tối thiểu 80%.", [{"noi_dung": HO_SO, "muc_dat": "tối thiểu 80%"}]),
    ("toan-bo", f"{HO_SO}: toàn bộ; thời hạn năm 2026.",
     [{"noi_dung": HO_SO, "muc_dat": "toàn bộ", "han": "năm 2026"}]),
    ("tu-ngay", f"{HO_SO}: 100%; tính từ 01/7/2025; thời hạn 31/12/2025.",
     [{"noi_dung": HO_SO, "muc_dat": "100%", "tu_ngay": "01/7/2025", "han": "31/12/2025"}]),
    ("chi-co-han", f"{HO_SO}; thời hạn 31/12/2025.",
     [{"noi_dung": HO_SO, "han": "31/12/2025"}]),
    ("pham-vi-va-tru", f"{HO_SO} (trong phạm vi cấp xã; trừ hồ sơ mật): 100%.",
     [{"noi_dung": HO_SO, "muc_dat": "100%", "pham_vi": "trong phạm vi cấp xã",
       "ngoai_tru": "hồ sơ mật"}]),
    ("ngoac-khac", f"{HO_SO} (kể cả hồ sơ cũ): 100%.",
     [{"noi_dung": f"{HO_SO} (kể cả hồ sơ cũ)", "muc_dat": "100%"}]),
    ("co-san-trong-cau", "Đạt 100% hồ sơ của 100% thôn: 100%.",
     [{"noi_dung": "Đạt 100% hồ sơ của 100% thôn: 100%", "muc_dat": "100%"}]),
    ("khong-chi-la-so", f"{HO_SO}: đạt tối thiểu 80% số hồ sơ.",
     [{"noi_dung": f"{HO_SO}: đạt tối thiểu 80% số hồ sơ", "muc_dat": "tối thiểu 80%"}]),
    ("hai-chi-tieu", "Đạt 80% hồ sơ; 95% hộ dùng nước sạch.",
     [{"noi_dung": "Đạt 80% hồ sơ", "muc_dat": "80%"},
      {"noi_dung": "95% hộ dùng nước sạch", "muc_dat": "95%"}]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_targets(line: str, expected: list[dict[str, Any]], tmp_path: Path) -> None:
    assert targets(line, tmp_path) == expected
