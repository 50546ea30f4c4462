"""The acts at the desk that tie documents to their interpretations, and the clock of one."""

from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import yes_no
from sunlit.design.registers import ActAtDesk, Column, NamedClock
from sunlit.disclosure import forms, policies, selectors, services
from sunlit.disclosure.models import Item

ACTS = (
    ActAtDesk(
        name="ask-for-interpretation",
        label=_("Decide that it needs an interpretation"),
        basis="disclosure.content",
        do=services.ask_for_interpretation,
        why_not=policies.why_not_ask_for_interpretation,
        done=_("It has been decided that the document needs an interpretation."),
    ),
    ActAtDesk(
        name="link-interpretation",
        label=_("Say which document it interprets"),
        basis="disclosure.content",
        do=services.link_interpretation,
        form=forms.LinkInterpretationForm,
        why_not=policies.why_not_link_interpretation,
        done=_("The item is linked to the document that it interprets."),
    ),
    ActAtDesk(
        name="unlink-interpretation",
        label=_("Take away the link to the document"),
        basis="disclosure.content",
        do=services.unlink_interpretation,
        why_not=policies.why_not_unlink_interpretation,
        done=_("The link to the document has been taken away."),
    ),
)
CLOCK = NamedClock(label=_("Interpretation"), read=selectors.interpretation_clock)


def _interprets(item: Item) -> str:
    return item.interprets.index_number if item.interprets else ""


FACTS = (
    yes_no("needs_interpretation", _("Needs an interpretation")),
    Column(label=_("Interprets"), value=_interprets),
)
