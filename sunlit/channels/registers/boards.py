"""The registers of boards and postings."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.channels import forms, policies, selectors, services
from sunlit.channels.models import Board, Posting, PostingKind
from sunlit.channels.registers.choices import KEEPERS, offices, years_of
from sunlit.channels.waiting import papers_hanging
from sunlit.design.columns import choice, day, number, quoted, text
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register
from sunlit.organization.models import Official


def _postings(by: Official) -> QuerySet[Posting]:
    postings = Posting.objects.filter(agency=by.agency)
    kept = postings.select_related("board__office", "office", "item")
    return kept.order_by("-posted_on", "-code")


def _boards(by: Official) -> QuerySet[Board]:
    return selectors.boards(by.agency).annotate(papers=Count("postings"))


def _state(posting: Posting) -> tuple[str, Label]:
    return ("neutral", _("taken down")) if posting.removed_on else ("done", _("hanging"))


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return list(PostingKind.choices)


def _places(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("in the office building")), ("False", _("at the brigades"))]


def _hanging(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("hanging")), ("False", _("taken down"))]


POSTINGS = Register(
    name="postings",
    label=_("Postings"),
    intro=_("What hung on the boards of the office building and of the brigades, and how long."),
    model=Posting,
    roles=KEEPERS,
    records=_postings,
    number=Field("code"),
    title=Field("title"),
    columns=(
        choice("kind", _("Kind")),
        quoted("board.name", _("Board")),
        day("posted_on", _("Posted on")),
        Column(label=_("State"), value=_state, kind="state"),
    ),
    facts=(
        choice("kind", _("Kind")),
        quoted("board.name", _("Board")),
        quoted("office.name", _("Office")),
        quoted("summary", _("Summary")),
        text("item.code", _("Published item")),
        day("posted_on", _("Posted on")),
        day("removed_on", _("Taken down on")),
        quoted("post", _("Posted by")),
        quoted("photo_number", _("Photo number")),
    ),
    filters=(
        Filter(name="year", label=_("Year"), lookup="year", choices=years_of(Posting)),
        Filter(name="place", label=_("Board"), lookup="board__office__isnull", choices=_places),
        Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),
        Filter(name="office", label=_("Office"), lookup="office", choices=offices),
        Filter(name="hanging", label=_("State"), lookup="removed_on__isnull", choices=_hanging),
    ),
    searched=("code", "title", "summary"),
    waiting=papers_hanging,
    follows=("item",),
    acts=(
        ActAtDesk(
            name="take-down",
            label=_("Take down"),
            basis="channels.publish",
            do=services.take_down,
            why_not=policies.why_not_take_down,
            done=_("The paper has been taken down."),
        ),
    ),
    opening=(
        ActAtDesk(
            name="post",
            label=_("Post on a board"),
            basis="channels.publish",
            do=services.post_notice,
            form=forms.PostingForm,
            why_not=policies.why_not_keep,
            done=_("The paper has been posted."),
        ),
    ),
    public_url=lambda posting: posting.item.get_absolute_url() if posting.item else "",
)

BOARDS = Register(
    name="boards",
    label=_("Boards"),
    intro=_("The boards in the office building and at the brigades, set up by the clerk."),
    model=Board,
    roles=KEEPERS,
    records=_boards,
    number=lambda board: board.office.code if board.office else "",
    title=Field("name"),
    columns=(number("papers", _("Papers")),),
    facts=(
        quoted("office.name", _("Office")),
        number("papers", _("Papers")),
    ),
    filters=(Filter(name="place", label=_("Board"), lookup="office__isnull", choices=_places),),
    searched=("name",),
    opening=(
        ActAtDesk(
            name="set-up",
            label=_("Set up a board"),
            basis="channels.publish",
            do=services.set_up_board,
            form=forms.BoardForm,
            why_not=policies.why_not_keep,
            done=_("The board has been set up."),
        ),
    ),
)

REGISTERS = (POSTINGS, BOARDS)
