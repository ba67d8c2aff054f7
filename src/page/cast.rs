//! The speakers as the page names them: a letter each, in the order of how much they are heard, and a hue
//! for the first six.

use whose_words_engine::Report;
use whose_words_engine::order::{downwards, sort_by};

/// How many hues there are; `styles/tokens.css` defines them and a test keeps them apart for every eye.
pub const HUES: usize = 6;

/// The speakers of one article, the one heard most first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cast {
    /// Indices into [`Report::speakers`], by rank.
    pub order: Vec<usize>,
    /// The rank of each speaker, in the order of [`Report::speakers`].
    rank: Vec<usize>,
}

impl Cast {
    /// Ranks the speakers by their words; who has equally many comes in the order of the text.
    pub fn new(report: &Report) -> Self {
        let words = |speaker: usize| report.tallies.speakers.get(speaker).copied().unwrap_or(0);
        let mut order: Vec<usize> = (0..report.speakers.len()).collect();
        sort_by(&mut order, |&speaker| (downwards(words(speaker)), 0));
        let mut rank = vec![0; order.len()];
        for (place, &speaker) in order.iter().enumerate() {
            if let Some(slot) = rank.get_mut(speaker) {
                *slot = place;
            }
        }
        Self { order, rank }
    }

    /// The letter (or letters, from the 27th on) that stands for a speaker.
    pub fn letter(&self, speaker: usize) -> String {
        letters(self.rank.get(speaker).copied().unwrap_or(0))
    }

    /// The number of a speaker's hue, from 1; 0 is for those that share none.
    pub fn hue_number(&self, speaker: Option<usize>) -> usize {
        let rank = speaker.and_then(|speaker| self.rank.get(speaker));
        rank.filter(|&&rank| rank < HUES).map_or(0, |rank| rank + 1)
    }

    /// The class that gives a speaker's hue, or the one for those that share none.
    pub fn hue(&self, speaker: Option<usize>) -> &'static str {
        const CLASSES: [&str; HUES + 1] =
            ["hue-0", "hue-1", "hue-2", "hue-3", "hue-4", "hue-5", "hue-6"];
        CLASSES.get(self.hue_number(speaker)).copied().unwrap_or(CLASSES[0])
    }
}

/// A, B … Z, AA, AB …: as the columns of a spreadsheet are counted.
fn letters(mut rank: usize) -> String {
    const ALPHABET: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut reversed = Vec::new();
    loop {
        reversed.push(char::from(ALPHABET[rank % 26]));
        if rank < 26 {
            return reversed.into_iter().rev().collect();
        }
        rank = rank / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use whose_words_engine::report::Tallies;
    use whose_words_engine::speaker::{Speaker, SpeakerKind};

    #[test]
    fn whoever_is_heard_most_is_a() {
        let speaker = |name: &str| Speaker {
            name: name.into(),
            kind: SpeakerKind::NamedPerson,
            role: None,
            mentions: Vec::new(),
        };
        let report = Report {
            speakers: "abcdefgh".chars().map(|name| speaker(&name.to_string())).collect(),
            tallies: Tallies { speakers: vec![1, 9, 3, 3, 2, 2, 2, 0], ..Tallies::default() },
            ..Report::default()
        };
        let cast = Cast::new(&report);
        assert_eq!(cast.letter(1), "A");
        assert_eq!((cast.letter(2), cast.letter(3)), ("B".into(), "C".into()));
        assert_eq!(cast.hue(Some(1)), "hue-1");
        assert_eq!(cast.hue(Some(6)), "hue-6");
        assert_eq!(cast.hue(Some(0)), "hue-0", "the seventh has a letter, no hue");
        assert_eq!(cast.hue(None), "hue-0");
    }

    #[test]
    fn letters_go_on_behind_z() {
        let named: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(letters).into();
        assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
