"""A letter in a case, for whom it is addressed to."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sunlit.approvals.letters.drawing import file_of
from sunlit.design.handing import file_answer
from sunlit.portal.letters import letter_of
from sunlit.portal.views.reading import agency_or_404


@require_safe
def letter(request: HttpRequest, token: str, ending: str) -> HttpResponse:
    """Hand out a letter as a file, by a link that its case's page gave for an hour."""
    found = letter_of(token, agency_or_404(request))
    if found is None:
        raise Http404
    answer = file_answer(*file_of(found, ending))
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer
