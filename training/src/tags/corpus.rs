//! Tagged corpora as the engine would read them: the running text is put together again from the corpus's
//! tokens, cut by the engine, and each of the engine's tokens gets the tag of the corpus's.

use std::fs;
use std::ops::Range;
use std::path::Path;

use whose_words_engine::tag::Tag;
use whose_words_engine::text::{Window, Windows};

/// A tagged corpus.
pub(crate) struct Corpus {
    /// The name of its file.
    pub(crate) name: String,
    /// Whether people have corrected its tags.
    pub(crate) corrected: bool,
    pub(crate) sentences: Vec<Sentence>,
}

/// A sentence of a corpus.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    tokens: Vec<Tagged>,
}

/// A token of a corpus.
#[derive(Clone, Debug)]
struct Tagged {
    form: String,
    /// Its Penn name; `_` where the corpus has none.
    name: String,
}

/// How the letters of training sentences are changed, so that headlines are learned too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lettering {
    AsIs,
    Title,
    Capitals,
}

/// Text of a corpus with the tags of the tokens that engine and corpus cut alike.
pub(crate) struct Text {
    text: String,
    /// The corpus's tokens in order: where they stand, and their tag.
    tokens: Vec<(Range<usize>, Option<Tag>)>,
}

impl Corpus {
    /// Reads a file of `form TAB Penn` or `form TAB UPOS TAB Penn TAB lemma`, with an empty line behind each
    /// sentence. Only a corpus corrected by hand has the four columns.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let fail = |reason: &str| format!("{}: {reason}", path.display());
        let text = fs::read_to_string(path).map_err(|error| fail(&error.to_string()))?;
        let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        let mut corpus = Self { name, corrected: false, sentences: vec![Sentence::default()] };
        for line in text.lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            let (form, penn) = match columns.as_slice() {
                [form, penn] => (*form, *penn),
                [form, _, penn, _] => (*form, *penn),
                [""] => {
                    corpus.sentences.push(Sentence::default());
                    continue;
                }
                _ => return Err(fail(&format!("cannot read “{line}”"))),
            };
            corpus.corrected |= columns.len() == 4;
            if let Some(sentence) = corpus.sentences.last_mut() {
                sentence.tokens.push(Tagged { form: form.to_owned(), name: penn.to_owned() });
            }
        }
        corpus.sentences.retain(|sentence| !sentence.tokens.is_empty());
        Ok(corpus)
    }
}

impl Text {
    /// Puts sentences together, each a paragraph of its own.
    pub(crate) fn new<'s>(sentences: impl Iterator<Item = (&'s Sentence, Lettering)>) -> Self {
        let mut made = Self { text: String::new(), tokens: Vec::new() };
        for (sentence, lettering) in sentences {
            made.add(sentence, lettering);
            made.text.push_str("\n\n");
        }
        made
    }

    fn add(&mut self, sentence: &Sentence, lettering: Lettering) {
        let mut glue_next = true;
        let mut open_quote = false;
        for (at, token) in sentence.tokens.iter().enumerate() {
            let form = token.form.as_str();
            let closes_quote =
                token.name == "''" || (form == "\"" && token.name == "_" && open_quote);
            let glued = glue_next || closes_quote || glues_left(form, &token.name);
            if !glued {
                self.text.push(' ');
            }
            let start = self.text.len();
            self.text.push_str(&lettered(form, lettering));
            let tag = gold(&sentence.tokens, at);
            self.tokens.push((start..self.text.len(), tag));
            let opens_quote =
                token.name == "``" || (form == "\"" && token.name == "_" && !open_quote);
            open_quote = (open_quote && !closes_quote) || opens_quote;
            glue_next = opens_quote || glues_right(form, &token.name);
        }
    }

    /// The windows, each with the tags of its tokens where corpus and engine agree on the token.
    pub(crate) fn windows(&self) -> impl Iterator<Item = (Window<'_>, Vec<Option<Tag>>)> {
        let mut at = 0;
        Windows::new(&self.text).map(move |window| {
            let tags = window.tokens.iter().enumerate().map(|(index, token)| {
                let span = token.span.start..token.span.end;
                while self.tokens.get(at).is_some_and(|(range, _)| range.end <= span.start) {
                    at += 1;
                }
                let parts =
                    self.tokens[at..].iter().take_while(|(range, _)| range.start < span.end);
                let parts: Vec<_> = parts.collect();
                let whole = parts.first().is_some_and(|(range, _)| range.start == span.start)
                    && parts.last().is_some_and(|(range, _)| range.end == span.end);
                let next = self.tokens.get(at + parts.len()).and_then(|(_, tag)| *tag);
                let folded = window.folded(index);
                whole.then(|| joined(folded, &parts, next)).flatten()
            });
            let tags = tags.collect();
            (window, tags)
        })
    }
}

/// The tag of a token that the corpus may have cut in several: *decision-making* in three, *gonna* in two.
///
/// A compound is what the Penn Treebank, which does not cut it, would make of it: an adjective before a noun
/// or where its last part is a participle or adjective, else what its last part is.
fn joined(folded: &str, parts: &[&(Range<usize>, Option<Tag>)], next: Option<Tag>) -> Option<Tag> {
    let first = parts.first()?.1;
    let last = parts.last()?.1?;
    if parts.len() == 1 {
        return Some(last);
    }
    if matches!(folded, "gonna" | "gotta" | "wanna" | "cannot") {
        return first;
    }
    if parts.iter().any(|part| part.1.is_none()) || !folded.contains('-') {
        return None;
    }
    let prefixed = ["re-", "co-", "de-", "un-", "pre-", "out-", "over-", "mis-"];
    if last.is_verb() && prefixed.iter().any(|prefix| folded.starts_with(prefix)) {
        return Some(last);
    }
    let before_noun = next.is_some_and(Tag::is_noun);
    Some(match last {
        Tag::NNP | Tag::NNPS | Tag::NNS | Tag::CD | Tag::JJR | Tag::JJS | Tag::RB => last,
        Tag::VBN | Tag::VBD | Tag::JJ => Tag::JJ,
        Tag::NN | Tag::VBG | Tag::VB | Tag::VBP | Tag::IN | Tag::RP | Tag::DT if before_noun => {
            Tag::JJ
        }
        Tag::NN | Tag::VBG | Tag::VB | Tag::VBP | Tag::IN | Tag::RP => Tag::NN,
        _ => return None,
    })
}

