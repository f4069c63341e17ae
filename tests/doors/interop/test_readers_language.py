"""The programme of 2016 as readers of Spanish and Chinese find it: no English left unsaid."""

import re
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils.translation import override

from creaspace.doors.interop.demonstration import load_demonstration
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.records.models import Version
from tests.site.reading import Page

pytestmark = pytest.mark.django_db
LANGUAGES = {"es": "es", "zh-hans": "zh-Hans"}
PAGES = [
    *("", "spaces/cospace/", "spaces/lanzadera/", "spaces/berklee-valencia/"),
    *("spaces/thousandfold/", "spaces/sowing-seeds/", "spaces/las-naves/", "spaces/shicui/"),
    *("programmes/", "programmes/ecn-2016/", "programmes/ecn-2016/sessions/kunming-2016/"),
    *("calls/", "calls/ecn-call-asia/", "calls/asef-cn3/", "visits/", "visits/valencia-2016/"),
    *("visits/kunming-2016/", "workshops/", "workshops/valencia-workshop/", "outputs/"),
    *("outputs/profiles/", "questions/", "questions/axis-efficiency-fairness/"),
    *("people/organisations/", "people/organisations/ynu-ci/", "sources/ecn-2016-ecn-about/"),
    *("versions/spaces.space/cospace/1/", "versions/people.organisation/ynu-ci/1/"),
    *("versions/visits.visit/valencia-2016/1/", "versions/consultation.question/credit/1/"),
]
# Words that stand in any English sentence and in no Spanish or Chinese one; names may hold some.
ENGLISH = re.compile(r"\b(?:the|and|of|with|from|by|which|was|were|which|not)\b")
NAMES = (
    "Berklee College of Music, Valencia Campus",
    "City of the Fallas Artist",
    "Department of Applied Economics, University of Valencia",
)


@pytest.fixture(scope="module", autouse=True)
def network(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The demonstration, loaded once for all these tests, and taken back."""
    with django_db_blocker.unblock(), transaction.atomic(), override("en"):
        call_command("load_reference", verbosity=0)
        load_demonstration()
        yield
        transaction.set_rollback(True)


def read(client: Client, language: str, path: str) -> Page:
    answer = client.get(f"/{language}/{path}")
    assert answer.status_code == 200, path
    return Page.read(answer.content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_sentence_passes_for_the_readers_language(language: str) -> None:
    client = Client()
    left = [
        f"{path}: {words}"
        for path in PAGES
        for words in read(client, language, path).said
        if ENGLISH.search(_without_names(words))
    ]

    assert left == []


def _without_names(words: str) -> str:
    if any(words.strip() in name for name in NAMES):
        return ""  # a drawing breaks a long name into lines
    for name in NAMES:
        words = words.replace(name, "")
    return re.sub(r"https?://\S+", "", words)


@pytest.mark.parametrize(
    ("language", "institute"),
    [("es", "Instituto de Industrias Culturales"), ("zh-hans", "云南大学文化发展研究院")],
)
@pytest.mark.parametrize(
    "path",
    [
        "visits/",
        "visits/kunming-2016/",
        "programmes/ecn-2016/",
        "programmes/ecn-2016/sessions/kunming-2016/",
    ],
)
def test_host_is_named_in_the_readers_language(language: str, institute: str, path: str) -> None:
    page = read(Client(), language, path)

    assert institute in page.words
    assert Organisation.objects.get(slug="ynu-ci").name not in page.words


@pytest.mark.parametrize(
    ("language", "path", "title"),
    [
        ("es", "calls/ecn-call-asia/", "Convocatoria abierta de ECN"),
        ("zh-hans", "calls/ecn-call-asia/", "ECN 面向亚洲创意空间的公开征集"),
        ("zh-hans", "versions/people.organisation/ynu-ci/1/", "云南大学文化产业研究院"),
        ("zh-hans", "versions/visits.visit/valencia-2016/1/", "巴伦西亚"),
        ("es", "versions/programmes.session/kunming-2016/1/", "Sesión en Kunming"),
    ],
)
def test_title_and_description_speak_the_readers_language(
    language: str, path: str, title: str
) -> None:
    content = Client().get(f"/{language}/{path}").content.decode()
    head = content.partition("</head>")[0]

    assert title in head.partition("</title>")[0]
    assert "ECN open call" not in head


@pytest.mark.parametrize(
    ("language", "places"),
    [("es", "barrio de Yangshupu"), ("zh-hans", "北外滩艺术区，杨树浦一带")],
)
def test_places_are_told_in_the_readers_language(language: str, places: str) -> None:
    client = Client()

    for path in ("spaces/cospace/", "outputs/profiles/"):
        assert places in read(client, language, path).words, path


def test_history_tells_each_event_in_one_language() -> None:
    client = Client()

    chinese = read(client, "zh-hans", "spaces/berklee-valencia/").words
    spanish = read(client, "es", "spaces/alinghi-base/").words

    assert "来自25个国家的75人" in chinese
    assert "from 25 countries" not in chinese
    assert "parcela concedida por 40 años al campus privado contiguo" in spanish


def test_what_was_kept_for_citing_holds_the_translations() -> None:
    kept = Version.objects.filter(subject_label="spaces.space", content__title="Cospace").get()

    texts = {row["field"]: row.get("texts", {}) for row in kept.content["statements"]}
    assert set(texts["needs"]) == {"es", "zh-Hans"}
