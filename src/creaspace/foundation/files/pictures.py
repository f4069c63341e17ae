"""Reading a picture and making the smaller ones. Pure: bytes in, bytes out; run by `decode`."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PIL import Image, ImageOps

from creaspace.foundation.files.sniffing import ENOUGH, media_type_of

MOST_PIXELS = 80_000_000
LEAST_SIDE_PX = 32
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


class Unfit(Exception):
    """The picture is not taken: `reason` names why, `facts` hold the numbers to say so."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


class Recipe(NamedTuple):
    """One smaller picture: the box it fits in, and whether it fills it to the edges."""

    kind: str
    format: str
    width: int
    height: int
    fills: bool
    quality: int


RECIPES = (
    Recipe("thumb", "webp", 320, 320, fills=False, quality=74),
    Recipe("card", "webp", 720, 720, fills=False, quality=76),
    Recipe("wide", "webp", 1600, 1600, fills=False, quality=78),
    Recipe("share", "jpeg", 1200, 630, fills=True, quality=82),
)


@dataclass(frozen=True)
class Made:
    """One smaller picture, encoded."""

    recipe: Recipe
    width: int
    height: int
    content: bytes


def opened(content: bytes) -> tuple[str, Image.Image]:
    """The media type and the picture, upright and in plain colours; `Unfit` when it is neither."""
    media_type = media_type_of(content[:ENOUGH])
    if not media_type:
        raise Unfit("not_a_picture")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=FORMATS)
            _ensure_size(picture)
            picture.load()
    except (Unfit, MemoryError):
        raise
    except Image.DecompressionBombError:
        raise Unfit("too_much") from None
    except Exception as error:  # decoders raise whatever a broken file provokes
        raise Unfit("unreadable", media_type=media_type) from error
    return media_type, plain(picture)


def _ensure_size(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        most = MOST_PIXELS // 1_000_000
        raise Unfit("too_many_pixels", width=width, height=height, most=most)
    if min(width, height) < LEAST_SIDE_PX:
        raise Unfit("too_small", width=width, height=height, least=LEAST_SIDE_PX)


def plain(picture: Image.Image) -> Image.Image:
    """Turned as the camera was held, on white where it was transparent, without any metadata."""
    upright = ImageOps.exif_transpose(picture)
    if "A" in upright.getbands() or "transparency" in upright.info:
        layered = upright.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        upright = Image.alpha_composite(ground, layered)
    bare = upright.convert("RGB")
    bare.info.clear()
    return bare


def smaller(picture: Image.Image) -> Iterator[Made]:
    """Every recipe's picture; none is ever larger than the original, but for the one that fills."""
    for recipe in RECIPES:
        drawn = _fitted(picture, recipe)
        yield Made(recipe, drawn.width, drawn.height, _encoded(drawn, recipe))


def _fitted(picture: Image.Image, recipe: Recipe) -> Image.Image:
    box = (recipe.width, recipe.height)
    if recipe.fills:
        return ImageOps.fit(picture, box, Image.Resampling.LANCZOS)
    drawn = picture.copy()
    drawn.thumbnail(box, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return drawn


def _encoded(picture: Image.Image, recipe: Recipe) -> bytes:
    into = io.BytesIO()
    extra = {"method": 4} if recipe.format == "webp" else {"optimize": True, "progressive": True}
    picture.save(into, recipe.format.upper(), quality=recipe.quality, exif=b"", **extra)
    return into.getvalue()
