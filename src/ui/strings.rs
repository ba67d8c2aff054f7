//! Every sentence and label of the interface, in one table. A translation is another table of the same
//! kind; `{…}` stands for what is filled in, and [`fill`] does it.

/// Declares a table and its English edition at once, so that a text stands beside its name. What a program does not show, its
/// table is not in.
macro_rules! strings {
    ($table:ident: $($(#[$about:meta])* $name:ident: $text:expr;)*) => {
        /// The texts of the interface in one language.
        #[expect(missing_docs, reason = "the text beside each name says what it is")]
        #[derive(Debug)]
        pub struct $table { $(pub $name: &'static str,)* }

        /// English.
        pub static ENGLISH: $table = $table { $($name: $text,)* };

        #[cfg(test)]
        #[test]
        fn no_text_is_empty_or_scolds() {
            for (name, text) in [$((stringify!($name), ENGLISH.$name),)*] {
                assert!(!text.trim().is_empty(), "{name}");
                assert!(!text.contains('!'), "{name}: {text}");
            }
        }
    };
}

pub(crate) use strings as table;

/// The table in use.
pub fn strings() -> &'static Strings {
    &ENGLISH
}

/// Fills `{}` in a text, in order.
pub fn fill(pattern: &str, values: &[&str]) -> String {
    let mut parts = pattern.split("{}");
    let mut filled = String::from(parts.next().unwrap_or_default());
    for (number, part) in parts.enumerate() {
        filled.push_str(values.get(number).copied().unwrap_or_default());
        filled.push_str(part);
    }
    filled
}

/// One text for one and another for any other number; `{}` is the number.
pub fn count(number: usize, one: &str, other: &str) -> String {
    fill(if number == 1 { one } else { other }, &[&grouped(number)])
}

/// A number with its thousands set apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

strings! { Strings:
    // The masthead.
    product: "Whose Words?";
    tagline: "See whose words each stretch of an article is: a source’s, or the author’s own.";
    privacy: "Your text stays on this device.";
    privacy_more: "It is read here, in your browser. Nothing is sent anywhere.";
    skip: "Skip to the article";
    use_own_text: "Use your own text";
    back_to_sample: "Sample article";
    clear: "Clear the page";
    undo: "Undo";
    help: "How to use this page";
    theme: "Colours";
    theme_auto: "Auto";
    theme_light: "Light";
    theme_dark: "Dark";

    // Above and in the article.
    sample_title: "Sample article";
    pasted_title: "Your text";
    intro_attributed: "Underlined";
    intro_attributed_rest: " words are somebody’s, with a colour and a letter for each speaker. A ";
    intro_commentary: "wavy line";
    intro_commentary_rest: " is where the author comments. Point at a mark or tap it to see why it is there.";
    intro_keys: " The key ";
    intro_key: "N";
    intro_keys_rest: " goes to the next.";
    article_words_one: "{} word";
    article_words: "{} words";
    nothing_marked: "Nothing is marked in this text: no words of others were found in it, and no commentary.";
    nothing_shown: "Everything is switched off in the legend, so no mark shows.";
    empty_title: "No article on the page";
    empty_text: "Paste a text here, drop a file on the page, or choose one. You can also go back to the sample.";

    // Above an article that is not marked yet.
    awaiting_weights: "Loading what finds the marks …";
    awaiting_marks: "Finding the marks …";
    awaiting_share: "{} %";
    awaiting_unreachable: "What finds the marks could not be fetched; this device may be offline. Until it is there, the text stands without marks.";
    awaiting_not_there: "What finds the marks is not beside this page, where it should be. Until it is there, the text stands without marks.";
    awaiting_cut_short: "What finds the marks came only in part; the connection may have broken off. Until it is there, the text stands without marks.";
    awaiting_changed: "What finds the marks came in another edition than this page needs, or damaged. Until the right one is there, the text stands without marks.";
    awaiting_unusable: "What finds the marks came whole, and this page cannot use it. The text stands without marks.";
    awaiting_again: "Try again";

    // A mark's card.
    card_words_of: "{}’s words";
    card_words_of_s: "{}’ words";
    card_words_of_several: "Words of {}";
    card_words_of_nobody: "Words nobody is named for";
    card_commentary: "The author comments";
    card_marker: "A lone {} of the author’s";
    card_speaker: "Speaker";
    card_source: "Source";
    card_cue: "Cue";
    card_content: "Content";
    card_inside: "Inside it";
    card_from: " ← ";
    card_nobody: "nobody named";
    card_no_source: "none is named";
    card_no_cue: "the quotation marks alone";
    card_strength: "Strength";
    strength_1: "light";
    strength_2: "clear";
    strength_3: "strong";
    card_strength_of: "{} ({} of 3)";
    card_markers: "The words that show it";
    card_markers_of: "Loaded, in {}’s words";
    card_markers_of_s: "Loaded, in {}’ words";
    card_markers_of_nobody: "Loaded, in the words quoted";
    card_markers_of_author: "Loaded, in how the author introduces it";
    card_why: "Why is this marked?";
    card_precision: "Right in {} of {} of its marks that people read.";
    card_more: "More about this rule";
    card_more_waits: "Fetching …";
    card_more_missing: "There is no more about this rule on this device at the moment.";
    misses_title: "What the rules are known to miss";
    misses_text: "Each rule says itself where it leaves a mark out or sets one wrongly.";
    misses_missing: "The list could not be fetched; this device may be offline.";
    measure_title: "Hold the marks against readings by hand";
    measure_text: "A file with one JSON object a line: a text, and what people marked in it, as half-open places in Unicode code points. Sentences with a label, SUBJ or OBJ, do as well. The file stays on this device.";
    measure_example: "{\"id\":\"1\",\"text\":\"Lee said no.\",\"attributions\":[{\"source\":[[0,3]],\"cue\":[[4,8]],\"content\":[[9,11]]}]}";
    measure_file: "A file of readings by hand (.jsonl)";
    measure_reads: "{} of {} texts read";
    measure_unreachable: "What measures could not be fetched; this device may be offline.";
    measure_unreadable: "The file could not be read, or is longer than 10 MB.";
    measure_empty: "There is no reading in this file.";
    measure_record: "Line {} is no reading by hand: {}.";
    trial_title: "What would change it?";
    trial_ask: "Try other words";
    trial_nothing: "This clause is commentary only together with much of the article, so that no edit can be tried here.";
    trial_without: "It would not be marked without the words struck out:";
    trial_no_word: "Taking single words out of it does not change it.";
    trial_label: "In other words";
    trial_marked: "Marked, by {}.";
    trial_unmarked: "Not marked.";
    trial_word: "“{}”";
    trial_put: "Put this into the text";
    card_close: "Close";
    card_only: "Show only these words";
    lone_marker: "By itself it is too weak to make its clause commentary.";
    quotation_unnamed: "Somebody is quoted here, and the text does not say who.";
    previous: "Previous mark";
    next: "Next mark";
    position: "{} of {}";
    marks_one: "{} mark";
    marks: "{} marks";
    said_start: "{}: ";
    said_end: " (end)";

    // How content is quoted.
    quoted_direct: "quoted";
    quoted_indirect: "paraphrased";
    quoted_mixed: "partly quoted";

    // What a cue says by itself.
    cue_plain: "plain";
    cue_distancing: "distancing";
    cue_endorsing: "endorsing";
    cue_contending: "contending";
    cue_intending: "intending";
    cue_plain_means: "says that it was said, no more";
    cue_compare: "compare “said”";
    cue_distancing_means: "keeps the author away from it";
    cue_endorsing_means: "vouches for it";
    cue_contending_means: "shows it as part of a dispute";
    cue_intending_means: "tells of a plan or promise";

    // Kinds of speaker.
    kind_person: "named person";
    kind_organisation: "named organisation";
    kind_document: "document or data";
    kind_role: "role only";
    kind_unnamed: "unnamed";
    kind_group: "group";

    // Families of stance markers.
    family_hedge: "hedge";
    family_booster: "booster";
    family_evaluative: "evaluation";
    family_interpretive: "interpretation";
    family_prediction: "prediction";
    family_directive: "directive";
    family_generalisation: "generalisation";
    family_self_mention: "self-mention";
    family_question: "question";
    family_scare_quotes: "scare quotes";
    family_hedge_means: "lowers the commitment";
    family_booster_means: "raises the commitment";
    family_evaluative_means: "judges";
    family_interpretive_means: "says what something means";
    family_prediction_means: "says what will come";
    family_directive_means: "says what ought to be done";
    family_generalisation_means: "claims something about people nobody is named for";
    family_self_mention_means: "whoever speaks steps forward";
    family_question_means: "asks without waiting for an answer";
    family_scare_quotes_means: "quotation marks that quote nobody";

    // The panel.
    panel: "About this article";
    panel_open: "Whose words?";
    panel_close: "Back to the text";
    share: "Whose words?";
    share_author: "The author, unmarked";
    share_commentary: "The author, commenting";
    share_unnamed: "Quoted, nobody named";
    share_rest: "Other speakers";
    share_of: "{} %";
    share_below_one: "under 1 %";
    strip: "From beginning to end";
    strip_label: "Place in the article";
    strip_hint: "Press to jump; arrow keys go from mark to mark.";
    strip_at: "mark {} of {}: {}";
    strip_nowhere: "at no mark yet, of {}";
    ledger: "Speakers";
    ledger_none: "Nobody else speaks in this text.";
    ledger_attributions_one: "{} attribution";
    ledger_attributions: "{} attributions";
    ledger_words_one: "{} word";
    ledger_words: "{} words";
    ledger_direct: "{} quoted";
    ledger_mixed: "{} partly quoted";
    ledger_indirect: "{} paraphrased";
    ledger_cues: "Cues";
    ledger_alone: "Show alone";
    ledger_only: "Only {}’s words show.";
    ledger_only_s: "Only {}’ words show.";
    ledger_all: "Show everything";
    legend: "What the marks mean";
    legend_attributions: "Somebody’s words";
    legend_commentary: "Commentary";
    legend_markers: "Other stance words";
    legend_letters: "Letters";
    legend_key: "Bold: a source. Dotted: a cue, or stance words in other places. Tinted: the author’s stance words. No line: the author, unmarked.";
    legend_strength: "Commentary to show";
    legend_strength_all: "all";
    legend_strength_clear: "clear and strong";
    legend_strength_strong: "only strong";
    legend_families: "Kinds of stance words";
    finding_there: "Go there";
    rename: "Read it with other names";
    rename_means: "Whoever is named in it, the same words should get the same marks.";
    findings: "In the article as a whole";

    // On somebody else's page.
    host_looking: "Looking at the article …";
    host_no_article: "No article was found on this page.";
    host_other_language: "This article does not look like English. The rules read English only, so nothing is marked.";
    host_other_script: "This article is in another script. The rules read English only, so nothing is marked.";
    host_panel: "Whose Words? on this article";
    panel_fold: "Fold";
    legend_key_in_place: "Double line: a source. Dotted: a cue, or stance words in other places. Tinted: the author’s stance words. No line: the author, unmarked.";
    list: "All marks in order";
    list_more: "Show more";
    copy_open: "Reading view";
    copy_title: "A copy to read, with the marks in it";
    save: "Save as one file";
    save_failed: "The file could not be made: some of the widget’s own files cannot be fetched, or this page did not come over a secure line (https).";

    // Dialogs.
    own_title: "Your own text";
    own_label: "Paste or type an article";
    own_read: "Read this text";
    own_file: "Or choose a file";
    own_file_kinds: ".txt, .html or .md, up to 10 MB. You can also drop a file anywhere on the page, or paste without opening this.";
    own_cancel: "Cancel";
    help_title: "How to use this page";
    help_marks: "Point at a mark, tap it, or move to it by keyboard: a card says whose words it holds, what shows it, and by which rule.";
    help_limits: "The rules describe wording. They miss some marks and set some wrongly; they do not say who is right.";
    help_keys: "Keys";
    help_key_next: "next mark";
    help_key_previous: "previous mark";
    help_key_arrows: "from mark to mark, when one has the focus";
    help_key_enter: "into the card";
    help_key_escape: "close the card";
    help_key_undo: "bring back the text before";
    help_key_help: "this help";
    help_single_keys: "Single keys (N, P, ?) do something";
    help_spoken: "Tell a screen reader where each mark starts and ends";
    help_close: "Close";

    // What there is to tell.
    told_replaced: "{} is on the page now.";
    told_first_of: "It is the first of the {} files that came; one is read at a time.";
    told_sample: "The sample article";
    told_pasted: "Your text";
    told_renamed: "Everybody who is named has another name now. {} of {} attributions and {} of {} clauses of commentary are marked otherwise for it; none should be.";
    told_nameless: "Nobody is called by a first and a last name in this text.";
    told_cleared: "The page is empty.";
    told_stopped: "Stopped. The text before is still here.";
    told_unreadable: "The file could not be opened: it may have been moved or renamed, or is a folder. The page is as it was.";
    told_not_text: "The file holds no text that can be read here. Open it where it was made, copy its text and paste it on this page.";
    told_too_long: "That is longer than 10 MB, more than this page reads. Paste the part that you want to read; the page is as it was.";
    told_no_words: "There are no words in what came in. The page is as it was.";
    told_other_language: "This does not look like English. The rules read English only, so much of it will stay unmarked.";
    told_other_script: "This is in another script. The rules read English only, so most of it will stay unmarked.";
    told_dismiss: "Dismiss";
    drop_here: "Drop the file or text to read it here";
    reading_title: "Reading {}";
    reading_of: "{} % read";
    reading_stop: "Stop";

    // Spoken only.
    spoken_mark: "Mark {} of {}: {}";
    site_footer: "Marks are made by rules that anyone can read, on this device. They describe wording; they do not say who is right.";
    make_lesson: "Make a lesson of an article";
    // Print.
    print_key: "In the margin, a letter stands where a speaker’s words end, ~ where the author begins to comment.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_are_filled_in() {
        assert_eq!(fill("{} of {}", &["3", "7"]), "3 of 7");
        assert_eq!(fill("no place", &["3"]), "no place");
        assert_eq!(count(1, "{} word", "{} words"), "1 word");
        assert_eq!(count(1_234_567, "{} word", "{} words"), "1,234,567 words");
        assert_eq!(count(100, "{} word", "{} words"), "100 words");
    }
}
