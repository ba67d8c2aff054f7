//! `whose lesson`: lessons out of articles, and how far answers to them match their keys.

use std::io::Write;

use whose_words_engine::lesson::agreement::{Agreement, Counts};
use whose_words_engine::lesson::words::words;
use whose_words_engine::lesson::{Kind, Lesson};
use whose_words_engine::notation::{Mark, Marked};
use whose_words_engine::read;
use whose_words_engine::span::Span;
use whose_words_engine::wire::lesson::{answer_from_json, lesson_from_json, lesson_to_json};

use crate::arguments::Task;
use crate::input::Input;
use crate::problem::Problem;
use crate::terminal::printable;

/// Does what is asked for with lessons.
pub(crate) fn lesson(task: &Task, out: &mut impl Write) -> Result<(), Problem> {
    match task {
        Task::Draft(input) => write_lesson(input, &draft(input)?, out),
        Task::Marked(input) => write_lesson(input, &marked(input)?, out),
        Task::Check(input) => {
            let summary = summary(&read_lesson(input)?);
            writeln!(out, "{}", printable(&summary)).map_err(Problem::Output)
        }
        Task::Compare { lesson, answers } => compare(&read_lesson(lesson)?, answers, out),
    }
}

/// The article with the engine’s reading as its key.
fn draft(input: &Input) -> Result<Lesson, Problem> {
    let article = input.text()?;
    let (title, text) = title_and_text(&article);
    Ok(Lesson::draft(&title.unwrap_or_else(|| input.stem()), text, &read(text)))
}

/// The article with the marks that are written into it as its key.
fn marked(input: &Input) -> Result<Lesson, Problem> {
    // Read with its title, so that the lines of what is amiss are those of the file.
    let whole = Marked::parse(&input.text()?).map_err(|reason| input.amiss(reason))?;
    let (title, text) = title_and_text(&whole.text);
    let title = title.unwrap_or_else(|| input.stem());
    let from = whole.text.len() - text.len();
    let mut marks = Vec::new();
    for mark in whole.marks {
        let before = whole.text.get(..mark.span.start).unwrap_or_default();
        let refused = |reason: String| input.bad_line(before.matches('\n').count() + 1, reason);
        if Kind::named(&mark.label).is_none() {
            let label = mark.label;
            return Err(refused(format!("“{label}” is not source, cue, content or commentary")));
        }
        if mark.span.start < from {
            return Err(refused("the title is no part of the text to mark".to_owned()));
        }
        marks.push(Mark { span: Span::new(mark.span.start - from, mark.span.end - from), ..mark });
    }
    Ok(Marked { text: text.to_owned(), marks }.lesson(&title))
}

/// What the file says its title is, in a first line that begins as headings of Markdown do, and the text behind it.
fn title_and_text(file: &str) -> (Option<String>, &str) {
    let Some(heading) = file.strip_prefix("# ") else { return (None, file) };
    let (title, text) = heading.split_once('\n').unwrap_or((heading, ""));
    (Some(title.trim().to_owned()), text.trim_start_matches(['\r', '\n']))
}

/// Writes what can be read back as a lesson, and nothing else.
fn write_lesson(input: &Input, lesson: &Lesson, out: &mut impl Write) -> Result<(), Problem> {
    let json = lesson_to_json(lesson);
    lesson_from_json(&json).map_err(|reason| input.amiss(reason))?;
    out.write_all(json.as_bytes()).map_err(Problem::Output)
}

fn read_lesson(input: &Input) -> Result<Lesson, Problem> {
    lesson_from_json(&input.text()?).map_err(|reason| input.amiss(reason))
}

