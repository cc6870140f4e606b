"""LibreOffice and poppler: missing, failing, too slow, and at work."""

import shutil
import sys
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

from kehoach.output import office
from kehoach.output.office import OfficeError, find_office, find_poppler, to_pdf, to_png

HERE = Path(__file__).parent


@pytest.fixture
def no_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a machine without programs; the folder is where they are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_PLACES", ())
    return tmp_path


def write_program(folder: Path, name: str, code: str) -> None:
    file = folder / name
    file.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    file.chmod(0o755)


@pytest.mark.usefixtures("no_programs")
def test_missing_programs_are_named() -> None:
    with pytest.raises(OfficeError, match="không có LibreOffice trên máy này"):
        find_office()
    with pytest.raises(OfficeError, match="không có poppler trên máy này"):
        find_poppler()
    with pytest.raises(OfficeError, match="không có LibreOffice"):
        list(to_pdf([Path("a.docx")], Path()))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise SystemExit(3)", r"LibreOffice báo lỗi \(mã 3\)"),
        ("", "LibreOffice không làm được PDF của a.docx"),
        ("import time; time.sleep(60)", "không xong sau 1 giây"),
        (
            "import subprocess; subprocess.run(['/bin/sleep', '60'])",
            "không xong sau 1 giây",
        ),
    ],
    ids=["fails", "writes nothing", "hangs", "what it started hangs"],
)
@pytest.mark.skipif(sys.platform == "win32", reason="programs here are scripts")
def test_a_program_that_does_not_do_its_work(
    code: str, words: str, no_programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_SECONDS_TO_START", 1)
    monkeypatch.setattr(office, "_SECONDS_A_FILE", 0)
    write_program(no_programs, "soffice", code)
    with pytest.raises(OfficeError, match=words):
        list(to_pdf([no_programs / "a.docx"], no_programs))


@pytest.mark.skipif(sys.platform == "win32", reason="programs here are scripts")
def test_files_are_converted_some_at_a_time_in_a_folder_of_their_own(
    no_programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_AT_ONCE", 2)
    write_program(
        no_programs,
        "soffice",
        "import sys, pathlib\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "files = [pathlib.Path(a) for a in sys.argv if a.endswith('.docx')]\n"
        "assert len(files) <= 2 and '-env:UserInstallation=file:' in sys.argv[1]\n"
        "for file in files: (out / f'{file.stem}.pdf').write_text(file.stem)",
    )
    files = [no_programs / f"{number}.docx" for number in range(5)]
    made = list(to_pdf(files, no_programs))
    assert [file.read_text() for file in made] == ["0", "1", "2", "3", "4"]


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftoppm")),
    reason="needs LibreOffice and poppler",
)
def test_a_document_becomes_pages(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Trang một").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Trang hai")
    document.save(str(tmp_path / "a[1].docx"))
    (pdf,) = to_pdf([tmp_path / "a[1].docx"], tmp_path)
    assert pdf.read_bytes().startswith(b"%PDF")
    pages = to_png(pdf, tmp_path)
    assert [page.name for page in pages] == ["a[1]-trang-1.png", "a[1]-trang-2.png"]
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)
