"""What kind of picture the first bytes announce, whatever a name or a browser claims. Pure."""

ENOUGH = 32  # bytes
BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
BRANDS = {b"avif": "image/avif", b"avis": "image/avif"}


def media_type_of(head: bytes) -> str:
    """The media type of a picture, or an empty text for anything else."""
    for beginning, media_type in BEGINNINGS:
        if head.startswith(beginning):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12], "")
    return ""
