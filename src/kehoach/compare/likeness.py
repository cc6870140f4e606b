"""How alike two items read: shared words and pairs of words, rare ones weighing more.

Vietnamese words are mostly two syllables, so pairs of neighbouring syllables tell far more than
syllables alone. Of two texts the shared weight is set against both together (cosine) and against
the lighter one (containment); the mean of the two bears a short heading against a long paragraph.
On the five plans with their links taken away this finds more pairs, and fewer wrong ones, than
token-set or edit ratios do.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kehoach.compare.difference import Item
from kehoach.compare.words import item_words
from kehoach.language.fold import fold

_SYLLABLE = re.compile(r"\w+")
# Words that say nothing of what an item is about.
_NOTHING = "và các của cho theo trên trong với để được tại về là có đến từ khi một những này hoặc"
_EMPTY = frozenset(_NOTHING.split())

Feature = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The features of an item and their weight in all."""

    item: Item
    features: frozenset[Feature]
    weight: float


class Likeness:
    """Compares items by words weighed by how rare they are among the items of *known*."""

    def __init__(self, known: Iterable[Item]) -> None:
        """Count in how many of *known* each feature stands."""
        texts = [_features(item) for item in known]
        self._count = len(texts)
        self._seen = Counter(feature for text in texts for feature in text)

    def read(self, item: Item) -> Reading:
        """Return the features of *item* with their weight."""
        features = _features(item)
        return Reading(item, features, sum(map(self._weight, features)))

    def score(self, left: Reading, right: Reading) -> float:
        """Return the likeness of two items, 0 to 100."""
        lighter = min(left.weight, right.weight)
        if not lighter:
            return 0.0
        shared = sum(map(self._weight, left.features & right.features))
        return 50 * (shared / math.sqrt(left.weight * right.weight) + shared / lighter)

    def _weight(self, feature: Feature) -> float:
        return math.log(1 + self._count / (1 + self._seen[feature]))


def _features(item: Item) -> frozenset[Feature]:
    words = [word for word in _SYLLABLE.findall(fold(item_words(item))) if word not in _EMPTY]
    return frozenset((*words, *pairwise(words)))
