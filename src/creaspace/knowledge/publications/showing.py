"""Outputs as pages show them: with their heading in the reader's language, grouped by status."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from creaspace.foundation.languages.reading import Words, attach_texts, texts_of
from creaspace.foundation.statements.evidence import Evidence, evidence_of_all
from creaspace.foundation.statements.models import Source
from creaspace.knowledge.publications.headings import heading_and_rest
from creaspace.knowledge.publications.models import Output


@dataclass(frozen=True)
class Shown:
    """One output with its words and the sources that speak of it."""

    output: Output
    heading: Words
    rest: Words
    sources: Sequence[Source]

    @property
    def last_read_on(self) -> str:
        """The last day on which somebody looked, as a partial date; empty when it was not kept."""
        days = [source.read_on for source in self.sources if source.read_on]
        return max(days).isoformat() if days else ""


def shown(output: Output, evidence: Evidence) -> Shown:
    title, description = (texts_of(output).words(name) for name in ("title", "description"))
    heading, rest = heading_and_rest(title.text, description.text)
    return Shown(
        output,
        replace(title or description, text=heading),
        replace(description, text=rest),
        _speaking(evidence),
    )


def _speaking(evidence: Evidence) -> list[Source]:
    """Sources that say something themselves; a compiled file only repeats what they say."""
    return [source for source in evidence.sources if source.kind != Source.Kind.IMPORT]


def all_shown(outputs: Iterable[Output]) -> list[Shown]:
    """The same for many, in three queries whatever their number."""
    listed = attach_texts(outputs)
    evidence = evidence_of_all(listed)
    return [shown(output, evidence[output.pk]) for output in listed]


@dataclass(frozen=True)
class Grouped:
    """Published ones, and those of which only an announcement was found."""

    published: list[Shown]
    announced: list[Shown]


def grouped(rows: Iterable[Shown]) -> Grouped:
    listed = list(rows)
    return Grouped(
        [row for row in listed if not row.output.is_announced],
        [row for row in listed if row.output.is_announced],
    )
