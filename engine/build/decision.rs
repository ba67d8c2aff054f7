//! The weights of the decision whether a clause is commentary: a table in `rules/decision.md`, so that what a
//! weight means stands beside it, becomes constants.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::Failure;

/// The most weights that a reader of the table can be asked to look through.
const MOST: usize = 60;

/// Under this name the table has what markers in sources and cues weigh.
const FRAME: &str = "frame";

/// The Rust of `decision.rs`: a constant for each sign, and a list of the weights of markers.
pub(crate) fn generate(page: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(page).map_err(|e| Failure::of_file(page, &e.to_string()))?;
    let mut signs = String::new();
    let mut markers = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let Some(row) = line.strip_prefix("| `") else { continue };
        let cells: Vec<&str> = row.trim_end_matches('|').split('|').map(str::trim).collect();
        let [name, weight, meaning] = cells[..] else {
            return Err(Failure::of_line(page, index + 1, "a row has a name, a weight, a meaning"));
        };
        let name = name.trim_end_matches('`');
        let weight: i32 = weight
            .replace('−', "-")
            .parse()
            .map_err(|_| Failure::of_line(page, index + 1, "the weight is no whole number"))?;
        match name.split_once(", ") {
            Some((kind, strength)) if matches!(strength, "clear" | "weak") => {
                markers.push(format!("    (\"{kind}\", {}, {weight}),", strength == "clear"));
            }
            Some(_) => {
                return Err(Failure::of_line(page, index + 1, "a marker is clear or weak"));
            }
            None => {
                let constant = name.replace(' ', "_").to_uppercase();
                let _ = writeln!(signs, "/// {meaning}\nconst {constant}: i32 = {weight};");
            }
        }
    }
    let weights = markers.len() + signs.lines().count() / 2;
    if weights > MOST {
        let reason = format!("{weights} weights, of at most {MOST}");
        return Err(Failure::of_file(page, &reason));
    }
    Ok(format!(
        "{signs}/// The name of what stands in sources and cues.\nconst FRAME: &str = \"{FRAME}\";\n\
         /// A rule or a family, whether its markers are clear, and what each weighs.\n\
         static MARKERS: [(&str, bool, i32); {}] = [\n{}\n];\n",
        markers.len(),
        markers.join("\n")
    ))
}
