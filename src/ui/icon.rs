//! The few drawings of the interface. They say nothing that the words beside them do not.

use yew::prelude::*;

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A padlock: nothing leaves the device.
    Lock,
    /// To the next mark.
    Next,
    /// To the mark before.
    Previous,
    /// To close.
    Close,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Lock => "M5 7V5a3 3 0 0 1 6 0v2m-7 0h8v6.5H4z",
            Self::Next => "M6 3l5 5-5 5",
            Self::Previous => "M10 3L5 8l5 5",
            Self::Close => "M4 4l8 8m0-8l-8 8",
        }
    }
}

impl From<Icon> for Html {
    fn from(icon: Icon) -> Self {
        html! {
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path d={icon.path()} />
            </svg>
        }
    }
}
