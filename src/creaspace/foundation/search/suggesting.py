"""What somebody may have meant when nothing was found: other spellings, other characters."""

from collections.abc import Sequence

from creaspace.core.viewer import STRANGER
from creaspace.foundation.search.analysis import Query, query_of
from creaspace.foundation.search.asking import look, narrowed
from creaspace.foundation.search.expressions import Expression, Term, all_of
from creaspace.foundation.search.marking import pieces_marked, wanted_by
from creaspace.foundation.search.models import Entry, Token
from creaspace.foundation.search.romanising import HAN_RUN, chain, pinyin_of
from creaspace.foundation.search.typing_errors import distance, slips

MOST = 3
MOST_CORRECTED = 4
SHORTEST, LONGEST = 3, 24
FAR_FROM = 6  # letters from which two slips are forgiven
MOST_FAR = 400
READ_TEXTS = 6


def suggestions_for(query: Query, language: str) -> list[str]:
    """Up to three questions that do find something, the likeliest first."""
    if query.expression is None:
        return []
    corrected = [_corrected(word) for word in query.words[:MOST_CORRECTED]]
    if not any(corrected):
        return _one_by_one(query.words, language)
    first = [options[0] if options else "" for options in corrected]
    asked = [_shown(word, better) for word, better in zip(query.words, first, strict=False)]
    asked = [*asked, *query.words[MOST_CORRECTED:]]
    meant = [" ".join(asked)]
    if len(query.words) == 1:
        meant = [shown for better in corrected[0][:MOST] if (shown := _shown("", better))]
    return _finding(meant, language) or _one_by_one(asked, language)


def _one_by_one(words: Sequence[str], language: str) -> list[str]:
    """Each word for itself, when they do not occur together."""
    return _finding(list(words), language) if len(words) > 1 else []


def _finding(questions: Sequence[str], language: str) -> list[str]:
    """Those questions that find something."""
    asked = {each: narrowed(query_of(each, language), [], []) for each in questions}
    expressions = {each: expression for each, expression in asked.items() if expression}
    found = look(list(expressions.values()), viewer=STRANGER, most=1)
    return [each for each, some in zip(expressions, found, strict=True) if some.places][:MOST]


def _corrected(word: str) -> list[Expression]:
    """What to look for instead of this word; nothing when it occurs, or nothing is near."""
    if HAN_RUN.fullmatch(word):
        syllables = pinyin_of(word)
        together = [Term(token) for token in chain("py", syllables)]
        return [all_of([*together])] if together else []
    if not (SHORTEST <= len(word) <= LONGEST) or not word.isalpha():
        return []
    near = set(slips(word)) - {word, ""}
    known = {token.text: token for token in Token.objects.filter(text__in=[word, *near])}
    if word in known:
        return []
    close = [known[text] for text in known] or (_farther(word) if len(word) >= FAR_FROM else [])
    return [Term(token.text) for token in sorted(close, key=_likelihood)]


def _likelihood(token: Token) -> tuple[bool, int, int, str]:
    return (not token.named, -token.named, -token.entries, token.text)


def _farther(word: str) -> list[Token]:
    """Words two slips away; the first two letters are taken to be right."""
    begun = Token.objects.filter(text__gte=word[:2], text__lt=word[:2] + "\U0010ffff")
    begun = begun.exclude(text__contains="_").order_by("-named", "-entries", "text")[:MOST_FAR]
    return [token for token in begun if distance(word, token.text, 2) <= 2]


def _shown(word: str, better: Expression | str) -> str:
    """The better word as some entry really writes it, with its accents and not as a stem."""
    if isinstance(better, str):
        return better or word
    found = look([better], viewer=STRANGER, most=1)[0].places
    entry = Entry.objects.filter(pk=found[0].entry, is_public=True).first() if found else None
    if entry is None:
        return word
    wanted = wanted_by(Query(expression=better))
    for text, language in [*entry.names, *entry.texts[:READ_TEXTS]]:
        for piece, hit in pieces_marked(text[:2_000], wanted, language):
            if hit:
                return str(piece)
    return word
