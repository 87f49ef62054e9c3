"""The Python that runs in a reader's browser, made at build time."""
