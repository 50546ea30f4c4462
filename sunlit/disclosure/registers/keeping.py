"""The acts at the desk by which what is public is looked after, and what the desk shows of it."""

from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import ActAtDesk, Column, Label
from sunlit.disclosure import forms, policies, selectors, services
from sunlit.disclosure.models import Category, Item
from sunlit.disclosure.models.items import SHOWN

ACTS = (
    ActAtDesk(
        name="confirm-current",
        label=_("Confirm: read again and still right"),
        basis="disclosure.correction",
        do=services.confirm_current,
        why_not=policies.why_not_confirm,
        done=_("It has been noted that the text was read again and is right."),
    ),
    ActAtDesk(
        name="extend-retention",
        label=_("Keep the record longer"),
        basis="disclosure.retention",
        do=services.extend_retention,
        form=forms.ExtendRetentionForm,
        why_not=policies.why_not_extend_retention,
        done=_("The record is kept longer."),
    ),
    ActAtDesk(
        name="hand-over",
        label=_("Hand over to the archive"),
        basis="disclosure.hand_over",
        do=services.hand_over,
        form=forms.HandOverForm,
        why_not=policies.why_not_hand_over,
        done=_("The record has been handed over; its page stays, with a note."),
    ),
)
SET_KEEPING = ActAtDesk(
    name="set-keeping",
    label=_("Set reading again and keeping"),
    basis="disclosure.retention",
    do=services.set_keeping,
    form=forms.SetKeepingForm,
    why_not=policies.why_not_set_keeping,
    done=_("It has been set how the items of the category are looked after."),
)


def _checked(item: Item) -> object:
    keeping = selectors.keeping_of(item)
    return keeping.checked_on if keeping else None


def _kept_until(item: Item) -> object:
    if item.status not in SHOWN:
        return None
    return selectors.kept_until(item) or _("for ever")


def _handed_over(item: Item) -> str:
    keeping = selectors.keeping_of(item)
    return keeping.handed_over_to if keeping else ""


def _retention(category: Category) -> Label:
    return category.get_retention_years_display() or _("for ever")


FACTS = (
    Column(label=_("Last checked on"), value=_checked, kind="day"),
    Column(label=_("To be read again by"), value=selectors.review_due_on, kind="day"),
    Column(label=_("Record kept until"), value=_kept_until),
    Column(label=_("Handed over to"), value=_handed_over, kind="quoted"),
)
CATEGORY_FACTS = (
    Column(label=_("Read again after (months)"), value=lambda one: one.review_months),
    Column(label=_("Kept for"), value=_retention),
)
