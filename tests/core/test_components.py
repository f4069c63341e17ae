import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from creaspace.core.mosaic import Mosaic, Pin
from creaspace.core.partial_dates import PartialDate
from creaspace.core.timeline import Event


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context)).strip()


def test_icon_is_silent_unless_labelled():
    assert 'aria-hidden="true"' in render('{% icon "map-pin" %}')
    assert 'role="img" aria-label="Place"' in render('{% icon "map-pin" "Place" %}')


def test_card_with_an_address_leads_there():
    html = render(
        '{% card title=name url="/en/spaces/x/" %}<p>Words</p>{% endcard %}', name="A & B"
    )

    assert '<a class="card-link" href="/en/spaces/x/">A &amp; B</a>' in html
    assert "<p>Words</p>" in html


def test_card_title_names_its_language():
    html = render('{% card title="例" lang="zh-hans" %}{% endcard %}')

    assert '<h3 class="card-title" lang="zh-Hans">例</h3>' in html


def test_words_of_others_are_escaped_everywhere():
    bad = "<script>x</script>"
    html = render(
        "{% section title=bad id=bad sub=bad %}{% endsection %}{% note title=bad %}{% endnote %}"
        "{% empty title=bad %}{% endempty %}{% tile bad label=bad %}{% icon bad bad %}"
        "{% breadcrumb bad bad bad %}{% partial_date bad %}{% position_mark bad %}"
        "{% unit_tiles 3 bad %}{% measure 3 bad %}{% state bad %}x{% endstate %}",
        bad=bad,
    )

    assert "<script>" not in html


def test_no_component_carries_style_or_script():
    html = render(
        "{% mosaic map %}{% timeline events '2016' %}{% tile 'x' %}{% unit_tiles 56 'm²' %}",
        map=Mosaic([Pin("Valencia", 39.5, -0.4, hub=True)], [], "One city"),
        events=[
            Event("Founded", PartialDate.parse("1987")),
            Event("Closed", PartialDate.parse("2016")),
        ],
    )

    assert "style=" not in html
    assert "<script" not in html


def test_error_note_is_announced():
    assert 'role="alert"' in render('{% note kind="error" %}No.{% endnote %}')
    assert "role" not in render("{% note %}Well.{% endnote %}")


def test_breadcrumb_ends_at_this_page():
    html = render('{% breadcrumb "Spaces" "/en/spaces/" "ST Spot" %}')

    assert '<a class="trail-link" href="/en/spaces/">Spaces</a>' in html
    assert '<span aria-current="page">ST Spot</span>' in html


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "1,840\u00a0m²"), ("es", "1.840\u00a0m²"), ("zh-hans", "1840\u00a0m²")],
)
def test_measure_is_written_in_the_readers_habit(code: str, words: str):
    with override(code):
        html = render('{% measure 1840 "m²" %}')

    assert html.replace("\u202f", ".").replace("1\u00a0840", "1.840").count(words) == 1


@pytest.mark.parametrize(("value", "words"), [(3600.0, "3,600"), (56.5, "56.5"), (3600, "3,600")])
def test_measure_claims_no_more_precision_than_it_has(value: float, words: str):
    for source in ('{% measure value "m²" %}', '{% unit_tiles value "m²" %}'):
        html = render(source, value=value)

        assert f"{words}\u00a0m²" in html or f"{words} m²" in html


def test_unknown_measure_says_so():
    assert 'aria-label="not known"' in render('{% measure value "m²" %}', value=None)


def test_partial_date_keeps_its_precision_for_machines_and_people():
    with override("es"):
        html = render('{% partial_date "2014-06" %}')

    assert html == '<time datetime="2014-06">junio de 2014</time>'


def test_text_that_is_no_date_is_shown_as_written():
    assert render('{% partial_date "around 1990" %}') == "around 1990"
    assert render("{% partial_date missing %}") == ""


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "BA")])
def test_sources_are_counted_in_letters(number: int, letters: str):
    assert render("{{ number|nth }}", number=number) == letters
    assert render("{% nth number %}", number=number) == letters


