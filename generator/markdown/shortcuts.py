"""What Python-Markdown would look for in a page that cannot hold it is passed over.

It looks for two dozen patterns in each text of a page, one after the other, and that takes a fifth of the time of its
conversion. But each pattern needs some sign, such as a backquote, and few pages hold all signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, override

from markdown import Extension
from markdown.treeprocessors import InlineProcessor, Treeprocessor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from markdown.inlinepatterns import Pattern

#: The patterns of Python-Markdown by their names, each with what it needs: one of these signs.
_SIGNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "reference": ("[",),
    "link": ("](",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
_OF_REFERENCES = ("reference", "image_reference", "short_reference", "short_image_ref")


class _LikelyPatterns(Treeprocessor):
    """Tells Python-Markdown's inline processor, which runs next, which patterns to look for."""

    @override
    def run(self, root: Element) -> None:
        inline = self.md.treeprocessors["inline"]
        if isinstance(inline, InlineProcessor):
            unlikely = set(self._unlikely("\n".join(root.itertext())))
            inline.inlinePatterns = [each for each in self.md.inlinePatterns if each not in unlikely]  # type: ignore[assignment] # it only counts them and takes one by its number

    def _unlikely(self, text: str) -> Iterator[Pattern]:
        patterns = self.md.inlinePatterns
        for name, signs in _SIGNS.items():
            no_sign = not any(sign in text for sign in signs)
            if name in patterns and (no_sign or (name in _OF_REFERENCES and not self.md.references)):
                yield patterns[name]


class ShortcutExtension(Extension):
    """Passes over what a page cannot hold; to be named after the extensions of others."""

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        # Just before inline text (20): nothing comes between.
        md.treeprocessors.register(_LikelyPatterns(md), "likely_patterns", 20.5)
        # Looked into for each element of a page, several times, and most elements are not in it.
        md.block_level_elements = set(md.block_level_elements)  # type: ignore[assignment] # a list otherwise
