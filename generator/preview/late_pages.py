"""Pages whose template runs when they are asked for.

A save in a site of a thousand articles may change every page's header, and its author looks at one. So live preview
converts what must be converted, tells every problem, and leaves the templates for later: in place of each page stands a
short stub, which `LatePages.complete` replaces on its way to the browser.
"""

from __future__ import annotations

import re
from threading import RLock
from typing import TYPE_CHECKING, Any, override

from jinja2 import BaseLoader, BytecodeCache, Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from jinja2.bccache import Bucket

_STUB = re.compile(r"<!--late page (?P<address>[^>]*)-->")
#: What shows a page while its own template cannot.
PLAIN = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ page.title | e if page }}</title></head>'
    "<body><main>{{ page.content if page }}</main></body></html>"
)
_PLAIN = Template(PLAIN)


class LatePages:
    """The pages of the last build, each with its template and all that it is told.

    A subclass says what is done before and after a page's template, and when it raises something.

    Attributes:
        lock: Held while a page is rendered, and by whoever builds.
    """

    def __init__(self) -> None:
        self.lock = RLock()
        self._compiled = _Compiled()
        self._next: dict[str, tuple[_LateTemplate, dict[str, Any]]] = {}
        self._pages = self._next

    def before(self, page: Any) -> None:
        """Complete what a page's template is told."""

    def after(self, html: str, page: Any) -> str:  # noqa: ARG002 - for subclasses
        """The page with what only its author sees."""
        return html

    def failed(self, error: Exception, plain: str, page: Any = None) -> str:  # noqa: ARG002 - for subclasses
        """What is shown of a page whose template raised something.

        Args:
            error: What it raised.
            plain: The page without its template.
            page: The page; None if the template shows none, such as that of the site's map.
        """
        raise error

    def take_over(self, environment: Environment) -> None:
        """Start a build: have the templates of an environment wait, and compile each only when it has changed."""
        self._next = {}
        environment.template_class = _LateTemplate
        environment.bytecode_cache = self._compiled
        environment.extend(late_pages=self)

    def keep(self, template: _LateTemplate, context: dict[str, Any]) -> str:
        """Leave a page for later, and return its stub."""
        address = context["page"].file.dest_uri
        self._next[address] = template, context
        return f"<!--late page {address}--></body>"

    def publish(self) -> None:
        """Show the pages of this build; until then, those of the one before are shown."""
        self._pages = self._next

    def complete(self, html: str) -> str:
        """A page in place of its stub; any other text as it is."""
        found = _STUB.search(html)
        if not found:
            return html
        with self.lock:
            if found["address"] not in self._pages:  # the build after this one has taken it away
                return html
            page = self.render(found["address"])
        start, end, rest = page.rpartition("</body>")
        return f"{start}{html[found.end() :].removesuffix('</body>') if start else ''}{end}{rest}"

    def render(self, address: str) -> str:
        """One page, by its file in the site."""
        with self.lock:
            template, context = self._pages[address]
            page = context["page"]
            page.active = True  # in the navigation, as MkDocs marks it while it renders
            try:
                self.before(page)
                return self.after(template.render_now(context), page)
            except Exception as error:  # noqa: BLE001 - whatever a template does, its author is told
                return self.failed(error, _PLAIN.render(page=page), page)
            finally:
                page.active = False

    def __iter__(self) -> Iterator[str]:
        return iter([*self._pages])


class _LateTemplate(Template):
    """A template that waits if it is to show a page."""

    @override
    def render(self, *args: Any, **kwargs: Any) -> str:
        context = dict(*args, **kwargs)
        late: LatePages = self.environment.late_pages  # type: ignore[attr-defined]
        if context.get("page") is not None:
            return late.keep(self, context)
        try:
            return self.render_now(context)
        except Exception as error:  # noqa: BLE001 - whatever a template does, its author is told
            return late.failed(error, _PLAIN.render())

    def render_now(self, context: dict[str, Any]) -> str:
        return super().render(context)


class _Compiled(BytecodeCache):
    """Compiled templates, in memory: each build has an environment of its own."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    @override
    def load_bytecode(self, bucket: Bucket) -> None:
        if (code := self._code.get(bucket.key)) is not None:
            bucket.bytecode_from_string(code)

    @override
    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


class PlainLoader(BaseLoader):
    """Gives `PLAIN` in place of every page's template, while one of the templates is broken."""

    @override
    def get_source(self, environment: Environment, template: str) -> tuple[str, None, None]:
        return (PLAIN if template.endswith(".html") else ""), None, None
