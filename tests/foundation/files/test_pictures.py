import io

import pytest
from PIL import Image

from creaspace.foundation.files.pictures import Unfit, opened, smaller
from creaspace.foundation.files.sniffing import media_type_of
from tests.foundation.files import samples


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x1cftypavif", "image/avif"),
        (b"<svg xmlns=", ""),
        (b"%PDF-1.7", ""),
        (b"", ""),
    ],
)
def test_media_type_is_seen_in_the_bytes(head: bytes, media_type: str):
    assert media_type_of(head) == media_type


def test_picture_is_turned_as_the_camera_was_held():
    _media_type, picture = opened(samples.jpeg(400, 300, turned=True))

    assert picture.size == (300, 400)


def test_smaller_pictures_carry_nothing_of_the_camera():
    _media_type, picture = opened(samples.jpeg(400, 300))

    made = [Image.open(io.BytesIO(each.content)) for each in smaller(picture)]

    assert [dict(each.getexif()) for each in made] == [{}, {}, {}, {}]
    assert all("Somebody" not in str(each.info) for each in made)


def test_smaller_pictures_never_outgrow_the_original_but_for_messages():
    _media_type, picture = opened(samples.jpeg(400, 300))

    sizes = {each.recipe.kind: (each.width, each.height) for each in smaller(picture)}

    assert sizes == {
        "thumb": (320, 240),
        "card": (400, 300),
        "wide": (400, 300),
        "share": (1200, 630),
    }


def test_transparent_picture_stands_on_white():
    _media_type, picture = opened(samples.png())

    assert picture.getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"A letter, not a picture.", "not_a_picture"),
        (samples.jpeg()[:900], "unreadable"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "unreadable"),
        (samples.png(8, 8), "too_small"),
        (samples.png(20_000, 5_000, mode="1"), "too_many_pixels"),
    ],
)
def test_unfit_picture_says_why(content: bytes, reason: str):
    with pytest.raises(Unfit) as unfit:
        opened(content)

    assert unfit.value.reason == reason
