//! Articles as the network sees them, in a file for the trainer.
//!
//! All numbers are little-endian. Head: `u32` how many windows, tokens and rows there are, how many rows the
//! table has, and which is the first of letters. Then, array by array: for each window, here a paragraph or a
//! part of a long one, `u32` the number of its article (its line), `u32` how many tokens it has, `u8` whether
//! it begins a paragraph; for each token, `u32` its first code point and the one behind its last, `u32` its
//! word, `u8` how many rows, `u8` whether it begins a sentence; for each row, `u16`.

use std::path::Path;

use serde_json::Value;
use whose_words_engine::attribution::network::features;
use whose_words_engine::span::{Offsets, Unit};
use whose_words_engine::tag::Passages;

/// Writes the looks of every article of a file with one JSON object a line, its text under `text`.
pub(crate) fn write(articles: &Path, to: &Path) -> Result<(), String> {
    let lines = std::fs::read_to_string(articles)
        .map_err(|error| format!("{}: {error}", articles.display()))?;
    let mut columns = Columns::default();
    for (number, line) in lines.lines().enumerate() {
        let record: Value = serde_json::from_str(line)
            .map_err(|error| format!("{}:{}: {error}", articles.display(), number + 1))?;
        let text = record.get("text").and_then(Value::as_str).unwrap_or_default();
        columns.add_article(number, text);
    }
    std::fs::write(to, columns.bytes()).map_err(|error| format!("{}: {error}", to.display()))
}

/// The arrays of the file.
#[derive(Default)]
struct Columns {
    window_article: Vec<u32>,
    window_tokens: Vec<u32>,
    window_opens: Vec<u8>,
    start: Vec<u32>,
    end: Vec<u32>,
    word: Vec<u32>,
    row_count: Vec<u8>,
    sentence: Vec<u8>,
    rows: Vec<u16>,
}

impl Columns {
    fn add_article(&mut self, number: usize, text: &str) {
        let offsets = Offsets::new(text, Unit::CodePoint);
        let code_point = |byte| u32::try_from(offsets.from_byte(byte)).unwrap_or(u32::MAX);
        for passage in Passages::new(text) {
            let article = u32::try_from(number).unwrap_or(u32::MAX);
            for paragraph in &passage.window.paragraphs {
                self.window_article.push(article);
                self.window_tokens.push(u32::try_from(paragraph.len()).unwrap_or(u32::MAX));
                self.window_opens.push(u8::from(passage.window.begins_paragraph(paragraph.start)));
            }
            for (at, look) in features::looks(&passage).into_iter().enumerate() {
                let span = passage.span(at..at + 1);
                self.start.push(code_point(span.start));
                self.end.push(code_point(span.end));
                self.word.push(look.word);
                self.row_count.push(u8::try_from(look.rows.len()).unwrap_or(u8::MAX));
                self.sentence.push(u8::from(passage.sentence_of(at).start == at));
                self.rows.extend(look.rows.iter().take(usize::from(u8::MAX)));
            }
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let table = [features::ROWS, features::FIRST_OF_LETTERS].map(usize::from);
        let counts = [self.window_article.len(), self.start.len(), self.rows.len()];
        let head: Vec<u32> = (counts.into_iter().chain(table))
            .map(|count| u32::try_from(count).unwrap_or(u32::MAX))
            .collect();
        let mut bytes = Vec::new();
        let wide = |numbers: &[u32], bytes: &mut Vec<u8>| {
            bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        };
        wide(&head, &mut bytes);
        wide(&self.window_article, &mut bytes);
        wide(&self.window_tokens, &mut bytes);
        bytes.extend(&self.window_opens);
        wide(&self.start, &mut bytes);
        wide(&self.end, &mut bytes);
        wide(&self.word, &mut bytes);
        bytes.extend(&self.row_count);
        bytes.extend(&self.sentence);
        bytes.extend(self.rows.iter().flat_map(|row| row.to_le_bytes()));
        bytes
    }
}
