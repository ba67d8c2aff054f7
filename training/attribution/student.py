"""The network learns: from labels, and from what teachers say of labelled and unlabelled articles."""
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from articles import LABELS, batches, groups
from batch import gathered, one_hot, packed, spread, with_gaps
from belonging import Belonging
from chain import ChainLoss, marginals
from network import Network

# Tokens of a group at most, and of a batch with its padding.
GROUP, BATCH = 256, 6144
RATE, LEAST_RATE, WARM_UP = 4e-3, 2e-5, 200
# Where teachers speak of a labelled article, they and the labels count alike.
TEACHERS_SHARE = 0.5
# How much belonging counts beside labels.
BELONGING_SHARE = 0.03
GAPS = {"word": 0.1, "row": 0.03}
# Of the weights a running average is kept, which forgets this slowly.
KEPT = 0.998


@dataclass
class Lesson:
    """A corpus to learn from."""

    corpus: object
    # The row of each token's word.
    word_row: np.ndarray
    # The label of each token and the attribution it is of; none where nobody marked any.
    label: np.ndarray | None = None
    owner: np.ndarray | None = None
    # The chance of each label after the teachers; none without.
    opinion: np.ndarray | None = None
    # How much of it is read in a course.
    share: float = 1.0

    def wanted(self, batch):
        """The share of each label that is wanted for the tokens, and the labels that transitions learn from."""
        tokens = batch["tokens"]
        opinion = None if self.opinion is None else torch.from_numpy(self.opinion[tokens]).float()
        if self.label is None:
            return spread(batch, opinion), None
        marked = one_hot(self.label[tokens])
        wanted = marked if opinion is None else torch.lerp(marked, opinion, TEACHERS_SHARE)
        return spread(batch, wanted), spread(batch, marked)


def taught(lessons, vocabulary, rows, first_of_letters, size, courses, dice, say, word_rows=None, after_course=None):
    """A network that has learned the lessons; its weights are as coarse as they ship."""
    network = Network(len(vocabulary), rows, first_of_letters, size)
    if word_rows is not None:
        network.words.data[: len(word_rows)] = word_rows
    belonging = Belonging(network.out.in_features)
    optimiser = torch.optim.Adam([*network.parameters(), *belonging.parameters()], RATE, (0.9, 0.98))
    average = {name: value.clone() for name, value in network.state_dict().items()}
    step, steps = 0, None
    for course in range(courses):
        work = list(course_work(lessons, dice))
        steps = steps or len(work) * courses
        network.coarse = 2 * course >= courses
        total = 0.0
        for lesson, ranges in work:
            pace = min(1, step / WARM_UP) * (0.5 + 0.5 * np.cos(np.pi * min(1, step / steps)))
            for part in optimiser.param_groups:
                part["lr"] = RATE * pace + LEAST_RATE
            batch = packed(lesson.corpus, lesson.word_row, ranges)
            batch = with_gaps(batch, lesson.corpus, vocabulary, rows, GAPS, dice)
            loss = lesson_loss(network, belonging, lesson, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            step += 1
            total += float(loss.detach())
            kept = min(KEPT, step / (step + 20))
            for name, value in network.state_dict().items():
                average[name].lerp_(value, 1 - kept)
        say(f"course {course + 1} of {courses}: loss {total / len(work):.4f}")
        if after_course:
            after_course(course, averaged(network, average))
    return averaged(network, average)


def averaged(network, average):
    """A network with the averaged weights, for reading."""
    found = Network(len(network.words), len(network.rows) - 1, network.first_of_letters, network.size)
    found.load_state_dict(average)
    found.coarse = True
    return found.eval()


def course_work(lessons, dice):
    """The batches of a course in any order, each with its lesson."""
    work = []
    for lesson in lessons:
        found = batches(groups(lesson.corpus, GROUP, dice), BATCH, dice)
        work += [(lesson, ranges) for ranges in found[: int(len(found) * lesson.share)]]
    dice.shuffle(work)
    return work


def lesson_loss(network, belonging, lesson, batch):
    """How far the network is from what is wanted."""
    wanted, pairs = lesson.wanted(batch)
    loss = ChainLoss.apply(network(batch), network.transition, batch["mask"], wanted, pairs)
    if lesson.label is None:
        return loss
    label, owner = (spread(batch, torch.from_numpy(of[batch["tokens"]])) for of in (lesson.label, lesson.owner))
    return loss + BELONGING_SHARE * belonging.loss(network.top, label, owner, batch["mask"])


@torch.no_grad()
def opinion(network, corpus, word_row):
    """The chance of each label for each token."""
    chance = np.zeros((len(corpus), LABELS), np.float32)
    for ranges in batches(groups(corpus, GROUP), 4 * BATCH):
        batch = packed(corpus, word_row, ranges)
        gathered(ranges, marginals(network(batch), network.transition, batch["mask"])[1], chance)
    return chance
