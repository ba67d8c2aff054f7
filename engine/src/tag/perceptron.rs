//! stub
use crate::text::{Window, token::TokenKind};
use super::Tag;
pub fn tag(window: &Window<'_>) -> Vec<Tag> {
    (0..window.tokens.len()).map(|at| { let w=window.folded(at); let raw=window.tokens[at].span.of(window.text);
      if window.tokens[at].kind==TokenKind::Mark { return match w { ","=>Tag::Comma, "."|"!"|"?"=>Tag::Stop, "("|"["=>Tag::OpenBracket, ")"|"]"=>Tag::CloseBracket, "“"|"‘"=>Tag::OpenQuote,"”"|"'"|"\""=>Tag::CloseQuote, _=>Tag::Colon} }
      match w { "said"|"told"=>Tag::VBD, "the"|"a"=>Tag::DT, "of"|"in"|"that"=>Tag::IN, "to"=>Tag::TO,"was"=>Tag::VBD,"it"|"he"|"she"=>Tag::PRP, _ if raw.starts_with(char::is_uppercase)=>Tag::NNP, _=>Tag::NN } }).collect()
}
