"""The acts at the desk by which a published text changes, and what the desk shows of it."""

from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import day
from sunlit.design.registers import ActAtDesk, Column, Label
from sunlit.disclosure import forms, policies, services
from sunlit.disclosure.models import Item

ACTS = (
    ActAtDesk(
        name="begin-revision",
        label=_("Begin a new version"),
        basis="disclosure.correction",
        do=services.begin_revision,
        form=forms.BeginRevisionForm,
        why_not=policies.why_not_begin_revision,
        done=_("A draft of the new version has been made. Change its text and send it on."),
    ),
    ActAtDesk(
        name="drop-revision",
        label=_("Give the new version up"),
        basis="disclosure.correction",
        do=services.drop_revision,
        form=forms.DropRevisionForm,
        why_not=policies.why_not_drop_revision,
        done=_("The new version has been given up; the public text stays as it is."),
    ),
)


def _revises(item: Item) -> str:
    return item.revises.index_number if item.revises else ""


def _kind(item: Item) -> Label:
    return item.revision.get_kind_display() if item.revises_id else ""


def _reason(item: Item) -> str:
    return item.revision.reason if item.revises_id else ""


def _earlier(item: Item) -> Label:
    return item.revision.get_earlier_ground_display() if item.revises_id else ""


FACTS = (
    Column(label=_("New version of"), value=_revises),
    Column(label=_("Kind of change"), value=_kind),
    Column(label=_("Reason for the change"), value=_reason, kind="quoted"),
    Column(label=_("Why the earlier text may not be public"), value=_earlier),
    day("revised_on", _("Text changed on")),
)
