//! A report as it travels between two parts of one program, such as the engine and the page that draws: a few bytes for
//! each thing found, everything kept, and nothing to be read by anybody else. For that there is [`super::json`].
//!
//! # Example: there and back
//! ```
//! use whose_words_engine::wire::packed::{pack, unpack};
//! let report = whose_words_engine::read("Smith said the vote was close.");
//! assert_eq!(unpack(&pack(&report)), Some(report));
//! ```

use crate::attribution::{Attribution, CueStance, QuotationForm};
use crate::commentary::{Family, Marker, Strength};
use crate::report::{
    Attributed, Commentary, Finding, Report, Segment, Sentence, SentenceVoice, Stance, Tallies,
    Voice,
};
use crate::rule;
use crate::span::Span;
use crate::speaker::{Speaker, SpeakerKind};

/// What packed reports begin with; another number with every change of the form.
const FORM: u8 = 1;

/// Packs a report.
pub fn pack(report: &Report) -> Vec<u8> {
    let mut packed = vec![FORM];
    report.put(&mut packed);
    packed
}

/// Unpacks a report; none where the bytes are something else, or tell of rules that are not in this program's
/// catalogue.
pub fn unpack(packed: &[u8]) -> Option<Report> {
    let (&FORM, mut rest) = packed.split_first()? else { return None };
    let report = Report::take(&mut rest)?;
    rest.is_empty().then_some(report)
}

/// What can be packed.
trait Packed: Sized {
    /// Adds itself.
    fn put(&self, packed: &mut Vec<u8>);

    /// Takes itself from the front.
    fn take(packed: &mut &[u8]) -> Option<Self>;
}

/// A number takes seven bits a byte, the lowest first, and all but its last byte have the eighth.
impl Packed for usize {
    fn put(&self, packed: &mut Vec<u8>) {
        let mut rest = *self;
        while rest > 0x7f {
            packed.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        packed.push(rest as u8);
    }

    fn take(packed: &mut &[u8]) -> Option<Self> {
        let mut number: Self = 0;
        for place in 0..Self::BITS.div_ceil(7) {
            let &byte = packed.split_off_first()?;
            number |= Self::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}

impl Packed for u8 {
    fn put(&self, packed: &mut Vec<u8>) {
        packed.push(*self);
    }

    fn take(packed: &mut &[u8]) -> Option<Self> {
        packed.split_off_first().copied()
    }
}

impl Packed for u16 {
    fn put(&self, packed: &mut Vec<u8>) {
        usize::from(*self).put(packed);
    }

    fn take(packed: &mut &[u8]) -> Option<Self> {
        usize::take(packed)?.try_into().ok()
    }
}

impl Packed for bool {
    fn put(&self, packed: &mut Vec<u8>) {
        packed.push((*self).into());
    }

    fn take(packed: &mut &[u8]) -> Option<Self> {
        u8::take(packed).map(|byte| byte != 0)
    }
}

impl Packed for String {
    fn put(&self, packed: &mut Vec<u8>) {
        self.len().put(packed);
        packed.extend(self.as_bytes());
    }

    fn take(packed: &mut &[u8]) -> Option<Self> {
        let length = usize::take(packed)?;
        Self::from_utf8(packed.split_off(..length)?.to_vec()).ok()
    }
}

/// The name of a rule.
impl Packed for &'static str {
    fn put(&self, packed: &mut Vec<u8>) {
        String::from(*self).put(packed);
    }

    fn take(packed: &mut &[u8]) -> Option<Self> {
        rule::page(&String::take(packed)?).map(|page| page.name)
    }
}

impl<T: Packed> Packed for Option<T> {
    fn put(&self, packed: &mut Vec<u8>) {
        self.is_some().put(packed);
        if let Some(it) = self {
            it.put(packed);
        }
    }

    fn take(packed: &mut &[u8]) -> Option<Self> {
        if bool::take(packed)? { T::take(packed).map(Some) } else { Some(None) }
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn put(&self, packed: &mut Vec<u8>) {
        self.len().put(packed);
        for it in self {
            it.put(packed);
        }
    }

    fn take(packed: &mut &[u8]) -> Option<Self> {
        // No room is made beforehand: who sends damaged bytes may say any length.
        (0..usize::take(packed)?).map(|_| T::take(packed)).collect()
    }
}

impl<T: Packed, U: Packed> Packed for (T, U) {
    fn put(&self, packed: &mut Vec<u8>) {
        self.0.put(packed);
        self.1.put(packed);
    }

    fn take(packed: &mut &[u8]) -> Option<Self> {
        Some((T::take(packed)?, U::take(packed)?))
    }
}

/// Records are their fields, one behind the other.
macro_rules! records {
    ($($record:ident { $($field:ident)* })*) => {$(
        impl Packed for $record {
            fn put(&self, packed: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($field.put(packed);)*
            }

            fn take(packed: &mut &[u8]) -> Option<Self> {
                $(let $field = Packed::take(packed)?;)*
                Some(Self { $($field),* })
            }
        }
    )*};
}

records! {
    Report { length attributions speakers stance commentary sentences segments findings tallies }
    Attributed { attribution speakers }
    Attribution { source cue content quotation cue_stance rule confidence within }
    Speaker { name kind role mentions }
    Stance { marker author attribution }
    Marker { span family rule strength }
    Commentary { span strength markers }
    Sentence { span voice commentary }
    Segment { span voice speaker attribution commentary }
    Finding { rule spans values }
    Tallies { words author commentary speakers unnamed }
    Span { start end }
}

/// One of several cases is its number.
macro_rules! choices {
    ($($choice:ident: $($case:ident)*;)*) => {$(
        impl Packed for $choice {
            fn put(&self, packed: &mut Vec<u8>) {
                // Does not compile with a case left out.
                match self {
                    $(Self::$case)|* => packed.push(*self as u8),
                }
            }

            fn take(packed: &mut &[u8]) -> Option<Self> {
                let number = u8::take(packed)?;
                [$(Self::$case),*].into_iter().find(|&case| case as u8 == number)
            }
        }
    )*};
}

choices! {
    QuotationForm: Direct Indirect Mixed;
    CueStance: Plain Distancing Endorsing Contending Intending;
    SpeakerKind: NamedPerson NamedOrganisation Document RoleOnly Unnamed Group;
    Family: Hedge Booster Evaluative Interpretive Prediction Directive Generalisation SelfMention Question ScareQuotes;
    Strength: Weak Clear;
    SentenceVoice: Author Source Mixed;
    Voice: Author Source;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_size_come_back() {
        for number in [0, 1, 127, 128, 300, 1 << 20, usize::MAX] {
            let mut packed = Vec::new();
            number.put(&mut packed);
            let mut rest = packed.as_slice();
            assert_eq!(usize::take(&mut rest), Some(number));
            assert!(rest.is_empty());
        }
    }

    #[test]
    #[cfg(feature = "weights")]
    fn what_is_no_packed_report_is_none() {
        let packed = pack(&crate::read("Smith said, “It may rain.” He is clearly wrong."));
        assert!(unpack(&packed).is_some());
        for cut in 0..packed.len() {
            assert_eq!(unpack(&packed[..cut]), None, "cut at {cut}");
        }
        assert_eq!(unpack(&[packed.as_slice(), b"\0"].concat()), None);
        assert_eq!(unpack(&[&[FORM + 1], &packed[1..]].concat()), None);
        let endless = [FORM, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        assert_eq!(unpack(&endless), None);
    }
}
