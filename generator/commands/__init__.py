"""The commands of an author: check, report, new."""
