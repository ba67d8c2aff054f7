/** The element `<whose-words>`: what it is asked and what it tells. docs/embedding.md describes its attributes. */
export interface WhoseWordsElement extends HTMLElement {
  /** The report of the article; null before it is read. */
  readonly report: Report | null;
  /** The text that the report's offsets are of; null before it is read. */
  readonly text: string | null;
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

/** Why an article is not marked. */
export interface Failure {
  code: "no-article" | "not-loaded" | "language";
  /** The sentence that the reader sees. */
  message: string;
}

/** What the element tells; all of it bubbles, and comes out of shadow trees. */
export interface WhoseWordsEvents {
  /** The engine is there. */
  "whose-words:ready": CustomEvent<Record<string, never>>;
  /** The article was read, or read again. */
  "whose-words:report": CustomEvent<Counts>;
  "whose-words:select": CustomEvent<Selected>;
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
);

/** Messages from embed.html, once it was told `hello`. */
export type MessageFromFrame = { whoseWords: 1 } & (
  | { type: "ready" }
  | { type: "height"; height: number }
  | { type: "report"; title: string; summary: Counts; text: string; report: Report }
  | ({ type: "select" } & Selected)
  | { type: "error"; code: Failure["code"] | FrameFailure; message: string }
);

/** Why a frame has nothing to read, or did not understand a message. */
export type FrameFailure = "address" | "foreign" | "missing" | "kind" | "empty" | "huge" | "message" | "version";

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
