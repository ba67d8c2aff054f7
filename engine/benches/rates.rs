//! How fast the engine reads, and how much memory it takes: articles of rising size, and texts that are no
//! articles. Ends with a failure when a budget is passed. `cargo xtask bench` runs it.

use std::fs;
use std::hint::black_box;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use whose_words_engine::read;

/// An article with most of what articles have, which all others are made of.
const ARTICLE: &str = include_str!("../../tests/native/articles/ferry.txt");

/// Ten times the text may take this many times as long: linear cost takes ten, and larger texts fall out of
/// the processor's caches.
const GROWTH: f64 = 12.0;

/// Bytes of memory for each byte of text. A report has a few dozen bytes a token.
const MEMORY: f64 = 25.0;

/// What no article looks like, and what a reader may paste all the same: a million bytes of each.
const HOSTILE: [(&str, &str); 6] = [
    ("quotation marks", "\""),
    ("opening marks", "“"),
    ("one letter", "a"),
    ("full stops", "."),
    ("combining marks", "\u{301}"),
    ("one long sentence", "he said that "),
];

fn main() -> ExitCode {
    match measure(&mut io::stdout().lock()) {
        Ok(true) => ExitCode::SUCCESS,
        // Nobody reads what is printed: then nothing was shown to be within its budget either.
        Ok(false) | Err(_) => ExitCode::FAILURE,
    }
}

/// Prints all rates; whether every budget is kept.
fn measure(out: &mut impl Write) -> io::Result<bool> {
    writeln!(out, "{:<20}{:>12}{:>12}{:>10}{:>14}", "text", "bytes", "time", "MB/s", "words/s")?;
    let mut times = Vec::new();
    for size in [10_000, 100_000, 1_000_000, 10_000_000] {
        times.push(rate(out, "article", &filled(ARTICLE, size))?);
    }
    for (name, pattern) in HOSTILE {
        rate(out, name, &filled(pattern, 1_000_000))?;
    }
    let growth = ratio(times.last(), times.get(2));
    writeln!(out, "\nten times 1 MB takes {growth:.1} times as long (at most {GROWTH})")?;
    let Some(memory) = memory(&filled(ARTICLE, 10_000_000)) else {
        writeln!(out, "memory cannot be measured on this system")?;
        return Ok(growth <= GROWTH);
    };
    writeln!(out, "10 MB take {memory:.1} times their size in memory (at most {MEMORY})")?;
    Ok(growth <= GROWTH && memory <= MEMORY)
}

/// Prints how fast a text is read and returns the time, the mean of as many readings as fill a second.
fn rate(out: &mut impl Write, name: &str, text: &str) -> io::Result<Duration> {
    let begin = Instant::now();
    let start = worked(begin);
    let mut times = 0;
    while times == 0 || begin.elapsed() < ENOUGH {
        black_box(read(black_box(text)));
        times += 1;
    }
    let time = worked(begin).saturating_sub(start) / times;
    let megabytes = per_second(text.len(), time) / 1e6;
    let words = per_second(read(text).tallies.words, time);
    let size = text.len();
    writeln!(out, "{name:<20}{size:>12}{time:>12.2?}{megabytes:>10.2}{words:>14.0}")?;
    Ok(time)
}

/// So long a text is read again and again: what Linux tells of a processor's time may be late by some milliseconds.
const ENOUGH: Duration = Duration::from_secs(1);

/// The time that a processor has worked for us, in nanoseconds the first number of what Linux tells (proc(5)): what
/// other programs do meanwhile is not the engine's. Elsewhere the time that has passed since `begin`.
fn worked(begin: Instant) -> Duration {
    let told = fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| begin.elapsed(), Duration::from_nanos)
}

/// The most memory that reading a text takes at any moment, in multiples of the text; none where the system
/// does not tell.
fn memory(text: &str) -> Option<f64> {
    // Forgets the highest use so far (Linux, proc(5)).
    fs::write("/proc/self/clear_refs", "5").ok()?;
    let before = kilobytes("VmHWM:")?;
    black_box(read(text));
    let most = kilobytes("VmHWM:")?.saturating_sub(before);
    Some(f64::from(most) * 1024.0 / as_f64(text.len()))
}

/// What the system says about our memory.
fn kilobytes(field: &str) -> Option<u32> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

fn filled(pattern: &str, size: usize) -> String {
    pattern.repeat(size.div_ceil(pattern.len()))
}

fn ratio(time: Option<&Duration>, other: Option<&Duration>) -> f64 {
    let seconds = |time: Option<&Duration>| time.map_or(f64::NAN, Duration::as_secs_f64);
    seconds(time) / seconds(other)
}

fn per_second(amount: usize, time: Duration) -> f64 {
    as_f64(amount) / time.as_secs_f64()
}

/// Amounts here stay far below the 2^53 up to which this is exact.
fn as_f64(amount: usize) -> f64 {
    u32::try_from(amount).map_or(f64::INFINITY, f64::from)
}
