//! Every sentence and label of the studio, in a table of its own.

use crate::ui::strings::table;

/// The table in use.
pub fn strings() -> &'static StudioStrings {
    &ENGLISH
}

table! { StudioStrings:
    // Before there is an article.
    begin: "Make a lesson";
    begin_about: "A lesson is an article, what learners are to mark in it, and your key: your own reading, which they hold theirs against. It becomes one small file.";
    privacy: "What you do here stays on this device.";
    go_on: "Go on with “{}”";
    untitled: "A lesson without a title";
    article: "Paste or type an article";
    draft: "Draft the key: read the article for me";
    draft_about: "What the widget finds becomes a first key, for you to correct. It misses some marks and sets some wrongly. Without it you begin with an empty key.";
    start: "Begin";
    open: "Or open a lesson file";
    no_words: "There are no words in the text.";
    too_long: "That is longer than a lesson can be: 200,000 bytes, some 30,000 words. Take the part that is to be worked on.";
    unreadable: "The file could not be opened: it may have been moved or renamed.";
    loading: "Loading what finds the marks …";
    reading: "Reading the article …";
    not_drafted: "The key could not be drafted: what finds the marks could not be loaded. The article is here, with an empty key.";
    foreign: "This does not look like English, which is all that can be read here. The article is here, with an empty key.";
    drafted_one: "A draft of {} mark. Look at each: correct it, take it off, or say something of it.";
    drafted: "A draft of {} marks. Look at each: correct it, take it off, or say something of it.";

    // The lesson.
    work: "The lesson";
    title: "Title";
    instructions: "What learners are told first";
    kinds: "What they are to mark";
    shown: "They see your key";
    shown_at_once: "with the first comparison";
    shown_second: "with the second";
    shown_third: "with the third";
    shown_never: "never: only how far they agree";
    key: "Your key";
    marks_none: "There is nothing in your key yet. Choose what to mark, press the first word and the last.";
    marks_one: "{} mark in it";
    marks: "{} marks in it";
    note: "What learners are told of it";
    note_of: "What learners are told of “{}”";
    optional: "may be marked or not";
    optional_of: "“{}” may be marked or not";
    attribution: "of attribution";
    attribution_of: "The attribution that “{}” is a part of, by number";

    // What becomes of it.
    save: "Save the lesson file";
    save_page: "Save as a page with everything in it";
    save_package: "Save as a package (SCORM 1.2)";
    save_failed: "It could not be made: some of the widget’s own files cannot be fetched, or this page did not come over a secure line (https).";
    try_it: "Try it as a learner";
    back: "Back to the lesson";
    close: "Another lesson";
    empty_key: "Nothing is in the key yet, so nobody could compare with it.";
    answers: "Answers of a class";
    answers_about: "Choose the files that your learners saved. They are counted here, against the key as it stands above; nothing of them is kept.";
    answers_choose: "Files of answers";
    answer_of: "Answer";
    answers_cells: "In words: what both have of the key’s words, + what the answer has more.";
    answer_words: "{} of {} + {}";
    comparisons: "Comparisons";
    answer_none: "This is no answer to this lesson: {}.";
    answer_other: "Its lesson is called “{}”.";
    found: "The marks of the key, those first that fewest have";
    found_by: "{} of {} have it, {} a part";

    use_it: "On your page";
    use_about: "Put the file beside your page, and this into it:";
    use_frame: "Where only frames are let through, put the file into the widget’s folder:";
    use_package: "Moodle, Canvas and most other learning systems take the package as an activity of its own, and hear from it how far an answer agrees with the key. The page with everything in it opens from a disk.";
}
