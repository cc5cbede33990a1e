"""The statements of many articles: remembered where they were read before, read otherwise, in several processes."""
