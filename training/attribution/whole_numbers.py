"""The trained network in whole numbers, as the engine computes with it; and the file of its weights.

`engine/model/attribution.md` says what is computed and how the file is laid out.
"""
import struct

import numpy as np

from articles import LABELS, groups
from chain import allowed
from linking import CHANNELS
from network import KNOWN_STEP, LETTER_STEP, WEIGHT_STEPS, WORD_STEP
from vocabulary import KEY, SHARED

# Activations are counted in steps of 1/1024, scores and what goes into gates in steps of 1/256.
ACTIVATION, SCORE = 1024, 256
# The multiplier of an output is its step in 2⁻²²: what it gives is in 1/256 when 24 bits are cut off.
CUT, MULTIPLIER = 24, 1 << 22
NEVER = -20 * SCORE
# The curve from 0 to 8 in steps of 1/32, in 2⁻¹⁵; what lies between is interpolated.
SIGMOID = np.minimum(32767, np.round(32768 / (1 + np.exp(-np.arange(257) / 32)))).astype(np.int64)


class WholeNetwork:
    """What the engine computes, step by step, in numpy."""

    def __init__(self, network):
        weights = {name: value.detach().double().numpy() for name, value in network.state_dict().items()}
        first = self.first_of_letters = network.first_of_letters
        rows = weights["rows"][:-1]
        self.sides = network.size["layers"]
        self.word_channels, self.rest_channels = network.size["word"], network.size["rest"]
        self.word_book, self.words = codes(weights["words"], WORD_STEP)
        self.letter_book, self.letters = codes(rows[first:], LETTER_STEP)
        self.known = np.clip(np.round(rows[:first] / KNOWN_STEP), -127, 127).astype(np.int64)
        self.layers = []
        for number in range(len(self.sides)):
            of = lambda part: weights[f"layers.{number}.{part}"]
            taps = np.clip(np.round(of("taps")[:, 0] * ACTIVATION), -32767, 32767).astype(np.int64)
            self.layers.append((taps, *outputs(of("weight"), of("bias").reshape(-1), WEIGHT_STEPS)))
        self.out = outputs(weights["out.weight"], weights["out.bias"])
        transition = np.clip(np.round(weights["transition"] * SCORE), NEVER, -NEVER)
        self.transition = np.where(allowed().numpy(), transition, NEVER).astype(np.int64)

    def labels(self, corpus, word_row, limit):
        """The label of each token."""
        label = np.zeros(len(corpus), np.int64)
        for start, end in groups(corpus, limit):
            rows = corpus.rows_in(start, end)
            score, _ = self.scores(self.input(word_row[start:end], rows, corpus.row_count[start:end]))
            label[start:end] = self.best_path(score)
        return label

    def input(self, word_row, rows, row_count):
        """What goes into the first layer."""
        word = self.word_book[self.words[word_row]]
        table = np.concatenate([self.known, self.letter_book[self.letters]])
        rest = np.add.reduceat(table[rows], np.concatenate([[0], np.cumsum(row_count)[:-1]]))
        return np.clip(np.concatenate([word, rest], 1) * 16, -2 * ACTIVATION, 2 * ACTIVATION)

    def scores(self, x):
        """The scores of a group's labels, and what the last layer gives."""
        for (taps, *weights), side in zip(self.layers, self.sides):
            outside = np.zeros_like(x[:1])
            before, behind = np.concatenate([outside, x[:-1]]), np.concatenate([x[1:], outside])
            x = cut(before * taps[:, 0] + x * taps[:, 1] + behind * taps[:, 2], 10)
            both = np.clip(product(np.clip(x, -32767, 32767), *weights), -32767, 32767)
            forth, back = both[:, : 3 * side], both[::-1, 3 * side :]
            x = np.concatenate([recurrence(forth, side), recurrence(back, side)[::-1]], 1)
        return product(x, *self.out), x

    def best_path(self, score):
        """The labels of the best path; of equals the first."""
        best, came_from = score[0], []
        for now in score[1:]:
            sums = best[:, None] + self.transition
            came_from.append(sums.argmax(0))
            best = sums.max(0) + now
        label = [int(best.argmax())]
        for before in reversed(came_from):
            label.append(int(before[label[-1]]))
        return np.array(label[::-1])

    def file(self, vocabulary, heads):
        """The file of weights."""
        rows = len(self.known) + len(self.letters)
        shape = (self.word_channels, self.rest_channels, len(self.sides), *self.sides)
        keys = np.array([word & KEY for word in vocabulary.own])
        steps = np.diff(keys, prepend=0)
        assert len(keys) == 0 or 0 <= steps.min() and steps.max() < 1 << 16, "so few words that the file has no room for what lies between their keys"
        parts = [
            b"WWA1" + bytes(shape) + struct.pack("<4H", rows, self.first_of_letters, len(keys), SHARED),
            narrow(steps & 255) + narrow(steps >> 8),
            narrow(self.word_book) + nibbles(self.words),
            narrow(self.letter_book) + narrow(self.known) + nibbles(self.letters),
        ]
        for taps, *weights in self.layers:
            parts += [taps.astype("<i2").tobytes(), written(*weights)]
        parts += [written(*self.out), self.transition.astype("<i2").tobytes(), SIGMOID.astype("<u2").tobytes()]
        parts.append(bytes([CHANNELS]))
        for head in heads:
            for linear in (head.chooser, head.candidate, head.none):
                weight, bias = (value.detach().double().numpy() for value in (linear.weight, linear.bias))
                parts.append(written(*outputs(weight, bias)))
            place = np.round(head.place.detach().double().numpy() * SCORE)
            parts.append(np.clip(place, -32767, 32767).astype("<i2").tobytes())
        return b"".join(parts)


