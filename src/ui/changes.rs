//! What is done after a drawing, because something changed.
//!
//! Yew's own `use_effect_with` is compiled anew for every kind of change and every effect; this one is compiled once,
//! which makes what travels to a reader smaller.

use std::any::Any;

use yew::prelude::*;

/// Does `then` after the first drawing, and after every one for which `on` is another than before. What it returns is
/// done before the next time, and at the end.
#[hook]
pub fn use_change<T: PartialEq + 'static>(on: T, then: impl FnOnce(&T) -> Undo + 'static) {
    let on = Known { value: Box::new(on), same: same::<T> };
    use_change_of(on, Box::new(move |on| on.downcast_ref().map_or_else(nothing, then)));
}

/// What takes back what was done.
pub type Undo = Box<dyn FnOnce()>;

/// Takes back nothing.
pub fn nothing() -> Undo {
    Box::new(|| ())
}

#[hook]
fn use_change_of(on: Known, then: Box<dyn FnOnce(&dyn Any) -> Undo>) {
    use_effect_with(on, |on| then(&*on.value));
}

/// Something of any type that can be compared.
struct Known {
    value: Box<dyn Any>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>().zip(other.downcast_ref()).is_some_and(|(one, other)| one == other)
}
