"""A journal that helps to learn from rejections, in a plain file you own."""

__version__ = "0.1.0"
