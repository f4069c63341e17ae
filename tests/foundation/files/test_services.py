from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoCaptureOnCommitCallbacks

from creaspace.core.verdicts import YES, Refused, no
from creaspace.foundation.files import services
from creaspace.foundation.files.models import File
from creaspace.foundation.languages.reading import texts_of
from creaspace.foundation.people.models import Organisation, Person
from creaspace.foundation.records.models import Act, Run
from creaspace.foundation.records.work import perform
from tests.foundation.files import samples
from tests.foundation.files.conftest import AddPicture, files_in


def test_picture_is_kept_under_what_it_is(add_picture: AddPicture, storage: Path):
    file = add_picture(samples.jpeg(400, 300, turned=True), "C:/photos/hall.jpg")

    assert (file.media_type, file.width_px, file.height_px) == ("image/jpeg", 300, 400)
    assert (file.original_name, file.position, file.by_label) == ("hall.jpg", 0, "member")
    assert files_in(storage) == [
        f"derivatives/{file.sha256[:2]}/{file.sha256}/card.webp",
        f"derivatives/{file.sha256[:2]}/{file.sha256}/share.jpeg",
        f"derivatives/{file.sha256[:2]}/{file.sha256}/thumb.webp",
        f"derivatives/{file.sha256[:2]}/{file.sha256}/wide.webp",
        f"originals/{file.sha256[:2]}/{file.sha256}",
    ]


def test_smaller_pictures_are_made_by_a_task(
    add_picture: AddPicture, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        file = add_picture(at_once=False)
    run = Run.objects.get()

    perform(run.pk)

    run.refresh_from_db()
    assert (run.state, run.result) == ("done", 4)
    assert file.derivatives.count() == 4


def test_making_the_smaller_pictures_twice_changes_nothing(add_picture: AddPicture):
    file = add_picture()

    made = services.work.make_derivatives(file)

    assert made == 4
    assert file.derivatives.count() == 4


def test_what_a_picture_shows_is_a_text_in_its_language(add_picture: AddPicture):
    file = add_picture(alt="Una sala vacía", language="es")

    words = texts_of(file).words("alt")

    assert (words.text, words.language, words.is_fallback) == ("Una sala vacía", "es", True)


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "nothing.png", "“nothing.png” is empty. Choose the file again."),
        (
            b"<svg/>",
            "logo.svg",
            "“logo.svg” is no picture that can be read here. Send JPEG, PNG, WebP, GIF or AVIF.",
        ),
        (
            samples.jpeg()[:900],
            "half.jpg",
            "“half.jpg” is damaged: it begins as image/jpeg but cannot be read to its end. "
            "Save it again and send the new file.",
        ),
        (
            samples.png(20_000, 5_000, mode="1"),
            "bomb.png",
            "“bomb.png” has 20000 × 5000 pixels; the most is 80 million. Save it smaller.",
        ),
    ],
)
def test_bad_file_is_named_with_the_reason_and_saves_nothing(
    add_picture: AddPicture, storage: Path, content: bytes, name: str, sentence: str
):
    with pytest.raises(ValidationError) as refused:
        add_picture(content, name)

    assert refused.value.messages == [sentence]
    assert File.objects.count() == 0
    assert files_in(storage) == []


def test_picture_without_credit_is_not_taken(add_picture: AddPicture, storage: Path):
    with pytest.raises(ValidationError):
        add_picture(credit=" ")

    assert File.objects.count() == 0
    assert files_in(storage) == []


def test_same_picture_is_given_to_a_record_once(add_picture: AddPicture):
    add_picture()

    with pytest.raises(ValidationError) as refused:
        add_picture()

    assert "This record has this picture already." in refused.value.messages


def test_bytes_stay_while_another_record_shows_them(
    add_picture: AddPicture,
    member: Person,
    storage: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
):
    elsewhere = Organisation.objects.create(slug="asef", name="Asia-Europe Foundation")
    first, second = add_picture(), add_picture(about=elsewhere)

    with django_capture_on_commit_callbacks(execute=True):
        services.remove_file(file=first, by=member, relation=YES)
    kept = files_in(storage)
    with django_capture_on_commit_callbacks(execute=True):
        services.remove_file(file=second, by=member, relation=YES)

    assert len(kept) == 5
    assert files_in(storage) == []


def test_stranger_to_the_record_may_not_remove_a_picture(add_picture: AddPicture, other: Person):
    file = add_picture()

    with pytest.raises(Refused, match="You do not look after it"):
        services.remove_file(file=file, by=other, relation=no("You do not look after it."))

    assert File.objects.count() == 1


def test_change_of_credit_leaves_an_act(add_picture: AddPicture, member: Person):
    file = add_picture()

    services.set_credit(file=file, credit="Bea Example", licence="CC0-1.0", by=member, relation=YES)

    act = Act.objects.get(verb="change_file")
    assert act.before == {"credit": "Ana Example", "licence": "CC-BY-4.0"}
    assert act.after == {"credit": "Bea Example", "licence": "CC0-1.0"}


def test_pictures_are_brought_into_the_order_given(add_picture: AddPicture, member: Person):
    first, second = add_picture(), add_picture(samples.jpeg(300, 300))
    order = [second.pk, first.pk]

    services.arrange_files(about=Organisation.objects.get(), order=order, by=member, relation=YES)

    kept = File.objects.order_by("position").values_list("pk", flat=True)
    assert list(kept) == order


def test_order_must_name_every_picture(add_picture: AddPicture, member: Person):
    first = add_picture()
    add_picture(samples.jpeg(300, 300))

    with pytest.raises(ValidationError) as refused:
        services.arrange_files(
            about=Organisation.objects.get(), order=[first.pk], by=member, relation=YES
        )

    assert refused.value.messages == [
        "Name each of the 2 pictures of this record once; 1 were named."
    ]
