"""What goes into an index and what comes out. Pure."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from creaspace.foundation.search.expressions import Expression

FULL_SCORE = 1000


class Table(Enum):
    """All tokens of an entry, or only those of its names and tags."""

    WORDS = "words"
    NAMES = "names"


@dataclass(frozen=True)
class Posting:
    """The tokens of one entry; `words` and `names` hold them with a space between."""

    entry: int
    score: int
    words: str
    names: str


@dataclass(frozen=True)
class Ask:
    """A question to one table, and how many rows are wanted."""

    table: Table
    expression: Expression
    limit: int


class Place(NamedTuple):
    """Where an entry stands in the order of results: the least comes first."""

    behind: int  # 1000 less its score
    entry: int


class Counts(NamedTuple):
    entries: int
    named: int
