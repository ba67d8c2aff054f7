//! Texts out of files, as the browser gives them.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::js_sys::{Array, Uint8Array};
use web_sys::{File, FilePropertyBag};
use whose_words_widget::page::article::{Text, Title};
use whose_words_widget::page::html;
use whose_words_widget::page::intake::{self, IntakeError};

fn file(name: &str, kind: &str, bytes: &[u8]) -> File {
    let options = FilePropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    File::new_with_u8_array_sequence_and_options(&parts, name, &options).unwrap()
}

async fn read(name: &str, kind: &str, bytes: &[u8]) -> Result<Text, IntakeError> {
    intake::from_file(file(name, kind, bytes)).await
}

#[wasm_bindgen_test]
async fn a_page_gives_its_prose_and_nothing_else() {
    let page = "<!doctype html><title>Page</title><nav>Home</nav><article><h1>The  Title</h1>\
                <p>He <em>said</em> so.<br>Twice.</p><script>no()</script><style>no {}</style>\
                <aside>Advert</aside><ul><li>one</li><li>two</li></ul><figure>Photo</figure>\
                <div>Loose <a href=x>link</a>, text<p>and more</p></div></article><footer>©</footer>";
    let text = read("page.html", "text/html", page.as_bytes()).await.unwrap();
    assert_eq!(text.title, Title::Named("The Title".into()));
    assert_eq!(
        text.body.as_ref(),
        "The Title\nHe said so.\nTwice.\none\ntwo\nLoose link, text\nand more"
    );
}

#[wasm_bindgen_test]
fn a_page_without_an_article_gives_its_body() {
    let page = html::text_of("<title> A  page </title><p>One.</p>Two.").unwrap();
    assert_eq!((page.title.as_str(), page.prose.as_str()), ("A page", "One.\nTwo."));
}

#[wasm_bindgen_test]
fn a_page_runs_nothing() {
    let hostile = "<img src=x onerror=\"document.body.dataset.ran = 1\"><script>document.body.dataset.ran = 1</script><p>Text.</p>";
    assert_eq!(html::text_of(hostile).unwrap().prose, "Text.");
    let body = web_sys::window().unwrap().document().unwrap().body().unwrap();
    assert!(!body.has_attribute("data-ran"));
}

#[wasm_bindgen_test]
async fn a_markdown_file_gives_its_prose() {
    let text = read("notes.md", "", b"# News\n\nHe *said*\nso.").await.unwrap();
    assert_eq!(text.title, Title::Named("notes.md".into()));
    assert_eq!(text.body.as_ref(), "News\nHe said so.");
}

#[wasm_bindgen_test]
async fn encodings_are_told_apart() {
    let utf16 = [0xff, 0xfe, b'H', 0, b'i', 0, 0x19, 0x20];
    for (bytes, expected) in [
        ("caf\u{e9} ’90s".as_bytes(), "café ’90s"),
        (b"caf\xe9 \x9190s".as_slice(), "café ‘90s"),
        (b"\xef\xbb\xbfcaf\xc3\xa9".as_slice(), "café"),
        (utf16.as_slice(), "Hi’"),
    ] {
        let text = read("a.txt", "text/plain", bytes).await.unwrap();
        assert_eq!(text.body.as_ref(), expected);
    }
}

#[wasm_bindgen_test]
async fn what_is_no_text_is_refused() {
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01".as_slice();
    assert_eq!(read("a.png", "image/png", picture).await, Err(IntakeError::NotText));
    assert_eq!(read("a.txt", "text/plain", b" \n").await, Err(IntakeError::NoWords));
    let long = vec![b'a'; 11 * 1024 * 1024];
    assert_eq!(read("a.txt", "text/plain", &long).await, Err(IntakeError::TooLong));
}