def test_territory_is_named_in_the_readers_language():
    with override("zh-hans"):
        assert render('{{ "ES"|territory }}') == "西班牙"
    assert render('{{ "XX"|territory }}') == "XX"


def test_host_of_an_address_is_its_name():
    assert render('{{ "https://www.stspot.jp/en/"|host }}') == "stspot.jp"
    assert render('{{ "not an address"|host }}') == "not an address"


def test_query_keeps_what_is_not_changed():
    request = RequestFactory().get("/en/spaces/", {"q": "滇", "page": "3", "city": "x"})

    html = render("{% query_with page=4 city=None %}", request=request)

    assert html == "?q=%E6%BB%87&amp;page=4"


def test_count_beyond_a_hundred_says_what_a_tile_stands_for():
    assert "One tile is 20\u00a0m²." in render('{% unit_tiles 1840 "m²" %}')
    assert "One tile" not in render('{% unit_tiles 56 "m²" %}')
    assert render("{% unit_tiles nothing %}", nothing=None) == ""


def test_map_with_links_is_left_to_the_list_for_screen_readers():
    linked = Mosaic([Pin("Valencia", 39.5, -0.4, url="/en/")], [], "One city")

    html = render("{% mosaic map %}", map=linked)

    assert 'aria-hidden="true"' in html
    assert '<a href="/en/" tabindex="-1">' in html
    assert '<p class="vh">One city</p>' in html


def test_map_without_links_is_a_picture_with_a_name():
    html = render("{% mosaic map %}", map=Mosaic([Pin("Valencia", 39.5, -0.4)], [], "One city"))

    assert 'role="img" aria-label="One city"' in html


def test_timeline_numbers_are_the_same_in_every_language():
    events = [Event("A", PartialDate.parse("1987")), Event("B", PartialDate.parse("2016"))]
    with override("es"):
        html = render("{% timeline events %}", events=events)

    assert ">1.990<" not in html
    assert ">1990<" in html


def test_undated_event_is_listed_as_such():
    html = render("{% timeline events %}", events=[Event("A")])

    assert "agenda-undated" in html
    assert "no date" in html


class SampleForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As on the door.")
    agree = forms.BooleanField(label="I agree")


def test_refused_form_lists_its_errors_with_links_to_the_fields():
    html = render('{% include "core/form.html" %}', form=SampleForm({}))

    assert 'href="#id_name"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-describedby="id_name_helptext' in html
    assert "2 things need another look." in html


class FaultyForm(forms.Form):
    reason = forms.CharField()

    def clean(self) -> None:
        self.add_error("reason", "Too short.")
        self.add_error("reason", "No figures.")
        self.add_error(None, "Too many came.")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "3 things need another look."),
        ("es", "Hay 3 puntos que revisar."),
        ("zh-hans", "有 3 处需要再看一下。"),
    ],
)
def test_summary_counts_every_fault_it_lists(language: str, words: str):
    with override(language):
        html = render('{% include "core/form.html" %}', form=FaultyForm({"reason": "x"}))

    assert words in html
    assert html.split("</ul>", 1)[0].count("<li>") == 3


def test_single_fault_is_one_thing():
    html = render('{% include "core/form.html" %}', form=SampleForm({"name": "Ana"}))

    assert "One thing needs another look." in html


def test_words_in_tags_and_states_are_escaped_once():
    html = render(
        "{% tag %}{{ words }}{% endtag %}{% state %}{{ words }}{% endstate %}", words="A & B's"
    )

    assert html.count("A &amp; B&#x27;s") == 2


def test_fresh_form_shows_labels_and_help_without_errors():
    html = render('{% include "core/form.html" %}', form=SampleForm())

    assert '<label class="field-label" for="id_name">Name</label>' in html
    assert "As on the door." in html
    assert 'role="alert"' not in html
