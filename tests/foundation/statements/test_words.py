"""Words of statements: translated like every text, shown by the part with their true language."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.test import Client
from django.utils.translation import override

from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.services import write_original, write_translation
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.statements.evidence import evidence_of, evidence_of_all
from creaspace.foundation.statements.fields import Field, declare, label_of
from creaspace.foundation.statements.models import Statement
from creaspace.foundation.statements.services import (
    Saying,
    keep_public_version,
    translate_statement,
)
from creaspace.foundation.statements.templatetags.evidence import shown
from creaspace.foundation.statements.words import words_in
from tests.foundation.statements.factories import BY, make_organisation, make_source, say

pytestmark = pytest.mark.django_db
VERSIONS = "versions/people.organisation"


@pytest.fixture(autouse=True)
def _fields() -> Iterator[None]:
    """A page read in another language leaves it behind; no test may depend on the one before."""
    declare("people.organisation", Field("shares", "Shares", kind="parts"))
    with override("en"):
        yield


def stated(about: Organisation, field: str, value: Any, **more: Any) -> Statement:
    given = {"wording_language": "en", **more}
    say(about, Saying(field, value, make_source(), **given), batch=f"of-{field}")
    return Statement.objects.about(about).get(field=field)


def translated(statement: Statement, language: str, **fields: str) -> Texts:
    named = {name.replace("_part_", "."): text for name, text in fields.items()}
    return translate_statement(statement=statement, language=language, fields=named, by=BY)


def read(about: Organisation, field: str, language: str) -> str:
    with override(language):
        known = evidence_of(about)[field]
        assert known is not None
        return str(shown(known.shown)).replace("\u00a0", " ")


def rendered(source: str, context: dict[str, Any], language: str) -> str:
    with override(language):
        return Template(source).render(Context(context))


def page(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def test_value_in_words_is_read_in_the_readers_language() -> None:
    unit = make_organisation()
    statement = stated(unit, "website_note", "a quiet house & garden")

    translated(statement, "es", value="una casa tranquila & jardín")

    assert read(unit, "website_note", "en") == "a quiet house &amp; garden"
    assert read(unit, "website_note", "es") == "una casa tranquila &amp; jardín"
    fallback = '<span lang="en">a quiet house &amp; garden</span>'
    assert read(unit, "website_note", "zh-hans") == fallback


def test_each_part_of_a_value_falls_back_by_itself() -> None:
    unit = make_organisation()
    statement = stated(unit, "roles", ["funder", "host"])

    translated(statement, "es", value_part_1="anfitriona")

    assert read(unit, "roles", "es") == '<span lang="en">funder</span>; anfitriona'
    assert read(unit, "roles", "en") == "funder; host"


def test_shares_keep_their_numbers_beside_translated_words() -> None:
    unit = make_organisation()
    mix = [{"source": "friends", "share_pct": 25}, {"source": "tickets", "share_pct": 75}]
    statement = stated(unit, "shares", mix)

    translated(statement, "zh-Hans", value_part_0="友人", value_part_1="门票")

    assert read(unit, "shares", "zh-hans") == "友人 25 %；门票 75 %"
    assert read(unit, "shares", "en") == "friends 25 %; tickets 75 %"


def test_words_are_texts_with_an_original_a_state_and_a_language() -> None:
    statement = stated(make_organisation(), "city_note", "by the port", note="inferred")

    translated(statement, "es", value="junto al puerto")

    rows = {row.language: (row.state, row.fields) for row in Texts.objects.all()}
    assert rows == {
        "en": ("original", {"value": "by the port", "note": "inferred"}),
        "es": ("draft", {"value": "junto al puerto"}),
    }


def test_only_words_of_the_statement_can_be_translated() -> None:
    statement = stated(make_organisation(), "city_note", "by the port")

    with pytest.raises(ValidationError, match="“title” is no text of this statement"):
        translated(statement, "es", title="Puerto")

    assert not Texts.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "language", "told"),
    [
        ("members", 900, "en", {"note": "about then"}),
        ("local_name", "大学", "zh-Hans", {"note": "about then"}),
        ("acronym", "ECN", "", {"note": "about then"}),
        ("city_note", "by the port", "en", {"note": "about then", "value": "by the port"}),
    ],
)
def test_names_and_numbers_are_no_texts(
    field: str, value: Any, language: str, told: dict[str, str]
) -> None:
    declare("people.organisation", Field("members", "Members", kind="number"))

    statement = stated(
        make_organisation(), field, value, wording_language=language, note="about then"
    )

    assert words_in(statement) == told


def test_statement_recorded_again_only_mends_its_language() -> None:
    unit, source = make_organisation(), make_source()
    say(unit, Saying("city_note", "junto al puerto", source, wording_language="en"))

    changed = say(unit, Saying("city_note", "junto al puerto", source, wording_language="es"))

    assert changed == 0
    assert Statement.objects.get().wording_language == "es"


@pytest.mark.parametrize("language", ["en", "es", "zh-hans"])
@pytest.mark.parametrize("count", [1, 3])
def test_texts_of_many_statements_take_one_query(
    django_assert_num_queries: Any, language: str, count: int
) -> None:
    units = [make_organisation() for _number in range(count)]
    for number, unit in enumerate(units):
        for field in ("one", "two"):
            translated(stated(unit, f"{field}_{number}", "words"), "es", value="palabras")

    with override(language), django_assert_num_queries(2 if language == "en" else 3):
        found = evidence_of_all(units)
        words = {str(shown(row)) for unit in units for row in found[unit.pk].statements}

    expected = {"en": "words", "es": "palabras", "zh-hans": '<span lang="en">words</span>'}
    assert words == {expected[language]}


def test_table_translates_notes_and_says_that_nobody_checked_them() -> None:
    unit = make_organisation()
    coded = {"basis": "coded", "basis_note": "Coded from the page.", "note": "Inferred."}
    statement = stated(unit, "city_note", "by the port", wording="at the port", **coded)
    words = {"value": "junto al puerto", "note": "Inferido.", "wording": "en el puerto"}
    translated(statement, "es", **words, basis_note="Codificado de la página.")

    with override("es"):
        table = rendered("{% evidence_table e %}", {"e": evidence_of(unit)}, "es")

    for told in ("junto al puerto", "Inferido.", "<q>en el puerto</q>", "Codificado de la página."):
        assert told in table
    assert 'lang="en"' not in table
    assert "se muestran traducidas del inglés" in table
    assert "traducido:" in table


def test_table_says_what_is_not_translated_yet() -> None:
    unit = make_organisation()
    stated(unit, "city_note", "by the port", note="Inferred.")

    with override("es"):
        table = rendered("{% evidence_table e %}", {"e": evidence_of(unit)}, "es")
    with override("en"):
        plain = rendered("{% evidence_table e %}", {"e": evidence_of(unit)}, "en")

    assert '<span lang="en">Inferred.</span>' in table
    assert "aún no hay texto en español" in table
    assert "language-note" not in plain


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "By Roles and Kind."),
        ("es", '<span lang="en">By <span lang="es">Papeles en el programa</span> and '),
    ],
)
def test_codebook_names_fields_as_the_reader_knows_them(language: str, words: str) -> None:
    basis = {"basis": "coded", "basis_note": "By `roles` and `kind`."}
    statement = stated(make_organisation(), "city_note", "by the port", **basis)

    note = rendered('{% said s "basis_note" %}', {"s": statement}, language)

    assert words.replace("By Roles", "By Roles in the programme") in note
    assert "`" not in note


def test_field_of_another_kind_of_record_keeps_its_label() -> None:
    with override("en"):
        assert label_of("people.organisation", "illustrated_by") == "Spaces that illustrate it"
        assert label_of("people.organisation", "no_such_field") == "No such field"


def test_version_keeps_translations_and_reads_in_every_language(client: Client) -> None:
    unit = make_organisation("unit", name="Example Unit")
    write_original(about=unit, language="en", fields={"name": "Example Unit"}, by=BY)
    statement = stated(unit, "city_note", "by the port")
    translated(statement, "es", value="junto al puerto")
    keep_public_version(about=unit)
    translated(statement, "es", value="dicho más tarde")

    spanish = page(client, f"/es/{VERSIONS}/unit/1/")
    chinese = page(client, f"/zh-hans/{VERSIONS}/unit/1/")

    assert "<td>junto al puerto</td>" in spanish
    assert "dicho más tarde" not in spanish
    assert '<td><span lang="en">by the port</span></td>' in chinese
    assert 'lang="en">The source-' in spanish


def test_same_words_keep_no_second_version() -> None:
    unit = make_organisation("unit")
    translated(stated(unit, "city_note", "by the port"), "es", value="junto al puerto")

    first = keep_public_version(about=unit)
    again = keep_public_version(about=unit)

    assert again.pk == first.pk


def test_data_holds_the_translations_of_a_statement(client: Client) -> None:
    unit = make_organisation("unit")
    translated(stated(unit, "city_note", "by the port"), "es", value="junto al puerto")

    told = client.get("/data/people.organisation/unit.json").json()["statements"][0]

    assert told["texts"] == {"es": {"state": "draft", "texts": {"value": "junto al puerto"}}}
    assert told["source_language"] == "en"


def test_source_page_reads_in_the_readers_language(
    client: Client, django_assert_num_queries: Any
) -> None:
    source = make_source("report")
    for slug in ("a", "b", "c"):
        unit = make_organisation(slug)
        write_original(about=unit, language="en", fields={"name": slug.title()}, by=BY)
        say(unit, Saying("city_note", f"port {slug}", source, wording_language="en"), batch=slug)
        statement = Statement.objects.about(unit).get()
        translated(statement, "es", value=f"puerto {slug}")

    with django_assert_num_queries(5):
        shown_page = page(client, "/es/sources/report/")

    assert "puerto a" in shown_page
    assert "puerto c" in shown_page


def test_name_is_the_readers_where_a_record_links_to_another() -> None:
    host = make_organisation("host", name="Institute")
    write_original(about=host, language="en", fields={"name": "Institute"}, by=BY)
    write_translation(about=host, language="zh-Hans", fields={"name": "研究院"}, by=BY)
    declare(
        "people.organisation",
        Field("mother", "Mother", kind="record", records="people.organisation"),
    )
    unit = make_organisation()
    stated(unit, "mother", "host", wording_language="")

    assert ">研究院</a>" in read(unit, "mother", "zh-hans")
    assert '<span lang="en">Institute</span></a>' in read(unit, "mother", "es")
