"""Which pieces make one attribution: each content chooses a cue, each cue a source, or none.

Learned from what the network itself finds in the labelled articles, with channels left out as in its own training, so
that linking knows its mistakes.
"""
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from articles import ROLES, batches, pieces
from batch import gathered, packed
from chain import best_path

# What the vectors of two pieces are narrowed to; 24 was no better. Its root, 4, divides the product.
CHANNELS = 16
# So many candidates on either side, the nearest first.
CANDIDATES = 4
# How many tokens between two pieces make how far: up to the one before the next bound.
DISTANCES = (0, 1, 2, 3, 5, 9, 17, 33)
# Rows of place: which candidate of its side, how far on which side, what lies between on which side.
ORDER, DISTANCE, BETWEEN, PLACES = 0, 2 * CANDIDATES, 2 * CANDIDATES + 2 * len(DISTANCES), 36
STEPS, RATE = 150, 1e-2


class Head(nn.Module):
    """Scores of candidates for a piece that chooses."""

    def __init__(self, channels):
        super().__init__()
        self.chooser = nn.Linear(channels, CHANNELS)
        self.candidate = nn.Linear(channels, CHANNELS)
        self.none = nn.Linear(channels, 1)
        self.place = nn.Parameter(torch.zeros(PLACES))

    def forward(self, choosers, candidates, pairs):
        """The score of each pair, and of none for each chooser."""
        product = (self.chooser(choosers)[pairs.chooser] * self.candidate(candidates)[pairs.candidate]).sum(-1)
        score = product / CHANNELS**0.5 + self.place[pairs.places].sum(-1)
        return score, self.none(choosers)[:, 0]

    def loss(self, choosers, candidates, pairs):
        """How little the head thinks of what is right, on average."""
        score, none = self(choosers, candidates, pairs)
        top = none.detach().scatter_reduce(0, pairs.chooser, score.detach(), "amax")
        mass = torch.exp(score - top[pairs.chooser])
        nothing = torch.exp(none - top)
        total = nothing.scatter_add(0, pairs.chooser, mass)
        right = torch.zeros_like(nothing).scatter_add(0, pairs.chooser, mass * pairs.right)
        some = torch.zeros_like(nothing).scatter_add(0, pairs.chooser, pairs.right.float()) > 0
        return (torch.log(total) - torch.log(torch.where(some, right, nothing) + 1e-9)).mean()


@dataclass
class Pairs:
    """Every piece that chooses with each of its candidates."""

    chooser: torch.Tensor
    candidate: torch.Tensor
    # Three rows of place for each pair.
    places: torch.Tensor
    # Whether the two are of one attribution.
    right: torch.Tensor


