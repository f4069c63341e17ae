"""The words of generated spaces, drawn by lot from one seed. Pure: no Django is needed."""

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

SEED = 20161122
HAN = "山水云石南北东西春秋光影艺文书画歌舞剧场工坊巷里城河海湾桥门园林仓库新旧大小"
SCRIPTS = {  # share of the names, language, and what they are made of
    "latin": (0.55, "en", ""),
    "han": (0.2, "zh-Hans", HAN),
    "kana": (0.1, "ja", "アカサタナハマヤラワイキシチニヒミリウクスツヌフムユルスペースホール"),
    "hangul": (0.06, "ko", "가나다라마바사아자차카타파하서울공간예술극장문화마을빛소리"),
    "thai": (0.04, "th", "กขคงจชซดตถทนบปผพฟมยรลวสหอ"),
    "cyrillic": (0.05, "ru", "абвгдежзиклмнопрстуфхцчшэюя"),
}
SYLLABLES = (
    *("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo"),
    *("ka", "lo", "mi", "nu", "pra", "tre", "clo", "sta", "bri", "quo"),
)
LATIN_WORDS, HAN_WORDS = 30_000, 900


@dataclass
class Lexicon:
    """Words of one script, the commonest first, with Zipf's frequencies."""

    words: Sequence[str]
    weights: Sequence[float]

    @classmethod
    def of(cls, words: set[str], lot: random.Random) -> "Lexicon":
        shuffled = sorted(words)
        lot.shuffle(shuffled)
        ranks = range(1, len(shuffled) + 1)
        return cls(shuffled, list(itertools.accumulate(1 / rank for rank in ranks)))

    def draw(self, lot: random.Random, count: int) -> list[str]:
        return lot.choices(self.words, cum_weights=self.weights, k=count)


@dataclass
class Chance:
    """All that is drawn by lot, from one seed."""

    lot: random.Random
    latin: Lexicon = field(init=False)
    han: Lexicon = field(init=False)

    def __post_init__(self) -> None:
        lot = self.lot
        made = {"".join(lot.choices(SYLLABLES, k=lot.randrange(2, 5))) for _ in range(LATIN_WORDS)}
        self.latin = Lexicon.of(made, lot)
        self.han = Lexicon.of({"".join(lot.sample(HAN, 2)) for _ in range(HAN_WORDS)}, lot)

    @classmethod
    def begin(cls, seed: int = SEED) -> "Chance":
        return cls(random.Random(seed))

    def prose(self, count: int) -> str:
        return " ".join(self.latin.draw(self.lot, count))

    def told(self, language: str) -> str:
        """A description: in Chinese for names in Han, else in Latin letters."""
        count = self.lot.randrange(10, 60)
        if language == "zh-Hans":
            return "，".join("".join(self.han.draw(self.lot, 4)) for _ in range(count // 8 + 1))
        return self.prose(count)

    def name(self) -> tuple[str, str, str]:
        """A name for everybody, one in its own script, and that script's language."""
        shares = [share for share, _language, _letters in SCRIPTS.values()]
        ((_share, language, letters),) = self.lot.choices(list(SCRIPTS.values()), shares)
        latin = self.prose(self.lot.randrange(1, 4)).title()
        if not letters:
            return latin, "", ""
        own = "".join(self.lot.choices(letters, k=self.lot.randrange(2, 9)))
        return latin, own, language