/// The corpus's tag as the engine uses it.
fn gold(tokens: &[Tagged], at: usize) -> Option<Tag> {
    let token = tokens.get(at)?;
    let folded = token.form.to_lowercase();
    // Every *to* is `TO`, as in the Penn Treebank; GUM makes the preposition `IN`.
    if folded == "to" {
        return Some(Tag::TO);
    }
    match token.name.as_str() {
        "_" | "GW" | "NFP" | "ADD" | "AFX" | "LS" => None,
        name => Tag::parse(name),
    }
}

fn glues_left(form: &str, name: &str) -> bool {
    let clitic = form.strip_prefix(['\'', '’']).is_some_and(|tail| {
        ["s", "m", "d", "re", "ve", "ll", "t"].iter().any(|c| tail.eq_ignore_ascii_case(c))
    });
    let negated = ["n't", "n’t"].iter().any(|not| form.eq_ignore_ascii_case(not));
    let mark = matches!(
        form,
        "," | "."
            | ";"
            | ":"
            | "!"
            | "?"
            | ")"
            | "]"
            | "}"
            | "%"
            | "..."
            | "…"
            | "/"
            | "na"
            | "ta"
            | "’"
            | "—"
    );
    clitic || negated || mark || name == "HYPH" || name == "POS" || name == "-RRB-"
}

fn glues_right(form: &str, name: &str) -> bool {
    matches!(form, "(" | "[" | "{" | "$" | "#" | "/" | "—")
        || matches!(name, "HYPH" | "-LRB-" | "$")
}

fn lettered(form: &str, lettering: Lettering) -> String {
    match lettering {
        Lettering::AsIs => form.to_owned(),
        Lettering::Capitals => form.to_uppercase(),
        Lettering::Title => {
            let small = matches!(
                form,
                "a" | "an"
                    | "the"
                    | "of"
                    | "in"
                    | "on"
                    | "for"
                    | "to"
                    | "and"
                    | "or"
                    | "by"
                    | "at"
                    | "as"
                    | "with"
                    | "from"
                    | "n't"
                    | "n’t"
                    | "'s"
                    | "’s"
            );
            let mut letters = form.chars();
            match letters.next() {
                Some(first) if !small => first.to_uppercase().chain(letters).collect(),
                _ => form.to_owned(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence from *form/TAG form/TAG*.
    fn sentence(tokens: &str) -> Sentence {
        let tagged = |token: &str| {
            let (form, name) = token.rsplit_once('/').unwrap();
            Tagged { form: form.to_owned(), name: name.to_owned() }
        };
        Sentence { tokens: tokens.split(' ').map(tagged).collect() }
    }

    fn text(tokens: &str, lettering: Lettering) -> Text {
        Text::new([(&sentence(tokens), lettering)].into_iter())
    }

    fn aligned(tokens: &str) -> String {
        let text = text(tokens, Lettering::AsIs);
        let mut words = Vec::new();
        for (window, tags) in text.windows() {
            for (token, tag) in window.tokens.iter().zip(tags) {
                words.push(format!(
                    "{}/{}",
                    token.span.of(window.text),
                    tag.map_or("_", Tag::name)
                ));
            }
        }
        words.join(" ")
    }

    #[test]
    fn the_running_text_is_put_together_again() {
        let tokens = "“/`` We/PRP do/VBP n’t/RB (/-LRB- yet/RB )/-RRB- see/VB the/DT voters/NNS \
                      ’/POS well/RB -/HYPH made/VBN plan/NN ,/, ”/'' he/PRP said/VBD ./.";
        assert_eq!(
            text(tokens, Lettering::AsIs).text.trim(),
            "“We don’t (yet) see the voters’ well-made plan,” he said."
        );
        assert_eq!(
            text("The/DT end/NN of/IN it/PRP", Lettering::Title).text.trim(),
            "The End of It"
        );
    }

    #[test]
    fn straight_marks_without_tags_pair_up() {
        let tokens = "He/PRP said/VBD \"/_ no/UH \"/_ twice/RB ./.";
        assert_eq!(text(tokens, Lettering::AsIs).text.trim(), "He said \"no\" twice.");
    }

    #[test]
    fn compounds_that_the_engine_does_not_cut_get_one_tag() {
        assert_eq!(aligned("a/DT well/RB -/HYPH made/VBN plan/NN"), "a/DT well-made/JJ plan/NN");
        assert_eq!(
            aligned("good/JJ decision/NN -/HYPH making/VBG ./."),
            "good/JJ decision-making/NN ./."
        );
        assert_eq!(
            aligned("he/PRP was/VBD re/VB -/HYPH elected/VBN"),
            "he/PRP was/VBD re-elected/VBN"
        );
    }

    #[test]
    fn tokens_without_a_tag_of_their_own_have_none() {
        assert_eq!(aligned("the/DT front/_ -/HYPH runner/_"), "the/DT front-runner/_");
        assert_eq!(aligned("to/IN him/PRP"), "to/TO him/PRP");
    }
}
