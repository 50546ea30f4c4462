import re

import pytest

from sunlit.assessment.selectors import template
from sunlit.measures.registry import all_measures

LANGUAGES = ("zh-hans", "en")

PROMISED = """
powers.licence powers.penalty powers.planning powers.reward powers.coercion powers.other
powers.total powers.with_flow norms.reviewed norms.repealed norms.retained disclosure.news
dossiers.recruited dossiers.recruitment_stages_public dossiers.tender_stages_public approvals.cases
approvals.window_items organization.leading_group_members planning.measures_done
channels.board_postings channels.media_outlets channels.street_signs complaints.received
complaints.accepted foi.received remedies.cases supervision.supervisors supervision.meetings
supervision.opinions supervision.inspections_scheduled supervision.inspections_unscheduled
supervision.trainings supervision.accountability
""".split()  # noqa: SIM905  read as a table


def words(language):
    """All that the template of a language may print."""
    text = template(language)
    yield from (text.title, text.subtitle, text.empty)
    for section in text.sections:
        yield section.heading
        for part in section.parts:
            yield part.heading
            for paragraph in part.paragraphs:
                for sentence in paragraph:
                    yield from (sentence.opens, sentence.joins, sentence.last, sentence.closes)
                    yield from (claim.says for claim in sentence.claims)


def test_both_languages_make_the_same_claims_on_the_same_figures_in_the_same_order():
    chinese, english = ([(c.id, c.needs) for c in template(name).claims()] for name in LANGUAGES)
    assert chinese == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_has_a_name_of_its_own_and_names_a_figure(language):
    claims = list(template(language).claims())
    assert len({claim.id for claim in claims}) == len(claims)
    assert all(claim.needs for claim in claims)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_uses_every_figure_that_the_outside_may_rely_on(language):
    used = {code for claim in template(language).claims() for code in claim.needs}
    assert set(PROMISED) <= used


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_that_the_text_uses_is_measured(language):
    used = {code for claim in template(language).claims() for code in claim.needs}
    assert sorted(used - all_measures().keys()) == []


def test_every_figure_that_the_outside_may_rely_on_is_measured():
    assert sorted(set(PROMISED) - all_measures().keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_and_no_year_is_written_in_the_text(language):
    assert not [text for text in words(language) if re.search(r"[0-9〇二三四五六七八九十百]", text)]


def test_no_english_is_left_in_the_chinese_text_and_no_chinese_in_the_english():
    plain = [re.sub(r"\{[^{}|]*[|}]", "", text) for text in words("zh-hans")]
    assert not [text for text in plain if re.search("[A-Za-z]", text)]
    assert not [text for text in words("en") if re.search("[\u3000-\u9fff\uff00-\uffef]", text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_opening_brace_is_a_name_that_is_known(language):
    known = r"\{(agency|year|[a-z_]+\.[a-z_]+(\|[^{}]*)?)\}"
    assert not [text for text in words(language) if re.search(r"[{}]", re.sub(known, "", text))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_an_introduction_and_four_parts(language):
    sections = template(language).sections
    assert [section.numbered for section in sections] == [False, True, True, True, True]
