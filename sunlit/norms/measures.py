"""The figures that the clean-up of normative documents can give."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sunlit.measures.registry import Face, Measure, Part, face_with_page, register
from sunlit.norms import selectors
from sunlit.norms.models import CleanUpDecision, Decision, Principle


def _face(decision: CleanUpDecision) -> Face:
    document = decision.document
    facts = (
        (_("document number"), document.document_number),
        (_("decision"), decision.get_decision_display()),
        (_("decided on"), decision.decided_on),
    )
    return face_with_page(
        number=document.code,
        title=document.title,
        url=document.get_absolute_url(),
        day=decision.published_on,
        facts=facts,
    )


register(
    Measure(
        code="norms.reviewed",
        label=_("Normative documents in the clean-up"),
        counts=_("documents about which the clean-up of the year decided"),
        basis="norms.clean_up",
        population=selectors.decisions_of_year,
        face=_face,
        parts={"principle": Part("principle", _("principle"), Principle)},
    ),
    Measure(
        code="norms.repealed",
        label=_("Normative documents repealed"),
        counts=_("documents that the clean-up of the year repealed"),
        basis="norms.repeal",
        population=selectors.decisions_of_year,
        meets=Q(decision=Decision.REPEAL),
        face=_face,
    ),
    Measure(
        code="norms.retained",
        label=_("Normative documents retained"),
        counts=_("documents that the clean-up of the year retained"),
        basis="norms.clean_up",
        population=selectors.decisions_of_year,
        meets=Q(decision=Decision.RETAIN),
        face=_face,
    ),
    Measure(
        code="norms.results_published",
        label=_("Results of the clean-up published"),
        counts=_("documents about which the decision was published in the year"),
        basis="norms.publish",
        population=selectors.decisions_published,
        face=_face,
    ),
)
