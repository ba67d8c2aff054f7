"""Makes engine/model/attribution.bin: `cargo xtask train --attribution FILE…` calls this.

A pretrained encoder is tuned on the labelled articles. What it thinks of all articles, unlabelled ones too, is what two elder networks
learn from, beside the labels. What all three think, and a second teacher like the first, is what the network that ships learns from. What a step has made
is kept in the work folder, and a run that was broken off goes on from there. Last a network of the same kind learns without every sixth article and is tried on these: how often the
engine's confidence is right there is what `engine/src/attribution/confidence.rs` has its curves from. Seeded: the same machine
makes the same weights.
"""
import argparse
import itertools
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

import articles
import linking
import student
import teacher
import variants
from agreement import Exam, shown
from student import Lesson
from vocabulary import frequent, principal_rows
from whole_numbers import WholeNetwork

# Channels of the input for the word and for all the rest, and a side of each layer: 173,000 multiplications a token.
SIZE = {"word": 48, "rest": 80, "layers": [80, 64, 64], "dropout": 0.2, "input_dropout": 0.1}
# How much the opinions of the second teacher count beside all others.
SECOND_SHARE = 1 / 3
# The elder networks, and how much their opinions count beside the first teacher's.
ELDERS = (SIZE, {**SIZE, "layers": [64, 64, 64, 64]})
ELDERS_SHARE = 0.5
# How much of the articles in other dress is read in a course.
VARIANTS_SHARE = 0.35
# Every so-manieth article is left out where confidence is measured.
HELD_OUT = 6
STARTED = time.monotonic()


@dataclass
class Plan:
    """How often each learner reads everything, and how many articles of each file there are; none for all."""

    teacher: int
    elder: int
    courses: int
    # Of the network that learns without the articles held out: enough for it to be as good, if not better.
    held_out: int
    # Words met less often share their rows.
    least: int
    articles: int | None = None


FULL = Plan(teacher=5, elder=10, courses=15, held_out=8, least=6)
# Minutes instead of hours, for trying whether all steps go together; its weights are worth nothing.
QUICK = Plan(teacher=1, elder=1, courses=2, held_out=2, least=1, articles=40)


def say(what):
    print(f"{time.monotonic() - STARTED:6.0f} s  {what}", flush=True)


def main():
    request = arguments()
    request.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(request.threads)
    plan = QUICK if request.quick else FULL
    marked, varied, unmarked = corpora(request, plan)
    exam = None
    if request.dev:
        dev = request.work / "dev.jsonl"
        gather([request.dev], plan, dev)
        exam = Exam(corpus(request, dev, "dev"))
    opinions, vectors = asked(request, plan, (marked, varied, unmarked), exam)
    school = School(request, plan, unmarked, vectors, exam)

    file, whole, vocabulary = finished(school.taught(marked, varied, opinions, plan.courses), marked)
    request.to.write_bytes(file)
    say(f"{request.to}: {len(file)} bytes")
    if exam:
        word_row = vocabulary.rows(exam.corpus.word)
        say("in whole numbers: " + shown(exam.figures(whole.labels(exam.corpus, word_row, student.GROUP))))
    confidence(request, plan, school, (marked, varied), opinions)


@dataclass
class School:
    """What every network of this run learns with."""

    request: argparse.Namespace
    plan: Plan
    unmarked: articles.Corpus
    vectors: dict
    exam: Exam | None

    def taught(self, marked, varied, opinions, courses, size=SIZE, seed=1):
        """A network that has learned from these articles, and its vocabulary."""
        vocabulary = frequent(marked, self.unmarked, self.plan.least)
        say(f"{len(vocabulary.own)} words have a row of their own")
        lessons = [
            Lesson(marked, vocabulary.rows(marked.word), *articles.labels(marked), opinions[0]),
            Lesson(varied, vocabulary.rows(varied.word), *articles.labels(varied), opinions[1], VARIANTS_SHARE),
            Lesson(self.unmarked, vocabulary.rows(self.unmarked.word), opinion=opinions[2]),
        ]
        word_rows = principal_rows(vocabulary, self.vectors, size["word"])
        torch.manual_seed(seed)
        dice = np.random.default_rng(seed)

        def after_course(course, network):
            torch.save(network.state_dict(), self.request.work / "student.pt")
            if self.exam and course % 3 == 1:
                say(shown(self.exam.figures(read(network, self.exam.corpus, vocabulary))))

        network = student.taught(
            lessons, vocabulary, *marked.table, size, courses, dice, say, word_rows, after_course
        )
        return network, vocabulary


def finished(taught, marked):
    """The file of a network that has learned, with its linking; the network in whole numbers; its vocabulary."""
    network, vocabulary = taught
    network.train()  # Channels are left out, so that linking sees mistakes.
    ranges = articles.groups(marked, student.GROUP, np.random.default_rng(3))
    found = linking.Found(network, marked, vocabulary.rows(marked.word), ranges)
    heads = linking.learned(found)
    whole = WholeNetwork(network.eval())
    return whole.file(vocabulary, heads), whole, vocabulary


