"""Our Markdown: one module for each thing an author can write beyond plain Markdown."""
