"""The register of drafts of normative documents at the desk, and the steps taken with them."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import column, day, number, quoted, yes_no
from sunlit.design.faces import day as in_words
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    NamedClock,
    Register,
    register,
)
from sunlit.norms import forms, policies, selectors, services
from sunlit.norms.lifecycle import DraftStatus
from sunlit.norms.models import DraftNorm, DraftStep, Gate, Outcome
from sunlit.norms.registers.documents import ROLES
from sunlit.norms.waiting import drafts_open
from sunlit.organization.models import Official

JUDGED = (Gate.FAIRNESS, Gate.LEGALITY, Gate.DECISION)
"""The steps that a draft passes or does not."""


def _drafts(by: Official) -> QuerySet[DraftNorm]:
    return selectors.drafts_of(by.agency)


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in DraftStatus]


def _state(draft: DraftNorm) -> tuple[str, Label]:
    state = "done" if draft.status == DraftStatus.FILED else "in_time"
    ended = draft.status == DraftStatus.DROPPED
    return "neutral" if ended else state, draft.get_status_display()


def _steps(draft: DraftNorm) -> str:
    return "\n".join(_step(step) for step in draft.steps.order_by("pk"))


def _step(step: DraftStep) -> str:
    """Return a step in one line; what is no review has been taken, and needs no result."""
    ended = step.gate in JUDGED or step.outcome != Outcome.PASSED
    parts = (
        in_words(step.taken_on),
        step.get_gate_display(),
        step.get_outcome_display() if ended else "",
        step.post,
        step.said,
    )
    return " ".join(part for part in parts if part)


def _dissent(draft: DraftNorm) -> str:
    decision = selectors.latest_step(draft, Gate.DECISION)
    return decision.dissent if decision else ""


register(
    Register(
        name="draft-norms",
        label=_("Drafts of normative documents"),
        intro=_("Each draft on its way from drafting to filing; no step is left out silently."),
        model=DraftNorm,
        roles=ROLES,
        records=_drafts,
        number=Field("code"),
        title=Field("title"),
        columns=(
            quoted("office.name", _("Drafting office")),
            day("begun_on", _("Begun on")),
            day("comment_until", _("Open to comments until")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            Column(label=_("State"), value=_state, kind="state"),
            quoted("office.name", _("Drafting office")),
            day("begun_on", _("Begun on")),
            yes_no("involves_market", _("Concerns market operators")),
            quoted("explanation", _("Explanation of the draft")),
            quoted("assessment", pgettext_lazy("draft of a norm", "Assessment")),
            day("comment_from", _("Open to comments from")),
            day("comment_until", _("Open to comments until")),
            quoted("comment_urgency", _("Why the period is shorter than usual")),
            number("comments_received", _("Comments received")),
            number("comments_adopted", _("Comments adopted")),
            quoted("feedback", _("Answer to the comments")),
            Column(label=_("Dissenting opinions"), value=_dissent, kind="quoted"),
            quoted("document.document_number", _("Document number")),
            day("published_on", _("Published on")),
            Column(label=pgettext_lazy("draft of a norm", "Steps"), value=_steps, kind="quoted"),
            column("body", _("Text of the draft"), "markup"),
        ),
        filters=(Filter(name="status", label=_("State"), lookup="status", choices=_statuses),),
        searched=("code", "title"),
        waiting=drafts_open,
        clocks=(
            NamedClock(label=_("Legality review"), read=selectors.legality_clock),
            NamedClock(label=_("Filing for the record"), read=selectors.filing_clock),
            NamedClock(label=_("Interpretation"), read=selectors.interpretation_due),
        ),
        opening=(
            ActAtDesk(
                name="begin",
                label=_("Begin a draft"),
                basis="norms.draft",
                do=services.begin_draft,
                form=forms.BeginDraftForm,
                why_not=policies.why_not_register,
                done=_("The draft has been begun."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="rewrite",
                label=_("Write anew"),
                basis="norms.draft",
                do=services.rewrite_draft,
                form=forms.DraftTextForm,
                why_not=policies.why_not_rewrite,
                done=_("The draft has been written anew."),
            ),
            ActAtDesk(
                name="open-to-comments",
                label=_("Publish for comment"),
                basis="norms.comments",
                do=services.open_to_comments,
                form=forms.OpenForm,
                why_not=policies.why_not_open,
                done=_("The draft is open to comments."),
            ),
            ActAtDesk(
                name="skip-comments",
                label=_("State why it is not published for comment"),
                basis="norms.comments",
                do=services.skip_comments,
                form=forms.SkipForm,
                why_not=policies.why_not_skip_comments,
                done=_("The reason has been recorded."),
            ),
            ActAtDesk(
                name="answer-comments",
                label=_("Answer the comments"),
                basis="norms.feedback",
                do=services.answer_comments,
                form=forms.AnswerForm,
                why_not=policies.why_not_answer,
                done=_("What became of the comments is public."),
            ),
            ActAtDesk(
                name="review-fairness",
                label=_("Review fair competition"),
                basis="norms.fairness",
                do=services.review_fairness,
                form=forms.FairnessForm,
                why_not=policies.why_not_review_fairness,
                done=_("The fair-competition review has been recorded."),
            ),
            ActAtDesk(
                name="state-no-market",
                label=_("State why no fair-competition review is needed"),
                basis="norms.fairness",
                do=services.state_no_market,
                form=forms.ReasonForm,
                why_not=policies.why_not_state_no_market,
                done=_("The reason has been recorded."),
            ),
            ActAtDesk(
                name="hand-in",
                label=_("Hand in for legality review"),
                basis="norms.draft_review",
                do=services.hand_in,
                why_not=policies.why_not_hand_in,
                done=_("The draft has been handed in."),
            ),
            ActAtDesk(
                name="review-legality",
                label=_("Review legality"),
                basis="norms.draft_review",
                do=services.review_draft,
                form=forms.LegalityForm,
                why_not=policies.why_not_review_draft,
                done=_("The legality review has been recorded."),
            ),
            ActAtDesk(
                name="decide",
                label=_("Enter the collective decision"),
                basis="norms.collective",
                do=services.decide_draft,
                form=forms.MeetingForm,
                why_not=policies.why_not_decide_draft,
                done=_("The decision has been recorded."),
            ),
            ActAtDesk(
                name="register",
                label=_("Register and number"),
                basis="norms.number",
                do=services.register_draft,
                form=forms.NumberForm,
                why_not=policies.why_not_register_draft,
                done=_("The document has its number and is in the library."),
            ),
            ActAtDesk(
                name="publish",
                label=_("Publish as decided"),
                basis="norms.publish",
                do=services.publish_draft,
                form=forms.PublishDraftForm,
                why_not=policies.why_not_publish_draft,
                done=_("The document has been published."),
            ),
            ActAtDesk(
                name="file",
                label=_("Enter the filing"),
                basis="norms.file",
                do=services.file_document,
                form=forms.FilingForm,
                why_not=policies.why_not_file,
                done=_("The filing has been recorded."),
            ),
            ActAtDesk(
                name="drop",
                label=_("Give the draft up"),
                basis="norms.draft",
                do=services.drop_draft,
                form=forms.ReasonForm,
                why_not=policies.why_not_drop,
                done=_("The draft has been given up."),
            ),
        ),
        public_url=lambda draft: draft.get_absolute_url() if draft.comment_from else "",
    ),
)
