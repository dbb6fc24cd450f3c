/** Something that is to be published, as the gate keeps it and as its module gets it back, approved. Pure. */

/** A text that everybody will read. `field` names it on the page: `title`, `body`, `line`. */
export type PieceText = { readonly field: string; readonly text: string; readonly most: number };

/** A fact beside the texts for whoever looks at it: a name, a moment (ISO), or the key of a word. */
export type PieceFact =
  | { readonly key: string; readonly zh: string; readonly en: string }
  | { readonly key: string; readonly at: string }
  | { readonly key: string; readonly words: string };

export type PieceContent = {
  readonly texts: readonly PieceText[];
  readonly facts: readonly PieceFact[];
  /** What the module needs to publish it: plain JSON, part of what is approved. */
  readonly payload: Readonly<Record<string, unknown>>;
};

/** A piece that may be published now, exactly as it was approved. */
export type ApprovedPiece = {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Who brought it: the publisher is this organisation, in this post, not the second person. */
  readonly orgId: string;
  readonly postId: string;
  readonly content: PieceContent;
  /** The new picture for each original, covered where somebody covered it. */
  readonly pictures: ReadonlyMap<string, string>;
};

/** The text of a field; empty when there is none. */
export function pieceText(content: PieceContent, field: string): string {
  return content.texts.find((one) => one.field === field)?.text ?? '';
}
