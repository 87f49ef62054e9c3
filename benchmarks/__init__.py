"""Side-by-side measurements of the built site; see README.md."""
