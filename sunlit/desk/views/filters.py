"""An official's own filters of a register: kept, renamed, shared with the office, removed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sunlit.desk import asking, selectors, services
from sunlit.desk.views.shell import official_at


@login_required
@require_POST
def keep(request: HttpRequest, name: str) -> HttpResponse:
    """Keep the filter that the register's page was asked for."""
    by = official_at(request)
    register = selectors.open_register(by, name)
    asked = asking.asked_of(register, by, QueryDict(request.POST.get("asked", "")).dict())
    kept = services.keep_filter(
        of=by,
        register=register,
        name=request.POST.get("name", "")[:60],
        words=asked.words,
        shared=request.POST.get("shared") == "1",
    )
    messages.success(request, _("The filter “%(name)s” is kept.") % {"name": kept.name})
    return redirect(f"{reverse('desk:register', args=[name])}?{asked.query}")


@login_required
@require_POST
def change(request: HttpRequest, name: str, filter_id: int) -> HttpResponse:
    """Rename, share or remove one of one's own filters."""
    by = official_at(request)
    if "remove" in request.POST:
        services.remove_filter(of=by, filter_id=filter_id)
        messages.success(request, _("The filter has been removed."))
    else:
        kept = services.rename_filter(
            of=by,
            filter_id=filter_id,
            name=request.POST.get("name", "")[:60],
            shared=request.POST.get("shared") == "1",
        )
        messages.success(request, _("The filter “%(name)s” is kept.") % {"name": kept.name})
    return redirect("desk:register", name)
