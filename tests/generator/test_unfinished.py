"""Which sections count as still to be written."""

import pytest

from generator.pages.unfinished import empty_sections

HEAD = "---\ntitle: Page\n---\n"


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        ("## Full\n\nText.\n", []),
        ("## Empty\n", [(4, "Empty")]),
        ("## Empty\n\n<!-- To do. -->\n\n## Full\n\nText.\n", [(4, "Empty")]),
        ("## Parts\n\n### Full\n\nText.\n", []),
        ("## Parts\n\n### Empty ###\n\n## Empty too\n", [(6, "Empty"), (8, "Empty too")]),
        ("## Marker\n\n[[glossary]]\n", []),
        ("## Code\n\n```sh\n# a comment\n```\n", []),
        ("Text.\n\n<!--\n## Not yet\n-->\n", []),
    ],
)
def test_a_heading_with_nothing_below_it_is_told(body: str, empty: list[tuple[int, str]]) -> None:
    told = [(line, f'Nothing stands under "{heading}".') for line, heading in empty]
    assert [(line, what) for line, what, _ in empty_sections(HEAD + body)] == told
