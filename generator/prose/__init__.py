"""How the words of a page read: sentences, syllables, tone, and claims of more than is known."""
