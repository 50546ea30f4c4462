"""The life of a request for information. Every arrow names its provision."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    """Where a request stands."""

    REGISTERED = "registered", pgettext_lazy("information request", "being handled")
    AWAITING_THIRD_PARTY = (
        "awaiting_third_party",
        pgettext_lazy("information request", "awaiting the third party"),
    )
    AWAITING_CLARIFICATION = (
        "awaiting_clarification",
        pgettext_lazy("information request", "awaiting clarification"),
    )
    REPLIED = "replied", pgettext_lazy("information request", "replied to")
    WITHDRAWN = "withdrawn", pgettext_lazy("information request", "withdrawn")
    LAPSED = "lapsed", pgettext_lazy("information request", "lapsed: not clarified in time")


class Outcome(TextChoices):
    """How a request ended."""

    DISCLOSED = "disclosed", pgettext_lazy("information request", "disclosed")
    PARTLY_DISCLOSED = "partly", pgettext_lazy("information request", "partly disclosed")
    REFUSED = "refused", pgettext_lazy("information request", "not disclosed")
    NOT_HELD = "not_held", pgettext_lazy("information request", "not held by this agency")
    ALREADY_PUBLIC = "already_public", pgettext_lazy("information request", "already public")
    TO_BE_AMENDED = "to_be_amended", pgettext_lazy("information request", "asked to amend")
    DOES_NOT_EXIST = (
        "does_not_exist",
        pgettext_lazy("information request", "information does not exist"),
    )
    AS_ENQUIRY = "as_enquiry", pgettext_lazy("information request", "handled as an enquiry")
    REPEATED = "repeated", pgettext_lazy("information request", "repeated request")
    WITHDRAWN = "withdrawn", pgettext_lazy("information request", "withdrawn by the applicant")
    LAPSED = "lapsed", pgettext_lazy("information request", "not clarified in time")


WITHOUT_REPLY = {Outcome.WITHDRAWN: Status.WITHDRAWN, Outcome.LAPSED: Status.LAPSED}
"""Outcomes that are no reply of the agency, with the status of each."""
GIVING = (Outcome.DISCLOSED, Outcome.PARTLY_DISCLOSED)
WITHHOLDING = (Outcome.REFUSED, Outcome.PARTLY_DISCLOSED)
"""Outcomes that keep something back: an approver signs them."""
UNDECIDED = (Status.REGISTERED, Status.AWAITING_THIRD_PARTY, Status.AWAITING_CLARIFICATION)

TRANSITIONS: dict[tuple[Status, Status], str] = {
    (Status.REGISTERED, Status.AWAITING_THIRD_PARTY): "foi.third_party",
    (Status.AWAITING_THIRD_PARTY, Status.REGISTERED): "foi.third_party",
    (Status.REGISTERED, Status.AWAITING_CLARIFICATION): "foi.clarify",
    (Status.AWAITING_CLARIFICATION, Status.REGISTERED): "foi.clarify",
    (Status.AWAITING_CLARIFICATION, Status.LAPSED): "foi.clarify",
    (Status.REGISTERED, Status.REPLIED): "foi.kinds_of_reply",
    (Status.REGISTERED, Status.WITHDRAWN): "foi.withdraw",
    (Status.AWAITING_THIRD_PARTY, Status.WITHDRAWN): "foi.withdraw",
    (Status.AWAITING_CLARIFICATION, Status.WITHDRAWN): "foi.withdraw",
}
