"""The zip is the same for the same content, and whole or not there."""

import zipfile
from datetime import date

import pytest

from creaspace.doors.interop.static_export.packing import pack

DAY = date(2026, 11, 22)


def test_same_content_gives_the_same_bytes(tmp_path):
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"

    pack(one, {"b.txt": b"b", "a.txt": b"a"}, "top", DAY)
    pack(other, {"a.txt": b"a", "b.txt": b"b"}, "top", DAY)

    assert one.read_bytes() == other.read_bytes()
    assert zipfile.ZipFile(one).namelist() == ["top/a.txt", "top/b.txt"]


def test_failure_leaves_no_half_zip(tmp_path):
    with pytest.raises(TypeError):
        pack(tmp_path / "out.zip", {"a.txt": 7}, "top", DAY)  # type: ignore[dict-item]

    assert list(tmp_path.iterdir()) == []
