#![doc = include_str!("../../../rules/attribution/found_by_pattern.md")]

/// The name of the rule.
pub(super) const RULE: &str = "found_by_pattern";