/// What a lesson holds, in a sentence.
fn summary(lesson: &Lesson) -> String {
    let title = match lesson.title.as_str() {
        "" => "A lesson without a title".to_owned(),
        title => format!("The lesson “{title}”"),
    };
    let of_kind = |kind| lesson.key.iter().filter(|mark| mark.kind == kind).count();
    let kinds = Kind::ALL.into_iter().map(|kind| (of_kind(kind), kind.name()));
    let kinds =
        kinds.filter(|&(count, _)| count > 0).map(|(count, name)| format!("{count} {name}"));
    let kinds = kinds.collect::<Vec<_>>().join(", ");
    let optional = match lesson.key.iter().filter(|mark| mark.optional).count() {
        0 => String::new(),
        count => format!(", {count} of them optional"),
    };
    let words = counted(words(&lesson.text).len(), "word");
    let marks = counted(lesson.key.len(), "mark");
    format!("{title}: {words}, {marks} in the key ({kinds}){optional}.")
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Writes a table with a line for each answer. One that is none is told at the end, and keeps none of the others back.
fn compare(lesson: &Lesson, answers: &[Input], out: &mut impl Write) -> Result<(), Problem> {
    let kinds = lesson.kinds.iter().map(|kind| kind.name().to_owned());
    let heads = kinds.chain(["all".to_owned(), "comparisons".to_owned()]);
    let mut rows: Vec<Vec<String>> = vec![[String::new()].into_iter().chain(heads).collect()];
    let mut problem = None;
    for answer in answers {
        match row(lesson, answer) {
            Ok(row) => rows.push(row),
            Err(reason) => problem = problem.or(Some(reason)),
        }
    }
    if rows.len() > 1 {
        write_table(&rows, out).map_err(Problem::Output)?;
    }
    problem.map_or(Ok(()), Err)
}

/// The line of an answer: its name, its words by kind, and what is to be known of it.
fn row(lesson: &Lesson, input: &Input) -> Result<Vec<String>, Problem> {
    let answer = answer_from_json(&input.text()?, lesson).map_err(|reason| input.amiss(reason))?;
    let agreement = Agreement::new(lesson, &answer.marks);
    let figure = |Counts { both, key, own }| format!("{both}/{key}/{own}");
    let mut row = vec![printable(&input.name())];
    row.extend(agreement.kinds.iter().map(|&(_, counts)| figure(counts)));
    row.extend([figure(agreement.total()), answer.comparisons.to_string()]);
    if answer.lesson != lesson.title {
        row.push(format!("answers “{}”", printable(&answer.lesson)));
    }
    Ok(row)
}

fn write_table(rows: &[Vec<String>], out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "Words in both / in the key / in the answer")?;
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    for row in rows {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let width = width(column);
            format!("{cell:width$}")
        });
        writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_may_be_the_title() {
        let title = |title: &str| Some(title.to_owned());
        for (file, expected) in [
            ("# Rain\n\nIt rains.\n", (title("Rain"), "It rains.\n")),
            ("# Rain \r\n\r\nIt rains.\r\n", (title("Rain"), "It rains.\r\n")),
            ("# Rain\n  It rains.", (title("Rain"), "  It rains.")),
            ("# Rain", (title("Rain"), "")),
            ("#Rain\nIt rains.", (None, "#Rain\nIt rains.")),
            ("\n# Rain\n", (None, "\n# Rain\n")),
            ("", (None, "")),
        ] {
            assert_eq!(title_and_text(file), expected);
        }
    }

    #[test]
    fn a_lesson_is_summed_up_in_a_sentence() {
        let marked = "{source Ann Lee} {cue said} {content no}. {content Not} now.";
        let mut lesson = Marked::parse(marked).unwrap().lesson("Rain");
        assert_eq!(
            summary(&lesson),
            "The lesson “Rain”: 6 words, 4 marks in the key (1 source, 1 cue, 2 content)."
        );
        lesson.title.clear();
        lesson.key.truncate(1);
        lesson.key[0].optional = true;
        assert_eq!(
            summary(&lesson),
            "A lesson without a title: 6 words, 1 mark in the key (1 source), 1 of them optional."
        );
    }
}
