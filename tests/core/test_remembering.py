"""Parts of pages that are drawn once: for each language, and for each value that decides them."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from creaspace.core.templatetags import remembering

NAMED = Template(
    "{% remembered who %}{% translate 'Search' %} {{ who }} {{ beside }}{% endremembered %}"
)


def drawn(template: Template = NAMED, **context: str) -> str:
    return template.render(Context(context))


def test_part_is_drawn_once_for_what_decides_it() -> None:
    assert drawn(who="a", beside="1") == "Search a 1"
    assert drawn(who="a", beside="2") == "Search a 1"
    assert drawn(who="b", beside="2") == "Search b 2"


def test_part_is_drawn_for_each_language() -> None:
    drawn(who="a", beside="")

    with override("es"):
        assert drawn(who="a", beside="") == "Búsqueda a "


def test_two_parts_of_one_template_never_meet() -> None:
    twice = Template(
        "{% remembered %}one{% endremembered %} {% remembered %}two{% endremembered %}"
    )

    assert drawn(twice) == "one two"
    assert drawn(twice) == "one two"


def test_words_are_escaped_when_they_are_drawn_again() -> None:
    assert drawn(who="<b>", beside="") == drawn(who="<b>", beside="") == "Search &lt;b&gt; "


def test_memory_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST_PARTS", 3)

    for number in range(10):
        assert drawn(who=str(number), beside="") == f"Search {number} "

    assert len(remembering._parts) <= 3
