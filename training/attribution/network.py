"""The network: rows of tables, gated recurrences both ways, a chain over labels. As the engine computes it.

What goes into a recurrence is worked out for all tokens at once, and only a running average follows the text
(quasi-recurrent networks, Bradbury et al. 2017): cheap to train and cheap to read with. Every output lies between
-1 and 1. Weights are already as coarse as they ship while the second half of the training goes on.
"""
import torch
import torch.nn.functional as F
from torch import nn

from articles import LABELS
from chain import NEVER, allowed

# The values of table rows, in steps of 1/64: words, and hashed letters; other rows have every step.
WORD_STEP, LETTER_STEP, KNOWN_STEP = 16 / 64, 6 / 64, 1 / 64
# Codes of words and letters have four bits.
CODES = (-8, 7)
# Weights of a layer have so many steps on either side of 0, of a size of their own for each output.
WEIGHT_STEPS = 31
# Sums of rows are cut off here.
MOST = 2.0


class Network(nn.Module):
    """`size` says how large: `word` and `rest` channels of the input, `layers` channels a side."""

    def __init__(self, words, rows, first_of_letters, size):
        super().__init__()
        self.size, self.first_of_letters = size, first_of_letters
        self.coarse = False
        self.words = nn.Parameter(torch.randn(words, size["word"]) * 0.06)
        # The row behind the last is for a row left out.
        self.rows = nn.Parameter(torch.randn(rows + 1, size["rest"]) * 0.15)
        self.rows.data[rows] = 0
        channels = size["word"] + size["rest"]
        self.layers = nn.ModuleList()
        for side in size["layers"]:
            self.layers.append(Recurrence(channels, side))
            channels = 2 * side
        self.out = nn.Linear(channels, LABELS)
        self.transition = nn.Parameter(torch.where(allowed(), 0.0, NEVER))
        self.top = None

    def forward(self, batch):
        """The scores of labels for each token. What the last layer gave stays in `top`."""
        size, mask = self.size, batch["mask"]
        words, rows = self.tables()
        left_out = len(rows) - 1
        word = F.embedding(batch["word"], words)
        rest = F.embedding_bag(batch["rows"], rows, batch["row_start"], mode="sum", padding_idx=left_out)
        x = torch.cat([word, rest], 1).clamp(-MOST, MOST)
        length, texts = mask.shape[1], mask.shape[0]
        x = x.new_zeros(length * texts, x.shape[1]).index_copy(0, batch["place"], x).view(length, texts, -1)
        around, present = turning(mask), mask.t()[..., None]
        x = dropped(x, size["input_dropout"], self.training)
        for layer in self.layers:
            x = layer(x, around, present, self.coarse)
            x = dropped(x, size["dropout"], self.training)
        self.top = x.transpose(0, 1)
        return self.out(self.top)

    def tables(self):
        """The tables, as coarse as they ship if it is time for that."""
        if not self.coarse:
            return self.words, self.rows
        known, letters = self.rows[: self.first_of_letters], self.rows[self.first_of_letters :]
        letters = stepped(letters, LETTER_STEP, *CODES)
        return stepped(self.words, WORD_STEP, *CODES), torch.cat([stepped(known, KNOWN_STEP, -127, 127), letters])


class Recurrence(nn.Module):
    """A weight for each of three neighbouring tokens, then candidates, forget gates and output gates both ways."""

    def __init__(self, channels, side):
        super().__init__()
        self.side = side
        self.taps = nn.Parameter(torch.randn(channels, 1, 3) * 0.06)
        self.taps.data[:, 0, 1] = 1
        bound = (3 / channels) ** 0.5
        self.weight = nn.Parameter(torch.empty(6 * side, channels).uniform_(-bound, bound))
        # Some channels forget at once to begin with, others hardly.
        self.bias = nn.Parameter(torch.zeros(2, 3, side))
        self.bias.data[:, 1] = torch.linspace(-1, 2.5, side)

    def forward(self, x, around, present, coarse):
        length, texts, channels = x.shape
        weight = coarse_weight(self.weight) if coarse else self.weight
        with torch.autocast("cpu", torch.bfloat16):
            x = F.conv1d(x.permute(1, 2, 0), self.taps, padding=1, groups=channels).permute(2, 0, 1) * present
            both = F.linear(x, weight, self.bias.flatten())
        both = both.float().view(length, texts, 2, 3 * self.side)
        both = torch.stack([both[:, :, 0], Turn.apply(both[:, :, 1].contiguous(), around)], 2)
        candidate, forget, out = both.chunk(3, -1)
        y = torch.sigmoid(out) * RunningAverage.apply(torch.tanh(candidate), torch.sigmoid(forget))
        return torch.cat([y[:, :, 0], Turn.apply(y[:, :, 1].contiguous(), around)], -1)


class RunningAverage(torch.autograd.Function):
    """state[t] = forget[t] · state[t-1] + (1 - forget[t]) · candidate[t]; times come first."""

    @staticmethod
    def forward(ctx, candidate, forget):
        states = torch.empty_like(candidate)
        last = torch.zeros_like(candidate[0])
        for new, keep, state in zip(candidate.unbind(0), forget.unbind(0), states.unbind(0)):
            last = torch.lerp(new, last, keep, out=state)
        ctx.save_for_backward(candidate, forget, states)
        return states

    @staticmethod
    def backward(ctx, gradient):
        candidate, forget, states = ctx.saved_tensors
        total = gradient.clone()
        for time in range(len(total) - 2, -1, -1):
            total[time].addcmul_(forget[time + 1], total[time + 1])
        before = torch.cat([torch.zeros_like(states[:1]), states[:-1]])
        return total * (1 - forget), total * (before - candidate)


class Turn(torch.autograd.Function):
    """Turns each text around; doing it twice undoes it."""

    @staticmethod
    def forward(ctx, x, around):
        ctx.around = around
        return x.flatten(0, 1).index_select(0, around).view_as(x)

    @staticmethod
    def backward(ctx, gradient):
        return gradient.flatten(0, 1).index_select(0, ctx.around).view_as(gradient), None


def turning(mask):
    """Where each token of the texts goes when they are turned around; padding stays."""
    texts, length = mask.shape
    count, time = mask.sum(1).long()[:, None], torch.arange(length)[None]
    turned = torch.where(time < count, count - 1 - time, time).t()
    return (turned * texts + torch.arange(texts)).reshape(-1)


def dropped(x, share, training):
    """Leaves out a share of the channels of each text, the same at all times."""
    if not training:
        return x
    return x * ((torch.rand(1, *x.shape[1:]) >= share).to(x.dtype) / (1 - share))


def stepped(values, step, least, most):
    """The nearest steps; gradients pass as if nothing had been rounded."""
    rounded = (values.detach() / step).round().clamp(least, most) * step
    return values + (rounded - values).detach()


def coarse_weight(weight):
    """The same for a layer, whose outputs have steps of their own."""
    step = weight.detach().abs().amax(1, keepdim=True).clamp_min(1e-6) / WEIGHT_STEPS
    return weight + ((weight.detach() / step).round() * step - weight).detach()
