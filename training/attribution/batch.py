"""Groups of paragraphs side by side, padded at the end, as the network takes them."""
import numpy as np
import torch
import torch.nn.functional as F

from articles import LABELS


def packed(corpus, word_row, ranges):
    """A batch of the groups `ranges`."""
    texts, length = len(ranges), max(end - start for start, end in ranges)
    mask = np.zeros((texts, length), np.float32)
    place = []
    for text, (start, end) in enumerate(ranges):
        mask[text, : end - start] = 1
        place.append(np.arange(end - start) * texts + text)
    tokens = np.concatenate([np.arange(start, end) for start, end in ranges])
    row_start = np.concatenate([[0], np.cumsum(corpus.row_count[tokens])[:-1]])
    batch = {
        "mask": mask,
        # Where each token goes when times come first.
        "place": np.concatenate(place),
        "word": word_row[tokens],
        "rows": np.concatenate([corpus.rows_in(*span) for span in ranges]),
        "row_start": row_start,
        "tokens": tokens,
    }
    return {name: torch.from_numpy(values) for name, values in batch.items()}


def with_gaps(batch, corpus, vocabulary, row_left_out, shares, dice):
    """The batch with some words and some rows left out, so that the network does not lean on any of them."""
    tokens, word, rows = (batch[name].numpy() for name in ("tokens", "word", "rows"))
    hide_word = dice.random(len(word)) < shares["word"]
    word = np.where(hide_word, vocabulary.shared_rows(corpus.word[tokens]), word)
    rows = np.where(dice.random(len(rows)) < shares["row"], row_left_out, rows)
    return {**batch, "word": torch.from_numpy(word), "rows": torch.from_numpy(rows)}


def spread(batch, values):
    """Values for each token side by side as the texts are."""
    texts, length = batch["mask"].shape
    wide = values.new_zeros(length * texts, *values.shape[1:]).index_copy(0, batch["place"], values)
    return wide.view(length, texts, *values.shape[1:]).transpose(0, 1)


def gathered(ranges, wide, into):
    """Puts what a batch gave for each token, padding aside, where the tokens are in `into`."""
    for text, (start, end) in enumerate(ranges):
        into[start:end] = wide[text, : end - start].numpy()


def one_hot(label):
    """All of its share for the label of each token."""
    return F.one_hot(torch.from_numpy(label), LABELS).float()
