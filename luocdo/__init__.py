"""The roof of luocdo: puts the rooms together and holds no rule of the domain."""

__version__ = "0.1.0"
