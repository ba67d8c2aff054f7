//! The widget's parts in a real browser.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod host_text;
mod intake;
mod page;
mod server;
