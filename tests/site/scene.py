"""People in every relation to the records, and records in every state, on the real programme."""

import copy
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.search_services import save_search
from creaspace.atlas.spaces.services import appoint_steward, hide_space, keep_space
from creaspace.core.subjects import subject_of
from creaspace.core.verdicts import YES
from creaspace.core.viewer import STRANGER, System
from creaspace.foundation.files.models import File
from creaspace.foundation.files.services import add_file
from creaspace.foundation.inbox.models import OutboxMail
from creaspace.foundation.inbox.services import tell
from creaspace.foundation.moderation import services as moderation
from creaspace.foundation.moderation.models import Decision, Request
from creaspace.foundation.people import services as people
from creaspace.foundation.people.models import Membership, Organisation, Person
from creaspace.foundation.records.models import ShortLink
from creaspace.programme.programmes.models import Session
from tests.foundation.files.samples import jpeg

BY = System("tests")
ROLES = ("stranger", "member", "steward", "steward_of_another", "organiser", "operator")
PASSWORD = "tile-by-tile-1987"


@dataclass
class Scene:
    """Who is there, and what the addresses of `permissions.toml` mean by `@name`."""

    people: dict[str, Person] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, SimpleCookie] = field(default_factory=dict)

    def client(self, role: str) -> Client:
        """A browser of their own; everybody but the stranger is signed in."""
        client = Client(raise_request_exception=False)
        client.cookies = copy.deepcopy(self.cookies.get(role, SimpleCookie()))
        return client

    def sign_in(self, role: str) -> None:
        client = Client()
        client.force_login(self.people[role], "django.contrib.auth.backends.ModelBackend")
        session = client.session  # the password was just typed: what asks for it again, opens
        typed = {"method": "password", "at": time.time(), "reauthenticated": True}
        session["account_authentication_methods"] = [typed]
        session["account_authentication_methods_user"] = str(self.people[role].pk)
        session.save()
        self.cookies[role] = client.cookies

    def resolve(self, word: str, role: str) -> str:
        """The value behind `@name`; `@own …` is that of whoever asks, or the member's.

        `@row` stays: which one it is depends on the address.
        """
        if not word.startswith("@") or word == "@row":
            return word
        name = word.removeprefix("@")
        owner = role if role in self.people else "member"
        return self.named.get(f"{name} of {owner}") or self.named[name]


def set_scene() -> Scene:
    scene = Scene(people=_people())
    _spaces(scene)
    _belonging(scene)
    _own_things(scene)
    _requests(scene)
    _records(scene)
    for role in scene.people:
        scene.sign_in(role)
    return scene


def _people() -> dict[str, Person]:
    made = {role: _person(role) for role in (*ROLES[1:], "insider", "keeper")}
    made["operator"].is_staff = True
    made["keeper"].is_staff = made["keeper"].is_superuser = True  # of Django's own desk
    for person in made.values():
        person.save()
    return made


def _person(role: str) -> Person:
    email = f"{role.replace('_', '-')}@example.org"
    native = role.replace("_", " ").capitalize()
    return Person.objects.create_user(role, email=email, password=PASSWORD, name_native=native)


def _spaces(scene: Scene) -> None:
    steward, other = scene.people["steward"], scene.people["steward_of_another"]
    published = Space.objects.get(slug="st-spot")
    hidden = keep_space(slug="hidden", name="Hidden", published_at=timezone.now(), by=BY)
    draft = keep_space(slug="draft", name="Draft", published_at=None, by=BY)
    for space in (published, hidden, draft):
        appoint_steward(space=space, person=steward, by=BY)
    appoint_steward(space=Space.objects.get(slug="cospace"), person=other, by=BY)
    hide_space(space=hidden, because="Its people asked for it.", by=BY)
    picture = add_file(
        about=published,
        upload=ContentFile(jpeg(), name="hall.jpg"),
        credit="Ana Example",
        licence="CC-BY-4.0",
        alt="An empty hall",
        consent=File.Consent.NOT_NEEDED,
        by=steward,
        relation=YES,
        at_once=True,
    )
    derivative = picture.derivatives.filter(format="webp").first()
    scene.named |= {"picture": picture.sha256, "picture kind": derivative.kind}
    subject = subject_of(published)
    link = ShortLink.objects.get(subject_label=subject.label, subject_key=subject.key)
    scene.named["short link"] = link.name


def _belonging(scene: Scene) -> None:
    organisation = Organisation.objects.get(slug="econcult")
    roles = {"organiser": Membership.Role.ORGANISER, "insider": Membership.Role.MEMBER}
    for name, role in roles.items():
        person = scene.people[name]
        people.keep_membership(organisation=organisation, person=person, role=role, by=BY)
    insider = scene.people["insider"]
    now = timezone.now()
    people.give_consent(person=insider, purpose="directory", by=insider, now=now)
    scene.named |= {
        "membership": str(organisation.memberships.get(person=insider).pk),
        "found person": insider.slug,
        "unfound person": scene.people["keeper"].slug,
    }


def _own_things(scene: Scene) -> None:
    """A notice and a one-time link for each, and the e-mails of two of them."""
    now = timezone.now()
    for role, person in scene.people.items():
        notice = tell(person=person, words="Something new.", url="/en/about/")
        link = people.make_sign_in_link(person=person, by=person, now=now)
        scene.named[f"own notice of {role}"] = str(notice.pk)
        scene.named[f"own link of {role}"] = str(link.pk)
        search = save_search(
            name="Mine", filters="q=mine", rhythm="weekly", by=person, now=timezone.now()
        )
        scene.named[f"own search of {role}"] = str(search.pk)
    scene.named["notice of somebody"] = scene.named["own notice of keeper"]
    scene.named["search of somebody"] = scene.named["own search of keeper"]
    scene.named["link of somebody"] = scene.named["own link of keeper"]
    insider, keeper = scene.people["insider"], scene.people["keeper"]
    passkey = Authenticator.objects.create(user=keeper, type="webauthn", data={"name": "Phone"})
    scene.named["passkey of somebody"] = str(passkey.pk)
    spent = people.make_sign_in_link(person=keeper, by=keeper, now=now)
    people.withdraw_link(link=spent, by=keeper, now=now)
    scene.named["used token"] = spent.token
    organiser = scene.people["organiser"]
    organisation = Organisation.objects.get(slug="econcult")
    invitation = people.make_invitation(by=organiser, organisation=organisation, now=now)
    scene.named["invitation"] = invitation.token
    for name, person in {"mail to insider": insider, "mail to somebody": keeper}.items():
        scene.named[name] = str(_mail(person).pk)


def _mail(person: Person) -> OutboxMail:
    said: dict[str, Any] = {"sender": "creaspace@example.org", "subject": "News", "body": "News."}
    said |= {"to": person.email, "status": OutboxMail.Status.FAILED, "made_at": timezone.now()}
    return OutboxMail.objects.create(**said)


def _requests(scene: Scene) -> None:
    space = Space.objects.get(slug="st-spot")
    asked = {"about": space, "kind": Request.Kind.CORRECT, "words": "It moved.", "by": STRANGER}
    waiting, decided = moderation.ask(**asked), moderation.ask(**asked)
    moderation.decide(
        request=decided,
        outcome=Decision.Outcome.DECLINED,
        ground=Decision.Ground.SOURCED,
        reason="It did not move.",
        by=scene.people["operator"],
    )
    scene.named |= {"open request": waiting.code, "decided request": decided.code}


def _records(scene: Scene) -> None:
    """Names of records of the real programme, so that the table need not repeat them."""
    scene.named["session"] = Session.objects.filter(programme__slug="ecn-2016").first().slug
