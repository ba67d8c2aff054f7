//! `whose read`: articles in, reports out.

use std::io::Write;

use whose_words_engine::read as read_article;
use whose_words_engine::wire::annotation;
use whose_words_engine::wire::json::{Record, WrittenReport};

use crate::arguments::Form;
use crate::input::Input;
use crate::problem::Problem;
use crate::terminal::{self, Style};

/// Reads what `input` holds and writes the reports in the form asked for.
pub(crate) fn read(form: Form, input: &Input, out: &mut impl Write) -> Result<(), Problem> {
    let written = match form {
        Form::JsonLines => return read_lines(input, out),
        Form::Readable => {
            let text = input.text()?;
            let report = read_article(&text);
            out.write_all(terminal::show(&text, &report, Style::of_stdout()).as_bytes())
        }
        Form::Json => {
            let text = input.text()?;
            let written = WrittenReport::new(&input.article_id(), &text, &read_article(&text));
            writeln!(out, "{}", written.to_json())
        }
        Form::Annotations => {
            let text = input.text()?;
            // A file has no address of its own; `urn:` names it without claiming one.
            let article = format!("urn:whose-words:article:{}", escaped(&input.article_id()));
            writeln!(out, "{}", annotation::to_json_ld(&article, &text, &read_article(&text)))
        }
    };
    written.map_err(Problem::Output)
}

/// Reads record by record; each report is out before the next record is asked for.
fn read_lines(input: &Input, out: &mut impl Write) -> Result<(), Problem> {
    for line in input.lines()? {
        let line = line?;
        let record =
            Record::from_json(&line.text).map_err(|reason| input.bad_line(line.number, reason))?;
        let written = WrittenReport::new(&record.id, &record.text, &read_article(&record.text));
        writeln!(out, "{}", written.to_json())
            .and_then(|()| out.flush())
            .map_err(Problem::Output)?;
    }
    Ok(())
}

/// A file name with everything that an IRI does not allow percent-encoded.
fn escaped(name: &str) -> String {
    let mut escaped = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}
