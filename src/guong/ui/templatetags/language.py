"""Template tags of pages in two languages; every template has them (web/settings)."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from guong.ui.sentences import is_english
from guong.ui.sentences import said as _said

register = template.Library()


@register.filter
def said(sentence: object) -> str:
    """Show a sentence that code wrote, in the page's language."""
    return _said(sentence)


@register.filter
def as_written(text: object) -> str | SafeString:
    """Show names and whatever people typed; on a page in English marked as Vietnamese, for whoever has it read aloud."""
    return format_html('<span lang="vi">{}</span>', text) if is_english() and text else str(text)


@register.filter
def named(text: object) -> str | SafeString:
    """Show what is either a sentence of ours or a name: the first in the page's language, the second as written."""
    sentence = _said(text)
    return as_written(text) if sentence == str(text) else sentence
