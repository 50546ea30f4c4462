"""The files that help whoever applies: the form of a power, blank forms and samples."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from sunlit.design.handing import file_answer
from sunlit.files import store
from sunlit.organization.selectors import office_day
from sunlit.portal.blank_forms import asks_for_form, form_of
from sunlit.portal.views.reading import agency_or_404
from sunlit.powers.models import Power
from sunlit.powers.selectors import public_sheet


@require_safe
def application(request: HttpRequest, code: str, ending: str) -> HttpResponse:
    """Hand out the application form of a power, made of its entry and its guide."""
    public = Power.objects.select_related("agency").filter(is_public=True)
    power = get_object_or_404(public, agency=agency_or_404(request), code=code)
    if not asks_for_form(power):
        raise Http404
    return file_answer(*form_of(power, ending, on=office_day()))


@require_safe
def sheet(request: HttpRequest, code: str, digest: str, name: str) -> HttpResponse:
    """Hand out a blank form or a sample of a material; its digest is proved at each reading."""
    one = public_sheet(agency_or_404(request), code, digest, name)
    if one is None:
        raise Http404
    answer = file_answer(one.name, one.media_type, store.get(one.digest))
    answer["ETag"] = f'"{digest}"'
    return answer
