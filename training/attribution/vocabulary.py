"""Which row of the table of words each word has: the frequent ones one of their own, all others share some."""
from collections import Counter

import numpy as np
import torch

# Own words are known by so many bits of their hash.
KEY = (1 << 24) - 1
# Rows that the other words share; 256 were as good as more.
SHARED = 256


class Vocabulary:
    """Words with a row of their own, by hash, in the order of their rows, which is that of their keys."""

    def __init__(self, own):
        self.own = sorted(own, key=lambda word: word & KEY)
        self.row = {word: row for row, word in enumerate(self.own)}

    def __len__(self):
        return len(self.own) + SHARED

    def rows(self, words):
        """The row of each word."""
        return np.array([self.row.get(word, len(self.own) + word % SHARED) for word in words.tolist()])

    def shared_rows(self, words):
        """The row that each word would have if it had none of its own."""
        return len(self.own) + words % SHARED


def frequent(read, unread, least):
    """The words that are met at least `least` times; those of articles without labels count half."""
    counts = Counter()
    for corpus, weight in ((read, 2), (unread, 1)):
        for word, count in Counter(corpus.word.tolist() if corpus else []).items():
            counts[word] += weight * count
    own = {}
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count >= 2 * least:
            # Of two words with the same key the more frequent has the row.
            own.setdefault(word & KEY, word)
    return Vocabulary(own.values())


def principal_rows(vocabulary, vectors, channels):
    """Where the rows of words begin to learn: the principal parts of what a teacher makes of each, on average.

    `vectors` gives a vector for each word with a row of its own. The parts are turned at random, so that every
    channel has as much to say as the others.
    """
    matrix = np.stack([vectors[word] for word in vocabulary.own])
    matrix = matrix - matrix.mean(0)
    parts = matrix @ np.linalg.svd(matrix, full_matrices=False)[2][:channels].T
    turn, _ = np.linalg.qr(np.random.default_rng(0).normal(size=(channels, channels)))
    return torch.tensor(np.clip(parts / parts.std() @ turn * 0.3, -1.5, 1.5), dtype=torch.float32)
