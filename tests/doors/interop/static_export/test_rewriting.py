"""Pages from the server become pages that open from disk."""

from creaspace.doors.interop.static_export.rewriting import Target, links_of, rewrite, with_icons

KNOWN = {"/en/spaces/st-spot/": "../st-spot/index.html", "/static/a.css": "../../static/a.css"}


def resolve(address: str) -> Target:
    if address in KNOWN:
        return Target(KNOWN[address])
    return Target(is_action="/accounts/" in address)


def rewritten(html: str) -> str:
    return rewrite(html, resolve, {}).html


def test_link_to_an_exported_page_leads_to_its_file():
    html = rewritten('<p><a class="x" href="/en/spaces/st-spot/">ST &amp; Spot</a></p>')

    assert html == '<p><a class="x" href="../st-spot/index.html">ST &amp; Spot</a></p>'


def test_link_to_a_page_that_stays_behind_keeps_its_words_only():
    html = rewritten('<p>See <a href="/en/spaces/?page=2">page <b>2</b></a>.</p>')

    assert html == "<p>See <span>page <b>2</b></span>.</p>"


def test_link_inside_a_drawing_becomes_a_group():
    html = rewritten('<svg viewBox="0 0 1 1"><a href="/en/x/"><path d="M0 0"/></a></svg>')

    assert html == '<svg viewBox="0 0 1 1"><g><path d="M0 0"/></g></svg>'


def test_link_to_sign_in_goes_with_its_words():
    assert rewritten('<i>a</i><a href="/en/accounts/login/">Sign <b>in</b></a><i>b</i>') == (
        "<i>a</i><i>b</i>"
    )


def test_forms_scripts_and_templates_go_with_all_they_hold():
    html = rewritten(
        '<p>a</p><form method="post"><input name="x"><p>b</p></form>'
        '<script src="/static/x.js">if (1 < 2) {}</script><template><a>c</a></template><p>d</p>'
    )

    assert html == "<p>a</p><p>d</p>"


def test_island_goes_and_its_words_stay():
    html = rewritten('<cs-time data-x="1"><time datetime="2016">2016</time></cs-time>')

    assert html == '<time datetime="2016">2016</time>'


def test_head_keeps_styles_and_loses_what_needs_a_server():
    html = rewritten(
        '<link rel="stylesheet" href="/static/a.css" media="all"><link rel="manifest" href="/m">'
        '<link rel="alternate" hreflang="es" href="http://x/es/"><meta property="og:title"'
        ' content="t"><meta name="description" content="d">'
    )

    assert html == (
        '<link rel="stylesheet" href="../../static/a.css" media="all">'
        '<meta name="description" content="d">'
    )


def test_foreign_picture_is_never_kept():
    assert rewritten('<img src="https://example.org/p.png" alt="">') == ""


def test_outside_link_says_that_it_leads_outside():
    html = rewritten('<a href="https://example.org/">x</a><a href="mailto:a@example.org">y</a>')

    assert html == (
        '<a href="https://example.org/" rel="external noopener">x</a>'
        '<a href="mailto:a@example.org">y</a>'
    )


def test_icons_move_into_the_page():
    page = rewrite(
        '<body class="b"><svg class="icon"><use href="/static/i.svg#map"/></svg></body>',
        resolve,
        {},
    )
    sprite = (
        '<svg><symbol id="map" viewBox="0 0 2 2"><path d="M0"/></symbol>'
        '<symbol id="x"></symbol></svg>'
    )

    html = with_icons(page, sprite)

    assert '<use href="#icon-map"/>' in html
    assert '<symbol id="icon-map" viewBox="0 0 2 2"><path d="M0"/></symbol>' in html
    assert "icon-x" not in html


def test_header_of_the_site_is_replaced():
    html = rewrite(
        '<header class="bar"><nav><a href="/x">x</a></nav></header><header class="page-title">'
        "<h1>t</h1></header>",
        resolve,
        {"bar": "<header>own</header>"},
    ).html

    assert html == '<header>own</header><header class="page-title"><h1>t</h1></header>'


def test_links_of_a_page_are_those_of_the_site():
    html = (
        '<a href="/en/a/">a</a><a href="https://x/">b</a><img src="/p.png"><a href="/en/a/">c</a>'
    )

    assert links_of(html) == ["/en/a/", "/p.png"]


def test_part_that_only_asks_for_something_goes_with_the_ways_to_it():
    html = rewritten('<p>a <a href="#ask">Tell us</a></p><div id="ask"><div>b</div></div><p>c</p>')

    assert html == "<p>a </p><p>c</p>"
