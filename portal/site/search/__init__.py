"""Search over everything that is published: the index in memory, what is found in it, its page and its API."""
