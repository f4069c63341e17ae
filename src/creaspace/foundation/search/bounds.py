"""How many entries an expression finds, as far as the counts of its tokens tell. Pure."""

from collections.abc import Mapping

from creaspace.foundation.search.expressions import AllOf, AnyOf, Expression, Term, Without


def fewest(expression: Expression, known: Mapping[str, int], rows: int) -> int:
    """At least so many of the rows answer, however little the tokens stand together."""
    match expression:
        case Term(text, _prefix):
            return known.get(text, 0)
        case AnyOf(parts):
            return max(fewest(part, known, rows) for part in parts)
        case AllOf(parts):
            missed = sum(rows - fewest(part, known, rows) for part in parts)
            return max(0, rows - missed)
        case Without(wanted, refused):
            return max(0, fewest(wanted, known, rows) - known.get(refused.text, 0))


def expected(expression: Expression, known: Mapping[str, int], rows: int) -> float:
    """How many of the rows should answer, if words stood together by chance only."""
    match expression:
        case Term(text, _prefix):
            return known.get(text, 0)
        case AnyOf(parts):
            return min(rows, sum(expected(part, known, rows) for part in parts))
        case AllOf(parts):
            share = 1.0
            for part in parts:
                share *= min(1.0, expected(part, known, rows) / max(rows, 1))
            return share * rows
        case Without(wanted, _refused):
            return expected(wanted, known, rows)
