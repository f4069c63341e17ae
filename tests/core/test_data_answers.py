"""Answers for programs say the same things wherever they come from."""

import json

from django.http import HttpResponse

from creaspace.core.data_answers import as_json, open_to_all, refusal, too_many


def test_refusal_is_a_sentence_that_nobody_keeps():
    response = refusal("“99” is no zoom.", 400)

    assert response.status_code == 400
    assert json.loads(response.content) == {"error": "“99” is no zoom."}
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_who_asks_too_much_hears_how_long_to_wait():
    response = too_many(7)

    assert response.status_code == 429
    assert response.headers["Retry-After"] == "7"
    assert "Ask again in 7 seconds." in json.loads(response.content)["error"]


def test_answer_is_kept_for_some_seconds_and_read_from_anywhere():
    response = open_to_all(HttpResponse(as_json({"name": "昆明"})))

    assert response.content.decode() == '{"name":"昆明"}'
    assert response.headers["Cache-Control"] == "public, max-age=10"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
