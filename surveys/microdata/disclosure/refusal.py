"""RefusedTable: what public readers may not ask, in words that tell nothing of how many people it was about."""


class RefusedTable(ValueError):
    """A table that is not made for public readers; `parameter` says which part of the question is refused."""

    def __init__(self, parameter: str, message: str):
        super().__init__(message)
        self.parameter = parameter
