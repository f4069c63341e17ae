"""Drawing the picture that chat applications show beside a link: 1200 by 630 pixels. Pure."""

import io
from dataclasses import astuple, dataclass
from functools import cache, partial
from hashlib import sha256

from PIL import Image, ImageDraw

from creaspace.core.tiles import HALF, tile_of
from creaspace.foundation.files import faces, lines
from creaspace.foundation.files.outlines import polygons

DESIGN = 1  # raise it when the drawing changes: kept pictures are then made anew
WIDTH, HEIGHT = 1200, 630
MARGIN = 64
TILE = HEIGHT - 2 * MARGIN
LEFT = MARGIN + TILE + 56
FINER = 3  # the tile is drawn this much larger and reduced, so that its edges are smooth
PORCELAIN, INK, ASH = "#fbfaf7", "#181f2e", "#5c626d"
COBALT, LIGHT = "#1a48bc", "#d6e5ff"
INKS = {"a": COBALT, "b": "#88aef4", "c": PORCELAIN}
TITLE_SIZES, SMALL = (84, 68, 54, 44), 36


@dataclass(frozen=True)
class Card:
    """What is written on the picture, and the seed of its tile."""

    seed: str
    title: str
    also: str = ""  # the name in the script of the place
    place: str = ""
    site: str = ""

    @property
    def digest(self) -> str:
        said = "\x1f".join((str(DESIGN), *astuple(self)))
        return sha256(said.encode()).hexdigest()


def drawn(card: Card) -> bytes:
    """The picture as PNG, reduced to 128 colours: about 25 kB."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PORCELAIN)
    picture.paste(tile(card.seed, TILE), (MARGIN, MARGIN))
    _write(ImageDraw.Draw(picture), card)
    into = io.BytesIO()
    picture.quantize(128, Image.Quantize.FASTOCTREE).save(into, "PNG", compress_level=7)
    return into.getvalue()


def tile(seed: str, side: int) -> Image.Image:
    """The identity tile of a seed as pixels."""
    large = Image.new("RGB", (side * FINER, side * FINER), LIGHT)
    pen, scale = ImageDraw.Draw(large), side * FINER / (2 * HALF)
    for shape in tile_of(seed):
        for polygon in polygons(shape.path):
            corners = [((x + HALF) * scale, (y + HALF) * scale) for x, y in polygon]
            pen.polygon(corners, fill=INKS[shape.ink])
    return large.reduce(FINER)


def _write(pen: ImageDraw.ImageDraw, card: Card) -> None:
    room = WIDTH - LEFT - MARGIN
    size, titled = _title(card.title, room)
    top = MARGIN - size // 6
    for line in titled:
        _line(pen, (LEFT, top), line, size, "bold", INK)
        top += round(size * 1.16)
    measure = partial(faces.width, size=SMALL, weight="regular")
    for text in filter(None, (card.also, card.place)):
        top += SMALL // 3
        for line in lines.broken(text, room, measure, most=2)[0]:
            _line(pen, (LEFT, top), line, SMALL, "regular", ASH)
            top += round(SMALL * 1.3)
    pen.rectangle((LEFT, HEIGHT - MARGIN - 50, LEFT + 48, HEIGHT - MARGIN - 46), fill=COBALT)
    _line(pen, (LEFT, HEIGHT - MARGIN - 34), card.site, 28, "bold", COBALT)


def _title(text: str, room: int) -> tuple[int, list[str]]:
    """The largest size in which the title fits three lines (four in the smallest)."""
    for size in TITLE_SIZES:
        measure = partial(faces.width, size=size, weight="bold")
        broken, whole = lines.broken(text, room, measure, most=3)
        if whole:
            return size, broken
    smallest = TITLE_SIZES[-1]
    measure = partial(faces.width, size=smallest, weight="bold")
    return smallest, lines.broken(text, room, measure, most=4)[0]


def _line(
    pen: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, weight: str, ink: str
) -> None:
    """One line, its typefaces standing on one base line."""
    x, base = at[0], at[1] + _ascent(size)
    for run in faces.runs(text, weight):
        face = faces.font(run.face, size, weight)
        pen.text((x, base), run.text, fill=ink, font=face, anchor="ls")
        x += face.getlength(run.text)


@cache
def _ascent(size: int) -> int:
    return faces.font(faces.LATIN[0], size, "bold").getmetrics()[0]
