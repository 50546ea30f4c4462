"""The public register of licences: who holds which, and until when."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit import statutes
from sunlit.approvals.models import Licence, LicenceStatus
from sunlit.approvals.selectors import issued
from sunlit.design import pieces
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.forms import LicencesForm
from sunlit.portal.views import powers
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, ways_around

NAME = _("Licences held")
LEAD = _(
    "Every licence that the agency has issued, until when it is valid, and what became of it. "
    "Of a natural person only the first character of the name is shown."
)
EXPIRED = pgettext_lazy("held licence", "expired")


@require_safe
def licences(request: HttpRequest) -> HttpResponse:
    """List the licences; `q` finds them by number, kind, or the name of an organisation."""
    found = issued.licences_shown(agency_or_404(request))
    form = LicencesForm(request.GET or None)
    if form.is_valid():
        found = form.narrow(found)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "parts": ways_around(powers.PARTS, "/powers/licences/"),
        "name": powers.NAME,
        "title": NAME,
        "lead": LEAD,
        "basis": statutes.provision("licence.publish", on=office_day()),
        "form": form,
        "page": page,
        "columns": [
            pieces.Column(_("Number")),
            pieces.Column(pgettext_lazy("held", "Licence")),
            pieces.Column(_("Holder")),
            pieces.Column(_("Valid until"), short=True),
            pieces.Column(_("State"), short=True),
        ],
        "rows": [_row(licence) for licence in page],
        "meta": meta.of_column(NAME, LEAD),
    }
    return render(request, "portal/licences.html", context)


def _row(licence: Licence) -> list[object]:
    state, word = issued.state_of_licence(licence, office_day())
    label = EXPIRED if word == "expired" else LicenceStatus(word).label
    return [
        licence.number,
        pieces.Cell(licence.power.name, url=licence.power.get_absolute_url()),
        issued.holder_shown(licence),
        licence.valid_until or _("without end"),
        pieces.Cell(label, state=state),
    ]
