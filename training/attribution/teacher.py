"""The teacher: the pretrained encoder, tuned on the labelled articles, with the engine's own looks beside it."""
import torch
import torch.nn.functional as F
from torch import nn

import numpy as np

from articles import LABELS, batches, groups
from batch import gathered, one_hot, packed, spread
from chain import NEVER, ChainLoss, allowed, marginals
from encoder import Encoder, WordPieces

# Pieces that a group may have with the encoder's two marks: it knows 512 places.
MOST_PLACES = 512
# Tokens of a group and of a batch; longer groups bring attention more work and no better labels.
GROUP, BATCH = 208, 5000
ENCODER_RATE, HEAD_RATE = 8e-5, 1e-3


class Teacher(nn.Module):
    """Encoder and looks into an LSTM both ways and a chain over the labels."""

    def __init__(self, rows):
        super().__init__()
        self.encoder = Encoder()
        self.rows = nn.EmbeddingBag(rows, 80, mode="sum")
        nn.init.normal_(self.rows.weight, std=0.1)
        self.narrow = nn.Linear(self.encoder.channels, 256)
        self.recurrence = nn.LSTM(256 + 80, 160, bidirectional=True, batch_first=True)
        self.out = nn.Linear(2 * 160, LABELS)
        self.transition = nn.Parameter(torch.where(allowed(), 0.0, NEVER))
        self.encoded = None

    def forward(self, batch):
        with torch.autocast("cpu", torch.bfloat16):
            x = self.encoder(batch["pieces"], batch["piece_mask"])
            self.encoded = x.gather(1, batch["first_piece"][..., None].expand(-1, -1, x.shape[-1]))
            rows = spread(batch, self.rows(batch["rows"], batch["row_start"]))
            narrow = F.dropout(self.narrow(self.encoded), 0.2, self.training)
            rows = F.dropout(rows, 0.2, self.training).bfloat16()
            x, _ = self.recurrence(torch.cat([narrow, rows], -1))
            return self.out(F.dropout(x, 0.3, self.training)).float()


class School:
    """A corpus cut into the encoder's pieces."""

    def __init__(self, corpus, cutter):
        self.corpus, self.cutter = corpus, cutter
        self.pieces = []
        for article, (first, behind) in corpus.tokens_of.items():
            text = corpus.articles[article]["text"]
            spans = zip(corpus.start[first:behind].tolist(), corpus.end[first:behind].tolist())
            self.pieces += [cutter.of(text[start:end]) for start, end in spans]

    def batch(self, ranges):
        """A batch with the encoder's pieces; a token is where its first piece is."""
        # The teacher takes rows only: words it knows by their pieces.
        batch = packed(self.corpus, np.zeros(len(self.corpus), np.int64), ranges)
        texts, firsts = [], torch.zeros(batch["mask"].shape, dtype=torch.long)
        for text, (start, end) in enumerate(ranges):
            pieces = [self.cutter.first]
            for token in range(start, end):
                more = self.pieces[token] if len(pieces) + 1 + len(self.pieces[token]) < MOST_PLACES else []
                firsts[text, token - start] = len(pieces) if more else len(pieces) - 1
                pieces += more
            texts.append(torch.tensor(pieces + [self.cutter.last]))
        pieces = nn.utils.rnn.pad_sequence(texts, batch_first=True)
        mask = nn.utils.rnn.pad_sequence([torch.ones(len(text)) for text in texts], batch_first=True)
        return {**batch, "pieces": pieces, "piece_mask": mask, "first_piece": firsts}


def taught(corpus, label, rows, epochs, dice, say):
    """A teacher that has learned the labels of the corpus."""
    school, wanted = School(corpus, WordPieces()), one_hot(label)
    teacher = Teacher(rows)
    encoder = [weight for weight in teacher.encoder.parameters() if weight.requires_grad]
    tuned = {id(weight) for weight in encoder}
    head = [weight for weight in teacher.parameters() if weight.requires_grad and id(weight) not in tuned]
    rates = [ENCODER_RATE, HEAD_RATE]
    optimiser = torch.optim.AdamW([{"params": encoder}, {"params": head}], weight_decay=0.01)
    courses = [batches(groups(corpus, GROUP, dice), BATCH, dice) for _ in range(epochs)]
    steps = sum(map(len, courses))
    for step, ranges in enumerate(ranges for course in courses for ranges in course):
        # Up for a sixteenth of the way, then down.
        pace = min(1, 16 * (step + 1) / steps) * (1 - step / steps)
        for part, rate in zip(optimiser.param_groups, rates):
            part["lr"] = rate * pace
        batch = school.batch(ranges)
        labels = spread(batch, wanted[batch["tokens"]])
        loss = ChainLoss.apply(teacher(batch), teacher.transition, batch["mask"], labels, labels)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimiser.step()
        if step % 50 == 0:
            say(f"teacher: step {step} of {steps}, loss {float(loss.detach()):.3f}")
    return teacher.eval()


@torch.no_grad()
def opinion(teacher, corpus, word_vectors):
    """The chance of each label for each token. Adds what the encoder makes of each word to `word_vectors`."""
    school = School(corpus, WordPieces())
    chance = np.zeros((len(corpus), LABELS), np.float32)
    for ranges in batches(groups(corpus, GROUP), BATCH):
        batch = school.batch(ranges)
        emission = teacher(batch)
        gathered(ranges, marginals(emission, teacher.transition, batch["mask"])[1], chance)
        for text, (start, end) in enumerate(ranges):
            vectors = teacher.encoded[text, : end - start].float().numpy()
            for word, vector in zip(corpus.word[start:end].tolist(), vectors):
                total, count = word_vectors.get(word, (0, 0))
                word_vectors[word] = (total + vector, count + 1)
    return chance
