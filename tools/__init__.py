"""Small helpers for the Makefile and the tests. The site itself never needs them."""
