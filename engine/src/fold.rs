//! Folding: words in small letters, in which they are looked up and compared.
//!
//! The standard library's tables know every script and would be a thirtieth of what a reader loads. Here are the
//! alphabets in which names in English articles are written; any other letter stays as it is, on both sides of a
//! comparison.

/// The text in small letters.
///
/// # Example: a name as it is looked up
/// ```
/// use whose_words_engine::fold::folded;
///
/// assert_eq!(folded("Željko"), "željko");
/// assert_eq!(folded("ΣΊΣΥΦΟΣ 3"), "σίσυφοσ 3");
/// ```
pub fn folded(text: &str) -> String {
    text.chars().map(small).collect()
}

/// The small letter of a capital; anything else as it is.
pub fn small(character: char) -> char {
    if character.is_ascii() {
        return character.to_ascii_lowercase();
    }
    let code = u32::from(character);
    let row = CAPITALS.iter().find(|row| (row.0..=row.1).contains(&code));
    row.and_then(|&(first, _, distance)| {
        let capital = distance != BESIDE || (code - first).is_multiple_of(2);
        capital.then(|| char::from_u32(code.wrapping_add_signed(distance)))?
    })
    .unwrap_or(character)
}

/// The distance in alphabets where each capital stands before its small letter; elsewhere all capitals come first.
const BESIDE: i32 = 1;

/// Rows of capitals: the first, the last, and how far behind them their small letters are (UnicodeData.txt).
const CAPITALS: [(u32, u32, i32); 34] = [
    // Latin: western Europe, central Europe and Turkey (whose dotted İ has the small letter of I).
    (0xC0, 0xD6, 32),
    (0xD8, 0xDE, 32),
    (0x130, 0x130, -0xC7),
    (0x100, 0x12F, BESIDE),
    (0x132, 0x137, BESIDE),
    (0x139, 0x148, BESIDE),
    (0x14A, 0x177, BESIDE),
    (0x178, 0x178, -121),
    (0x179, 0x17E, BESIDE),
    // Azerbaijan's Ə, Vietnam's Ơ and Ư, pinyin, Romania.
    (0x18F, 0x18F, 202),
    (0x1A0, 0x1A5, BESIDE),
    (0x1AF, 0x1B0, BESIDE),
    (0x1CD, 0x1DC, BESIDE),
    (0x1DE, 0x1EF, BESIDE),
    (0x1F8, 0x21F, BESIDE),
    (0x222, 0x233, BESIDE),
    // Greek.
    (0x386, 0x386, 38),
    (0x388, 0x38A, 37),
    (0x38C, 0x38C, 64),
    (0x38E, 0x38F, 63),
    (0x391, 0x3A1, 32),
    (0x3A3, 0x3AB, 32),
    // Cyrillic.
    (0x400, 0x40F, 80),
    (0x410, 0x42F, 32),
    (0x460, 0x481, BESIDE),
    (0x48A, 0x4BF, BESIDE),
    (0x4C0, 0x4C0, 15),
    (0x4C1, 0x4CE, BESIDE),
    (0x4D0, 0x52F, BESIDE),
    // Armenian.
    (0x531, 0x556, 48),
    // More Latin: transcriptions, ẞ, Vietnamese.
    (0x1E00, 0x1E95, BESIDE),
    (0x1E9E, 0x1E9E, -0x1DBF),
    (0x1EA0, 0x1EFF, BESIDE),
    // Full-width Latin.
    (0xFF21, 0xFF3A, 32),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabets_of_names_are_folded_as_unicode_says() {
        let alphabets = ["\0ž", "Ǎǜ", "Ȁȳ", "Αώ", "Аҁ", "Ԁԯ", "Աֆ", "Ḁẕ", "Ạỿ", "Ａｚ"];
        for alphabet in alphabets {
            let (first, last) =
                (alphabet.chars().next().unwrap(), alphabet.chars().last().unwrap());
            for letter in (first..=last).filter(|letter| !"İǱǲǴǶǷȠ".contains(*letter)) {
                assert!(letter.to_lowercase().eq([small(letter)]), "{letter}");
            }
        }
        assert_eq!(folded("İstanbul"), "istanbul");
    }

    #[test]
    fn what_has_no_capital_stays() {
        for letter in ('\0'..=char::MAX).filter(|letter| letter.to_lowercase().eq([*letter])) {
            assert_eq!(small(letter), letter);
        }
    }
}
