"""Making what is shown of a file, keeping it in the storage, and taking it away again."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from creaspace.foundation.files.decoding import Smaller, decode
from creaspace.foundation.files.models import Derivative, File


def keep_bytes(path: str, content: bytes) -> None:
    """Put bytes under a name made from what they are; the same name always holds the same."""
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))


def make_derivatives(file: File) -> int:
    """Make the smaller pictures; may run twice. Returns how many there are."""
    with file.open_original() as original:
        decoded = decode(original.read(), with_smaller=True)
    for each in decoded.smaller:
        keep_bytes(path_of(file.sha256, each), each.content)
    with transaction.atomic():
        for each in decoded.smaller:
            _keep_row(file, each)
    return len(decoded.smaller)


def path_of(sha256: str, made: Smaller) -> str:
    return f"derivatives/{sha256[:2]}/{sha256}/{made.kind}.{made.format}"


def _keep_row(file: File, made: Smaller) -> None:
    Derivative.objects.update_or_create(
        file=file,
        kind=made.kind,
        format=made.format,
        defaults={
            "width_px": made.width,
            "height_px": made.height,
            "path": path_of(file.sha256, made),
        },
    )


def drop_bytes(sha256: str, paths: list[str]) -> None:
    """Take bytes out of the storage that no record uses any longer."""
    if File.objects.filter(sha256=sha256).exists():
        return
    for path in paths:
        default_storage.delete(path)
