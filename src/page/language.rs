//! Whether a text looks like one the rules can read: English, in Latin letters.

/// What a text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, or too short to tell.
    English,
    /// Latin letters, but hardly an English function word.
    OtherLanguage,
    /// Most letters are of another script.
    OtherScript,
}

/// Function words that are frequent in English and rare in its neighbours (*in, me, do* are left out: they
/// are words of German, Spanish and Italian too). Sorted, for binary search. Compiled for this project.
const FUNCTION_WORDS: [&str; 48] = [
    "about", "and", "are", "as", "at", "be", "been", "but", "by", "could", "for", "from", "had",
    "has", "have", "he", "her", "his", "how", "if", "is", "it", "its", "not", "of", "on", "or",
    "said", "she", "should", "that", "the", "their", "they", "this", "to", "was", "we", "were",
    "what", "when", "which", "who", "will", "with", "would", "you", "your",
];

/// As many words as are looked at: the head of a long text tells.
const LOOKED_AT: usize = 1_500;

/// With fewer words than this nothing is said: a headline may hold no function word at all.
const TELLING: usize = 12;

/// English prose has 35 to 45 of these words in a hundred, a list of names or a table 10 to 20, German,
/// French or Spanish prose below 4 (*as, or, on, was, will*).
const ENGLISH_PERCENT: usize = 8;

/// Looks at the letters and the function words of a text's first part.
pub fn language(text: &str) -> Language {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let (mut seen, mut foreign, mut english) = (0, 0, 0);
    for word in words.take(LOOKED_AT) {
        seen += 1;
        foreign += usize::from(word.chars().next().is_some_and(|c| !is_latin(c)));
        let mut buffer = [0; 8];
        english += usize::from(
            lower(word, &mut buffer)
                .is_some_and(|word| FUNCTION_WORDS.binary_search(&word).is_ok()),
        );
    }
    if foreign * 2 > seen {
        return Language::OtherScript;
    }
    if seen >= TELLING && english * 100 < seen * ENGLISH_PERCENT {
        return Language::OtherLanguage;
    }
    Language::English
}

/// Latin as far as Vietnamese needs it.
fn is_latin(character: char) -> bool {
    matches!(character, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// A short ASCII word in lower case; a longer or other one is none of ours.
fn lower<'b>(word: &str, buffer: &'b mut [u8; 8]) -> Option<&'b str> {
    let lowered = buffer.get_mut(..word.len())?;
    lowered.copy_from_slice(word.as_bytes());
    lowered.make_ascii_lowercase();
    std::str::from_utf8(lowered).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_sorted() {
        assert!(FUNCTION_WORDS.is_sorted());
    }

    #[test]
    fn languages_are_told_apart() {
        for (text, expected) in [
            (crate::page::sample::TEXT, Language::English),
            ("Pickles", Language::English),
            ("", Language::English),
            ("12 345 67,8 %", Language::English),
            (
                "Der Bericht, den die Ministerin am Montag vorstellte, nennt keine Namen, doch er war \
                 lang und die Abgeordneten lasen ihn in der Nacht.",
                Language::OtherLanguage,
            ),
            (
                "Le rapport que la ministre a présenté lundi ne cite aucun nom, mais il était long et \
                 les députés ont passé la nuit à le lire.",
                Language::OtherLanguage,
            ),
            (
                "El informe que la ministra presentó el lunes no da nombres, pero era largo y los \
                 diputados pasaron la noche leyéndolo.",
                Language::OtherLanguage,
            ),
            ("Министр сказала, что доклад готов.", Language::OtherScript),
            ("部长说，报告已经完成。", Language::OtherScript),
            (
                "Смит said that the report was long, and that he had read it all in a night.",
                Language::English,
            ),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }
}
