"""A page as a whole: its front matter, the rules it is held to, and what is computed of it."""