def confidence(request, plan, school, corpora, opinions):
    """Prints how right the engine is, and how well it knows, on articles that its network has not learned from.

    Teacher and elders have learned from these articles, so that what they say of unlabelled ones is not quite innocent.
    """
    parts = [articles.without(corpus, HELD_OUT) for corpus in corpora]
    left = [opinion[stays] for opinion, (_, stays) in zip(opinions, parts)] + [opinions[2]]
    marked, varied = (corpus for corpus, _ in parts)
    weights, held = request.work / "held_out.bin", request.work / "held_out.jsonl"
    weights.write_bytes(finished(school.taught(marked, varied, left, plan.held_out), marked)[0])
    with open(request.work / "marked.jsonl", "rb") as lines:
        held.write_bytes(b"".join(itertools.islice(lines, 0, None, HELD_OUT)))
    say("articles that were not learned from:")
    subprocess.run([request.engine, "--exam", weights, held], check=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--marked", type=Path, nargs="+", required=True, help="articles with attributions, one JSON a line")
    parser.add_argument("--unmarked", type=Path, nargs="*", default=[], help="articles, one JSON with text a line")
    parser.add_argument("--dev", type=Path, help="articles with attributions to measure on")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made on the way")
    parser.add_argument("--to", type=Path, required=True, help="the file of weights")
    parser.add_argument("--engine", required=True, help="the program that shows articles to the engine")
    parser.add_argument("--quick", action="store_true", help="try all steps on a few articles; for no real weights")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def corpora(request, plan):
    """The marked articles, these in other dress, and the unmarked ones."""
    varied, unmarked = request.work / "varied.jsonl", request.work / "unmarked.jsonl"
    marked = request.work / "marked.jsonl"
    gather(request.marked, plan, marked)
    gather(request.unmarked, plan, unmarked)
    variants.write(marked, varied)
    paths = {"marked": marked, "varied": varied, "unmarked": unmarked}
    return [corpus(request, path, name) for name, path in paths.items()]


def gather(files, plan, to):
    """Puts the articles of all files, as many of each as the plan wants, into one."""
    with open(to, "wb") as gathered:
        for path in files:
            with open(path, "rb") as lines:
                gathered.writelines(line.rstrip(b"\n") + b"\n" for line in itertools.islice(lines, plan.articles))


def corpus(request, path, name):
    """The articles as the engine sees them."""
    looks = request.work / f"{name}.looks"
    subprocess.run([request.engine, "--looks", path, looks], check=True)
    return articles.read(looks, path)


def asked(request, plan, corpora, exam):
    """What teachers and elders think of each corpus, and what the first teacher makes of each word."""
    first, second = request.work / "first.npz", request.work / "second.npz"
    if not first.exists():
        vectors = {}
        opinions = taught_opinions(plan, corpora, exam, 1, vectors)
        means = {word: total / count for word, (total, count) in vectors.items()}
        school = School(request, plan, corpora[2], means, exam)
        opinions = with_elders(school, corpora, opinions)
        np.savez(first, *opinions, words=np.array(list(means)), vectors=np.stack(list(means.values())))
    if not second.exists():
        np.savez(second, *taught_opinions(plan, corpora, exam, 2, {}))
    loaded, others = np.load(first), np.load(second)
    vectors = dict(zip(loaded["words"].tolist(), loaded["vectors"]))
    names = [f"arr_{number}" for number in range(len(corpora))]
    return [(1 - SECOND_SHARE) * loaded[name] + SECOND_SHARE * others[name] for name in names], vectors


def taught_opinions(plan, corpora, exam, seed, vectors):
    """What a teacher thinks of each corpus. Adds what it makes of each word to `vectors`."""
    marked = corpora[0]
    torch.manual_seed(seed)
    label, _ = articles.labels(marked)
    tuned = teacher.taught(marked, label, marked.table[0], plan.teacher, np.random.default_rng(seed), say)
    if exam:
        say(f"teacher {seed}: " + shown(exam.figures(teacher.opinion(tuned, exam.corpus, {}).argmax(1))))
    opinions = [teacher.opinion(tuned, corpus, vectors) for corpus in corpora]
    say(f"teacher {seed} has read everything")
    return opinions


def with_elders(school, corpora, opinions):
    """The first teacher's opinions of each corpus, and those of elders that have learned from them, put together."""
    together = [(1 - ELDERS_SHARE) * opinion for opinion in opinions]
    for seed, size in enumerate(ELDERS, 1):
        elder, vocabulary = school.taught(*corpora[:2], opinions, school.plan.elder, size, seed)
        for whole, corpus in zip(together, corpora):
            part = student.opinion(elder, corpus, vocabulary.rows(corpus.word))
            whole += ELDERS_SHARE / len(ELDERS) * part
        say(f"elder {seed} has read everything")
    return together


def read(network, corpus, vocabulary):
    """The label of each token."""
    ranges = articles.groups(corpus, student.GROUP)
    return linking.read(network, corpus, vocabulary.rows(corpus.word), ranges)[0]


if __name__ == "__main__":
    main()
