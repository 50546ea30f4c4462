"""The register of holiday notices taken in; the page of the act shows first what would move."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import day, number, text
from sunlit.design.registers import ActAtDesk, Column, Field, Register, register
from sunlit.desk.forms.calendars import NoticeForm
from sunlit.organization.models import HolidayNotice, Official, Role
from sunlit.organization.policies.notices import why_not_take_in
from sunlit.organization.services.notices import take_in_notices


def _notices(by: Official) -> QuerySet[HolidayNotice]:
    return HolidayNotice.objects.filter(agency=by.agency).order_by("-issued_on", "-id")


def _days_off(one: HolidayNotice) -> str:
    return "、".join(
        f"{holiday.name.zh} {holiday.first} — {holiday.last}" for holiday in one.notice.holidays
    )


def _make_up_days(one: HolidayNotice) -> str:
    return "、".join(str(day) for day in one.notice.make_up_days)


register(
    Register(
        name="holiday-notices",
        label=_("Holiday notices"),
        intro=_("Notices of the State Council taken in after this program was made, each by an "
                "administrator. The notices up to then are part of the program."),
        model=HolidayNotice,
        roles=frozenset({Role.ADMINISTRATOR, Role.CLERK}),
        records=_notices,
        number=Field("year"),
        title=Field("title"),
        columns=(
            text("number", _("Document number")),
            day("issued_on", _("Issued on")),
            day("taken_in_on", _("Taken in on")),
        ),
        facts=(
            number("year", _("Year")),
            text("number", _("Document number")),
            day("issued_on", _("Issued on")),
            Column(label=_("Days off"), value=_days_off, kind="quoted"),
            Column(label=_("Days to be made up"), value=_make_up_days, kind="quoted"),
            day("taken_in_on", _("Taken in on")),
        ),
        searched=("title", "number"),
        opening=(
            ActAtDesk(
                name="take-in",
                label=_("Take in a holiday notice"),
                basis="calendar.holidays",
                do=take_in_notices,
                form=NoticeForm,
                why_not=why_not_take_in,
                done=_("The notice has been taken in; all clocks go by it."),
            ),
        ),
    )
)  # fmt: skip
