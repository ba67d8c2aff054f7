//! Reading costs as much as the text is long, whatever the text: measured at rising sizes.

use std::fs;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use whose_words_engine::read;

/// An article with most of what articles have.
const ARTICLE: &str = include_str!("articles/ferry.txt");

#[test]
fn the_cost_is_linear_in_the_text() {
    let sizes = [10_000, 100_000, 1_000_000, 10_000_000];
    let sizes = if cfg!(debug_assertions) { &sizes[..2] } else { &sizes[..] };
    assert_linear("an article", |size| filled(ARTICLE, size), sizes);
}

/// What no article looks like, and what a reader may paste all the same.
#[test]
fn the_cost_is_linear_in_hostile_text() {
    let sizes = if cfg!(debug_assertions) { [3_000, 30_000] } else { [100_000, 1_000_000] };
    for (name, pattern) in [
        ("straight quotation marks", "\""),
        ("opening quotation marks", "“"),
        ("closing quotation marks", "”"),
        ("apostrophes", "’"),
        ("unclosed quotations", "“a ‘b \"c «d "),
        ("one letter", "a"),
        ("full stops", "."),
        ("combining marks", "\u{301}"),
        ("line breaks", "\n"),
        ("blanks", " "),
        ("one endless sentence", "he said that "),
        ("short sentences", "He said so. "),
        ("open brackets", "( "),
        ("commas", "a, "),
        ("abbreviations", "U.S. "),
        ("joined words", "well-known-"),
        ("one name after the other", "Ann Lee, "),
        ("one speaker after the other", "“No,” said Ann Lee.\n"),
        ("words held at arm’s length", "It was a ‘great’ day. "),
        ("one opinion after the other", "It may clearly be a disaster. "),
    ] {
        assert_linear(name, |size| filled(pattern, size), &sizes);
    }
}

/// The names of many different speakers must not be compared each with each.
#[test]
fn the_cost_is_linear_in_the_number_of_speakers() {
    let article = |speakers: usize| -> String {
        let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
        let name = |mut number: usize| {
            let mut name = String::from("B");
            while number > 0 {
                name.push(letter(number));
                number /= 26;
            }
            name
        };
        (0..speakers).map(|n| format!("Mr. {} said it was late. ", name(n))).collect()
    };
    let few = if cfg!(debug_assertions) { 100 } else { 2_000 };
    assert_linear("speakers", article, &[few, 10 * few]);
}

/// Checks that ten times the text takes no more than thirty times as long: linear cost takes ten,
/// with room for what falls out of a cache; quadratic cost takes a hundred.
///
/// Whatever else the machine does only adds to a time, so the shortest of several tries counts, and
/// the tries go on for some seconds while the ratio is too high. Where the system tells, it is the processor's time: what
/// takes long waits for others more often than what is done in one go.
fn assert_linear(name: &str, text: impl Fn(usize) -> String, sizes: &[usize]) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    // Below this a clock and a scheduler measure themselves: the system counts in ticks of some milliseconds.
    let mut before = Duration::from_millis(4);
    for (step, &size) in sizes.iter().enumerate() {
        let text = text(size);
        let mut time = Duration::MAX;
        let first_try = Instant::now();
        for tries in 1.. {
            let start = Clock::start();
            let report = read(&text);
            time = time.min(start.elapsed());
            assert_eq!(report.length, text.len());
            let settled = if step == 0 { tries >= 5 } else { time <= before * 20 };
            if settled || (tries >= 5 && first_try.elapsed() > PATIENCE) {
                break;
            }
        }
        assert!(
            step == 0 || time <= before * 30,
            "{name}: {} takes {before:?}, {size} takes {time:?}",
            sizes[step - 1],
        );
        before = before.max(time);
    }
}

/// How long this thread has worked since.
enum Clock {
    /// By the system's count, in nanoseconds.
    Worked(u64),
    /// By the clock on the wall.
    Wall(Instant),
}

impl Clock {
    fn start() -> Self {
        worked().map_or_else(|| Self::Wall(Instant::now()), Self::Worked)
    }

    fn elapsed(&self) -> Duration {
        match self {
            Self::Worked(start) => Duration::from_nanos(worked().unwrap_or(*start) - start),
            Self::Wall(start) => start.elapsed(),
        }
    }
}

/// The nanoseconds that this thread has been on a processor (the first number of Linux's `schedstat`).
fn worked() -> Option<u64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().filter(|&worked| worked > 0)
}

/// How long to go on trying: longer than a busy machine keeps a reading of a second waiting.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is measured is measured alone.
static ALONE: Mutex<()> = Mutex::new(());

/// `pattern` over and over, up to `size` bytes.
fn filled(pattern: &str, size: usize) -> String {
    pattern.repeat(size.div_ceil(pattern.len()))
}
