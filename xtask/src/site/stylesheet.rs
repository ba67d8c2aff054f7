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
    fn an_import_from_elsewhere_is_refused() {
        assert_eq!(imported("@import \"tokens.css\";"), Some("tokens.css"));
        assert_eq!(imported("@import \"https://example.org/x.css\";"), None);
        assert_eq!(imported("@import url(x.css) print;"), None);
    }
}
