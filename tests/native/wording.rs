//! The widget describes who speaks and how; it never says who is right. So nothing that a reader sees of us
//! uses the words of a verdict. The article's own words, examples in italics, quoted and marked ones aside.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::fs;
use std::path::{Path, PathBuf};

/// Words that pass judgment on an article or its sources, with the forms they come in.
const VERDICTS: [&str; 15] = [
    "biased",
    "fact",
    "facts",
    "factual",
    "false",
    "neutral",
    "objective",
    "rating",
    "ratings",
    "score",
    "scores",
    "true",
    "trustworthy",
    "unbiased",
    "untrue",
];

#[test]
fn no_rule_page_passes_a_verdict() {
    for page in files(&house().join("engine/rules"), "md") {
        assert_free_of_verdicts(&prose(&fs::read_to_string(&page).unwrap()), &page);
    }
}

#[test]
fn no_page_about_the_project_passes_a_verdict() {
    for name in ["README.md", "CHANGELOG.md", "docs/embedding.md", "docs/lessons.md"] {
        let page = house().join(name);
        assert_free_of_verdicts(&prose(&fs::read_to_string(&page).unwrap()), &page);
    }
}

#[test]
fn no_string_of_the_interface_passes_a_verdict() {
    // What is said at a terminal, and of lessons that are none.
    let elsewhere = files(&house().join("cli/src"), "rs").into_iter();
    let elsewhere = elsewhere.chain([house().join("engine/src/wire/lesson.rs")]);
    for file in files(&house().join("src"), "rs").into_iter().chain(elsewhere) {
        for string in strings(&fs::read_to_string(&file).unwrap()) {
            // Values of attributes: aria-expanded="true".
            if !matches!(string.as_str(), "true" | "false") {
                assert_free_of_verdicts(&string, &file);
            }
        }
    }
    for file in files(&house().join("src"), "html")
        .into_iter()
        .chain([house().join("index.html"), house().join("embed.html")])
    {
        if let Ok(page) = fs::read_to_string(&file) {
            assert_free_of_verdicts(&text_of(&page), &file);
        }
    }
}

#[test]
fn every_string_of_the_interface_is_said_somewhere() {
    let folder = house().join("src/ui");
    let files = files(&folder, "rs");
    let (tables, files): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.ends_with("strings.rs"));
    let read = |file: &PathBuf| fs::read_to_string(file).unwrap();
    let code: String = files.iter().map(read).collect();
    let words: Vec<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let mut named = 0;
    for table in tables.iter().map(read) {
        let names = table
            .lines()
            .filter_map(|line| line.strip_prefix("    ")?.split_once(": \""))
            .map(|(name, _)| name)
            .filter(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'));
        for name in names {
            named += 1;
            assert!(words.contains(&name), "{name} is said nowhere");
        }
    }
    assert!(named > 200, "the tables were not found");
}

#[test]
fn verdicts_are_seen_where_they_stand() {
    let found = |text: &str| verdict(&prose(text));
    assert_eq!(found("A true story."), Some("true"));
    assert_eq!(found("**Fact**-checked"), Some("fact"));
    assert_eq!(found("two\nScores."), Some("scores"));
    for fine in [
        "*a true story*",
        "_true_ and `score` and “false”",
        "```marked\nThe {evaluative true} story.\n```",
        "trueness, underscores, factory, separate",
        "<!-- true -->",
    ] {
        assert_eq!(found(fine), None, "{fine}");
    }
    assert_eq!(strings(r#"a("one", 'x', "t\"wo") // "three""#), ["one", "t\"wo"]);
    assert_eq!(strings("let c = '\"'; let s = \"four\"; /// \"five\"\n&'a str"), ["four"]);
    assert_eq!(text_of("<p class=\"true\">one<b>two</b></p>"), " one two  ");
}

#[track_caller]
fn assert_free_of_verdicts(text: &str, place: &Path) {
    let found = verdict(text);
    assert_eq!(found, None, "in {}: {text}", place.display());
}

/// The first word of a verdict in a text.
fn verdict(text: &str) -> Option<&'static str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').find_map(|word| {
        let word = word.to_lowercase();
        VERDICTS.into_iter().find(|verdict| *verdict == word)
    })
}

/// The prose of a Markdown page: without fenced blocks, code, comments, addresses of links, examples in
/// italics and quotations.
fn prose(page: &str) -> String {
    let mut prose = String::new();
    for (number, part) in page.split("```").enumerate() {
        if number % 2 == 0 {
            prose.push_str(part);
        }
    }
    let mut prose = without(&without(&prose, "<!--", "-->"), "](", ")").replace("**", "");
    for (open, close) in [("`", "`"), ("*", "*"), (" _", "_"), ("“", "”")] {
        prose = without(&format!(" {prose}"), open, close);
    }
    prose
}

/// The text without what stands between `open` and the next `close` of the same paragraph.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        left.push_str(before);
        let paragraph = after.split("\n\n").next().unwrap();
        match paragraph.find(close) {
            Some(end) => {
                left.push(' ');
                rest = &after[end + close.len()..];
            }
            None => {
                left.push_str(open);
                rest = after;
            }
        }
    }
    left + rest
}

/// The string literals of Rust code, without those in comments and in its tests.
fn strings(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap();
    let mut strings = Vec::new();
    let mut characters = code.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '/' if characters.peek() == Some(&'/') => {
                characters.by_ref().find(|&c| c == '\n');
            }
            // A quotation mark as a character: '"'.
            '\'' if characters.peek() == Some(&'"') => {
                characters.next();
            }
            '"' => {
                let mut string = String::new();
                while let Some(inner) = characters.next().filter(|&c| c != '"') {
                    match inner {
                        '\\' => string.extend(characters.next()),
                        inner => string.push(inner),
                    }
                }
                strings.push(string);
            }
            _ => {}
        }
    }
    strings
}

/// What a page of HTML shows: everything but its tags, scripts and styles.
fn text_of(page: &str) -> String {
    let page = without(&without(page, "<script", "</script>"), "<style", "</style>");
    without(&page, "<", ">")
}

/// The files below a folder with the extension; none where there is no such folder.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found
}

fn house() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}
