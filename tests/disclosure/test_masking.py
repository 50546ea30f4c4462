"""An agency masks in the official form, or in one of its own that hides no less."""

from datetime import timedelta

import pytest

from sunlit.design.markup import visible_text
from sunlit.disclosure import forms, selectors
from sunlit.disclosure.models import Item, MaskingRule
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.screening.kinds import Kind
from sunlit.screening.masking import OFFICIAL
from sunlit.screening.official import Form, official
from tests.disclosure import factories
from tests.disclosure.leaks import LEAK, MASKED, PHONE, TODAY, mask
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


def test_without_a_rule_the_official_form_holds():
    assert selectors.masking_of(agency(), on=TODAY).forms == {}
    assert MASKED in mask(factories.drafted(body=LEAK)).body


def test_the_agencys_form_is_used_when_something_is_masked():
    factories.masking()

    item = mask(factories.drafted(title=LEAK, body=LEAK))

    assert "*********78" in item.title
    assert "*********78" in visible_text(item.body)
    assert PHONE not in f"{item.texts}"


def test_what_the_ledger_keeps_of_a_title_is_masked_in_the_same_form():
    factories.masking(sign="×")

    factories.drafted(title=LEAK)

    entry = Entry.objects.get(event="ItemDrafted")
    assert "×××××××××78" in entry.payload["title"]


def test_the_form_shows_how_it_will_be_masked(settings):
    settings.SUNLIT_TODAY = TODAY
    factories.masking()
    item = factories.drafted(body=LEAK)

    form = forms.MaskForm(record=item, by=factories.clerk())

    [(_fingerprint, shown)] = form.fields["findings"].choices
    assert shown.endswith("→ *********78")


def test_what_is_masked_already_stays_as_it_was_masked():
    item = mask(factories.drafted(body=LEAK))
    before = item.body

    factories.masking()

    assert Item.objects.get(pk=item.pk).body == before


def test_a_form_holds_from_its_day_on_until_a_later_one():
    later = TODAY + timedelta(days=7)
    factories.masking()
    factories.masking(last=0, since=later)

    of_kind = [
        selectors.masking_of(agency(), on=day).form(Kind.MOBILE)
        for day in (TODAY - timedelta(days=1), TODAY, later)
    ]

    assert of_kind == [OFFICIAL.form(Kind.MOBILE), Form(0, 2), Form(0, 0)]


def test_the_ledger_says_what_held_before_and_why():
    factories.masking()

    entry = Entry.objects.get(event="MaskingSet")
    assert (entry.payload["was_first"], entry.payload["was_last"]) == (3, 4)
    assert (entry.payload["first"], entry.payload["last"]) == (0, 2)
    assert entry.payload["reason"] == "市政务公开办要求"


@pytest.mark.parametrize("kind", list(official()))
def test_no_form_shows_more_than_the_floor(kind):
    floor = official()[kind]
    for first, last in (
        (floor.most_first + 1, floor.most_last),
        (floor.most_first, floor.most_last + 1),
    ):
        with pytest.raises(Unacceptable) as refused:
            factories.masking(kind=kind.value, first=first, last=last, sign=floor.signs[0])
        assert str(floor.most_first) in str(refused.value.reason)
        assert refused.value.remedy
        assert refused.value.basis
    assert not MaskingRule.objects.exists()


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"by": Role.CLERK}, NotPermitted),
        ({"by": Role.SECRECY_REVIEWER}, NotPermitted),
        ({"sign": "某"}, Unacceptable),
        ({"sign": "1"}, Unacceptable),
        ({"since": TODAY - timedelta(days=1)}, Unacceptable),
        ({"first": 3, "last": 4}, WrongMoment),
    ],
    ids=["clerk", "reviewer", "sign of names", "a digit", "in the past", "as it is already"],
)
def test_a_form_that_cannot_be_set_is_refused(changes, refusal):
    if role := changes.get("by"):
        changes = {"by": factories.staff("somebody", role)}

    with pytest.raises(refusal) as refused:
        factories.masking(**changes)

    assert str(refused.value)
    assert not Entry.objects.filter(event="MaskingSet").exists()


def test_a_form_is_not_set_twice_since_the_same_day():
    factories.masking()

    with pytest.raises(WrongMoment):
        factories.masking(last=0)


def test_mask_signs_are_not_read_as_marks_of_the_text():
    body = "患者张三丰（身份证号11010519491231002X）患乙肝和梅毒待查。"

    item = mask(factories.drafted(body=body))

    assert visible_text(item.body) == "患者张某某（身份证号110105********002X）患**和**待查。"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"first": "4"}, "first"),
        ({"last": "5"}, "last"),
        ({"sign": "某"}, "sign"),
        ({"first": "-1"}, "first"),
        ({"reason": ""}, "reason"),
    ],
)
def test_the_form_says_beside_the_field_what_is_wrong(typed, field):
    usual = {
        "kind": "mobile", "first": "3", "last": "2", "sign": "*", "since": "2012-06-08",
        "reason": "市政务公开办要求",
    }  # fmt: skip
    assert forms.MaskingForm(usual, by=factories.admin()).is_valid()

    form = forms.MaskingForm(usual | typed, by=factories.admin())

    assert list(form.errors) == [field]
