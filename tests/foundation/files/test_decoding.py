import subprocess
import sys

import pytest

from creaspace.foundation.files.decoding import decode
from creaspace.foundation.files.pictures import Unfit
from tests.foundation.files import samples

PROBE = """
import socket, subprocess, sys
from creaspace.foundation.files import decode
decode.give_up_rights()
for act in (
    lambda: socket.create_connection(("127.0.0.1", 9)),
    lambda: subprocess.run([sys.executable, "-c", "1"]),
    lambda: bytearray(3_000_000_000),
):
    try:
        act()
    except (PermissionError, MemoryError, OSError) as refusal:
        print(type(refusal).__name__)
"""


def test_picture_is_read_in_its_own_process():
    decoded = decode(samples.jpeg(400, 300, turned=True))

    assert (decoded.media_type, decoded.width, decoded.height) == ("image/jpeg", 300, 400)
    assert decoded.smaller == ()


def test_smaller_pictures_come_back_from_the_process():
    decoded = decode(samples.jpeg(), with_smaller=True)

    made = [(each.kind, each.format, each.width) for each in decoded.smaller]
    assert made == [
        ("thumb", "webp", 320),
        ("card", "webp", 400),
        ("wide", "webp", 400),
        ("share", "jpeg", 1200),
    ]
    assert all(each.content for each in decoded.smaller)


def test_reason_comes_back_from_the_process():
    with pytest.raises(Unfit) as unfit:
        decode(samples.png(20_000, 5_000, mode="1"))

    assert unfit.value.reason == "too_many_pixels"
    assert unfit.value.facts == {"width": 20_000, "height": 5_000, "most": 80}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_process_may_not_use_network_nor_processes_nor_all_memory():
    done = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, timeout=30
    )

    assert done.stdout.split() == ["PermissionError", "PermissionError", "MemoryError"]
