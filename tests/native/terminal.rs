//! The binary `whose`, as someone at a terminal meets it.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = include_str!("articles/ferry.txt");

fn whose(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whose"));
    command.args(arguments).env_remove("COLUMNS").current_dir(env!("CARGO_TARGET_TMPDIR"));
    command
}

/// Runs `whose` with `input` at its standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = whose(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that refuses its input may be gone before it has taken all of it.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn printed(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn complaint(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn succeeded(output: &Output) -> &str {
    assert_eq!((output.status.code(), complaint(output)), (Some(0), ""));
    printed(output)
}

/// A file in a folder of this test’s own.
fn file(name: &str, contents: &[u8]) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, contents).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_readable_report_holds_the_article_and_whose_words_it_is() {
    let output = run(&["read", "-"], ARTICLE.as_bytes());
    let report = succeeded(&output);
    let in_one_line = report.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, _) = in_one_line.split_once(" “That is not a service. It is").unwrap();
    let (_, letter) = before.rsplit_once('[').unwrap();
    let (_, ledger) = in_one_line.split_once("Whose words? author").unwrap();
    let (_, entry) = ledger.split_once(&format!(" {letter} ")).unwrap();
    let (entry, _) = entry.split_once("attribution").unwrap();
    assert!(entry.contains("words Moira Tulloch (named person"), "{report}");
    assert!(!report.contains('\x1b'), "no colour outside of a terminal");
    let widest = report.lines().map(|line| line.chars().count()).max().unwrap();
    assert!(widest <= 80, "{widest} columns");
    // The marks taken away, every word of the article is there.
    let mut article = report.split("[A …]").next().unwrap().to_owned();
    for letter in 'A'..='Z' {
        article = article.replace(&format!("[{letter} "), "");
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    assert_eq!(letters(&article), letters(ARTICLE));
}

#[test]
fn text_cannot_drive_the_terminal() {
    let output = run(&["read", "-"], "He said\x1b[2J \u{202e}so.\u{7}".as_bytes());
    let report = succeeded(&output);
    assert!(report.contains("said\u{fffd}[2J \u{fffd}so.\u{fffd}"), "{report:?}");
}

