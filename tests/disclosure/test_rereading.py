"""When the lexicon changes, what is public and what is on its way is held to it."""

from unittest.mock import patch

import pytest

from sunlit.disclosure import selectors, services
from sunlit.disclosure.models import Item
from sunlit.disclosure.rereading import screen_public_again
from sunlit.disclosure.waiting import public_items_with_findings
from sunlit.kernel.refusals import Unacceptable
from sunlit.screening.lexicons import lexicon
from sunlit.screening.rules import screen_text
from tests.disclosure import factories
from tests.disclosure.leaks import CLEAN, LEAK, TODAY, keep, overwrite
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


def test_what_is_public_becomes_a_task_of_the_secrecy_reviewer_when_something_is_found():
    item = factories.published(body=CLEAN)
    assert list(public_items_with_findings(agency(), TODAY)) == []

    overwrite(item, body=LEAK, screened_with="")  # as if the lexicon had begun to know it
    [waiting] = public_items_with_findings(agency(), TODAY)

    assert waiting.record == item
    assert waiting.is_for(factories.reviewer())
    assert not waiting.is_for(factories.clerk())


def test_what_is_public_and_may_stand_is_no_task_any_more():
    item = factories.published(body=CLEAN)
    overwrite(item, body=LEAK, screened_with="")
    keep(Item.objects.get(pk=item.pk), factories.reviewer())

    assert list(public_items_with_findings(agency(), TODAY)) == []


def test_what_is_public_is_screened_once_for_each_lexicon():
    clean, leaking = (factories.published(body=CLEAN) for _one in range(2))
    overwrite(clean, screened_with="2000-01-01")
    overwrite(leaking, body=LEAK, screened_with="2000-01-01")

    assert screen_public_again(agency()) == 1

    assert [one.pk for one in selectors.public_not_screened(agency())] == [leaking.pk]
    clean.refresh_from_db()
    assert clean.screened_with == lexicon().version


def test_what_goes_through_the_gate_needs_no_second_screening():
    factories.published(body=CLEAN)

    assert not selectors.public_not_screened(agency()).exists()


def test_an_item_approved_before_the_lexicon_knew_it_is_not_published():
    item = factories.approved(body=CLEAN)
    newly_known = screen_text(LEAK, lexicon())

    with (
        patch.object(selectors.screening, "screen_text", lambda _text, _words: newly_known),
        pytest.raises(Unacceptable),
    ):
        services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY)
