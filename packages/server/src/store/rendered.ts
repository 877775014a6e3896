/** A part of a text below one heading. */
export interface TextPart {
  /** The heading as plain text; empty before the first one. */
  heading: string
  /** The place of the heading in the page. */
  anchor?: string
  /** The text as plain text. */
  text: string
}

/** A place that a text links to: another text, an image or another file, by its path or address. */
export interface TextReference {
  kind: 'link' | 'image'
  target: string
  /** The heading that it leads to. */
  anchor?: string
}
