"""What to look for in the index: a small tree that every engine writes in its own words. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """One token of the index, or all tokens that begin like it."""

    text: str
    prefix: bool = False


@dataclass(frozen=True)
class AllOf:
    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class AnyOf:
    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class Without:
    """What `wanted` finds, but nothing that holds the token `refused`."""

    wanted: "Expression"
    refused: Term


Expression = Term | AllOf | AnyOf | Without


def all_of(parts: list[Expression]) -> Expression:
    once = list(dict.fromkeys(parts))
    return once[0] if len(once) == 1 else AllOf(tuple(once))


def any_of(parts: list[Expression]) -> Expression:
    once = list(dict.fromkeys(parts))
    return once[0] if len(once) == 1 else AnyOf(tuple(once))


def terms_of(expression: Expression) -> Iterator[Term]:
    """Every token that is asked for; not those that are refused."""
    if isinstance(expression, Term):
        yield expression
    elif isinstance(expression, Without):
        yield from terms_of(expression.wanted)
    else:
        for part in expression.parts:
            yield from terms_of(part)
