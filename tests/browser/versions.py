"""A site that is published anew while readers have it open."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from generator.publishing.asset_version import version_assets
from generator.publishing.offline import mark_pages, offer, withdraw
from tests.browser.faulty_server import FaultySite

CONTROLLED = """() => new Promise((resolve) => {
  if (navigator.serviceWorker.controller) resolve();
  navigator.serviceWorker.addEventListener("controllerchange", resolve);
})"""
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) found.push(url.replace(location.origin, ""));
  }
  return found.sort();
}"""
_UPDATE = """async (enough) => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => {});
  const coming = registration.installing ?? registration.waiting;
  if (!coming) return registration.active?.state;
  while (![...enough, "activated", "redundant"].includes(coming.state)) {
    await new Promise((resolve) => coming.addEventListener("statechange", resolve, { once: true }));
  }
  return coming.state;
}"""


class Publisher:
    """Someone who changes the files of a site and publishes it again.

    Args:
        site: The finished site, of which a copy is changed.
        folder: Where the copy goes.
    """

    def __init__(self, site: Path, folder: Path) -> None:
        self.site = folder / "site"
        # Links cost nothing; `write` puts new files in their place.
        shutil.copytree(site, self.site, copy_function=os.link, ignore=shutil.ignore_patterns("*.br", "*.gz"))

    def change(self, name: str, old: str, new: str) -> None:
        """Change a page, named as it is built: `articles/flare-ups/index.html`."""
        path = self.site / name
        text = path.read_text("utf-8")
        assert old in text, f"{old} is not in {name}"
        self.write(path, text.replace(old, new))

    @property
    def assets(self) -> Path:
        """The folder of the scripts and style sheets."""
        (folder,) = self.site.glob("assets-*")
        return folder

    def write(self, path: Path, text: str) -> None:
        path.unlink()
        path.write_text(text, encoding="utf-8")

    def change_unseen(self, name: str) -> None:
        """Change a script so that nobody sees a difference."""
        path = self.assets / name
        self.write(path, f"{path.read_text('utf-8')}// changed\n")

    def publish(self, *, offline: bool = True) -> None:
        """Do what `python -m generator finish` does, apart from compressing."""
        folder = self.assets
        for path in [path for path in folder.rglob("*") if path.is_file()]:
            back = self.site / "assets" / path.relative_to(folder)
            back.parent.mkdir(parents=True, exist_ok=True)
            path.rename(back)
        shutil.rmtree(folder)
        for page in self.site.rglob("*.html"):
            self.write(page, page.read_text("utf-8").replace(f"{folder.name}/", "assets/"))
        version_assets(self.site)
        mark_pages(self.site, offered=offline)
        worker = self.site / "sw.js"
        self.write(worker, worker.read_text("utf-8"))
        (self.site / "offline.json").unlink(missing_ok=True)
        (offer if offline else withdraw)(self.site)


@contextmanager
def published(site: Path, folder: Path) -> Iterator[tuple[Publisher, FaultySite]]:
    """A copy of the site on a host of its own."""
    publisher = Publisher(site, folder)
    host = FaultySite(publisher.site)
    with host.serve():
        yield publisher, host


def update(page: Page, *enough: str) -> str:
    """Look for a newer version of the site. Returns the state its worker comes to: activated or redundant, or one in `enough`."""
    state: str = page.evaluate(_UPDATE, enough)
    return state


def wait_until_kept(page: Page, *paths: str) -> list[str]:
    """Wait until the worker is there and keeps some addresses. Returns all it keeps, from the origin on."""
    page.evaluate(CONTROLLED)
    wanted = ("/offline.json", *paths)
    missing: list[str] = []
    for _ in range(200):
        kept: list[str] = page.evaluate(KEPT)
        missing = [path for path in wanted if not any(address.endswith(path) for address in kept)]
        if not missing:
            return kept
        page.wait_for_timeout(100)
    raise AssertionError(f"not kept: {missing}")
