"""Articles as the engine sees them, with a label for each token where people marked attributions.

A file of looks (`training/src/attribution/looks.rs` says how it is laid out) holds tokens only; texts and marks come
from the corpus itself. Positions count tokens of the whole corpus, offsets count code points of an article.
"""
import json
from dataclasses import dataclass, field

import numpy as np

ROLES = ("source", "cue", "content")
# 0 is none; the n-th role (from 0) begins with 1 + 2n and goes on with 2 + 2n.
LABELS = 1 + 2 * len(ROLES)


@dataclass
class Corpus:
    """All articles of a file."""

    articles: list
    # How many rows the table has, and which is the first of letters.
    table: tuple
    # For each window: its article, how many tokens it has, whether it begins a paragraph.
    window_article: np.ndarray
    window_tokens: np.ndarray
    window_opens: np.ndarray
    # For each token: offsets, the hash of its word, how many rows it has, whether it begins a sentence.
    start: np.ndarray
    end: np.ndarray
    word: np.ndarray
    row_count: np.ndarray
    opens_sentence: np.ndarray
    # What is true of the tokens, one token's rows behind the other's.
    rows: np.ndarray
    row_start: np.ndarray = field(init=False)
    window_start: np.ndarray = field(init=False)
    # The tokens of each article that has any, as a range.
    tokens_of: dict = field(init=False)

    def __post_init__(self):
        self.row_start = np.concatenate([[0], np.cumsum(self.row_count)])
        self.window_start = np.concatenate([[0], np.cumsum(self.window_tokens)])
        self.tokens_of = {}
        for window, article in enumerate(self.window_article.tolist()):
            first, _ = self.tokens_of.get(article, (int(self.window_start[window]), 0))
            self.tokens_of[article] = (first, int(self.window_start[window + 1]))

    def __len__(self):
        return len(self.start)

    def rows_in(self, first, behind):
        """The rows of the tokens from `first` to `behind`, one token's behind the other's."""
        return self.rows[self.row_start[first] : self.row_start[behind]]


def read(looks, articles):
    """Reads a corpus: the file of looks, and its articles as one JSON object a line."""
    with open(articles, encoding="utf8") as lines:
        articles = [json.loads(line) for line in lines]
    with open(looks, "rb") as file:
        raw = file.read()
    windows, tokens, rows, *table = np.frombuffer(raw, "<u4", 5).tolist()
    shapes = [("<u4", windows)] * 2 + [("u1", windows)] + [("<u4", tokens)] * 3
    shapes += [("u1", tokens)] * 2 + [("<u2", rows)]
    columns, position = [], 20
    for kind, count in shapes:
        column = np.frombuffer(raw, kind, count, position)
        position += column.nbytes
        columns.append(column.astype(np.int64))
    return Corpus(articles, tuple(table), *columns)


def without(corpus, every):
    """The corpus without every so-manieth article, and whether each token stays."""
    windows = corpus.window_article % every != 0
    tokens = np.repeat(windows, corpus.window_tokens)
    rows = corpus.rows[np.repeat(tokens, corpus.row_count)]
    of_windows = (corpus.window_article, corpus.window_tokens, corpus.window_opens)
    of_tokens = (corpus.start, corpus.end, corpus.word, corpus.row_count, corpus.opens_sentence)
    columns = [column[windows] for column in of_windows] + [column[tokens] for column in of_tokens]
    return Corpus(corpus.articles, corpus.table, *columns, rows), tokens


def labels(corpus):
    """The label of each token, and the attribution that it is of (by number in its article). Where roles overlap, a cue wins over a source, a source over a content."""
    label = np.zeros(len(corpus), np.int64)
    owner = np.full(len(corpus), -1, np.int64)
    for article, (first, behind) in corpus.tokens_of.items():
        for role in ("content", "source", "cue"):
            for number, attribution in enumerate(corpus.articles[article]["attributions"]):
                for span in sorted(attribution.get(role) or []):
                    start, end = touched(corpus, first, behind, span)
                    label[start:end] = 2 + 2 * ROLES.index(role)
                    label[start : min(start + 1, end)] -= 1
                    owner[start:end] = number
    # What another role cut in two begins anew.
    before = np.concatenate([[0], label[:-1]])
    owner_before = np.concatenate([[-1], owner[:-1]])
    goes_on = ((before == label) | (before == label - 1)) & (owner_before == owner)
    return np.where((label > 0) & (label % 2 == 0) & ~goes_on, label - 1, label), owner


def touched(corpus, first, behind, span):
    """The tokens among those from `first` to `behind` that the span of code points touches, as a range."""
    start = first + np.searchsorted(corpus.end[first:behind], span[0], "right")
    return int(start), int(first + np.searchsorted(corpus.start[first:behind], span[1], "left"))


def groups(corpus, limit, dice=None):
    """What is read at once: ranges of tokens, consecutive windows of an article with at most `limit` tokens in all.

    A longer window is a group by itself. With `dice` the limit differs from group to group.
    """
    found, window = [], 0
    while window < len(corpus.window_article):
        most = limit if dice is None else dice.integers(limit // 3, limit + 1)
        first, article = window, corpus.window_article[window]
        size = 0
        while window < len(corpus.window_article) and corpus.window_article[window] == article:
            if window > first and size + corpus.window_tokens[window] > most:
                break
            size += corpus.window_tokens[window]
            window += 1
        if size:
            found.append((int(corpus.window_start[first]), int(corpus.window_start[window])))
    return found


def batches(ranges, tokens, dice=None):
    """Groups of similar length together, at most `tokens` of them with their padding. With `dice` in any order."""
    lengths = np.array([end - start for start, end in ranges])
    noisy = lengths if dice is None else lengths * dice.uniform(0.9, 1.1, len(lengths))
    found, current, longest = [], [], 0
    for index in np.argsort(noisy, kind="stable"):
        longest = max(longest, lengths[index])
        if current and longest * (len(current) + 1) > tokens:
            found.append(current)
            current, longest = [], lengths[index]
        current.append(ranges[index])
    if current:
        found.append(current)
    if dice is not None:
        dice.shuffle(found)
    return found


def pieces(label, role):
    """The pieces of a role as ranges of tokens, in order."""
    begin, inside = 1 + 2 * role, 2 + 2 * role
    of_role = (label == begin) | (label == inside)
    before = np.concatenate([[False], of_role[:-1]])
    begins = (label == begin) | (of_role & ~before)
    ends = of_role & np.concatenate([~of_role[1:] | begins[1:], [True]])
    return list(zip(np.nonzero(begins)[0].tolist(), (np.nonzero(ends)[0] + 1).tolist()))
