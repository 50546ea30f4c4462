"""The agency's own words: added and retired for a reason, and all that is public held to them."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from sunlit.disclosure import forms, selectors, services
from sunlit.disclosure.models import Item, LexiconEntry
from sunlit.disclosure.rereading import Rereading
from sunlit.disclosure.waiting import public_items_with_findings
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Agency, Role
from sunlit.screening.lexicons import lexicon
from sunlit.screening.rules import screen_text
from tests.disclosure import factories
from tests.disclosure.factories import TODAY, own_word
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

BODY = "详见内参专报。"


def waiting():
    """Return the public items that wait for an answer to what is found in them."""
    return [one.record for one in public_items_with_findings(agency(), TODAY)]


def retire(entry, **changes):
    """Retire a word, as the reviewer, unless told otherwise."""
    terms = {
        "record_id": entry.pk,
        "by": factories.reviewer(),
        "today": TODAY,
        "reason": "刊物停办",
    }
    return services.retire_word(**terms | changes)


def test_a_word_is_found_from_the_moment_in_which_it_is_added():
    item = factories.drafted(body=BODY)
    assert not selectors.open_findings(item)

    own_word()

    [found] = selectors.open_findings(item)
    assert found.text == "内参专报"


def test_a_word_that_was_retired_is_found_no_more_and_stays_in_the_register():
    item = factories.drafted(body=BODY)
    entry = retire(own_word())

    assert not selectors.open_findings(item)
    assert (entry.retired_on, entry.retired_reason) == (TODAY, "刊物停办")
    assert list(selectors.entries(agency())) == [entry]


def test_a_retired_word_can_be_added_anew():
    retire(own_word())

    assert own_word().retired_on is None
    assert LexiconEntry.objects.count() == 2


def test_each_change_makes_another_version_of_the_lexicon():
    shipped = lexicon().version
    versions = [selectors.lexicon_version(agency())]
    entry = own_word()
    versions.append(selectors.lexicon_version(agency()))
    retire(entry)
    versions.append(selectors.lexicon_version(agency()))

    assert versions == [shipped, f"{shipped}+1", f"{shipped}+2"]
    assert selectors.lexicon_of(agency()).version == f"{shipped}+2"


def test_what_is_public_waits_for_the_reviewer_when_a_word_of_it_is_added():
    item = factories.published(body=BODY)
    assert waiting() == []

    entry = own_word()
    assert waiting() == [item]

    retire(entry)
    assert waiting() == []


def test_a_running_worker_reads_what_is_public_again_for_each_version_and_only_then(
    django_assert_max_num_queries,
):
    own, clean, leaking = agency(), factories.published(), factories.published(body=BODY)
    rereading = Rereading()
    rereading.look(own)

    own_word()
    rereading.look(own)

    version = selectors.lexicon_version(agency())
    clean.refresh_from_db()
    leaking.refresh_from_db()
    assert clean.screened_with == version
    assert leaking.screened_with != version
    assert waiting() == [leaking]
    with django_assert_max_num_queries(1):
        rereading.look(own)


def test_the_words_of_one_agency_are_not_those_of_another():
    other = Agency.objects.create(code="other", name="另一局", index_code="9")
    own_word()

    assert selectors.lexicon_version(other) == lexicon().version
    assert screen_text(BODY, selectors.lexicon_of(other)) == ()


def test_attachments_are_held_to_the_new_word_as_well():
    item = factories.with_attachment()
    item.attachments.update(description=BODY)
    assert not selectors.open_findings(Item.objects.get(pk=item.pk))

    own_word()

    [found] = selectors.open_findings(Item.objects.get(pk=item.pk))
    assert found.place.zh.startswith("附件")


def test_the_ledger_says_how_many_public_texts_it_stood_in():
    factories.published(body=BODY)

    own_word()

    entry = Entry.objects.get(event="WordAdded")
    assert (entry.payload["text"], entry.payload["found"]) == ("内参专报", 1)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"by": Role.CLERK}, NotPermitted),
        ({"by": Role.ADMINISTRATOR, "group": "except", "text": "座落"}, NotPermitted),
        ({"text": "  "}, Unacceptable),
        ({"text": "密"}, Unacceptable),
        ({"text": "内部资料"}, Unacceptable),
        ({"group": "wrong", "text": "园满"}, Unacceptable),
        ({"group": "except", "text": "内部资料"}, Unacceptable),
        ({"group": "number", "text": "电话"}, Unacceptable),
    ],
)
def test_a_word_that_cannot_be_added_is_refused_and_changes_nothing(changes, refusal):
    if role := changes.get("by"):
        changes = changes | {"by": factories.staff("somebody", role)}

    with pytest.raises(refusal) as refused:
        own_word(**changes)

    assert refused.value.reason
    assert refused.value.remedy
    assert not LexiconEntry.objects.exists()
    assert not Entry.objects.filter(event="WordAdded").exists()


def test_a_word_is_not_added_twice():
    own_word()

    with pytest.raises(Unacceptable):
        own_word(group="forbidden")
    twin = LexiconEntry.objects.get()
    twin.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_a_word_that_stands_nearly_everywhere_is_refused():
    for _one in range(10):
        factories.published()

    with pytest.raises(Unacceptable) as refused:
        own_word(text="车辆")

    assert "10" in str(refused.value.reason)
    assert own_word(group="number", text="0571-87654321")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"by": Role.CLERK}, NotPermitted),
        ({"today": TODAY - timedelta(days=1)}, Unacceptable),
    ],
)
def test_a_word_is_not_retired_by_anybody_nor_before_it_was_added(changes, refusal):
    entry = own_word()
    if role := changes.get("by"):
        changes = {"by": factories.staff("somebody", role)}

    with pytest.raises(refusal):
        retire(entry, **changes)

    assert LexiconEntry.objects.get().retired_on is None


def test_a_word_is_retired_once():
    entry = retire(own_word())

    with pytest.raises(WrongMoment):
        retire(entry, today=date(2012, 12, 31))


# The form tries it first


TYPED = {"group": "secrecy", "text": "内参专报", "better": "", "reason": "本局内部刊物名称"}


def test_the_form_says_in_which_public_texts_it_stands_before_it_is_stored():
    factories.published(title="工作动态", body=BODY)
    factories.published()

    form = forms.AddWordForm(TYPED, by=factories.reviewer())

    assert list(form.errors) == ["confirmed"]
    assert "工作动态" in str(form.errors["confirmed"])
    confirmed = forms.AddWordForm(TYPED | {"confirmed": "on"}, by=factories.reviewer())
    assert confirmed.is_valid()
    assert set(confirmed.cleaned_data) == set(TYPED)


def test_a_word_that_stands_nowhere_is_stored_at_once():
    assert "confirmed" not in forms.AddWordForm(by=factories.reviewer()).fields
    assert forms.AddWordForm(TYPED, by=factories.reviewer()).is_valid()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"text": "密"}, "text"),
        ({"text": "内部资料"}, "text"),
        ({"group": "wrong", "text": "园满"}, "better"),
        ({"group": "wrong", "text": "园满", "better": "园满"}, "better"),
        ({"better": "参考"}, "better"),
        ({"reason": ""}, "reason"),
    ],
)
def test_the_form_says_beside_the_field_what_is_wrong(typed, field):
    form = forms.AddWordForm(TYPED | typed, by=factories.reviewer())

    assert list(form.errors) == [field]


def test_only_the_reviewer_says_in_which_words_nothing_is_found():
    typed = TYPED | {"group": "except", "text": "座落"}

    assert list(forms.AddWordForm(typed, by=factories.admin()).errors) == ["group"]
    assert forms.AddWordForm(typed, by=factories.reviewer()).is_valid()
