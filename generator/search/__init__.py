"""The search index, and what readers say in other words than the pages."""
