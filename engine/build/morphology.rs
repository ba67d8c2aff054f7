//! The forms of words that patterns name by their lemma, irregular ones among them.

use crate::inflection;

/// Every form of a verb, without any twice.
pub(crate) fn verb(lemma: &str) -> Vec<String> {
    if lemma == "be" {
        return ["am", "are", "be", "been", "being", "is", "was", "were"]
            .map(str::to_owned)
            .to_vec();
    }
    let given =
        IRREGULAR_VERBS.iter().find(|(base, _)| *base == lemma).map_or("-", |(_, forms)| forms);
    let forms = inflection::verb_forms(lemma, given).unwrap_or_default();
    forms.into_iter().map(|(form, _)| form).collect()
}

/// Singular and plural of a noun.
pub(crate) fn noun(lemma: &str) -> Vec<String> {
    let given = IRREGULAR_NOUNS.iter().find(|(singular, _)| *singular == lemma);
    let plural =
        given.map_or_else(|| inflection::with_s(lemma), |(_, plural)| (*plural).to_owned());
    vec![lemma.to_owned(), plural]
}

/// An adjective and its degrees.
pub(crate) fn adjective(lemma: &str) -> Vec<String> {
    let degrees = match IRREGULAR_ADJECTIVES.iter().find(|(positive, ..)| *positive == lemma) {
        Some((_, comparative, superlative)) => [comparative, superlative].map(|d| (*d).to_owned()),
        None => degrees(lemma),
    };
    [lemma.to_owned()].into_iter().chain(degrees).collect()
}

/// The comparative and superlative of a short adjective: *vague, vaguer, vaguest*.
fn degrees(adjective: &str) -> [String; 2] {
    let stem = inflection::stem_before_vowel(adjective);
    [format!("{stem}er"), format!("{stem}est")]
}

