"""Texts in several languages: written, translated, moved, refused."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from creaspace.foundation.languages.hashing import fingerprints
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.services import (
    Writing,
    choose_original,
    clean_tag,
    write_all,
    write_original,
)
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.records.models import Act
from tests.foundation.languages.saying import BY, original, translation, words

pytestmark = pytest.mark.django_db


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
