//! Every sentence and label of a lesson, in a table of its own: the article's page and element do not need them.

use crate::ui::strings::table;

/// The table in use.
pub fn strings() -> &'static LessonStrings {
    &ENGLISH
}

table! { LessonStrings:
    // Before a lesson is there.
    waits: "Loading the lesson …";
    unnamed: "There is no lesson here yet: the page does not say which.";
    unreachable: "The lesson could not be fetched: it is not there, or it cannot be reached.";
    unreadable: "This is no lesson that can be worked on: {}.";
    again: "Try again";

    // Above the article.
    untitled: "A lesson";
    privacy: "Your marks are kept on this device. The page or learning system that this lesson is part of hears of them when you compare, and nobody else.";
    how: "Choose what to mark. Then press the first word and the last, or draw from one to the other.";
    keys: "By keyboard";
    how_keys: "The arrow keys go from word to word, Enter begins a mark and ends it, Escape lets it go, Delete takes a mark away. The number on a button is its key.";
    pens: "Mark as";
    source: "Source";
    cue: "Cue";
    content: "Content";
    commentary: "Commentary";
    source_means: "who something is attributed to: a name, a role, a document";
    cue_means: "the words that say that something is attributed: said, according to, denied";
    content_means: "what is attributed, with its quotation marks";
    commentary_means: "where the author comments, judges or reads a meaning into something";
    rub: "Take off";
    rub_means: "frees the words from their marks";
    undo: "Undo";
    redo: "Redo";
    anew: "Start over";

    // The article.
    plain: "The article to read";
    words: "The article word by word, to be marked";

    // The own marks.
    own_one: "Your {} mark";
    own: "Your {} marks";
    own_none: "You have not marked anything yet.";
    go: "Go there";
    remove: "Take off “{}”";

    // The comparison.
    compare: "Compare with the key";
    compare_again: "Compare again";
    compared: "You and the key";
    compared_words: "Counted in words. Where a mark begins and ends is seldom the same for two readers; a word more or less is no matter.";
    kind: "Kind";
    both_have: "Marked by both";
    only_key: "By the key alone";
    only_own: "By you alone";
    all_kinds: "All";
    left_one: "The key is shown after {} more comparison. Look at the article again first.";
    left: "The key is shown after {} more comparisons. Look at the article again first.";
    left_now: "The key is shown with the next comparison.";
    never: "This lesson keeps its key to itself.";
    own_apart: "Your marks that the key has otherwise, or not";
    own_apart_as: "“{}”: you say {}, the key says {}.";
    own_apart_none: "“{}”: you say {}; the key has no mark there.";
    own_apart_part: "“{}”: you say {}; the key has some of these words.";
    own_agreed: "Each of your marks is in the key.";
    see: "Marks in the article";
    see_own: "Yours, below the words";
    see_key: "The key’s, above the words";
    see_both: "Both";
    key: "The key, mark by mark";
    key_of: "← {}";
    key_whole: "you have it";
    key_part: "you have a part";
    key_missed: "you do not have it";
    key_optional: "may be marked or not";
    key_is_a_reading: "The key is one careful reading. Where you differ, look for what each of you saw.";
    name: "Your name, for the file";
    save: "Save my answer";

    // Spoken only.
    spoken_again: "Your marks of last time are here.";
    spoken_from: "From “{}”. Now the last word.";
    spoken_dropped: "Let go.";
    spoken_marked: "{}: “{}”.";
    spoken_freed: "Taken off: “{}”.";
    spoken_undone: "Taken back.";
    spoken_redone: "Done again.";
    spoken_anew: "All marks are off. Undo brings them back.";
    spoken_compared: "Compared: {} of the key’s {} words, and {} words that the key does not have.";
    word_is: "{}, {}";
}
