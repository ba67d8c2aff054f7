"""A second lesson while the network learns labels: which cue each token of a source or content belongs to.

It ships with no weights of its own, but what the layers learn for it makes linking surer.
"""
import torch
from torch import nn

CHANNELS = 16
# Cues between the two, up to three on either side; then how far on either side, as a power of two.
ORDERS, PLACES = 8, 24
CUE = 3
# The labels of the roles that belong to a cue: content, source.
BELONGING = ((5, 6), (1, 2))


class Belonging(nn.Module):
    """Scores of the cues of a group for each of its tokens."""

    def __init__(self, channels):
        super().__init__()
        self.token = nn.Linear(channels, len(BELONGING) * CHANNELS)
        self.cue = nn.Linear(channels, CHANNELS)
        self.none = nn.Linear(channels, len(BELONGING))
        self.place = nn.Parameter(torch.zeros(len(BELONGING), PLACES))

    def loss(self, top, label, owner, mask):
        """How little is thought of the cue of the same owner, or of none where it is in another group."""
        is_cue = (label == CUE) & (mask > 0)
        count = is_cue.sum(1)
        most = int(count.max())
        if most == 0:
            return top.sum() * 0
        cues = torch.argsort((~is_cue).int(), dim=1, stable=True)[:, :most]
        there = (torch.arange(most)[None] < count[:, None])[:, None]
        same = (owner.gather(1, cues)[:, None] == owner[:, :, None]) & there
        candidate = self.cue(top.gather(1, cues[..., None].expand(-1, -1, top.shape[-1]))).transpose(1, 2)
        tokens = self.token(top).unflatten(-1, (len(BELONGING), CHANNELS))
        order, distance = places(cues, is_cue)
        loss = 0
        for number, labels in enumerate(BELONGING):
            place = self.place[number]
            score = tokens[:, :, number] @ candidate / CHANNELS**0.5 + place[order] + place[distance]
            score = torch.cat([score.masked_fill(~there, -1e9), self.none(top)[..., number : number + 1]], -1)
            right = torch.cat([same, ~same.any(-1, keepdim=True)], -1)
            asked = torch.isin(label, torch.tensor(labels)) & (mask > 0)
            score, right = score[asked], right[asked]
            if len(score):
                of_right = torch.logsumexp(score.masked_fill(~right, -1e9), -1)
                loss = loss + (torch.logsumexp(score, -1) - of_right).mean()
        return loss


def places(cues, is_cue):
    """The rows of order and of distance for each token and cue."""
    before = (torch.cumsum(is_cue, 1) - is_cue.long())[:, :, None]
    order = torch.arange(cues.shape[1]) - before
    order = torch.where(order < 0, (-order - 1).clamp(max=3), 4 + order.clamp(max=3))
    distance = cues[:, None] - torch.arange(is_cue.shape[1])[None, :, None]
    power = torch.log2(distance.abs().clamp_min(1).float()).long().clamp(max=7)
    return order, ORDERS + (distance < 0).long() * 8 + power
