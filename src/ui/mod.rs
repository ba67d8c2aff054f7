//! What the reader sees and does. Components draw, the reducer in [`state`] decides.

pub mod strings;
pub mod state;
pub mod phrases;
pub mod icon;
pub mod place;
pub mod leaf;
pub mod rule_note;
pub mod trial;
pub mod card;
pub mod awaiting;
pub mod reader;
pub mod share;
pub mod strip;
pub mod ledger;
pub mod legend;
pub mod panel;
pub mod steps;
pub mod masthead;
pub mod dialog;
pub mod notice;
pub mod own_text;
pub mod help;
pub mod progress;
pub mod announcer;
pub mod window_events;
pub mod app;
