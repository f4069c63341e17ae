"""Pictures made for tests: small, without anybody in them."""

import io

from PIL import Image


def jpeg(width: int = 400, height: int = 300, *, turned: bool = False) -> bytes:
    """A blue picture with a position and an author written into it, as a camera does."""
    picture = Image.new("RGB", (width, height), "#1a48bc")
    picture.paste("#fbfaf7", (0, 0, width // 2, height // 2))
    exif = Image.Exif()
    exif[0x013B] = "Somebody with a camera"
    if turned:
        exif[0x0112] = 6  # held upright: to be turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"
    into = io.BytesIO()
    picture.save(into, "JPEG", exif=exif)
    return into.getvalue()


def png(width: int = 64, height: int = 64, *, mode: str = "RGBA") -> bytes:
    into = io.BytesIO()
    Image.new(mode, (width, height)).save(into, "PNG")
    return into.getvalue()
