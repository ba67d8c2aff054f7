//! The standard library for WebAssembly, which `rust-toolchain.toml` asks for.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::{place, program};

/// Makes sure that Rust can compile to wasm.
pub(super) fn ensure() -> Result<(), Failure> {
    if is_here()? {
        return Ok(());
    }
    if program::on_path("rustup").is_none() {
        return Err(Failure::Setup(format!(
            "This Rust cannot compile to {TARGET}: use the one from https://rustup.rs, which \
             rust-toolchain.toml is written for."
        )));
    }
    program::say("Adding what rust-toolchain.toml asks for (the wasm target).");
    let mut rustup = Command::new("rustup");
    // Without a name rustup installs what the file asks for; the variable would hide the file.
    rustup.args(["toolchain", "install", "--no-self-update"]).env_remove("RUSTUP_TOOLCHAIN");
    let installed = program::run(rustup.current_dir(place::project()), "rustup toolchain install");
    if installed.is_ok() && is_here()? {
        return Ok(());
    }
    // Before 1.28 rustup wanted a name; this asks for the same in the old way.
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", TARGET]).current_dir(place::project());
    program::run(&mut rustup, "rustup target add").map_err(|_| {
        Failure::Setup(format!(
            "The wasm target could not be added (without network it cannot be): run `rustup target \
             add {TARGET}` in this folder, then this again."
        ))
    })
}

/// The target that the widget is compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// The compiler names the folder of a target whether or not it is there.
fn is_here() -> Result<bool, Failure> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]).current_dir(place::project());
    let heard = program::listen(&mut rustc, "asking rustc for its targets")?;
    Ok(heard.succeeded && Path::new(heard.output.trim()).is_dir())
}
