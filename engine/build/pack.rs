//! What the engine knows, in one file: words, the tables of patterns, and weights, each a part found by its number.
//!
//! `src/shelf.rs` reads it. The program itself holds only the numbers, so that it can travel without what it knows.

use std::path::Path;

use crate::Failure;

/// The parts, in the order of their numbers.
#[derive(Default)]
pub(crate) struct Pack {
    parts: Vec<Vec<u8>>,
}

/// What the file begins with: whose it is, and the version of its form.
const MAGIC: &[u8] = b"WHOSE\x01";

impl Pack {
    /// Takes a part, and gives the Rust that stands for it.
    pub(crate) fn part(&mut self, content: impl Into<Vec<u8>>) -> String {
        self.parts.push(content.into());
        format!("Part::new({})", self.parts.len() - 1)
    }

    /// Takes lines, as one part.
    pub(crate) fn lines(&mut self, lines: &[impl AsRef<str>]) -> String {
        let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
        self.part(lines.join("\n"))
    }

    /// Takes numbers, two bytes each, the lower first.
    pub(crate) fn numbers(&mut self, numbers: &[u16]) -> String {
        let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        self.part(bytes)
    }

    /// The file: its head, how many parts there are, how long each is (four bytes, the lowest first), and the parts.
    pub(crate) fn finish(self) -> Result<Vec<u8>, Failure> {
        let too_much = || Failure {
            place: "what the engine knows".to_owned(),
            reason: "has outgrown the numbers of its pack".to_owned(),
        };
        let mut packed = MAGIC.to_vec();
        packed.push(u8::try_from(self.parts.len()).map_err(|_| too_much())?);
        for part in &self.parts {
            packed.extend(u32::try_from(part.len()).map_err(|_| too_much())?.to_le_bytes());
        }
        packed.extend(self.parts.into_iter().flatten());
        Ok(packed)
    }
}

/// Adds what was learnt: the weights of the tagger, and last of all those of the attribution network.
pub(crate) fn weights(model: &Path, pack: &mut Pack) -> Result<String, Failure> {
    let mut add = |file: &str| {
        let path = model.join(file);
        let weights =
            std::fs::read(&path).map_err(|error| Failure::of_file(&path, &error.to_string()))?;
        Ok(pack.part(weights))
    };
    Ok(format!(
        "/// The tagger's weights.\npub(crate) static TAGGER: Part = {};\n\n\
         /// The attribution network's weights.\npub(crate) static NETWORK: Part = {};\n",
        add("tagger.bin")?,
        add("attribution.bin")?
    ))
}
