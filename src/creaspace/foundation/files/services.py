"""Adding a picture to a record, saying more of it, arranging, and taking it away."""

from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import File as Upload
from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from creaspace.core.subjects import subject_of
from creaspace.core.verdicts import Verdict, ensure
from creaspace.core.viewer import Viewer
from creaspace.foundation.files import work
from creaspace.foundation.files.decoding import Decoded, decode
from creaspace.foundation.files.models import File
from creaspace.foundation.files.pictures import Unfit
from creaspace.foundation.files.refusals import not_taken
from creaspace.foundation.files.rules import can_add_file, can_change_file
from creaspace.foundation.files.tasks import make_derivatives
from creaspace.foundation.languages.services import clean_tag, write_original
from creaspace.foundation.records.services import keep, note_act

MOST_MEGABYTES = 40


def add_file(
    *,
    about: models.Model,
    upload: "Upload[bytes]",  # in quotes: at run time Django's class takes no parameter
    credit: str,
    licence: str,
    by: Viewer,
    relation: Verdict,
    alt: str = "",
    language: str = "en",
    consent: str = File.Consent.ASKED,
    at_once: bool = False,
) -> File:
    """Give a record a picture, or raise a `ValidationError` that names the file and the reason.

    `relation` is what the record's own room says of this person adding pictures. With `at_once`
    (commands) the shown pictures are made here; else a worker makes them.
    """
    ensure(can_add_file(by, relation=relation, present=File.objects.about(about).count()))
    name = PurePath(upload.name or _("The file")).name[:200]
    content = _content(upload, name)
    decoded = _decoded(content, name)
    file = _row(about, content, decoded, name, by)
    file.credit, file.licence, file.consent = credit.strip(), licence.strip(), consent
    file.alt, file.source_language = alt.strip(), clean_tag(language)
    _save(file, content, by, at_once=at_once)
    if at_once:
        work.make_derivatives(file)
    return file


def _content(upload: "Upload[bytes]", name: str) -> bytes:
    size = upload.size or 0
    if size > MOST_MEGABYTES * 1_000_000:
        raise not_taken(name, "too_heavy", megabytes=size // 1_000_000, most=MOST_MEGABYTES)
    upload.seek(0)
    content: bytes = upload.read()
    if not content:
        raise not_taken(name, "empty")
    return content


def _decoded(content: bytes, name: str) -> Decoded:
    try:
        return decode(content)
    except Unfit as unfit:
        raise not_taken(name, unfit.reason, **unfit.facts) from unfit


def _row(about: models.Model, content: bytes, decoded: Decoded, name: str, by: Viewer) -> File:
    subject = subject_of(about)
    last: int | None = File.objects.about(about).aggregate(last=Max("position"))["last"]
    return File(
        sha256=sha256(content).hexdigest(),
        size_bytes=len(content),
        media_type=decoded.media_type,
        original_name=name,
        width_px=decoded.width,
        height_px=decoded.height,
        subject_label=subject.label,
        subject_key=subject.key,
        position=0 if last is None else last + 1,
        by_id=by.pk,
        by_label=by.label,
        added_at=timezone.now(),
    )


@transaction.atomic
def _save(file: File, content: bytes, by: Viewer, *, at_once: bool) -> None:
    file.full_clean()
    file.save()
    if file.alt:
        write_original(about=file, language=file.source_language, fields={"alt": file.alt}, by=by)
    note_act(verb="add_file", about=file, by=by, after=_facts(file))
    # Last, so that a refusal leaves no bytes behind; before the commit, so that no row lacks them.
    work.keep_bytes(file.original_path, content)
    if not at_once:
        transaction.on_commit(partial(make_derivatives.enqueue, file.pk))


@transaction.atomic
def set_credit(
    *,
    file: File,
    credit: str,
    licence: str,
    by: Viewer,
    relation: Verdict,
    consent: str = "",
    alt: str | None = None,
) -> File:
    """Say who made a picture, under which licence, and whether those shown in it agree."""
    ensure(can_change_file(by, file, relation=relation))
    values = {"credit": credit.strip(), "licence": licence.strip()}
    values["consent"] = consent or file.consent
    if alt is not None:
        values["alt"] = alt.strip()
        write_original(
            about=file, language=file.source_language, fields={"alt": alt.strip()}, by=by
        )
    return keep(File, find={"pk": file.pk}, by=by, **values)


@transaction.atomic
def arrange_files(
    *, about: models.Model, order: Sequence[int], by: Viewer, relation: Verdict
) -> None:
    """Bring the record's pictures into this order, given by their keys; all of them, each once."""
    ensure(can_add_file(by, relation=relation))
    files = {file.pk: file for file in File.objects.about(about).select_for_update()}
    if sorted(order) != sorted(files):
        raise ValidationError(
            _("Name each of the %(count)s pictures of this record once; %(named)s were named.")
            % {"count": len(files), "named": len(order)}
        )
    for position, key in enumerate(order):
        keep(File, find={"pk": key}, by=by, position=position)


@transaction.atomic
def remove_file(*, file: File, by: Viewer, relation: Verdict) -> None:
    """Take a picture away, its bytes too unless another record uses the same."""
    ensure(can_change_file(by, file, relation=relation))
    paths = [file.original_path, *file.derivatives.values_list("path", flat=True)]
    note_act(verb="remove_file", about=file, by=by, before=_facts(file))
    sha = file.sha256
    file.delete()
    transaction.on_commit(partial(work.drop_bytes, sha, paths))


def _facts(file: File) -> dict[str, str]:
    return {
        "sha256": file.sha256,
        "about": f"{file.subject_label} {file.subject_key}",
        "credit": file.credit,
        "licence": file.licence,
        "consent": file.consent,
    }
