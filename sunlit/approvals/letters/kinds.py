"""Which letters there are in a case, what is typed for each, and who gets it."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """What a letter is."""

    LICENCE_RECEIPT = "licence_receipt", _("receipt of an application")
    LICENCE_SUPPLEMENT = "licence_supplement", _("notice of what must be supplemented")
    LICENCE_ACCEPTANCE = "licence_acceptance", _("notice of acceptance")
    LICENCE_NOT_ACCEPTED = "licence_not_accepted", _("decision not to accept an application")
    LICENCE_TIME_LEFT_OUT = "licence_time_left_out", _("notice of time that is left out")
    LICENCE_EXTENSION = "licence_extension", _("notice of an extension")
    LICENCE_GRANT = "licence_grant", _("decision to grant a licence")
    LICENCE_REFUSAL = "licence_refusal", _("decision to refuse a licence")
    LICENCE_DELIVERY = "licence_delivery", _("proof of delivery of a licence")
    PENALTY_FILING = "penalty_filing", _("approval of the filing of a case")
    PENALTY_NOTICE = "penalty_notice", _("notice before a penalty")
    PENALTY_HEARING_NOTICE = "penalty_hearing_notice", _("notice of the hearing")
    PENALTY_DECISION = "penalty_decision", _("decision of a penalty")
    PENALTY_ON_THE_SPOT = "penalty_on_the_spot", _("decision on the spot")
    PENALTY_SERVICE = "penalty_service", _("proof of service of a penalty")
    PENALTY_DEMAND = "penalty_demand", _("demand to comply")
    PENALTY_WITHDRAWAL = "penalty_withdrawal", _("notice that a publication was withdrawn")
    COERCION_NOTICE = "coercion_notice", _("public notice of time to remove")
    COERCION_DEMAND = "coercion_demand", _("demand to perform")
    COERCION_ORDER = "coercion_order", _("decision of enforcement")
    COERCION_SUBSTITUTE = "coercion_substitute", _("decision to perform in the party's place")
    COERCION_DAY = "coercion_day", _("public notice of the day of enforcement")

    @property
    def is_of_licence(self) -> bool:
        """Whether it belongs to a licence case."""
        return self.value.startswith("licence_")

    @property
    def is_of_coercion(self) -> bool:
        """Whether it belongs to a coercion case."""
        return self.value.startswith("coercion_")

    @property
    def delivered_by(self) -> str:
        """The provision by which it is delivered, by its name in `statutes`."""
        if self.is_of_coercion:
            return "coercion.deliver"
        return "licence.deliver" if self.is_of_licence else "penalty.serve"


@dataclass(frozen=True)
class Nature:
    """What a kind of letter needs.

    `provision`: the article that asks for it, by its name in `statutes`; `typed`: what the case
    does not hold and an official types; `once`: whether a case has at most one; `to_party`:
    whether it goes to the party, rather than into the file; `decides`: whether it is the decision
    itself, which bears the day and the number of the decision; `ends`: whether it is itself the
    decision by which the case ends, which nothing else decides.
    """

    provision: str
    typed: tuple[str, ...] = ()
    once: bool = True
    to_party: bool = True
    decides: bool = False
    ends: bool = False


NATURES: dict[Kind, Nature] = {
    Kind.LICENCE_RECEIPT: Nature("licence.dated_notice", ("materials",)),
    Kind.LICENCE_SUPPLEMENT: Nature("licence.correction_notice"),
    Kind.LICENCE_ACCEPTANCE: Nature("licence.accept"),
    Kind.LICENCE_NOT_ACCEPTED: Nature(
        "licence.not_accept", ("reason_not_accepted", "competent"), ends=True
    ),
    Kind.LICENCE_TIME_LEFT_OUT: Nature(
        "licence.time_left_out", ("left_out_for", "left_out_days"), once=False
    ),
    Kind.LICENCE_EXTENSION: Nature("licence.extend"),
    Kind.LICENCE_GRANT: Nature("licence.document", decides=True),
    Kind.LICENCE_REFUSAL: Nature("licence.refuse", decides=True),
    Kind.LICENCE_DELIVERY: Nature(
        "licence.deliver", ("served", "place", "how"), once=False, to_party=False
    ),
    Kind.PENALTY_FILING: Nature("penalty.file", to_party=False),
    Kind.PENALTY_NOTICE: Nature("penalty.notify", ("facts", "evidence", "grounds", "proposed")),
    Kind.PENALTY_HEARING_NOTICE: Nature(
        "penalty.hearing", ("hearing_day", "hearing_time", "place"), once=False
    ),
    Kind.PENALTY_DECISION: Nature(
        "penalty.contents",
        ("party_address", "facts", "evidence", "defence", "grounds", "performance"),
        decides=True,
    ),
    Kind.PENALTY_ON_THE_SPOT: Nature(
        "penalty.simple_contents", ("place", "facts", "grounds", "performance"), decides=True
    ),
    Kind.PENALTY_SERVICE: Nature(
        "penalty.serve", ("served", "place", "how"), once=False, to_party=False
    ),
    Kind.PENALTY_DEMAND: Nature("coercion.demand", ("pay_where",), once=False),
    Kind.PENALTY_WITHDRAWAL: Nature("penalty.withdraw_publication", ("reason",)),
    Kind.COERCION_NOTICE: Nature("coercion.announce"),
    Kind.COERCION_DEMAND: Nature("coercion.demand", ("perform_how", "pay_where")),
    Kind.COERCION_ORDER: Nature(
        "coercion.order",
        ("party_address", "why_enforced", "enforced_how", "enforced_when"),
        decides=True,
    ),
    Kind.COERCION_SUBSTITUTE: Nature(
        "coercion.substitute",
        ("party_address", "why_enforced", "enforced_how", "enforced_when", "cost", "performer"),
        decides=True,
    ),
    Kind.COERCION_DAY: Nature("coercion.set_day"),
}

LABELS = {
    "materials": _("Materials received"),
    "left_out_for": _("What the time is needed for"),
    "left_out_days": _("How much time is needed"),
    "served": _("What is delivered"),
    "place": _("Place"),
    "how": _("How it is delivered"),
    "facts": pgettext_lazy("penalty", "Facts"),
    "evidence": pgettext_lazy("penalty", "Evidence"),
    "grounds": _("What was broken, and the basis of the penalty"),
    "proposed": _("Penalty that is considered"),
    "hearing_day": _("Day of the hearing"),
    "hearing_time": _("Hour of the hearing"),
    "party_address": _("Address of the party"),
    "defence": _("What the party said, and what the agency thinks of it"),
    "performance": _("How and by when it is to be complied with"),
    "reason_not_accepted": _("Why it is not accepted"),
    "competent": _("Agency that is competent, where there is one"),
    "pay_where": _("How the sum is paid"),
    "reason": _("Reason"),
    "perform_how": _("How the duty is performed"),
    "why_enforced": _("Reasons and basis of the enforcement"),
    "enforced_how": _("How it is enforced"),
    "enforced_when": _("When it is enforced"),
    "cost": _("Estimate of the cost"),
    "performer": _("Who performs in the party's place"),
}
"""What each typed part is called on its form."""

MAY_BE_EMPTY = frozenset(
    {"materials", "evidence", "defence", "party_address", "place", "competent", "pay_where"}
)
"""Typed parts that a form lets empty; where one is obligatory in a letter, the letter refuses."""

_COMMON = (
    "agency", "agency_address", "agency_phone", "seal", "date", "number", "addressee", "party",
    "case_number", "query_code", "matter", "legal_basis", "document_number", "decided_on",
    "remedies", "to_be_signed",
)  # fmt: skip
_LICENCE = (
    "content", "received_on", "received_at", "supplement", "supplement_due",
    "accepted_on", "promised_days", "promised_due_on", "extension_reason", "extension_days",
    "extended_due_on", "reason",
)  # fmt: skip
_PENALTY = (
    "party_kind", "cause", "source", "office", "procedure", "filed_on", "notified_on",
    "hearing_on", "served_on", "discretion", "penalty", "fine", "sum_due", "surcharge",
    "hearing_right", "disclosed_on", "withdrawn_on",
)  # fmt: skip
_COERCION = (
    "party_kind", "cause", "office", "target", "penalty_number", "penalty_decided_on", "sum_due",
    "announced_on", "remove_by", "perform_by", "demanded_on", "defence_answer", "ordered_on",
    "order_number", "government_document", "set_for", "set_at",
)  # fmt: skip


def placeholders(kind: Kind) -> frozenset[str]:
    """Return what a template of this kind may name, besides `art:…` and `limit:…`."""
    of_case: tuple[str, ...] = _PENALTY
    if kind.is_of_licence:
        of_case = _LICENCE
    elif kind.is_of_coercion:
        of_case = _COERCION
    return frozenset((*_COMMON, *of_case, *NATURES[kind].typed))
