//! One style sheet out of the files of `styles/`, so that a page waits for one request.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// The text of a sheet, each `@import` line replaced by what it names. The imports are the order.
///
/// # Errors
/// When a sheet cannot be read, or imports in a way that only browsers understand.
pub(super) fn assemble(sheet: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(sheet).map_err(|error| Failure::of_file(sheet, &error))?;
    let mut assembled = String::with_capacity(text.len());
    for line in text.lines() {
        if !line.starts_with("@import") {
            assembled.push_str(line);
            assembled.push('\n');
            continue;
        }
        let name = imported(line).ok_or_else(|| {
            let sheet = sheet.display();
            Failure::Check(format!("{sheet}: “{line}” is not of the form @import \"name.css\";"))
        })?;
        assembled.push_str(&assemble(&sheet.with_file_name(name))?);
    }
    Ok(assembled)
}

/// A sheet as it is in a shadow tree: its root is the widget's own, and what is measured by the page's root elsewhere, in `rem`, is
/// in pixels.
pub(super) fn for_shadow_tree(sheet: &str) -> String {
    let mut pieces = sheet.split("rem");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let number = text.len() - text.bytes().rev().take_while(|byte| is_of_number(*byte)).count();
        let is_unit = !piece.starts_with(|next: char| next.is_alphanumeric() || next == '-');
        match text.get(number..).unwrap_or_default().parse::<f64>() {
            Ok(rems) if is_unit => {
                text.truncate(number);
                text.push_str(&format!("{}px", rems * PIXELS));
            }
            _ => text.push_str("rem"),
        }
        text.push_str(piece);
    }
    text.replace(":root", ".whose-words")
}

/// How many pixels a `rem` is where nobody says otherwise.
const PIXELS: f64 = 16.0;

const fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'.'
}

fn imported(line: &str) -> Option<&str> {
    line.strip_prefix("@import \"")?.strip_suffix("\";").filter(|name| !name.contains(['"', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_replaced_in_their_order() {
        let folder =
            std::env::temp_dir().join(format!("whose-words-styles-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let all = folder.join("all.css");
        fs::write(&all, "/* All. */\n@import \"b.css\";\n@import \"a.css\";\n").unwrap();
        fs::write(folder.join("a.css"), "a { top: 0 }\n").unwrap();
        fs::write(folder.join("b.css"), "b { top: 0 }").unwrap();
        assert_eq!(assemble(&all).unwrap(), "/* All. */\nb { top: 0 }\na { top: 0 }\n");
    }

    #[test]
    fn a_shadow_tree_has_its_own_root_and_no_rem() {
        let sheet =
            ":root { --gap: clamp(1rem, 0.6rem + 1.6vw, -.25rem); }\n/* remove 3 remains */";
        let own =
            ".whose-words { --gap: clamp(16px, 9.6px + 1.6vw, -4px); }\n/* remove 3 remains */";
        assert_eq!(for_shadow_tree(sheet), own);
    }

    #[test]
    fn an_import_from_elsewhere_is_refused() {
        assert_eq!(imported("@import \"tokens.css\";"), Some("tokens.css"));
        assert_eq!(imported("@import \"https://example.org/x.css\";"), None);
        assert_eq!(imported("@import url(x.css) print;"), None);
    }
}
