//! A file that takes a while to be made, because what it is made of is fetched first.

use std::future::Future;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::page::one_file::NotSaved;

/// How far the making is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Making {
    /// Nobody asked, or it is made.
    NotAsked,
    /// It is under way.
    Waits,
    /// There is none.
    Failed,
}

/// Begins to make a file, unless one is under way: who presses twice wants one.
pub fn make(
    making: &UseStateHandle<Making>,
    made: impl Future<Output = Result<(), NotSaved>> + 'static,
) {
    if **making == Making::Waits {
        return;
    }
    making.set(Making::Waits);
    let making = making.clone();
    spawn_local(async move {
        making.set(made.await.map_or(Making::Failed, |()| Making::NotAsked));
    });
}