def codes(values, step):
    """Sixteen values in 1/64, and which of them each value is."""
    book = np.arange(-8, 8) * round(step * 64)
    return book, np.clip(np.round(values / step), -8, 7).astype(np.int64) + 8


def outputs(weight, bias, steps=127):
    """Rows of a layer as whole numbers with a multiplier each, and their biases."""
    step = np.maximum(np.abs(weight).max(1), 1e-6) / steps
    whole = np.round(weight / step[:, None]).astype(np.int64)
    return whole, np.round(step * MULTIPLIER).astype(np.int64), np.round(bias * SCORE).astype(np.int64)


def product(x, weight, multiplier, bias):
    """A layer's outputs, in 1/256."""
    return cut((x @ weight.T) * multiplier, CUT) + bias


def recurrence(both, side):
    """What comes out of one direction."""
    candidate, forget, out = tanh(both[:, :side]), sigmoid(both[:, side : 2 * side]), sigmoid(both[:, 2 * side :])
    state, found = np.zeros(side, np.int64), np.empty_like(candidate)
    for time in range(len(both)):
        state = candidate[time] + cut(forget[time] * (state - candidate[time]), 15)
        found[time] = cut(out[time] * state, 19)
    return found


def sigmoid(x):
    """Of 1/256, in 2⁻¹⁵."""
    size = np.minimum(np.abs(x), 2047)
    low, rest = SIGMOID[size >> 3], size & 7
    found = low + ((SIGMOID[(size >> 3) + 1] - low) * rest + 4 >> 3)
    return np.where(x < 0, 32768 - found, found)


def tanh(x):
    """Of 1/256, in 2⁻¹⁴."""
    return sigmoid(2 * x) - 16384


def cut(x, bits):
    """The nearest whole number without the last bits; halves go up."""
    return x + (1 << bits - 1) >> bits


def written(weight, multiplier, bias):
    """A layer's outputs in the file."""
    return narrow(weight) + multiplier.astype("<u4").tobytes() + bias.astype("<i2").tobytes()


def narrow(values):
    """A byte each."""
    return (values & 255).astype(np.uint8).tobytes()


def nibbles(values):
    """Half a byte each, the lower half first."""
    flat = values.reshape(-1)
    return (flat[0::2] | flat[1::2] << 4).astype(np.uint8).tobytes()
