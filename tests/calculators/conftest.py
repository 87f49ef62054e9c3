"""The same examples on every run, however busy the machine: a test that fails here fails for everyone."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, database=None, max_examples=100)
settings.load_profile("steady")
