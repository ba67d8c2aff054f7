//! The widget: an article in a page, marked with whose words each stretch is.
fn main() {}
