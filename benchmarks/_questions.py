"""What the atlas is asked when it is measured: kinds of questions, and as many of each as wanted.

Questions are about spaces drawn by lot: where many crowd, many questions ask. Every round draws its
own, and `at` makes each address its own, so that no answer is a remembered one.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from benchmarks._spaces_words import SCRIPTS, Chance, Lexicon

SEED = 7
MANY = 4_000  # questions for each second of a round; no server here answers more
ZOOMS = 15
COMMON, RARE = 12, 400  # the commonest words, and how many of the rarest
COUNTRIES = ("ES", "CN", "JP", "FR", "IN", "DE", "KR", "TH", "PH", "IT")
KINDS = ("art-gallery", "studio", "theatre", "library", "workshop")
HALVES = (0.1, 0.3, 1.0, 4.0)  # degrees from the middle of a box to its sides: a quarter to a land
FARTHEST_LATITUDE = 85.0
WORDS = Chance.begin()
Box = tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True)
class Ground:
    """What is asked about: so many spaces, and where some of them stand (longitude, latitude)."""

    spaces: int
    places: Sequence[tuple[float, float]]


Asking = Callable[[random.Random, Ground], str]
Word = Callable[[random.Random], str]


@dataclass(frozen=True)
class Operation:
    """One kind of question; the floor is answers a second at 8 connections, 1,000,000 on SQLite.

    Of the main ones the SQL is timed alone as well.
    """

    name: str
    ask: Asking
    floor: float | None = None
    is_page: bool = False
    is_main: bool = False

    def paths(self, ground: Ground, part: str, many: int = MANY) -> list[str]:
        """The questions of one part of a run; the same in every run."""
        lot = lot_of(self.name, part)
        asked = [self.ask(lot, ground) for _number in range(many)]
        return [
            f"{path}&at={part}n{number}" if "?" in path else path
            for number, path in enumerate(asked)
        ]


def lot_of(name: str, part: str) -> random.Random:
    return random.Random(f"{SEED} {name} {part}")


# ---- what questions are made of ----


def common(lexicon: Lexicon) -> Word:
    return lambda lot: lot.choice(lexicon.words[:COMMON])


def usual(lexicon: Lexicon) -> Word:
    """As often as texts use them."""
    return lambda lot: lexicon.draw(lot, 1)[0]


def rare(lexicon: Lexicon) -> Word:
    return lambda lot: lot.choice(lexicon.words[-RARE:])


def kana(lot: random.Random) -> str:
    """Two characters that stand in Japanese names, and in no description in Chinese."""
    return "".join(lot.choices(SCRIPTS["kana"][2], k=2))


def box_of(lot: random.Random, ground: Ground) -> Box:
    """Around a space: part of a city, a city, a region or a country."""
    longitude, latitude = lot.choice(ground.places)
    half = lot.choice(HALVES)
    most = FARTHEST_LATITUDE
    return (
        max(-180.0, longitude - half),
        max(-most, latitude - half / 2),
        min(180.0, longitude + half),
        min(most, latitude + half / 2),
    )


def tile_of(lot: random.Random, ground: Ground) -> tuple[int, int, int]:
    """Zoom, column and row of the tile of the map in which a space stands."""
    zoom = lot.randrange(ZOOMS)
    longitude, latitude = lot.choice(ground.places)
    side = 1 << zoom
    bent = math.asinh(math.tan(math.radians(latitude)))
    column = int((longitude + 180) / 360 * side)
    row = int((1 - bent / math.pi) / 2 * side)
    return zoom, min(side - 1, max(0, column)), min(side - 1, max(0, row))


def slug_of(lot: random.Random, ground: Ground) -> str:
    return f"generated-{lot.randrange(ground.spaces)}"


# ---- the addresses ----


def _words(*picks: Word) -> Asking:
    """The best twenty of everything there is, as data."""

    def ask(lot: random.Random, _ground: Ground) -> str:
        return f"/data/search.json?q={'+'.join(quote(pick(lot)) for pick in picks)}"

    return ask


def _box(lot: random.Random, ground: Ground) -> str:
    sides = ",".join(f"{side:.4f}" for side in box_of(lot, ground))
    return f"/data/spaces/box.json?box={sides}"


def _filtered_box(lot: random.Random, ground: Ground) -> str:
    return f"{_box(lot, ground)}&kind={lot.choice(KINDS)}"


def _words_on_map(lot: random.Random, _ground: Ground) -> str:
    return f"/data/spaces/box.json?q={usual(WORDS.latin)(lot)}"


def _words_in_box(lot: random.Random, ground: Ground) -> str:
    return f"{_box(lot, ground)}&q={usual(WORDS.latin)(lot)}"


def _facets(lot: random.Random, ground: Ground) -> str:
    """Seven in ten of a box, the others of a country."""
    if lot.random() < 0.7:
        return _box(lot, ground).replace("box.json", "facets.json")
    return f"/data/spaces/facets.json?country={lot.choice(COUNTRIES)}"


def _tile(lot: random.Random, ground: Ground) -> str:
    zoom, column, row = tile_of(lot, ground)
    return f"/data/spaces/tiles/{zoom}/{column}/{row}.json?"


def _list_page(lot: random.Random, _ground: Ground) -> str:
    return f"/en/spaces/?country={lot.choice(COUNTRIES)}&page={lot.randrange(1, 6)}"


def _searched_page(lot: random.Random, _ground: Ground) -> str:
    return f"/en/spaces/?q={usual(WORDS.latin)(lot)}"


def _search_page(lot: random.Random, _ground: Ground) -> str:
    return f"/en/search/?q={usual(WORDS.latin)(lot)}"


def _space_page(lot: random.Random, ground: Ground) -> str:
    return f"/en/spaces/{slug_of(lot, ground)}/"


def _space_data(lot: random.Random, ground: Ground) -> str:
    return f"/data/spaces.space/{slug_of(lot, ground)}.json"


OPERATIONS = (
    Operation("box", _box, floor=500, is_main=True),
    Operation("box of a kind", _filtered_box, is_main=True),
    Operation("word, Latin", _words(usual(WORDS.latin)), floor=480, is_main=True),
    Operation("word, Latin, common", _words(common(WORDS.latin))),
    Operation("word, Latin, rare", _words(rare(WORDS.latin))),
    Operation("two words, common", _words(common(WORDS.latin), common(WORDS.latin))),
    Operation("two words, never together", _words(common(WORDS.han), kana)),
    Operation("word, Chinese", _words(usual(WORDS.han)), floor=250, is_main=True),
    Operation("two words, Chinese", _words(common(WORDS.han), usual(WORDS.han))),
    Operation("word on the map", _words_on_map),
    Operation("word in a box", _words_in_box),
    Operation("facets", _facets, floor=240, is_main=True),
    Operation("tile, zooms 0 to 14", _tile, floor=640, is_main=True),
    Operation("one space as JSON", _space_data, floor=850, is_main=True),
    Operation("space page", _space_page, floor=150, is_page=True),
    Operation("list page", _list_page, floor=160, is_page=True),
    Operation("list page with a word", _searched_page, is_page=True),
    Operation("search page", _search_page, is_page=True),
)
