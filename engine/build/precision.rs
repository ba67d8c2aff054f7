//! How often each rule is right: a table in `rules/precision.md`, for readers of the catalogue and for the cards.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::Failure;

/// Of a rule's marks that were read, how many were right, and how many were read.
pub(crate) type Precision = (u16, u16);

/// The table, by the rules' names.
pub(crate) fn read(page: &Path) -> Result<BTreeMap<String, Precision>, Failure> {
    let text = fs::read_to_string(page).map_err(|e| Failure::of_file(page, &e.to_string()))?;
    let mut table = BTreeMap::new();
    for (index, line) in text.lines().enumerate() {
        let Some(row) = line.strip_prefix("| `") else { continue };
        let fail = |reason: &str| Failure::of_line(page, index + 1, reason);
        let cells: Vec<&str> =
            row.split('|').map(|cell| cell.trim().trim_end_matches('`')).collect();
        let [rule, right, read, ..] = cells[..] else {
            return Err(fail(
                "a row has a rule, how many marks were right, and how many were read",
            ));
        };
        let number = |cell: &str| cell.parse().map_err(|_| fail("a cell is no whole number"));
        let (right, read) = (number(right)?, number(read)?);
        if right > read || read == 0 {
            return Err(fail("more marks are right than were read, or none was read"));
        }
        if table.insert(rule.to_owned(), (right, read)).is_some() {
            return Err(fail("the rule stands here twice"));
        }
    }
    Ok(table)
}
