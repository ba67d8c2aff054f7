//! What would change a mark: the smallest edit of a clause after which it is no commentary any more.

use crate::order;
use crate::report::Report;
use crate::span::Span;

/// Clauses with more markers than this are tried without each one and without all, but not without every choice of them:
/// that would be hundreds of readings.
const CHOICES: usize = 4;

/// The shortest words to take out of a text for the clause that lies at `clause` to be no commentary any more, found by
/// letting `read` read the text again without them. The text may be an excerpt, such as the paragraph around the clause;
/// none where that clause is no commentary in it, or stays so with half of its sentence gone.
///
/// # Example: one word is enough
/// ```
/// use whose_words_engine::edit::{smallest, without};
/// use whose_words_engine::read;
/// use whose_words_engine::span::Span;
///
/// let text = "The plan was clearly late.";
/// let taken = smallest(read, text, Span::new(0, text.len())).expect("an edit");
/// assert_eq!(without(text, &taken), "The plan was late.");
/// ```
pub fn smallest(read: impl Fn(&str) -> Report, text: &str, clause: Span) -> Option<Vec<Span>> {
    let report = read(text);
    let found = markers(&report, clause);
    let around = report.sentences.iter().map(|sentence| sentence.span);
    let around = around.filter(|sentence| sentence.touches(clause)).fold(clause, Span::join);
    let small = |taken: &Vec<Span>| weight(taken) * 2 <= around.len();
    choices(&found).into_iter().filter(small).find(|taken| {
        let edited = without(text, taken);
        let rest = moved(clause, taken, text.len(), edited.len());
        markers(&read(&edited), rest).is_empty()
    })
}

/// The markers that make what lies at `clause` commentary; none where it is none.
pub fn markers(report: &Report, clause: Span) -> Vec<Span> {
    let found = report.commentary.iter().filter(|found| found.span.touches(clause));
    let markers = found.flat_map(|found| &found.markers);
    let mut markers: Vec<Span> =
        markers.filter_map(|&marker| Some(report.stance.get(marker)?.marker.span)).collect();
    order::sort_by(&mut markers, |marker| (marker.start, marker.end));
    markers
}

/// What to try to take out, the least first.
fn choices(markers: &[Span]) -> Vec<Vec<Span>> {
    let mut choices: Vec<Vec<Span>> = if markers.len() <= CHOICES {
        let of_bits = |bits: usize| {
            let chosen = markers.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1);
            chosen.map(|(_, &marker)| marker).collect()
        };
        (1..1 << markers.len()).map(of_bits).collect()
    } else {
        markers.iter().map(|&marker| vec![marker]).chain([markers.to_vec()]).collect()
    };
    order::sort_by(&mut choices, |taken| (weight(taken), taken.len()));
    choices
}

/// How many bytes are taken out.
fn weight(taken: &[Span]) -> usize {
    taken.iter().map(|span| span.len()).sum()
}

/// A text without some of its words, put right around the gaps: no two spaces, no commas that were theirs, and a capital
/// where a sentence began.
pub fn without(text: &str, taken: &[Span]) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut at = 0;
    for span in taken {
        edited.push_str(Span::new(at, span.start).of(text));
        let gap = Gap::between(&edited, text.get(span.end..).unwrap_or_default());
        at = span.end + gap.skipped;
        edited.truncate(edited.len() - gap.dropped);
        if gap.capital {
            let next = text.get(at..).and_then(|rest| rest.chars().next());
            if let Some(next) = next {
                // Knowing the capitals of all scripts would cost a page more than the rest of this.
                edited.push(next.to_ascii_uppercase());
                at += next.len_utf8();
            }
        }
    }
    edited + text.get(at..).unwrap_or_default()
}

/// What goes with words that are taken out.
struct Gap {
    /// Bytes before it.
    dropped: usize,
    /// Bytes behind it.
    skipped: usize,
    /// Whether what comes behind begins a sentence now.
    capital: bool,
}

impl Gap {
    fn between(before: &str, after: &str) -> Self {
        let head = before.trim_end_matches([' ', '“', '‘', '"']);
        let comma = usize::from(after.starts_with(','));
        if head.is_empty() || head.ends_with(['.', '!', '?', '\n']) {
            let behind = after.get(comma..).unwrap_or_default();
            let spaces = behind.len() - behind.trim_start_matches(' ').len();
            return Self { dropped: 0, skipped: comma + spaces, capital: true };
        }
        let mut head = before.trim_end_matches(' ');
        // The commas around it, or the one before it at the end of a sentence, were its own.
        if after.starts_with([',', ';', '.', '!', '?']) {
            head = head.strip_suffix(',').unwrap_or(head);
        }
        Self { dropped: before.len() - head.len(), skipped: comma, capital: false }
    }
}

/// Where a clause is when words are taken out: it begins as many bytes earlier as are gone before it, and ends as many
/// bytes before the end of the text as it did, or where the text closed up.
fn moved(clause: Span, taken: &[Span], before: usize, after: usize) -> Span {
    let gone = before.saturating_sub(after);
    let outside = taken.iter().filter(|span| span.end <= clause.start);
    let start = clause.start.saturating_sub(outside.map(|span| span.len() + 1).sum());
    Span::new(start, clause.end.saturating_sub(gone).max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without_words(text: &str, words: &[&str]) -> String {
        let at = |words: &&str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        without(text, &words.iter().map(at).collect::<Vec<_>>())
    }

    #[test]
    fn a_gap_closes() {
        for (text, words, rest) in [
            ("It was clearly late.", "clearly", "It was late."),
            ("Clearly, it was late.", "Clearly", "It was late."),
            ("It rained. Perhaps it will stop.", "Perhaps", "It rained. It will stop."),
            ("It was, of course, late.", "of course", "It was late."),
            ("It was late, sadly.", "sadly", "It was late."),
            ("“Sadly, no”, he said.", "Sadly", "“No”, he said."),
            ("One.\nStrangely, it was.", "Strangely", "One.\nIt was."),
            ("Late", "Late", ""),
        ] {
            assert_eq!(without_words(text, &[words]), rest, "{text} without {words}");
        }
        assert_eq!(without_words("A very, very late plan.", &[]), "A very, very late plan.");
        let both = without_words("It was clearly a vivid plan.", &["clearly", "vivid"]);
        assert_eq!(both, "It was a plan.");
    }

    #[test]
    fn the_least_is_tried_first() {
        let (long, short) = (Span::new(0, 9), Span::new(20, 23));
        assert_eq!(choices(&[long, short]), [vec![short], vec![long], vec![long, short]]);
        assert_eq!(choices(&[]), Vec::<Vec<Span>>::new());
        let many: Vec<Span> = (0..6).map(|at| Span::new(at * 10, at * 10 + 5)).collect();
        assert_eq!(choices(&many).len(), 7);
    }
}
