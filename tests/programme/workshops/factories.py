"""Makers of workshops; what they stand on comes from the tests of visits."""

from typing import Any

from creaspace.programme.programmes.models import Session
from creaspace.programme.workshops.models import Workshop
from creaspace.programme.workshops.services import keep_workshop
from tests.programme.visits import factories as below


def make_workshop(slug: str = "", *, session: Session | None = None, **values: Any) -> Workshop:
    session = session or below.make_session()
    return keep_workshop(
        slug=slug or f"workshop-{session.slug}", session=session, by=below.BY, **values
    )


def case() -> Any:
    return below.make_concept("session-kinds", "case-presentation", en="Case presentation")


def policy() -> Any:
    return below.make_concept("session-kinds", "policy-input", en="Policy input")
