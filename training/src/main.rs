//! Makes the engine's weights.
fn main() {}
