"""Makes engine/model/attribution.bin: `cargo xtask train --attribution FILE…` calls this.

A pretrained encoder is tuned on the labelled articles, and an elder, larger network learns them by itself. What both think
of all articles, unlabelled ones too, is what the small network learns from, beside the labels. What a step has made is kept in the work folder, and a run that was broken off goes on
from there. Seeded: the same machine makes the same weights.
"""
import argparse
import subprocess
import time
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
# Words met less often share their rows.
LEAST = 4
COURSES = 10
# The elder network, how often it reads the labelled articles, and how much its opinion counts beside the teacher's.
ELDER = {"word": 64, "rest": 112, "layers": [112, 96, 96, 96], "dropout": 0.35, "input_dropout": 0.15}
ELDER_COURSES, ELDER_SHARE = 8, 0.3
# How much of the articles in other dress is read in a course.
VARIANTS_SHARE = 0.35
STARTED = time.monotonic()


def say(what):
    print(f"{time.monotonic() - STARTED:6.0f} s  {what}", flush=True)


def main():
    request = arguments()
    request.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(request.threads)
    marked, varied, unmarked = corpora(request)
    exam = Exam(corpus(request, request.dev, "dev")) if request.dev else None
    label, owner = articles.labels(marked)
    opinions, vectors = asked(request, (marked, varied, unmarked), label, owner, exam)

    vocabulary = frequent(marked, unmarked, LEAST)
    say(f"{len(vocabulary.own)} words have a row of their own")
    varied_label, varied_owner = articles.labels(varied)
    lessons = [
        Lesson(marked, vocabulary.rows(marked.word), label, owner, opinions[0]),
        Lesson(varied, vocabulary.rows(varied.word), varied_label, varied_owner, opinions[1], VARIANTS_SHARE),
        Lesson(unmarked, vocabulary.rows(unmarked.word), opinion=opinions[2]),
    ]
    word_rows = principal_rows(vocabulary, vectors, SIZE["word"])
    torch.manual_seed(1)
    dice = np.random.default_rng(1)

    def after_course(course, network):
        torch.save(network.state_dict(), request.work / "student.pt")
        if exam and course % 3 == 1:
            say(shown(exam.figures(read(network, exam.corpus, vocabulary))))

    network = student.taught(
        lessons, vocabulary, *marked.table, SIZE, COURSES, dice, say, word_rows, after_course
    )
    network.train()  # Channels are left out, so that linking sees mistakes.
    found = linking.Found(network, marked, lessons[0].word_row, articles.groups(marked, student.GROUP, dice))
    heads = linking.learned(found)
    whole = WholeNetwork(network.eval())
    file = whole.file(vocabulary, heads)
    request.to.write_bytes(file)
    say(f"{request.to}: {len(file)} bytes")
    if exam:
        word_row = vocabulary.rows(exam.corpus.word)
        say("in whole numbers: " + shown(exam.figures(whole.labels(exam.corpus, word_row, student.GROUP))))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--marked", type=Path, nargs="+", required=True, help="articles with attributions, one JSON a line")
    parser.add_argument("--unmarked", type=Path, nargs="*", default=[], help="articles, one JSON with text a line")
    parser.add_argument("--dev", type=Path, help="articles with attributions to measure on")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made on the way")
    parser.add_argument("--to", type=Path, required=True, help="the file of weights")
    parser.add_argument("--looks", required=True, help="the program that writes what the engine sees of articles")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def corpora(request):
    """The marked articles, these in other dress, and the unmarked ones."""
    varied, unmarked = request.work / "varied.jsonl", request.work / "unmarked.jsonl"
    marked = request.work / "marked.jsonl"
    for path, parts in ((marked, request.marked), (unmarked, request.unmarked)):
        path.write_bytes(b"".join(part.read_bytes() for part in parts))
    variants.write(marked, varied)
    paths = {"marked": marked, "varied": varied, "unmarked": unmarked}
    return [corpus(request, path, name) for name, path in paths.items()]


def corpus(request, path, name):
    """The articles as the engine sees them."""
    looks = request.work / f"{name}.looks"
    subprocess.run([request.looks, "--looks", path, looks], check=True)
    return articles.read(looks, path)


def asked(request, corpora, label, owner, exam):
    """What teacher and elder think of each corpus, and what the teacher makes of each word."""
    kept = request.work / "opinions.npz"
    if not kept.exists():
        marked, vectors = corpora[0], {}
        torch.manual_seed(1)
        tuned = teacher.taught(marked, label, marked.table[0], np.random.default_rng(1), say)
        if exam:
            say("teacher: " + shown(exam.figures(teacher.opinion(tuned, exam.corpus, {}).argmax(1))))
        opinions = [teacher.opinion(tuned, corpus, vectors) for corpus in corpora]
        say("the teacher has read everything")
        elder, vocabulary = elder_network(marked, label, owner)
        for opinion, corpus in zip(opinions, corpora):
            second = student.opinion(elder, corpus, vocabulary.rows(corpus.word))
            opinion += ELDER_SHARE * (second - opinion)
        means = np.stack([total / count for total, count in vectors.values()])
        np.savez(kept, *opinions, words=np.array(list(vectors)), vectors=means)
    loaded = np.load(kept)
    vectors = dict(zip(loaded["words"].tolist(), loaded["vectors"]))
    return [loaded[f"arr_{number}"] for number in range(len(corpora))], vectors


def elder_network(marked, label, owner):
    """A larger network that has learned the labels alone, and its words."""
    vocabulary = frequent(marked, None, LEAST)
    lesson = Lesson(marked, vocabulary.rows(marked.word), label, owner)
    torch.manual_seed(2)
    dice = np.random.default_rng(2)
    return student.taught([lesson], vocabulary, *marked.table, ELDER, ELDER_COURSES, dice, say), vocabulary


def read(network, corpus, vocabulary):
    """The label of each token."""
    ranges = articles.groups(corpus, student.GROUP)
    return linking.read(network, corpus, vocabulary.rows(corpus.word), ranges)[0]


if __name__ == "__main__":
    main()
