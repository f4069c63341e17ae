"""Texts in several languages: read by field, outdated by paragraph, shown with their language."""

from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils.translation import override

from creaspace.foundation.languages.hashing import changed_blocks, fingerprints
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.reading import (
    attach_names,
    attach_texts,
    best_of,
    column_words,
    completeness,
    name_of,
)
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.statements.models import Source
from tests.foundation.languages.saying import TWO, original, rendered, translation, words

pytestmark = pytest.mark.django_db


def test_each_field_falls_back_by_itself(organisation: Organisation) -> None:
    original(organisation, name="Unit", description="Words.")
    translation(organisation, "es", name="Unidad")

    name, description = (words(organisation, field, "es") for field in ("name", "description"))

    assert (name.text, name.language, name.is_fallback) == ("Unidad", "es", False)
    assert (description.text, description.language, description.is_fallback) == (
        "Words.",
        "en",
        True,
    )


def test_shorter_tag_is_no_fallback_and_another_script_is(organisation: Organisation) -> None:
    original(organisation, description="Words.")
    translation(organisation, "zh", description="文字。")
    translation(organisation, "zh-Hant", description="文字（繁）。")

    found = words(organisation, "description", "zh-hans")

    assert (found.text, found.language, found.is_fallback) == ("文字。", "zh", False)


def test_checked_translation_comes_before_a_draft(organisation: Organisation) -> None:
    row = original(organisation, name="Unit")
    translation(organisation, "ca", "draft", description="Esborrany.")
    translation(organisation, "fr", "reviewed", description="Relu.")

    found = words(organisation, "description", "es")

    assert row.text("description") == ""
    assert (found.text, found.state) == ("Relu.", "reviewed")


def test_column_speaks_where_no_text_was_written(organisation: Organisation) -> None:
    found = words(organisation, "description", "es")

    assert (found.text, found.language, found.is_fallback) == ("In the column.", "en", True)
    assert words(organisation, "nothing", "es").state == "missing"


def test_only_the_paragraph_that_changed_is_outdated(organisation: Organisation) -> None:
    original(organisation, description=TWO)
    translation(organisation, "es", description="Uno.\n\nOtro.")

    original(organisation, description="One paragraph.\n\nQuite another.")

    assert words(organisation, "description", "es").outdated_blocks == (1,)
    translation(organisation, "es", description="Uno.\n\nMuy otro.")
    fresh = Organisation.objects.get()
    assert words(fresh, "description", "es").outdated_blocks == ()


def test_spaces_and_order_outdate_nothing() -> None:
    assert changed_blocks(fingerprints(TWO), "Another  paragraph.\n \n\nOne\nparagraph.") == []
    assert changed_blocks([], "") == []


def test_share_that_is_translated_counts_only_what_is_current(organisation: Organisation) -> None:
    original(organisation, name="Unit", description="Words.")
    translation(organisation, "es", name="Unidad", description="Palabras.")
    original(organisation, description="New words.")

    shares = completeness(list(Texts.objects.all()), ["name", "description"])

    assert shares == {"en": 1.0, "es": 0.5}


@pytest.mark.parametrize("count", [1, 3])
def test_texts_of_many_records_take_one_query(django_assert_num_queries: Any, count: int) -> None:
    records = [Organisation.objects.create(slug=f"o{n}", name=f"O{n}") for n in range(count)]
    for record in records:
        original(record, description=record.name)

    with django_assert_num_queries(1):
        shown = [record.texts.words("description").text for record in attach_texts(records)]

    assert shown == [record.name for record in records]


def test_texts_attached_apart_are_read_together(django_assert_num_queries: Any) -> None:
    unit = Organisation.objects.create(slug="unit", name="Unit")
    report = Source.objects.create(slug="report", kind="report", title="Report")
    original(unit, description="A unit.")
    original(report, note="A report.")

    with django_assert_num_queries(1):
        attach_texts([unit])
        attach_texts([report, unit])
        words = [report.texts.words("note").text, unit.texts.words("description").text]

    assert words == ["A report.", "A unit."]


def test_what_a_page_left_unread_is_not_read_by_the_next(client: Client) -> None:
    left = attach_texts([Organisation.objects.create(slug="left", name="Left")])
    client.get("/robots.txt")
    attached = attach_texts([Organisation.objects.create(slug="next", name="Next")])

    attached[0].texts.words("description")

    assert "rows" in vars(attached[0].texts)
    assert "rows" not in vars(left[0].texts)


