"""How an output is called on a page: by its title, else by the first sentence about it. Pure."""

import re

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")


def heading_and_rest(title: str, description: str) -> tuple[str, str]:
    """The heading, and what remains to be said below it."""
    if title:
        return title, description
    first, *rest = SENTENCE_END.split(description.strip(), maxsplit=1)
    return first.rstrip(".。"), rest[0].strip() if rest else ""
