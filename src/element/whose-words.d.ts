/** The element `<whose-words>`: what it is asked and what it tells. docs/embedding.md describes its attributes. */
export interface WhoseWordsElement extends HTMLElement {
  /** The report of the article; null before it is read. */
  readonly report: Report | null;
  /** The text that the report's offsets are of, or those of an answer in a lesson; null before it is there. */
  readonly text: string | null;
  /** The lesson of `mode="lesson"`: the address of its file, or what is in that (schema/lesson.json). */
  get lesson(): string | Lesson | null;
  set lesson(lesson: string | Lesson | null);
  /** What a learner did at an earlier time, set before the lesson comes: it goes before what the device has kept. */
  answer?: Answer;
  /** Reads the article again, where the element could not know that it changed. */
  refresh(): void;
}

/** How many of each were found. */
export interface Counts {
  words: number;
  attributions: number;
  commentary: number;
  speakers: number;
}

/** The mark that the reader is at. */
export interface Selected {
  /** Its number, from 0. */
  mark: number;
  /** What there is to say of it, in a sentence. */
  about: string;
  /** The article's words in it. */
  text: string;
}

/** Why an article is not marked, or a lesson does not stand. */
export interface Failure {
  code: "no-article" | "not-loaded" | "language" | "no-lesson" | "lesson-missing" | "lesson-unreadable";
  /** The sentence that the reader sees. */
  message: string;
}

/** What the element tells; all of it bubbles, and comes out of shadow trees. */
export interface WhoseWordsEvents {
  /** The engine is there, or the lesson stands. */
  "whose-words:ready": CustomEvent<Record<string, never>>;
  /** The article was read, or read again. */
  "whose-words:report": CustomEvent<Counts>;
  "whose-words:select": CustomEvent<Selected>;
  /** A learner compared an answer with the key. */
  "whose-words:answer": CustomEvent<Answer>;
  "whose-words:error": CustomEvent<Failure>;
}

declare global {
  interface HTMLElementTagNameMap {
    "whose-words": WhoseWordsElement;
  }
  interface HTMLElementEventMap extends WhoseWordsEvents {}
}

/** Messages to embed.html in a frame; each has `whoseWords: 1`. */
export type MessageToFrame = { whoseWords: 1 } & (
  | { type: "hello" }
  | { type: "height" }
  | { type: "read"; text: string; title?: string }
  | { type: "read"; article: string }
  | { type: "learn"; lesson: string | Lesson }
);

/** Messages from embed.html, once it was told `hello`. */
export type MessageFromFrame = { whoseWords: 1 } & (
  | { type: "ready" }
  | { type: "height"; height: number }
  | { type: "report"; title: string; summary: Counts; text: string; report: Report }
  | ({ type: "select" } & Selected)
  | { type: "answer"; answer: Answer }
  | { type: "error"; code: Failure["code"] | FrameFailure; message: string }
);

/** Why a frame has nothing to read, or did not understand a message. */
export type FrameFailure = "address" | "foreign" | "missing" | "kind" | "empty" | "huge" | "lesson" | "message" | "version";

/** `[start, end)` in Unicode code points. */
export type Span = [start: number, end: number];

/** Whose words each stretch of an article is (schema/report.json). Later versions may add fields. */
export interface Report {
  format: "whose-words/1";
  id: string;
  length: number;
  engine: { version: string; weights: string; rules: string };
  attributions: Attribution[];
  speakers: Speaker[];
  stance: StanceMarker[];
  commentary: { id: number; span: Span; strength: 1 | 2 | 3; markers: number[] }[];
  sentences: { span: Span; voice: "author" | "source" | "mixed"; commentary: boolean }[];
  segments: { span: Span; voice: "author" | "source"; speaker: number | null; attribution: number | null; commentary: boolean }[];
  findings: { rule: string; spans: Span[]; values: Record<string, number> }[];
  tallies: { words: number; author: number; commentary: number; unnamed: number; speakers: { speaker: number; words: number }[] };
}

/** What a mark of a lesson says that its words are. */
export type Kind = "source" | "cue" | "content" | "commentary";

/** A lesson file (schema/lesson.json); docs/lessons.md says what is in it. */
export interface Lesson {
  format: "whose-words-lesson/1";
  title?: string;
  instructions?: string;
  marks?: Kind[];
  shown_after?: number | null;
  text: string;
  key: { kind: Kind; spans: Span[]; attribution?: number | null; optional?: boolean; note?: string }[];
}

/** What a learner marked, and how far that matches the key (schema/answer.json). */
export interface Answer {
  format: "whose-words-answer/1";
  /** The lesson's title. */
  lesson: string;
  comparisons: number;
  marks: { kind: Kind; span: Span }[];
  /** Of an answer that is set it is not looked at. */
  agreement: Agreed & { kinds: ({ kind: Kind } & Agreed)[] };
}

/** How many words are marked: by both, by the key, by the learner. */
export interface Agreed {
  both: number;
  key: number;
  own: number;
}

export interface Attribution {
  id: number;
  source: Span[];
  cue: Span[];
  content: Span[];
  quotation: "direct" | "indirect" | "mixed";
  speakers: number[];
  within: number | null;
  cue_stance: "plain" | "distancing" | "endorsing" | "contending" | "intending";
  rule: string;
  /** In thousandths. */
  confidence: number;
}

export interface Speaker {
  id: number;
  name: string;
  kind: "named person" | "named organisation" | "document or data" | "role only" | "unnamed" | "group";
  role: string | null;
  mentions: Span[];
}

export interface StanceMarker {
  id: number;
  span: Span;
  family: "hedge" | "booster" | "evaluative" | "interpretive" | "prediction" | "directive" | "generalisation" | "self-mention" | "question" | "scare quotes";
  rule: string;
  /** Whether it is the author's. */
  author: boolean;
  attribution: number | null;
}
