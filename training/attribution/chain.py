"""A linear chain over labels: its loss, the marginals of its labels, its best path.

Everything is padded at the end; `mask` is 1 where there is a token and 0 where there is none.
"""
import torch

from articles import LABELS, ROLES

# The score of what cannot be: an inside that nothing of its role goes before.
NEVER = -20.0


def allowed():
    """Which label may follow which."""
    allowed = torch.ones(LABELS, LABELS, dtype=torch.bool)
    for role in range(len(ROLES)):
        begin, inside = 1 + 2 * role, 2 + 2 * role
        allowed[:, inside] = False
        allowed[[begin, inside], inside] = True
    return allowed


class ChainLoss(torch.autograd.Function):
    """How much less the chain thinks of the labels that it should find than of all together, for each token.

    `wanted` has a share of each label for each token. `pairs`, one label for each token, is what transitions learn
    from; with none they do not learn. The gradient is the difference of marginals, so that nothing is unrolled.
    """

    @staticmethod
    def forward(ctx, emission, transition, mask, wanted, pairs=None):
        log_total, marginal, pair_marginal = marginals(emission, transition, mask)
        wanted = wanted * mask[..., None]
        loss = log_total.sum() - (wanted * emission).sum()
        pair_gradient = torch.zeros_like(transition)
        if pairs is not None:
            pairs = pairs * mask[..., None]
            counted = torch.einsum("bti,btj->ij", pairs[:, :-1], pairs[:, 1:])
            possible = transition > NEVER / 2
            loss = loss - (counted * transition * possible).sum()
            pair_gradient = (pair_marginal - counted) * possible
        tokens = mask.sum()
        ctx.save_for_backward((marginal - wanted) / tokens, pair_gradient / tokens)
        return loss / tokens

    @staticmethod
    def backward(ctx, gradient):
        emission, transition = ctx.saved_tensors
        return gradient * emission, gradient * transition, None, None, None


@torch.no_grad()
def marginals(emission, transition, mask):
    """The log of the sum over all paths, the chance of each label, and the summed chances of pairs of labels."""
    top = emission.amax(-1, keepdim=True)
    potential = torch.where(mask[..., None] > 0, torch.exp(emission - top), 1.0).transpose(0, 1).contiguous()
    follows = torch.exp(transition)
    present = mask.t().contiguous()[..., None] > 0
    length = len(potential)

    forward, scale = torch.empty_like(potential), torch.empty_like(potential[..., 0])
    state = potential[0]
    for time in range(length):
        if time:
            state = torch.where(present[time], (state @ follows) * potential[time], state)
        total = state.sum(-1, keepdim=True)
        state = state / total
        forward[time], scale[time] = state, total[:, 0]

    backward = torch.empty_like(potential)
    state = torch.ones_like(potential[0])
    before = follows.t().contiguous()
    for time in reversed(range(length)):
        backward[time] = state
        earlier = (state * potential[time]) @ before
        state = torch.where(present[time], earlier / earlier.sum(-1, keepdim=True), state)

    chance = forward * backward
    chance = chance / chance.sum(-1, keepdim=True)
    right = backward[1:] * potential[1:] * present[1:]
    weight = torch.einsum("tbi,ij,tbj->tb", forward[:-1], follows, right).clamp_min(1e-30)
    pair = torch.einsum("tbi,ij,tbj,tb->ij", forward[:-1], follows, right, 1 / weight)
    log_total = torch.log(scale).sum(0) + (top[..., 0] * mask).sum(1)
    return log_total, chance.transpose(0, 1) * mask[..., None], pair


@torch.no_grad()
def best_path(emission, transition, mask):
    """The labels of the best path (Viterbi)."""
    rows, length, _ = emission.shape
    score, came_from = emission[:, 0], []
    stay = torch.arange(LABELS).expand(rows, LABELS)
    for time in range(1, length):
        best, previous = (score[:, :, None] + transition).max(1)
        present = mask[:, time, None] > 0
        score = torch.where(present, best + emission[:, time], score)
        came_from.append(torch.where(present, previous, stay))
    label = score.argmax(1)
    path = [label]
    for previous in reversed(came_from):
        label = previous.gather(1, label[:, None])[:, 0]
        path.append(label)
    return torch.stack(path[::-1], 1)
