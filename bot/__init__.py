"""The embodied-AI landscape bot: articles in, cited answers out."""

__version__ = "0.1.0"
