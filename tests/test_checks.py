"""The checks of `./dev.py check` find what they are for."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools import catalogues, locks, messages, sizes, templates


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("<p style='color: red'>", "line 1: a style attribute"),
        ("<p>\n<script>go()</script>", "line 2: a script without a file"),
        ("<style>p {}</style>", "line 1: an inline style block"),
        ("<button onclick='go()'>", "line 1: an event handler attribute"),
        ("<img src='https://example.org/a.png'>", "line 1: an asset of a foreign host"),
        ("<link rel='icon' href='//example.org/a'>", "line 1: an asset of a foreign host"),
        ("<a href='javascript:go()'>", "line 1: a javascript: address"),
        (
            "{% blocktranslate %}Hello{% endblocktranslate %}",
            "line 1: a blocktranslate without `trimmed`",
        ),
        ("<br>\n" * 151, "151 lines; the limit is 150: split it by meaning"),
    ],
)
def test_template_check_finds(tmp_path: Path, source: str, fault: str):
    page = tmp_path / "page.html"
    page.write_text(source)

    assert list(templates.faults(page)) == [fault]


@pytest.mark.parametrize(
    "source",
    [
        "<a href='https://example.org/'>a link leads away, and asks for nothing</a>",
        "<script src='{% static \"core/built/map.js\" %}' type='module'></script>",
        '<script type="application/ld+json">{}</script>',
        "{# <p style='color: red'> #}",
        "{% blocktranslate trimmed %}Hello{% endblocktranslate %}",
    ],
)
def test_template_check_leaves_in_peace(tmp_path: Path, source: str):
    page = tmp_path / "page.html"
    page.write_text(source)

    assert list(templates.faults(page)) == []


def test_size_check_finds_long_files_and_functions(tmp_path: Path):
    long = tmp_path / "long.py"
    long.write_text("def many():\n" + "    pass\n" * 400)

    assert list(sizes.faults(long)) == [
        "401 lines; the limit is 400: split it by meaning",
        "line 1: many has 401 lines; the limit is 40: split it by meaning",
    ]


def test_messages_are_found_in_python_and_in_templates(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "forms.py").write_text(
        "_('One thing')\nngettext('%(n)s space', '%(n)s spaces', 2)\npgettext('a month', 'May')\n"
    )
    (tmp_path / "templates" / "page.html").write_text(
        "{% translate 'Here' %}{% card title=_('Title') %}"
        "{% blocktranslate trimmed count n=n %}\n  {{ n }} call{% plural %}{{ n }} calls"
        "{% endblocktranslate %}{% translate 'May' context 'permission' %}"
    )

    found = {(message.context, message.id) for message in messages.template_of(tmp_path)}

    assert found - {(None, "")} == {
        (None, "One thing"),
        (None, ("%(n)s space", "%(n)s spaces")),
        ("a month", "May"),
        (None, "Here"),
        (None, "Title"),
        (None, ("%(n)s call", "%(n)s calls")),
        ("permission", "May"),
    }


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        ("Hello", "", "is not translated."),
        ("By %(who)s", "Por %(quien)s", "has the placeholders ['quien']; the source has ['who']."),
        (("%(n)s call", "%(n)s calls"), ("%(n)s convocatoria",), "has 1 forms; es has 2."),
    ],
)
def test_translation_check_finds(source, translation, fault):
    catalogue = Catalog(locale="es")
    message = catalogue.add(source, translation)

    assert next(catalogues._wrong(message, "es")) == fault


def test_lock_files_hold_no_address():
    assert list(locks.faults()) == []
