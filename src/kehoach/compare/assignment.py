"""Optimal assignment: which pairs give the greatest sum when everything is used at most once."""

import math
from collections.abc import Mapping

Pair = tuple[int, int]


def assign(scores: Mapping[Pair, float]) -> set[Pair]:
    """Return the pairs (row, column) of *scores* with the greatest sum.

    Pairs that are not in *scores* are not made. Rows and columns that no score connects are solved
    apart, so that a sparse table costs little.
    """
    found: set[Pair] = set()
    for part in _parts(scores):
        found |= {next(iter(part))} if len(part) == 1 else _solve(part)
    return found


def _parts(scores: Mapping[Pair, float]) -> list[dict[Pair, float]]:
    """Divide *scores* into parts that share neither rows nor columns."""
    owner: dict[tuple[bool, int], tuple[bool, int]] = {}

    def root(node: tuple[bool, int]) -> tuple[bool, int]:
        while (above := owner.setdefault(node, node)) != node:
            owner[node] = owner[above]
            node = above
        return node

    for row, column in scores:
        owner[root((False, row))] = root((True, column))
    parts: dict[tuple[bool, int], dict[Pair, float]] = {}
    for pair, score in scores.items():
        parts.setdefault(root((False, pair[0])), {})[pair] = score
    return list(parts.values())


def _solve(scores: Mapping[Pair, float]) -> set[Pair]:
    """Solve one part by the Hungarian method with potentials, O(rows * rows * columns).

    Each row also has a column of its own that costs nothing, so that it may stay without a pair.
    """
    rows = sorted({row for row, _ in scores})
    columns = sorted({column for _, column in scores})
    width = len(columns) + len(rows)
    cost = [[0.0] * width for _ in rows]
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            cost[i][j] = -scores.get((row, column), 0.0)
    taken = _shortest_paths(cost, width)
    return {
        (rows[i], columns[j])
        for j, i in enumerate(taken[: len(columns)])
        if i is not None and (rows[i], columns[j]) in scores
    }


def _shortest_paths(cost: list[list[float]], width: int) -> list[int | None]:
    """Return for each column the row it is assigned to."""
    of_row, of_column = [0.0] * len(cost), [0.0] * width
    taken: list[int | None] = [None] * width
    for start in range(len(cost)):
        shortest, came = [math.inf] * width, [-1] * width
        done = [False] * width
        row, column = start, -1
        while True:
            for j in range(width):
                reduced = cost[row][j] - of_row[row] - of_column[j]
                if not done[j] and reduced < shortest[j]:
                    shortest[j], came[j] = reduced, column
            best = min((j for j in range(width) if not done[j]), key=shortest.__getitem__)
            step = shortest[best]
            of_row[start] += step
            for j in range(width):
                if done[j]:
                    of_column[j] -= step
                    of_row[_row(taken, j)] += step
                else:
                    shortest[j] -= step
            column = best
            done[column] = True
            if taken[column] is None:
                break
            row = _row(taken, column)
        while column != -1:
            before = came[column]
            taken[column] = start if before == -1 else taken[before]
            column = before
    return taken


def _row(taken: list[int | None], column: int) -> int:
    row = taken[column]
    if row is None:
        raise AssertionError(f"column {column} is free")
    return row
