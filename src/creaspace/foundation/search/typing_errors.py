"""How far two spellings are apart, and what one slip of the finger could have meant. Pure."""

from collections.abc import Iterator

LATIN = "abcdefghijklmnopqrstuvwxyz"


def slips(word: str) -> Iterator[str]:
    """Every spelling one slip away: a letter too many, too few, wrong, or two exchanged."""
    letters = LATIN if word.isascii() else "".join(sorted(set(word)))
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in letters:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


def distance(one: str, other: str, most: int) -> int:
    """Slips between two spellings (Damerau and Levenshtein, restricted), or `most + 1` if more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    earlier: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        current = [place]
        for column, wanted in enumerate(other, start=1):
            cost = min(row[column] + 1, current[-1] + 1, row[column - 1] + (letter != wanted))
            if earlier and column > 1 and letter == other[column - 2] and one[place - 2] == wanted:
                cost = min(cost, earlier[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        earlier, row = row, current
    return row[-1]
