import type { drawings } from './drawings.ts'

/** A part of a page; its kinds of content stand in this order. */
export interface SampleBlock {
  heading?: string
  paragraphs?: readonly string[]
  bullets?: readonly string[]
  /** Numbered steps. */
  steps?: readonly string[]
  /** Large figures with words below. */
  figures?: readonly (readonly [string, string])[]
  rows?: readonly (readonly [string, string])[]
  bars?: readonly (readonly [string, number])[]
  /** Values of the hours of a day, drawn as a curve. */
  curve?: readonly number[]
}

/** A page of a sample: a title, a line below it, and blocks. */
export interface SamplePage extends SampleBlock {
  title: string
  lead?: string
  /** A page for a screen (the default), its first page, or a sheet to print. */
  look?: 'slide' | 'cover' | 'sheet'
  /** The product family that is drawn on it. */
  drawing?: keyof typeof drawings
  more?: readonly SampleBlock[]
}