def test_kept_texts_are_read_like_living_ones() -> None:
    kept = {
        "en": {"state": "original", "texts": {"name": "Unit", "description": "Words."}},
        "es": {"state": "draft", "texts": {"name": "Unidad"}},
    }

    found = best_of(kept, "es")

    assert [(each.text, each.is_fallback) for each in found] == [
        ("Unidad", False),
        ("Words.", True),
    ]


def test_short_column_is_translated_until_it_changes(organisation: Organisation) -> None:
    original(organisation, description="In the column.")
    translation(organisation, "es", description="En la columna.")

    with override("es"):
        translated = column_words(organisation, "description")
        organisation.description = ""
        emptied = column_words(organisation, "description")
    original(organisation, description="Moved.")
    moved = Organisation.objects.get()
    moved.description = "Moved."
    with override("es"):
        changed = column_words(moved, "description")

    assert (translated.text, translated.is_fallback) == ("En la columna.", False)
    assert emptied.text == ""
    assert (changed.text, changed.language, changed.is_fallback) == ("Moved.", "en", True)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("language", "queries"), [("en", 0), ("es", 1)])
def test_names_take_one_query_and_none_in_their_own_language(
    django_assert_num_queries: Any, count: int, language: str, queries: int
) -> None:
    records = [Organisation.objects.create(slug=f"o{n}", name=f"Unit {n}") for n in range(count)]
    for record in records:
        original(record, name=record.name)
        translation(record, "es", name=record.name.replace("Unit", "Unidad"))

    with override(language), django_assert_num_queries(queries):
        attach_names(records)
        names = [name_of(record).text for record in records]

    word = {"en": "Unit", "es": "Unidad"}[language]
    assert names == [f"{word} {n}" for n in range(count)]


def test_name_says_its_language_and_one_without_text_has_none(organisation: Organisation) -> None:
    source = "{{ record|named }}, {{ record|called }}"

    assert rendered(source, organisation, "es") == "Unit, Unit"

    original(organisation, name="Unit")
    fresh = Organisation.objects.get()
    assert rendered(source, fresh, "es") == '<span lang="en">Unit</span>, Unit'


# ---- showing ----


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "Words &amp; more."),
        ("es", '<span lang="en">Words &amp; more.</span>'),
        ("zh-hans", '<span lang="en">Words &amp; more.</span>'),
    ],
)
def test_line_bears_its_true_language(
    organisation: Organisation, language: str, shown: str
) -> None:
    original(organisation, description="Words & more.")

    assert rendered('{% text record "description" %}', organisation, language) == shown


def test_paragraphs_bear_theirs(organisation: Organisation) -> None:
    original(organisation, description=TWO)
    source = '{% paragraphs record "description" %}'

    assert rendered(source, organisation, "en") == (
        "<p>One paragraph.</p><p>Another paragraph.</p>"
    )
    assert rendered(source, organisation, "es").startswith('<p lang="en">One paragraph.</p>')


def test_note_is_silent_where_all_is_well(organisation: Organisation) -> None:
    original(organisation, description="Words.")
    translation(organisation, "es", description="Palabras.")
    source = '{% text_note record "description" %}'

    assert rendered(source, organisation, "en") == ""
    assert rendered(source, organisation, "es") == ""


def test_note_says_when_it_is_another_language_a_draft_or_outdated(
    organisation: Organisation,
) -> None:
    original(organisation, description="Words.")
    translation(organisation, "es", "draft", description="Palabras.")
    source = '{% text_note record "description" %}'

    assert rendered(source, organisation, "zh-hans") != ""
    assert rendered(source, organisation, "es") != ""
    translation(organisation, "es", "reviewed", description="Palabras.")
    original(organisation, description="New words.")
    fresh = Organisation.objects.get()
    assert rendered(source, fresh, "es") != ""


def test_note_is_silent_where_there_is_nothing(organisation: Organisation) -> None:
    assert rendered('{% text_note record "nothing" %}', organisation, "es") == ""


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Spanish"), ("es", "español"), ("zh-hans", "西班牙语")]
)
def test_language_is_named_in_the_readers(language: str, name: str) -> None:
    with override(language):
        assert Template('{{ "es"|language_name }}').render(Context()) == name


def test_language_nobody_described_keeps_its_tag() -> None:
    with override("en"):
        assert Template('{{ "qqx"|language_name }}').render(Context()) == "qqx"
