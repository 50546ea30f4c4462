"""The files of published items."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sunlit.design.handing import file_answer
from sunlit.disclosure.selectors import public_attachment
from sunlit.files import store
from sunlit.portal.views.reading import agency_or_404


@require_safe
def attachment(request: HttpRequest, digest: str, name: str) -> HttpResponse:
    """Hand out a file of an item that is public now; its digest is proved at each reading."""
    one = public_attachment(agency_or_404(request), digest, name)
    if one is None:
        raise Http404
    answer = file_answer(one.name, one.media_type, store.get(one.digest))
    answer["ETag"] = f'"{digest}"'
    return answer
