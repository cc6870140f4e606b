import io
import zipfile

from kehoach.document.zipping import compress, write_zip


def test_a_zip_is_what_zipfile_writes_of_the_same_members() -> None:
    files = {"[Content_Types].xml": b"<a/>", "word/document.xml": "Hòa".encode() * 999, "c": b""}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content, compresslevel=3)
    assert write_zip([compress(*item) for item in files.items()]) == file.getvalue()
