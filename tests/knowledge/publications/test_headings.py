"""How an output without a title is called."""

import pytest

from creaspace.knowledge.publications.headings import heading_and_rest


@pytest.mark.parametrize(
    ("title", "description", "said"),
    [
        ("ecn.econcult.eu", "Calls and results.", ("ecn.econcult.eu", "Calls and results.")),
        ("", "Report on the visits.", ("Report on the visits", "")),
        ("", "Best practices. None was found.", ("Best practices", "None was found.")),
        ("", "考察报告。尚未找到。", ("考察报告", "尚未找到。")),
        ("", "No stop at the end", ("No stop at the end", "")),
        ("", "", ("", "")),
    ],
)
def test_heading_is_the_title_or_the_first_sentence(title, description, said):
    assert heading_and_rest(title, description) == said
