/** A link as the text has it. */
export interface TextLink {
  readonly address: string
  /** The id of the article that it leads to, and the anchor of a heading there. */
  readonly article?: string | undefined
  readonly anchor?: string | undefined
  /** The id of the file that it hands out. */
  readonly file?: string | undefined
}

/** The place that a link leads to. */
export interface LinkTarget {
  /** The address, for a link that other tabs can open too; none where the host page has none. */
  readonly href?: string | undefined
  /** Goes there in place; without it the browser follows the address in a new tab. */
  readonly open?: (() => unknown) | undefined
}

/** The words of the parts of a rich text that are not in it. */
export interface RichTextWords {
  readonly copyCode: string
  readonly code: string
  readonly table: string
  /** The name of the button that copies a link to a section. */
  copySection(heading: string): string
  /** The name of the button that shows an image in full. */
  showImage(alt: string): string
}

/** The page around a rich text. */
export interface RichTextHost {
  readonly words: RichTextWords
  /** The target of a link; none for one that is not to be followed, which is text then. */
  link(link: TextLink): LinkTarget | undefined
  /** The address of an image; none for one that is not to be fetched. */
  image(address: string): string | undefined
  /** Copies code. */
  copyCode(code: string): unknown
  /** Copies the link to a section. */
  copySection(anchor: string): unknown
  /** Shows an image in full. */
  showImage(image: HTMLImageElement): unknown
}
