"""What holds for every test."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("fast", deadline=None, derandomize=True, max_examples=25)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("house")
