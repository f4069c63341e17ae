"""Texts in several languages: written, translated, outdated by paragraph, read by field."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.utils import timezone
from django.utils.translation import override

from creaspace.core.viewer import System
from creaspace.foundation.languages.hashing import changed_blocks, fingerprints
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.reading import (
    attach_names,
    attach_texts,
    best_of,
    column_words,
    completeness,
    name_of,
    texts_of,
)
from creaspace.foundation.languages.services import (
    Writing,
    choose_original,
    clean_tag,
    write_all,
    write_original,
    write_translation,
)
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.records.models import Act

pytestmark = pytest.mark.django_db
BY = System("tests")
TWO = "One paragraph.\n\nAnother paragraph."


@pytest.fixture
def organisation() -> Organisation:
    return Organisation.objects.create(
        slug="unit", name="Unit", description="In the column.", source_language="en"
    )


def original(about: Any, **fields: str) -> Texts:
    return write_original(about=about, language="en", fields=fields, by=BY)


def translation(about: Any, language: str, state: str = "reviewed", **fields: str) -> Texts:
    return write_translation(about=about, language=language, fields=fields, state=state, by=BY)


def words(about: Any, name: str, language: str) -> Any:
    with override(language):
        return texts_of(about).words(name)


def rendered(source: str, about: Any, language: str) -> str:
    with override(language):
        return Template(source).render(Context({"record": about})).strip()


# ---- tags ----


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("zh-CN", "zh-Hans"),
        ("zh_CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-hans", "zh-Hans"),
        ("ZH-HANS", "zh-Hans"),
        ("es", "es"),
        ("ca-valencia", "ca-valencia"),
        ("pt_br", "pt-BR"),
    ],
)
def test_tag_has_one_right_spelling(written: str, clean: str) -> None:
    assert clean_tag(written) == clean


@pytest.mark.parametrize("written", ["", "english", "x y", "a", "12", "es\0", "e" * 100])
def test_tag_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        clean_tag(written)


# ---- writing ----


def test_original_written_again_changes_nothing(organisation: Organisation) -> None:
    first = original(organisation, description="Words.")

    again = original(organisation, description="Words.")

    assert again.pk == first.pk
    assert Act.objects.filter(verb="write_texts").count() == 1


def test_fields_not_named_stay(organisation: Organisation) -> None:
    original(organisation, name="Unit", description="Words.")

    row = original(organisation, description="Other words.")

    assert row.fields == {"name": "Unit", "description": "Other words."}


def test_texts_of_many_records_are_written_as_if_one_after_the_other() -> None:
    units = [Organisation.objects.create(slug=slug, name=slug) for slug in ("one", "two")]
    original(units[0], description="Words.")
    writings = [
        Writing(about, language, {"description": text}, state)
        for about in units
        for language, text, state in [
            ("en", "Words.", Texts.State.ORIGINAL),
            ("es", "Palabras.", Texts.State.DRAFT),
        ]
    ]

    rows = write_all(writings=writings, by=BY)

    assert [row.language for row in rows] == ["en", "es", "en", "es"]
    assert rows[1].made_from == {"description": fingerprints("Words.")}
    assert Texts.objects.count() == 4
    assert Act.objects.filter(verb="write_texts").count() == 4  # one was there already


def test_many_texts_take_no_more_questions_than_one(
    django_assert_num_queries: Any,
) -> None:
    units = [Organisation.objects.create(slug=f"unit-{n}", name="Unit") for n in range(20)]
    writings = [Writing(unit, "en", {"description": "Words."}) for unit in units]

    with transaction.atomic(), django_assert_num_queries(6):
        write_all(writings=writings, by=BY)


def test_nothing_is_written_when_one_text_of_many_is_refused(organisation: Organisation) -> None:
    writings = [
        Writing(organisation, "en", {"description": "Words."}),
        Writing(organisation, "en", {"description": "Words."}, Texts.State.DRAFT),
    ]

    with pytest.raises(ValidationError, match="no original in another language"):
        write_all(writings=writings, by=BY)

    assert not Texts.objects.exists()
    assert not Act.objects.exists()


def test_original_in_a_second_language_is_refused(organisation: Organisation) -> None:
    original(organisation, description="Words.")

    with pytest.raises(ValidationError, match="The original is in en, not in es"):
        write_original(about=organisation, language="es", fields={"description": "X"}, by=BY)


def test_translation_needs_an_original_in_another_language(organisation: Organisation) -> None:
    with pytest.raises(ValidationError, match="no original"):
        translation(organisation, "es", description="Palabras.")

    original(organisation, description="Words.")
    with pytest.raises(ValidationError, match="no original in another language"):
        translation(organisation, "en", description="Words.")


def test_database_keeps_one_original(organisation: Organisation) -> None:
    row = original(organisation, description="Words.")

    with pytest.raises(IntegrityError), transaction.atomic():
        Texts.objects.create(
            subject_label=row.subject_label,
            subject_key=row.subject_key,
            language="es",
            state="original",
            changed_at=timezone.now(),
        )


def test_original_can_move_to_another_language(organisation: Organisation) -> None:
    original(organisation, description="Words.")
    translation(organisation, "zh-CN", description="文字。")

    choose_original(about=organisation, language="zh-Hans", by=BY)

    states = dict(Texts.objects.values_list("language", "state"))
    assert states == {"zh-Hans": "original", "en": "reviewed"}
    assert words(organisation, "description", "en").outdated_blocks == ()


def test_original_cannot_move_to_a_language_without_text(organisation: Organisation) -> None:
    original(organisation, description="Words.")

    with pytest.raises(ValidationError, match="There is no text in es yet"):
        choose_original(about=organisation, language="es", by=BY)


# ---- reading ----


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
