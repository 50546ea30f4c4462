"""The addresses of the desk."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path, re_path

from sunlit.desk.forms.logins import LoginForm
from sunlit.desk.views import (
    account,
    acts,
    calendars,
    exports,
    files,
    filters,
    letters,
    lexicon,
    limits,
    pictures,
    records,
    registers,
    signing,
    together,
    warnings,
    work,
)

app_name = "desk"

urlpatterns = [
    path("", work.home, name="home"),
    path(
        "login/",
        LoginView.as_view(template_name="desk/login.html", authentication_form=LoginForm),
        name="login",
    ),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("me/", account.me, name="me"),
    path("password/", account.password, name="password"),
    path("signing-code/", account.signing_code, name="signing_code"),
    path("sign/<str:token>/files/<int:position>/", signing.file, name="sign_file"),
    path("sign/<str:token>/", signing.sign, name="sign"),
    path("waiting/", work.waiting, name="waiting"),
    path("agency/", work.agency, name="agency"),
    path("agency/year/", pictures.year, name="year"),
    path("agency/year/<str:code>/", pictures.group, name="group"),
    path("holiday-notices/open/take-in/", calendars.take_in, name="take_in_notice"),
    path("lexicon/", lexicon.lexicon, name="lexicon"),
    path("limits/", limits.limits, name="limits"),
    path("warnings/", warnings.warnings, name="warnings"),
    path("registers/", registers.index, name="registers"),
    path("<slug:name>/", registers.register, name="register"),
    path("<slug:name>/filters/", filters.keep, name="keep_filter"),
    path("<slug:name>/filters/<int:filter_id>/", filters.change, name="change_filter"),
    re_path(r"^(?P<name>[-\w]+)/export\.(?P<form>csv|xlsx)$", exports.export, name="export"),
    re_path(
        r"^(?P<name>[-\w]+)/personal-data\.(?P<form>csv|xlsx)$",
        exports.export_personal,
        name="export_personal",
    ),
    path("items/<int:pk>/files/<int:position>/", files.file, name="file"),
    re_path(
        r"^letters/(?P<pk>\d+)/letter\.(?P<ending>docx|pdf)$", letters.file, name="letter_file"
    ),
    path("<slug:name>/<int:pk>/letters/", letters.of_case, name="letters"),
    path("<slug:name>/<int:pk>/letters/<slug:kind>/", letters.write, name="write_letter"),
    path("licence-cases/<int:pk>/files/<int:file_id>/", files.material, name="material"),
    path("licence-cases/<int:pk>/signature.png", files.signature, name="signature"),
    path("<slug:name>/together/<slug:act_name>/", together.together, name="together"),
    path("<slug:name>/open/<slug:act_name>/", acts.opening, name="opening"),
    path("<slug:name>/<int:pk>/", records.record, name="record"),
    path("<slug:name>/<int:pk>/<slug:act_name>/", acts.act, name="act"),
]
