"""Who is looking: all that rooms below `people` know of a person."""

from dataclasses import dataclass
from typing import Any, Protocol

from django.http import HttpRequest


class Viewer(Protocol):
    """A person as rules and querysets of lower rooms see them."""

    @property
    def is_authenticated(self) -> bool: ...

    @property
    def pk(self) -> int | None: ...

    @property
    def label(self) -> str: ...


@dataclass(frozen=True)
class Stranger:
    """Somebody who has not signed in."""

    is_authenticated: bool = False
    pk: int | None = None
    label: str = ""


@dataclass(frozen=True)
class System:
    """The software itself: imports, clocks, repairs. `label` names the job in the acts."""

    label: str
    is_authenticated: bool = True
    pk: int | None = None


STRANGER = Stranger()


def viewer_of(request: HttpRequest) -> Viewer:
    """Who sent this request, as lower rooms may see them."""
    person: Any = request.user
    viewer: Viewer = person if person.is_authenticated else STRANGER
    return viewer
