"""How far labels agree with people: token F1 by role, and how many pieces are exactly right."""
import re
from collections import Counter

import numpy as np

from articles import ROLES, labels, pieces

WORD = re.compile(r"\w+")


class Exam:
    """A corpus to be measured on. Words are runs of word characters; a word has a role when a span touches it."""

    def __init__(self, corpus):
        self.corpus = corpus
        self.gold, _ = labels(corpus)
        self.words = [self._words(*item) for item in corpus.tokens_of.items()]

    def _words(self, article, tokens):
        """Which words each token touches, and which words have which role."""
        first, behind = tokens
        record = self.corpus.articles[article]
        spans = np.array([word.span() for word in WORD.finditer(record["text"])]).reshape(-1, 2)
        from_word = np.searchsorted(spans[:, 1], self.corpus.start[first:behind], "right")
        to_word = np.searchsorted(spans[:, 0], self.corpus.end[first:behind], "left")
        marked = np.zeros((len(ROLES), len(spans)), bool)
        for number, role in enumerate(ROLES):
            for attribution in record["attributions"]:
                for start, end in attribution.get(role) or []:
                    here = slice(
                        np.searchsorted(spans[:, 1], start, "right"),
                        np.searchsorted(spans[:, 0], end, "left"),
                    )
                    marked[number, here] = True
        return tokens, from_word, to_word, marked

    def figures(self, label):
        """F1 of words by role and in any role, then of pieces by role, each with its name."""
        counts = Counter()
        for (first, behind), from_word, to_word, marked in self.words:
            found = np.zeros_like(marked)
            role = (label[first:behind] + 1) // 2 - 1
            for token in np.nonzero(role >= 0)[0]:
                found[role[token], from_word[token] : to_word[token]] = True
            for name, gold, here in [*zip(ROLES, marked, found), ("any", marked.any(0), found.any(0))]:
                counts[name, "both"] += int((gold & here).sum())
                counts[name, "all"] += int(gold.sum() + here.sum())
        for number, role in enumerate(ROLES):
            gold, found = set(pieces(self.gold, number)), set(pieces(label, number))
            counts[role + " pieces", "both"] += len(gold & found)
            counts[role + " pieces", "all"] += len(gold) + len(found)
        names = [*ROLES, "any", *(role + " pieces" for role in ROLES)]
        return {name: 2 * counts[name, "both"] / max(1, counts[name, "all"]) for name in names}


def shown(figures):
    """The figures in a line."""
    return "  ".join(f"{name} {figure:.3f}" for name, figure in figures.items())
