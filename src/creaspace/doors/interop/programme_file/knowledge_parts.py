"""Loading key questions and outputs."""

from typing import Any

from creaspace.doors.interop.programme_file.loader import Loader, Row
from creaspace.doors.interop.programme_file.programme_parts import Known
from creaspace.doors.interop.programme_file.sayings import CODED_BASIS, sayings_of
from creaspace.foundation.statements.services import Saying
from creaspace.foundation.vocabularies.models import Concept
from creaspace.knowledge.publications import services as publications
from creaspace.programme.consultation import services as consultation
from creaspace.programme.consultation.models import Illustration, Question


def load_question(loader: Loader, row: Row, position: int, known: Known) -> None:
    poles = [*row.get("poles", []), "", ""]
    question = consultation.keep_question(
        slug=row["id"],
        programme=known.programme,
        concept=Concept.objects.find("key-questions", row["id"]),
        position=position,
        kind=Question.Kind.AXIS if row.get("kind") == "axis" else Question.Kind.QUESTION,
        label=row["label"],
        origin=row.get("origin", ""),
        pole_one=poles[0],
        pole_other=poles[1],
        note=row.get("note", ""),
        is_derived=row.get("derived", False),
        basis=row.get("basis", ""),
        source_language=loader.language,
        by=loader.by,
    )
    illustrations = _illustrations(row, known)
    consultation.set_illustrations(question=question, illustrations=illustrations, by=loader.by)
    loader.record(question, row, _sayings(loader, row))


def _illustrations(row: Row, known: Known) -> list[dict[str, Any]]:
    relations = Illustration.Relation
    rows = [(slug, relations.ILLUSTRATES, "") for slug in row.get("illustrated_by", [])]
    for pole, slug in row.get("organisers_examples", {}).items():
        rows.append((slug, relations.ORGANISERS_EXAMPLE, pole))
    for about, slugs in row.get("counter_examples", {}).items():
        rows += [(slug, relations.COUNTER_EXAMPLE, about) for slug in slugs]
    return [
        {"space": known.spaces[slug], "relation": relation, "about": about}
        for slug, relation, about in rows
    ]


def _sayings(loader: Loader, row: Row) -> list[Saying]:
    """The row's own values; examples of the poles are statements of their own."""
    apart = frozenset({"kind", "derived", "basis", "organisers_examples", "counter_examples"})
    said = sayings_of(row, loader.compiler, leave_out=apart)
    basis = loader.compiler.basis_of(row)
    for pole, slug in row.get("organisers_examples", {}).items():
        said.append(Saying("organisers_examples", [slug], basis, note=pole))
    for about, slugs in row.get("counter_examples", {}).items():
        note = loader.compiler.conventions["coded"]
        said.append(
            Saying(
                "counter_examples",
                slugs,
                loader.compiler.file,
                basis=CODED_BASIS,
                basis_note=note,
                note=about.replace("_", " "),
            )
        )
    return said


def load_output(loader: Loader, row: Row, position: int, known: Known) -> None:
    output = publications.keep_output(
        slug=row["id"],
        programme=known.programme,
        kind=Concept.objects.find("output-kinds", row["kind"]),
        status=row["status"],
        title=row.get("title", ""),
        description=row.get("description", ""),
        position=position,
        source_language=loader.language,
        by=loader.by,
    )
    spaces = [known.spaces[slug] for slug in row.get("items", [])]
    publications.set_output_spaces(output=output, spaces=spaces, by=loader.by)
    told = {"spaces" if key == "items" else key: value for key, value in row.items()}
    # What kind of output it is was read; only the kinds of spaces are coded.
    said = sayings_of(told, loader.compiler, leave_out=frozenset({"kind"}))
    said.append(Saying("kind", output.kind.notation, loader.compiler.basis_of(row)))
    loader.record(output, row, said)
