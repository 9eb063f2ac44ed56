"""What decisions of a Party body have in common: bases, who decides, articles (DESIGN §6)."""

from collections.abc import Iterator, Sequence

from guong.core.documents.model import Align, Block, text
from guong.core.documents.phrases import led

Article = tuple[str, tuple[Block, ...]]


def decision_blocks(*, bases: Sequence[str], decider: str, articles: Sequence[Article]) -> Iterator[Block]:
    """Yield the body of a decision; an article is its first sentence and what follows it.

    ``decider`` is the body in capitals. Raises ValueError without a basis or an article.
    """
    if not bases or not articles:
        raise ValueError("a decision needs its bases and articles")
    last = len(bases) - 1
    for place, basis in enumerate(bases):
        yield text(f"- Căn cứ {basis.strip().rstrip('.,;')}{';' if place < last else ','}")
    yield text(f"{decider.upper()} QUYẾT ĐỊNH", bold=True, align=Align.CENTER)
    for number, (first, blocks) in enumerate(articles, 1):
        yield led(f"Điều {number}.", first)
        yield from blocks