/// Irregular verbs, with their forms as [`inflection::verb_forms`] takes them.
const IRREGULAR_VERBS: [(&str, &str); 143] = [
    ("arise", "arose arisen"),
    ("become", "became become"),
    ("begin", "began begun beginning begins"),
    ("bend", "bent bent"),
    ("bet", "bet bet betting bets"),
    ("bind", "bound bound"),
    ("bite", "bit bitten"),
    ("bleed", "bled bled"),
    ("blow", "blew blown"),
    ("break", "broke broken"),
    ("breed", "bred bred"),
    ("bring", "brought brought"),
    ("build", "built built"),
    ("burst", "burst burst"),
    ("buy", "bought bought"),
    ("cast", "cast cast"),
    ("catch", "caught caught"),
    ("choose", "chose chosen"),
    ("cling", "clung clung"),
    ("come", "came come"),
    ("cost", "cost cost"),
    ("creep", "crept crept"),
    ("cut", "cut cut cutting cuts"),
    ("deal", "dealt dealt"),
    ("dig", "dug dug digging digs"),
    ("do", "did done doing does"),
    ("draw", "drew drawn"),
    ("drink", "drank drunk"),
    ("drive", "drove driven"),
    ("eat", "ate eaten"),
    ("fall", "fell fallen"),
    ("feed", "fed fed"),
    ("feel", "felt felt"),
    ("fight", "fought fought"),
    ("find", "found found"),
    ("fit", "fit fit fitting fits"),
    ("flee", "fled fled"),
    ("fling", "flung flung"),
    ("fly", "flew flown"),
    ("forbid", "forbade forbidden forbidding forbids"),
    ("foresee", "foresaw foreseen"),
    ("foretell", "foretold foretold"),
    ("forget", "forgot forgotten forgetting forgets"),
    ("forgive", "forgave forgiven"),
    ("get", "got gotten getting gets"),
    ("give", "gave given"),
    ("go", "went gone going goes"),
    ("grow", "grew grown"),
    ("hang", "hung hung"),
    ("have", "had had having has"),
    ("hear", "heard heard"),
    ("hide", "hid hidden"),
    ("hit", "hit hit hitting hits"),
    ("hold", "held held"),
    ("hurt", "hurt hurt"),
    ("keep", "kept kept"),
    ("know", "knew known"),
    ("lay", "laid laid"),
    ("lead", "led led"),
    ("leave", "left left"),
    ("lend", "lent lent"),
    ("let", "let let letting lets"),
    ("lie", "lay lain"),
    ("lose", "lost lost"),
    ("make", "made made"),
    ("mean", "meant meant"),
    ("meet", "met met"),
    ("mislead", "misled misled"),
    ("misread", "misread misread"),
    ("mistake", "mistook mistaken"),
    ("misunderstand", "misunderstood misunderstood"),
    ("overcome", "overcame overcome"),
    ("oversee", "oversaw overseen"),
    ("overtake", "overtook overtaken"),
    ("overthrow", "overthrew overthrown"),
    ("pay", "paid paid"),
    ("prove", "proved proven"),
    ("put", "put put putting puts"),
    ("quit", "quit quit quitting quits"),
    ("read", "read read"),
    ("ride", "rode ridden"),
    ("ring", "rang rung"),
    ("rise", "rose risen"),
    ("run", "ran run running runs"),
    ("say", "said said"),
    ("see", "saw seen"),
    ("seek", "sought sought"),
    ("sell", "sold sold"),
    ("send", "sent sent"),
    ("set", "set set setting sets"),
    ("shake", "shook shaken"),
    ("shed", "shed shed shedding sheds"),
    ("shine", "shone shone"),
    ("shoot", "shot shot"),
    ("show", "showed shown"),
    ("shrink", "shrank shrunk"),
    ("shut", "shut shut shutting shuts"),
    ("sing", "sang sung"),
    ("sink", "sank sunk"),
    ("sit", "sat sat sitting sits"),
    ("sleep", "slept slept"),
    ("slide", "slid slid"),
    ("speak", "spoke spoken"),
    ("spell", "spelled spelled"),
    ("spend", "spent spent"),
    ("spin", "spun spun spinning spins"),
    ("split", "split split splitting splits"),
    ("spread", "spread spread"),
    ("spring", "sprang sprung"),
    ("stand", "stood stood"),
    ("steal", "stole stolen"),
    ("stick", "stuck stuck"),
    ("sting", "stung stung"),
    ("stink", "stank stunk"),
    ("strike", "struck struck"),
    ("strive", "strove striven"),
    ("swear", "swore sworn"),
    ("sweep", "swept swept"),
    ("swim", "swam swum swimming swims"),
    ("swing", "swung swung"),
    ("take", "took taken"),
    ("teach", "taught taught"),
    ("tear", "tore torn"),
    ("tell", "told told"),
    ("think", "thought thought"),
    ("throw", "threw thrown"),
    ("thrust", "thrust thrust"),
    ("tread", "trod trodden"),
    ("undercut", "undercut undercut undercutting undercuts"),
    ("undergo", "underwent undergone undergoing undergoes"),
    ("understand", "understood understood"),
    ("undertake", "undertook undertaken"),
    ("undo", "undid undone undoing undoes"),
    ("uphold", "upheld upheld"),
    ("wear", "wore worn"),
    ("weave", "wove woven"),
    ("weep", "wept wept"),
    ("win", "won won winning wins"),
    ("wind", "wound wound"),
    ("withdraw", "withdrew withdrawn"),
    ("withhold", "withheld withheld"),
    ("withstand", "withstood withstood"),
    ("write", "wrote written"),
];

/// Irregular nouns and their plurals.
const IRREGULAR_NOUNS: [(&str, &str); 14] = [
    ("analysis", "analyses"),
    ("basis", "bases"),
    ("belief", "beliefs"),
    ("child", "children"),
    ("crisis", "crises"),
    ("criterion", "criteria"),
    ("foot", "feet"),
    ("half", "halves"),
    ("life", "lives"),
    ("man", "men"),
    ("person", "people"),
    ("phenomenon", "phenomena"),
    ("thesis", "theses"),
    ("woman", "women"),
];

/// Irregular adjectives and their degrees.
const IRREGULAR_ADJECTIVES: [(&str, &str, &str); 3] =
    [("bad", "worse", "worst"), ("far", "farther", "farthest"), ("good", "better", "best")];
