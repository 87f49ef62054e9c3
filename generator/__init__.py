"""The generator: turns docs/ into pages, and says where an author went wrong.

Everything but `mkdocs_hooks` works without MkDocs. Nothing is imported here, so that a calculator that cannot be read is
told by whoever asks for more.
"""