#[test]
fn a_json_report_is_one_line_named_after_its_file() {
    let path = file("ferry.txt", ARTICLE.as_bytes());
    let output = run(&["read", "--json", &path], b"");
    let report = succeeded(&output);
    assert!(report.starts_with(r#"{"format":"whose-words/1","id":"ferry.txt","length":"#));
    assert_eq!(report.matches('\n').count(), 1);
    assert!(report.ends_with("}\n"));
    let from_pipe = run(&["read", "-", "--json"], ARTICLE.as_bytes());
    assert_eq!(succeeded(&from_pipe).replace(r#""id":"-""#, r#""id":"ferry.txt""#), report);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_article() {
    let plain = run(&["read", "--json", "-"], "He said so.".as_bytes());
    let marked = run(&["read", "--json", "-"], "\u{feff}He said so.".as_bytes());
    assert_eq!(succeeded(&marked), succeeded(&plain));
}

#[test]
fn annotations_are_json_ld() {
    let output = run(&["read", "--annotations", "-"], ARTICLE.as_bytes());
    let value: serde_json::Value = serde_json::from_str(succeeded(&output)).unwrap();
    assert_eq!(value["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(value["id"], "urn:whose-words:article:-#whose-words-annotations");
}

#[test]
fn records_come_back_in_order_with_their_ids() {
    let records =
        "{\"id\":\"b\",\"text\":\"He said so.\",\"year\":1}\n\n{\"text\":\"\",\"id\":\"a\"}";
    let output = run(&["read", "--jsonl", "-"], records.as_bytes());
    let ids: Vec<String> = succeeded(&output)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].to_string())
        .collect();
    assert_eq!(ids, ["\"b\"", "\"a\""]);
}

#[test]
fn each_record_is_answered_before_the_next_is_asked_for() {
    let mut command = whose(&["read", "--jsonl", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut records = child.stdin.take().unwrap();
    let mut reports = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in ["one", "two", "three"] {
        writeln!(records, "{{\"id\":\"{id}\",\"text\":\"It rains.\"}}").unwrap();
        records.flush().unwrap();
        let report = reports.next().unwrap().unwrap();
        assert!(report.contains(&format!("\"id\":\"{id}\"")), "{report}");
    }
    drop(records);
    assert!(reports.next().is_none());
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_malformed_record_is_named_and_those_before_it_are_answered() {
    let records = b"{\"id\":\"a\",\"text\":\"x\"}\n\n{\"id\":\"b\",\"text\":7}\n{\"id\":\"c\",\"text\":\"x\"}\n";
    let path = file("records.jsonl", records);
    let output = run(&["read", "--jsonl", &path], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(printed(&output).lines().count(), 1);
    assert_eq!(
        complaint(&output),
        format!(
            "whose: {path}, line 3: invalid type: integer `7`, expected a string (column 18).\n"
        )
    );
}

#[test]
fn bad_input_is_one_sentence_and_status_2() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let not_text = file("latin1.txt", b"caf\xe9");
    for (arguments, input, sentence) in [
        (&[][..], &b""[..], "say what to do"),
        (&["paint"], b"", "there is no command “paint”"),
        (&["read"], b"", "read needs a file"),
        (&["read", "--xml", "-"], b"", "read has no option --xml"),
        (&["read", "no-such-file.txt"], b"", "cannot read no-such-file.txt"),
        (&["read", folder], b"", "cannot read"),
        (&["read", &not_text], b"", "is not text in UTF-8 (byte 3"),
        (&["read", "--jsonl", "-"], b"\xff\n", "line 1: not text in UTF-8"),
        (&["lesson"], b"", "lesson needs a file"),
        (&["lesson", "-"], b" \n", "standard input: its text has no words"),
        (&["lesson", "-"], b"It rains.", "standard input: its key has no marks"),
        (&["lesson", "--marked", "-"], b"It rains.", "standard input: its key has no marks"),
        (
            &["lesson", "--marked", "-"],
            b"# Rain\n\nIt {commentary rains.",
            "standard input: line 3, column 4: this mark is never closed",
        ),
        (
            &["lesson", "--marked", "-"],
            b"# Rain\n\nIt rains,\n{sourse he} {cue says}.",
            "standard input, line 4: “sourse” is not source, cue, content or commentary",
        ),
        (
            &["lesson", "--marked", "-"],
            b"# {commentary Rain}\n\nIt rains.",
            "standard input, line 1: the title is no part of the text to mark",
        ),
        (
            &["lesson", "--check", "-"],
            b"{\n\"format\": \"whose-words-lesson/1\",\n\"text\": 7}",
            "standard input: line 3, column 9: invalid type: integer `7`, expected a string",
        ),
        (&["lesson", "--check", "-"], b"It rains.", "standard input: line 1, column 1: expected value"),
        (
            &["lesson", "--check", "-"],
            b"{\"format\":\"whose-words-lesson/2\"}",
            "standard input: it has a version of the format that is not known here",
        ),
        (&["lesson", "--compare", "-"], b"", "lesson --compare needs a lesson, and an answer or more"),
        (&["evaluate"], b"", "evaluate needs at least one file"),
        (&["evaluate", "-"], b"", "there is no record in it"),
        (&["evaluate", "-"], b"{\"id\":\"1\",\"text\":\"x\"}", "line 1: no reading by hand in it"),
        (
            &["evaluate", "-"],
            b"{\"id\":\"1\",\"text\":\"x\",\"label\":\"OBJ\"}\n{\"id\":\"2\",\"text\":\"x\",\"attributions\":[]}",
            "line 2: this record is of another kind",
        ),
    ] {
        let output = run(arguments, input);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(printed(&output), "", "{arguments:?}");
        let complaint = complaint(&output);
        assert!(complaint.contains(sentence), "{arguments:?}: {complaint}");
        assert!(complaint.starts_with("whose: ") && complaint.ends_with(".\n"), "{complaint}");
        assert_eq!(complaint.matches('\n').count(), 1, "{complaint}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_trouble() {
    let records = "{\"id\":\"a\",\"text\":\"It rains.\"}\n".repeat(5000);
    let path = file("many.jsonl", records.as_bytes());
    let mut command = whose(&["read", "--jsonl", &path]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), complaint(&output)), (Some(0), ""));
}

#[test]
fn evaluation_prints_a_table_with_the_speed() {
    let records = "{\"id\":\"1\",\"text\":\"“No,” said Ann Lee.\",\"attributions\":[{\"source\":[[11,18]],\
                   \"cue\":[[6,10]],\"content\":[[0,5]],\"form\":\"direct\"}]}";
    let output = run(&["evaluate", "-"], records.as_bytes());
    let table = succeeded(&output);
    assert!(table.starts_with("standard input (1 records, 4 words)\n"), "{table}");
    let row = |name: &str| {
        let row = table.lines().find_map(|line| line.trim().strip_prefix(name));
        row.unwrap_or_else(|| panic!("no row {name} in {table}")).trim()
    };
    assert_eq!(row("token any"), "P 1.000 R 1.000 F1 1.000");
    assert_eq!(row("exact all"), "P 1.000 R 1.000 F1 1.000");
    assert_eq!(row("relation recall direct"), "1.000 of 1");
    assert!(row("speed").ends_with("words a second"));
    assert!(row("weights of the network").ends_with(" bytes"));
    assert!(row("weights of the tagger").ends_with(" bytes"));
    assert!(!table.contains("The gravest errors"), "{table}");
}

#[test]
fn evaluation_ends_with_the_gravest_errors_as_many_as_are_asked_for() {
    let record = |id: &str| {
        format!(
            "{{\"id\":\"{id}\",\"text\":\"It rains.\",\"attributions\":[{{\"content\":[[0,8]]}}]}}\n"
        )
    };
    let records = record("one") + &record("two");
    let expected = "1. 2 words, missed; in one\n      expected  {content It rains}.\n      \
                    found     It rains.\n";
    let output = run(&["evaluate", "-"], records.as_bytes());
    let table = succeeded(&output);
    assert!(table.contains(expected) && table.contains(" 2. 2 words, missed; in two\n"), "{table}");
    let output = run(&["evaluate", "--errors", "1", "-"], records.as_bytes());
    assert!(succeeded(&output).ends_with(expected), "{}", printed(&output));
    let output = run(&["evaluate", "--errors", "0", "-"], records.as_bytes());
    assert!(succeeded(&output).ends_with(" bytes\n"), "{}", printed(&output));
}

#[test]
fn a_record_may_fill_the_file() {
    let path = file(
        "one.json",
        b"{\n \"id\": \"1\",\n \"text\": \"It rains.\",\n \"attributions\": []\n}\n",
    );
    assert!(succeeded(&run(&["evaluate", &path], b"")).contains("(1 records, 2 words)"));
}

#[test]
fn a_lesson_is_drafted_checked_and_compared() {
    let output = run(&["lesson", "-"], format!("# Night boat\n\n{ARTICLE}").as_bytes());
    let lesson = succeeded(&output);
    let path = file("draft.lesson.json", lesson.as_bytes());
    let value: serde_json::Value = serde_json::from_str(lesson).unwrap();
    assert_eq!((&value["title"], &value["text"]), (&"Night boat".into(), &ARTICLE.into()));
    let marks = value["key"].as_array().unwrap().len();
    let output = run(&["lesson", "--check", &path], b"");
    let summary = succeeded(&output);
    assert!(summary.starts_with("The lesson “Night boat”: "), "{summary}");
    assert!(summary.contains(&format!(" words, {marks} marks in the key (")), "{summary}");
    assert!(summary.ends_with(").\n"), "{summary}");
    let from_pipe = run(&["lesson", "--check", "-"], lesson.as_bytes());
    assert_eq!(succeeded(&from_pipe), summary);
}

#[test]
fn a_lesson_without_a_title_is_called_after_its_file() {
    let path = file("rain.today.txt", "{source Zoë} {cue said} {content no}.\n".as_bytes());
    let output = run(&["lesson", "--marked", &path], b"");
    assert_eq!(
        succeeded(&output),
        r#"{
  "format": "whose-words-lesson/1",
  "title": "rain.today",
  "text": "Zoë said no.\n",
  "key": [
    {"kind":"source","spans":[[0,3]]},
    {"kind":"cue","spans":[[4,8]]},
    {"kind":"content","spans":[[9,11]]}
  ]
}
"#
    );
    let output = run(&["lesson", "--marked", "-"], b"{commentary Sadly}.");
    assert!(!succeeded(&output).contains("title"), "{}", printed(&output));
}

#[test]
fn each_answer_has_a_line_and_one_that_is_none_is_told() {
    let notation = "# Rain\n\n{source Ann Lee} {cue said} {content it rains a lot}.";
    let lesson = run(&["lesson", "--marked", "-"], notation.as_bytes());
    let lesson = file("rain.lesson.json", succeeded(&lesson).as_bytes());
    let answer = |name: &str, title: &str, marks: &str| {
        let json = format!(
            r#"{{"format":"whose-words-answer/1","lesson":"{title}","comparisons":2,"marks":[{marks}]}}"#
        );
        file(name, json.as_bytes())
    };
    let one = answer("one.json", "Rain", r#"{"kind":"source","span":[0,12]}"#);
    let outside = answer("outside.json", "Rain", r#"{"kind":"cue","span":[0,99]}"#);
    let two = answer("two.json", "Sun", r#"{"kind":"content","span":[13,28]}"#);
    let output = run(&["lesson", "--compare", &lesson, &one, &two], b"");
    let lines: Vec<Vec<&str>> =
        succeeded(&output).lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(printed(&output).lines().next(), Some("Words in both / in the key / in the answer"));
    assert_eq!(
        lines[1..],
        [
            vec!["source", "cue", "content", "commentary", "all", "comparisons"],
            vec![&one, "2/2/3", "0/1/0", "0/4/0", "0/0/0", "2/7/3", "2"],
            vec![&two, "0/2/0", "0/1/0", "4/4/4", "0/0/0", "4/7/4", "2", "answers", "“Sun”"],
        ]
    );
    let with_both = printed(&output).to_owned();
    let output = run(&["lesson", "--compare", &lesson, &one, &outside, &two], b"");
    assert_eq!((output.status.code(), printed(&output)), (Some(2), &*with_both));
    assert_eq!(
        complaint(&output),
        format!(
            "whose: {outside}: mark 1 of the answer has the span [0, 99], which ends behind the text (of 28 characters).\n"
        )
    );
}

#[test]
fn help_and_version_are_there() {
    let help = run(&["--help"], b"");
    for word in [
        "read",
        "--json",
        "--jsonl",
        "--annotations",
        "evaluate",
        "lesson",
        "--marked",
        "--compare",
        "Exit status",
    ] {
        assert!(succeeded(&help).contains(word), "{word}");
    }
    assert_eq!(succeeded(&run(&["-V"], b"")), concat!("whose ", env!("CARGO_PKG_VERSION"), "\n"));
}
