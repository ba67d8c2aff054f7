//! Checks JSON against a schema: as much of JSON Schema 2020-12 as ours uses. A keyword that is not
//! known here is an error, so that no part of a schema goes unchecked.

#![expect(clippy::expect_used, reason = "a test that panics has failed")]

use serde_json::Value;

/// What is wrong with `value`, each with the place of it; nothing when it is as `schema` says.
pub(crate) fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let mut checker = Checker { root: schema, found: Vec::new() };
    checker.check(schema, value, "$");
    checker.found
}

struct Checker<'s> {
    root: &'s Value,
    found: Vec<String>,
}

impl Checker<'_> {
    fn check(&mut self, schema: &Value, value: &Value, place: &str) {
        for (keyword, wanted) in schema.as_object().expect("a schema is an object") {
            let holds = match keyword.as_str() {
                "$schema" | "$id" | "$defs" | "title" | "description" => true,
                "$ref" => {
                    let pointer = wanted.as_str().and_then(|name| name.strip_prefix('#'));
                    let target = pointer.and_then(|pointer| self.root.pointer(pointer));
                    let target = target.unwrap_or_else(|| panic!("{wanted} leads nowhere")).clone();
                    self.check(&target, value, place);
                    true
                }
                "const" => value == wanted,
                "enum" => wanted.as_array().expect("a list").contains(value),
                "type" => match wanted {
                    Value::Array(types) => types.iter().any(|one| is_of_type(value, one)),
                    one => is_of_type(value, one),
                },
                "minimum" => value.as_f64().is_none_or(|number| Some(number) >= wanted.as_f64()),
                "maximum" => value.as_f64().is_none_or(|number| Some(number) <= wanted.as_f64()),
                "minLength" => {
                    value.as_str().is_none_or(|text| text.chars().count() >= count(wanted))
                }
                "pattern" => value.as_str().is_none_or(|text| matches(wanted, text)),
                "minItems" => value.as_array().is_none_or(|items| items.len() >= count(wanted)),
                "maxItems" => value.as_array().is_none_or(|items| items.len() <= count(wanted)),
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(wanted, item, &format!("{place}[{index}]"));
                    }
                    true
                }
                "required" => {
                    let fields = wanted.as_array().expect("a list").iter();
                    fields.filter_map(Value::as_str).all(|field| value.get(field).is_some())
                }
                "properties" => {
                    for (field, schema) in wanted.as_object().expect("an object") {
                        if let Some(value) = value.get(field) {
                            self.check(schema, value, &format!("{place}.{field}"));
                        }
                    }
                    true
                }
                // Only ever used where there are no `properties` beside it.
                "additionalProperties" => {
                    for (field, value) in value.as_object().into_iter().flatten() {
                        self.check(wanted, value, &format!("{place}.{field}"));
                    }
                    true
                }
                _ => panic!("{place}: the keyword {keyword} is not checked here"),
            };
            if !holds {
                self.found.push(format!("{place}: {keyword} {wanted} does not hold of {value}"));
            }
        }
    }
}

fn is_of_type(value: &Value, wanted: &Value) -> bool {
    match wanted.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        Some("integer") => value.is_u64() || value.is_i64(),
        _ => panic!("the type {wanted} is not checked here"),
    }
}

fn count(wanted: &Value) -> usize {
    wanted.as_u64().and_then(|count| usize::try_from(count).ok()).expect("a count")
}

/// The only pattern that our schemas use.
fn matches(pattern: &Value, text: &str) -> bool {
    assert_eq!(pattern, "^sha256:[0-9a-f]{64}$", "this pattern is not checked here");
    text.strip_prefix("sha256:").is_some_and(|digest| {
        digest.len() == 64 && digest.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
    })
}