class Found:
    """The pieces that the network finds in a corpus, each with the mean of what its last layer gives there."""

    def __init__(self, network, corpus, word_row, ranges):
        label, top = read(network, corpus, word_row, ranges)
        sums = np.concatenate([np.zeros((1, top.shape[1])), np.cumsum(top, 0, dtype=np.float64)])
        self.corpus = corpus
        self.group = np.zeros(len(corpus), np.int64)
        self.article = np.zeros(len(corpus), np.int64)
        for number, (start, end) in enumerate(ranges):
            self.group[start:end] = number
        for article, (first, behind) in corpus.tokens_of.items():
            self.article[first:behind] = article
        opens_paragraph = np.zeros(len(corpus), np.int64)
        opens_paragraph[corpus.window_start[:-1]] = corpus.window_opens
        self.paragraph, self.sentence = np.cumsum(opens_paragraph), np.cumsum(corpus.opens_sentence)
        self.pieces, self.vectors = {}, {}
        for number, role in enumerate(ROLES):
            parts = [part for piece in pieces(label, number) for part in self._within_groups(*piece)]
            found = np.array(parts, np.int64)
            self.pieces[role] = found = found.reshape(-1, 2)
            means = (sums[found[:, 1]] - sums[found[:, 0]]) / (found[:, 1] - found[:, 0])[:, None]
            self.vectors[role] = torch.tensor(means, dtype=torch.float32)

    def _within_groups(self, start, end):
        """A piece does not go from one group into the next."""
        cuts = [at for at in range(start + 1, end) if self.group[at] != self.group[at - 1]]
        return list(zip([start, *cuts], [*cuts, end]))

    def pairs(self, chooser, candidate):
        """All pairs of pieces of two roles within a group."""
        of_chooser, of_candidate = self._owners(chooser), self._owners(candidate)
        others = self.pieces[candidate]
        group = self.group[others[:, 0]] if len(others) else np.zeros(0, np.int64)
        rows = []
        for index, piece in enumerate(self.pieces[chooser]):
            low, high = (np.searchsorted(group, self.group[piece[0]], side) for side in ("left", "right"))
            split = low + np.searchsorted(others[low:high, 0], piece[0])
            for side, near in enumerate((range(split - 1, low - 1, -1), range(split, high))):
                for order, other in enumerate(near[:CANDIDATES]):
                    places = self._places(piece, others[other], side, order)
                    rows.append((index, other, *places, bool(of_chooser[index] & of_candidate[other])))
        table = torch.tensor(rows, dtype=torch.long).reshape(-1, 6)
        return Pairs(table[:, 0], table[:, 1], table[:, 2:5], table[:, 5])

    def _places(self, piece, other, side, order):
        """The rows of place of a pair; `side` is 0 where the candidate comes first."""
        end, start = (other[1], piece[0]) if side == 0 else (piece[1], other[0])
        gap = max(0, start - end)
        distance = sum(gap >= bound for bound in DISTANCES) - 1
        start = min(start, len(self.corpus) - 1)
        sentences = min(2, max(0, int(self.sentence[start] - self.sentence[end - 1])))
        paragraphs = min(1, max(0, int(self.paragraph[start] - self.paragraph[end - 1])))
        between = BETWEEN + side * 6 + sentences * 2 + paragraphs
        return ORDER + side * CANDIDATES + order, DISTANCE + side * len(DISTANCES) + distance, between

    def _owners(self, role):
        """For each piece the attributions, of its article, that it is of: what most of it is part of."""
        owners = []
        for start, end in self.pieces[role]:
            article = self.article[start]
            span = self.corpus.start[start], self.corpus.end[end - 1]
            shares = {}
            for number, attribution in enumerate(self.corpus.articles[article].get("attributions") or []):
                for first, behind in attribution.get(role) or []:
                    share = min(span[1], behind) - max(span[0], first)
                    if share > 0:
                        shares[number] = shares.get(number, 0) + share
            most = max(shares.values(), default=0)
            # A source can speak in several attributions.
            owners.append({(article, n) for n, share in shares.items() if share == most or role == "source"})
        return owners


@torch.no_grad()
def read(network, corpus, word_row, ranges):
    """The label of each token, and what the last layer gives for it."""
    label = np.zeros(len(corpus), np.int64)
    top = np.zeros((len(corpus), network.out.in_features), np.float32)
    for some in batches(ranges, 16384):
        batch = packed(corpus, word_row, some)
        gathered(some, best_path(network(batch), network.transition, batch["mask"]), label)
        gathered(some, network.top, top)
    return label, top


def learned(found):
    """The two heads: contents choose cues, cues choose sources."""
    heads = [Head(found.vectors["cue"].shape[1]) for _ in range(2)]
    tasks = [(*roles, found.pairs(*roles)) for roles in (("content", "cue"), ("cue", "source"))]
    optimiser = torch.optim.Adam([weight for head in heads for weight in head.parameters()], weight_decay=1e-4)
    for step in range(STEPS):
        for part in optimiser.param_groups:
            part["lr"] = RATE * (0.5 + 0.5 * np.cos(np.pi * step / STEPS))
        losses = [
            head.loss(found.vectors[chooser], found.vectors[candidate], pairs)
            for head, (chooser, candidate, pairs) in zip(heads, tasks)
        ]
        optimiser.zero_grad()
        sum(losses).backward()
        optimiser.step()
    return heads
