"""What can go wrong while keeping and asking the graph."""

from __future__ import annotations

from typing import Any

from ontology.errors import LuocdoError


class _Sendable(LuocdoError):
    """An error that keeps its fields on the way from one process to another."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how it is made again: without calling its constructor."""
        return _made_again, (type(self), self.args, self.__dict__)


def _made_again(
    kind: type[_Sendable], words: tuple[str, ...], fields: dict[str, object]
) -> _Sendable:
    """Return an error of a kind with its words and fields."""
    error = kind.__new__(kind, *words)
    error.__dict__.update(fields)
    return error


class StoreError(_Sendable):
    """A store that cannot be opened, written or published."""


class QueryError(_Sendable):
    """A question that got no answer."""


class QuerySyntax(QueryError):
    """A query that does not parse.

    Args:
        detail: what the parser expected.
        line: line of the query from 1; None where the parser names no place.
        column: column from 1.
    """

    def __init__(self, detail: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__("query-syntax", detail, "Correct the query at the place named.")
        self.line = line
        self.column = column


class QueryRefused(QueryError):
    """A query that is not run: what it asks is not allowed, or no worker is free.

    Args:
        retry_after: seconds after which asking again makes sense; None where it never does.
    """

    def __init__(
        self, code: str, detail: str, hint: str = "", retry_after: int | None = None
    ) -> None:
        super().__init__(code, detail, hint)
        self.retry_after = retry_after


class QueryTimeout(QueryError):
    """A query that ran out of its time and was ended.

    Args:
        limit: seconds it was given.
        retry_after: seconds after which asking again makes sense.
    """

    def __init__(self, limit: float, retry_after: int = 5) -> None:
        super().__init__(
            "query-timeout",
            f"The query did not finish within {limit:g} seconds.",
            "Ask for less: name a document, add conditions, or take the dump.",
        )
        self.limit = limit
        self.retry_after = retry_after


class ResultTooLarge(QueryError):
    """An answer over a limit; it is never cut.

    Args:
        kind: "rows" or "bytes".
        limit: the limit in that unit.
    """

    def __init__(self, kind: str, limit: int) -> None:
        super().__init__(
            "result-too-large",
            f"The answer has more than {limit} {kind}.",
            "Page through it with ORDER BY, LIMIT and OFFSET, or take the dump.",
        )
        self.kind = kind
        self.limit = limit


class UnsuitableFormat(QueryError):
    """An answer that the format asked for cannot hold, or a format that does not fit its form."""


class UnknownQuestion(QueryError):
    """An id that no question of the catalogue has."""


class BadParameter(QueryError):
    """A parameter that is missing, unknown, of the wrong type or ambiguous.

    Args:
        name: the parameter.
        candidates: IRIs it may mean, best first; empty unless it is ambiguous.
    """

    def __init__(
        self, name: str, detail: str, hint: str = "", candidates: tuple[str, ...] = ()
    ) -> None:
        super().__init__("bad-parameter", detail, hint)
        self.name = name
        self.candidates = candidates
