import { textOf } from './file-types.ts'

/** The address of a part of the drawing itself or of an image within it; others lead elsewhere. */
const within = '(#|data:image/(png|jpe?g|gif|webp))'
const quote = '(["\']|&quot;|&apos;)'
const unsafe = new RegExp(
  [
    // Any prefix may stand for the names of SVG.
    '<([\\w.-]+:)?(script|foreignObject)',
    '<!ENTITY|<!DOCTYPE[^>]*\\[|<\\?xml-stylesheet',
    '\\son\\w+\\s*=|javascript:',
    `href\\s*=(?=\\s*["'])(?!\\s*["']\\s*${within})`,
    `@import|url\\((?!\\s*${quote}?\\s*${within})`,
  ].join('|'),
  'i',
)

/** Tells whether a drawing (SVG) runs something, names entities or takes something from elsewhere. */
export function isUnsafeDrawing(bytes: Uint8Array): boolean {
  return unsafe.test(textOf(bytes))
}

/** The most bytes of a drawing (SVG); a larger one is not looked into, and so not taken. */
const largestDrawing = 20_000_000

/** The reason why a drawing of this size is not taken; undefined where it may be. */
export function tooLargeDrawing(size: number): string | undefined {
  if (size <= largestDrawing) return undefined
  return `The drawing has ${size} bytes; ${largestDrawing} are possible.`
}

/** The reason why a drawing is not taken; undefined where it is. */
export function unsafeDrawing(bytes: Uint8Array): string | undefined {
  if (!isUnsafeDrawing(bytes)) return undefined
  return 'The drawing has a script, an entity or something from elsewhere. Save it as a plain SVG.'
}

/** Tells whether an image file is a drawing. */
export function isDrawing(bytes: Uint8Array): boolean {
  return /<([\w.-]+:)?svg[\s>]/i.test(textOf(bytes.subarray(0, 4096)))
}
