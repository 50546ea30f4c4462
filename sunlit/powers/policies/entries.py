"""Who may change the list of powers, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day
from sunlit.powers.lifecycle import TRANSITIONS, PowerStatus
from sunlit.powers.models import Kind, LegalBasis, Power

WHO_KEEP = (Role.CLERK, Role.SECTION_HEAD)
WHO_ADJUST = (Role.APPROVER, Role.LEADER)
WHO_GUIDE = (Role.SECTION_HEAD, Role.CHIEF_REPRESENTATIVE)


def why_not_list(by: Official, _nothing: object = None) -> Refused | None:
    """Say why this official may not put a power on the list."""
    return _why_not_keep(by)


def why_not_publish(by: Official, power: Power) -> Refused | None:
    """Say why this official may not show a power to the public now."""
    if refusal := _why_not_adjust(by):
        return refusal
    if power.is_public:
        return WrongMoment(_("The power is public already."), basis=basis_of("power.list"))
    return _why_not_on_the_list(power)


def why_not_change(by: Official, power: Power) -> Refused | None:
    """Say why this official may not change an entry of the list now."""
    return _why_not_adjust(by) or _why_not_on_the_list(power)


def why_not_suspend(by: Official, power: Power) -> Refused | None:
    """Say why a power may not be suspended by this official now."""
    return _why_not_adjust(by) or _why_not_become(power, PowerStatus.SUSPENDED)


def why_not_resume(by: Official, power: Power) -> Refused | None:
    """Say why a power may not be resumed by this official now."""
    return _why_not_adjust(by) or _why_not_become(power, PowerStatus.LISTED)


def why_not_end(by: Official, power: Power, as_what: PowerStatus) -> Refused | None:
    """Say why a power may not leave the list in this way."""
    return _why_not_adjust(by) or _why_not_become(power, as_what)


def why_not_hand_down(by: Official, power: Power) -> Refused | None:
    """Say why a power may not be handed down by this official now."""
    return why_not_end(by, power, PowerStatus.HANDED_DOWN)


def why_not_merge(by: Official, power: Power) -> Refused | None:
    """Say why a power may not be merged into another by this official now."""
    return why_not_end(by, power, PowerStatus.MERGED)


def why_not_cancel(by: Official, power: Power) -> Refused | None:
    """Say why a power may not be taken off the list by this official now."""
    return why_not_end(by, power, PowerStatus.CANCELLED)


def why_not_guide(by: Official, power: Power) -> Refused | None:
    """Say why this official may not change the guide to a power now."""
    if not by.has_role(*WHO_GUIDE):
        return NotPermitted(
            _("Only a section head or the chief representative may change a guide."),
            remedy=_("Ask the section that handles the power, or the service window."),
            basis=basis_of(guide_basis(power)),
        )
    return _why_not_on_the_list(power)


def why_not_word(basis: LegalBasis | None, text: str, source: str) -> Refused | None:
    """Say why words cannot be kept as those of an article: not of the power, or nothing new."""
    if basis is None:
        return Unacceptable(
            _("The power rests on no such article today."),
            remedy=_("Choose one of its articles."),
            basis=basis_of("power.list"),
        )
    if (basis.text, basis.text_source) == (text, source):
        return Unacceptable(_("These words are kept already."), remedy=_("Nothing is to be done."))
    return None


def why_not_remove_material(by: Official, power: Power) -> Refused | None:
    """Say why this official may not strike a material off the guide now."""
    if refusal := why_not_guide(by, power):
        return refusal
    if not power.materials.exists():
        return WrongMoment(
            _("The guide names no materials."),
            remedy=_("Name the materials first."),
            basis=basis_of(guide_basis(power)),
        )
    return None


def why_not_set_responsibilities(by: Official, power: Power) -> Refused | None:
    """Say why this official may not write down what officials answer for."""
    return _why_not_keep(by) or _why_not_on_the_list(power)


def why_not_open_case(power: Power, *, on: date) -> Refused | None:
    """Say why no new case may be opened under a power on a day: suspended, or off the list."""
    basis = basis_of("power.adjust")
    if power.cancelled_on and power.cancelled_on <= on:
        return WrongMoment(
            _("The power %(code)s is off the list; no case can be opened under it.")
            % {"code": power.code},
            remedy=_("Look on the list for the power that took its place."),
            basis=basis,
        )
    if power.suspended_on and power.suspended_on <= on:
        return WrongMoment(
            _("The power %(code)s is suspended; no case can be opened under it.")
            % {"code": power.code},
            remedy=_("Wait until it is resumed; its page says why it was suspended."),
            basis=basis,
        )
    return None


def guide_basis(power: Power) -> str:
    """Return the name of the provision by which the guide to a power is published."""
    return "licence.guide" if power.kind == Kind.LICENCE else "power.list"


def _why_not_keep(by: Official) -> Refused | None:
    if by.has_role(*WHO_KEEP):
        return None
    return NotPermitted(
        _("Only a disclosure clerk or a section head may write the list of powers."),
        remedy=_("Ask the disclosure clerk."),
        basis=basis_of("power.list"),
    )


def _why_not_adjust(by: Official) -> Refused | None:
    if by.has_role(*WHO_ADJUST):
        return None
    return NotPermitted(
        _("Only an approver or a leader may change what stands on the list of powers."),
        remedy=_("Ask the leader in charge."),
        basis=basis_of("power.adjust"),
    )


def _why_not_become(power: Power, status: PowerStatus) -> Refused | None:
    if refusal := _why_not_on_the_list(power):
        return refusal
    if (power.status, status) in TRANSITIONS:
        return None
    if status == PowerStatus.SUSPENDED:
        return WrongMoment(_("The power is suspended already."), basis=basis_of("power.adjust"))
    return WrongMoment(_("The power is not suspended."), basis=basis_of("power.adjust"))


def _why_not_on_the_list(power: Power) -> Refused | None:
    if not power.cancelled_on:
        return None
    return WrongMoment(
        _("The power has already been taken off the list."),
        remedy=_("A power that comes back is put on the list anew."),
        basis=basis_of("power.adjust"),
    )


def basis_of(name: str) -> Citation | None:
    """Return the article of a provision today; None before its law."""
    try:
        return statutes.provision(name, on=office_day())
    except NotYetLaw:
        return None
