//! A reader's own text: pasted, dropped, or out of a file. What cannot be read is said in an error; nothing
//! that was on the page is touched.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{ArrayBuffer, Uint8Array};
use web_sys::{DataTransfer, File, FileList, TextDecoder};

use super::article::{Text, Title};
use super::{html, markdown};

/// The longest text that is read, in bytes: fifty novels' worth. Beyond it reading takes minutes and the
/// page's memory hundreds of megabytes.
pub const LONGEST: f64 = 10.0 * 1024.0 * 1024.0;

/// Why a text did not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntakeError {
    /// The browser could not open the file, as when it was moved meanwhile.
    Unreadable,
    /// The file holds something other than text.
    NotText,
    /// It is longer than [`LONGEST`].
    TooLong,
    /// There is not one word in it.
    NoWords,
}

/// What a file's ending (or its type, where it has none) says of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Plain,
    Markdown,
    Html,
}

/// A text as it was pasted or dropped.
///
/// # Errors
/// When it is too long or holds no words.
pub fn pasted(text: &str) -> Result<Text, IntakeError> {
    if text.len() as f64 > LONGEST {
        return Err(IntakeError::TooLong);
    }
    with_words(Title::Pasted, text)
}

/// The text that a drop or a paste carries: a file goes before text, which may be no more than its name.
pub enum Carried {
    /// Files.
    Files(Files),
    /// Text.
    Text(String),
}

/// Files that came together, of which one is read.
pub struct Files {
    /// The one that is read.
    pub first: File,
    /// How many there are.
    pub count: u32,
}

impl Files {
    /// The files of a list; none where it is empty.
    pub fn of(list: &FileList) -> Option<Self> {
        Some(Self { first: list.get(0)?, count: list.length() })
    }
}

/// What a drop or a paste carries: an empty text when there is nothing for us in it.
pub fn carried(data: Option<&DataTransfer>) -> Carried {
    if let Some(files) = data.and_then(DataTransfer::files).and_then(|list| Files::of(&list)) {
        return Carried::Files(files);
    }
    Carried::Text(data.and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default())
}

/// Reads a file's text.
///
/// # Errors
/// Any [`IntakeError`]; the file itself is the reader's and stays as it is.
pub async fn from_file(file: File) -> Result<Text, IntakeError> {
    if file.size() > LONGEST {
        return Err(IntakeError::TooLong);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| IntakeError::Unreadable)?;
    let buffer: ArrayBuffer = buffer.dyn_into().map_err(|_: JsValue| IntakeError::Unreadable)?;
    let text = decoded(&Uint8Array::new(&buffer).to_vec())?;
    let name = file.name();
    let (title, body) = match form(&name, &file.type_()) {
        Form::Plain => (String::new(), text),
        Form::Markdown => (String::new(), markdown::prose(&text)),
        Form::Html => {
            let html = html::text_of(&text).ok_or(IntakeError::NotText)?;
            (html.title, html.prose)
        }
    };
    with_words(Title::Named(if title.is_empty() { name } else { title }), &body)
}

/// A text with line breaks and blanks as the page wants them; an error when it holds no word.
fn with_words(title: Title, text: &str) -> Result<Text, IntakeError> {
    if !text.contains(char::is_alphanumeric) {
        return Err(IntakeError::NoWords);
    }
    let body = text.trim_start_matches('\u{feff}');
    if !body.contains('\r') {
        return Ok(Text { title, body: body.into() });
    }
    Ok(Text { title, body: body.replace("\r\n", "\n").replace('\r', "\n").into() })
}

fn form(name: &str, kind: &str) -> Form {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => Form::Html,
        Some("md" | "markdown") => Form::Markdown,
        None if kind == "text/html" => Form::Html,
        _ => Form::Plain,
    }
}

/// Bytes as text: UTF-8, UTF-16 with its mark, else the Western encoding of older files. Text has no other
/// control characters than those for lines, tabs and pages, so what has is none.
fn decoded(bytes: &[u8]) -> Result<String, IntakeError> {
    let label = match bytes {
        [0xff, 0xfe, ..] => "utf-16le",
        [0xfe, 0xff, ..] => "utf-16be",
        _ if std::str::from_utf8(bytes).is_ok() => "utf-8",
        _ => "windows-1252",
    };
    if !label.starts_with("utf-16") && bytes.iter().any(|&byte| is_foreign_to_text(byte)) {
        return Err(IntakeError::NotText);
    }
    let decoder = TextDecoder::new_with_label(label).map_err(|_| IntakeError::NotText)?;
    decoder.decode_with_u8_array(bytes).map_err(|_| IntakeError::NotText)
}

fn is_foreign_to_text(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_say_what_a_file_is() {
        assert_eq!(form("News.HTM", ""), Form::Html);
        assert_eq!(form("news.md", "text/plain"), Form::Markdown);
        assert_eq!(form("news", "text/html"), Form::Html);
        assert_eq!(form("news.txt", "text/plain"), Form::Plain);
        assert_eq!(form("v1.2 notes", ""), Form::Plain);
    }

    #[test]
    fn a_text_without_words_is_refused() {
        assert_eq!(pasted(" \n — … "), Err(IntakeError::NoWords));
        assert_eq!(
            pasted("\u{feff}One.\r\nTwo.\rThree.").unwrap().body.as_ref(),
            "One.\nTwo.\nThree."
        );
    }
}
