"""The pages of an official's own: who they are here, and their password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sunlit.desk.forms.people import OwnPasswordForm, SigningCodeForm
from sunlit.desk.views.shell import official_at, ways_around
from sunlit.kernel.refusals import Refused
from sunlit.organization.selectors import office_day
from sunlit.organization.services.people import change_own_password, choose_signing_code


@login_required
@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """Show an official their own post, office and roles, those of before as well."""
    by = official_at(request)
    rows = [
        [role.get_role_display(), role.since, role.until or _("now")]
        for role in by.roles.order_by("until", "since", "role")
    ]
    context = {
        "facts": [
            (_("Log-in name"), by.username),
            (_("Post"), by.post),
            (_("Office"), by.office.name if by.office else ""),
            (_("Agency"), by.agency.name),
            (_("Signing code"), _("chosen") if by.signing_code else _("none yet")),
        ],
        "columns": [_("Role"), _("Since"), _("Until")],
        "rows": rows,
        **ways_around(by),
    }
    return render(request, "desk/me.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Let an official choose a new password; they stay logged in."""
    by = official_at(request)
    form = OwnPasswordForm(request.POST if request.method == "POST" else None, by=by)
    refusal: Refused | None = None
    if form.is_bound and form.is_valid():
        try:
            change_own_password(by=by, today=office_day(), password=form.cleaned_data["password"])
        except Refused as error:
            refusal = error
        else:
            update_session_auth_hash(request, by)
            messages.success(request, _("Your password has been changed."))
            return redirect("desk:me")
    context = {"form": form, "refusal": refusal, "must": by.must_change_password}
    if not by.must_change_password:
        context |= ways_around(by)
    return render(request, "desk/password.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "POST"])
def signing_code(request: HttpRequest) -> HttpResponse:
    """Let an official choose the code to sign with by a link."""
    by = official_at(request)
    form = SigningCodeForm(request.POST if request.method == "POST" else None, by=by)
    refusal: Refused | None = None
    if form.is_bound and form.is_valid():
        try:
            choose_signing_code(by=by, today=office_day(), code=form.cleaned_data["code"])
        except Refused as error:
            refusal = error
        else:
            messages.success(request, _("Your signing code has been chosen."))
            return redirect("desk:me")
    context = {"form": form, "refusal": refusal, **ways_around(by)}
    status = 422 if form.is_bound else 200
    return render(request, "desk/signing_code.html", context, status=status)
