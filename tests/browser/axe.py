"""What axe finds wrong with a page as it stands."""

from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that colours alone can break."""
_CHECK = """async ([within, rules]) => {
  const options = rules.length ? {runOnly: {type: "rule", values: rules}} : {};
  const {violations} = await axe.run(within, {...options, resultTypes: ["violations"]});
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 160)).join(" | ")}`);
}"""


def violations(page: Page, within: str = "html", rules: tuple[str, ...] = ()) -> list[str]:
    """Each violation, with the elements it was found on.

    Args:
        page: The page.
        within: A selector of the part to look at.
        rules: The rules to look for; all of them if none is named.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(_CHECK, [within, rules])
    return found
