"""Template tags of the shared pages: icons, form fields, numbers and dates as officers write them."""

from datetime import date

from django import template
from django.forms import BaseForm, BoundField, ChoiceField, ModelChoiceField
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from guong.core import wording
from guong.core.wording import in_digits
from guong.ui.sentences import is_english, said

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon of the sprite; it never stands without words, so screen readers skip it."""
    sprite = static("ui/dist/icons.svg")
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>', sprite, name
    )


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, *, plain: bool = False) -> dict[str, object]:
    """Show a field with label, help and error, tied together for screen readers.

    ``plain`` leaves "(không bắt buộc)" out: for rows of which any may stay empty, and for what is needed only later.
    """
    described = [bound.auto_id + "-help"] if bound.help_text else []
    if bound.errors:
        described.append(bound.auto_id + "-error")
    attributes: dict[str, str | bool] = {"aria-describedby": " ".join(described)} if described else {}
    if bound.errors:
        attributes["aria-invalid"] = "true"
    _said_choices(bound)
    checkbox = getattr(bound.field.widget, "input_type", "") == "checkbox"
    return {
        "bound": bound,
        "widget": bound.as_widget(attrs=attributes),
        "checkbox": checkbox,
        "optional": not bound.field.required and not plain,
    }


def _said_choices(bound: BoundField) -> None:
    """Say our own choices in the page's language; rows of the register stay as they are written."""
    if not is_english():
        return
    if isinstance(bound.field, ModelChoiceField):
        bound.field.empty_label = said(bound.field.empty_label or "") or None
    elif isinstance(bound.field, ChoiceField):
        bound.field.widget.choices = [(value, said(label)) for value, label in bound.field.widget.choices]


@register.inclusion_tag("ui/parts/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """List a form's errors above it, each a link to its field."""
    return {"form": form, "faulty": [bound for bound in form if bound.errors]}


@register.filter
def digits(value: int) -> str:
    """Write a whole number with the separator of the page's language: 12345 becomes ``12.345``, in English ``12,345``."""
    return f"{value:,}" if is_english() else in_digits(value)


@register.filter
def in_both(value: int) -> str:
    """Write a whole number in digits and words, as minutes do: ``2 (bằng chữ: hai)``; in English in digits."""
    return digits(value) if is_english() else wording.in_both(value)


@register.filter(expects_localtime=True)
def short_date(value: date | None) -> str:
    """Write a day as papers do (`guong.core.wording.short_date`): ``02/5/2023``, in English ``2 May 2023``; nothing for none."""
    if value and is_english():
        return f"{value.day} {value:%B %Y}"
    return wording.short_date(value) if value else ""


@register.filter(expects_localtime=True)
def day_month(value: date | None) -> str:
    """Write a day of a year that is known: ``02/5``; nothing where there is none."""
    return wording.day_month(value) if value else ""
