const outside = 'href\\s*=\\s*["\']\\s*(?!#|data:image/(png|jpe?g|gif|webp))'
const unsafe = new RegExp(
  `<script|<!ENTITY|<!DOCTYPE[^>]*\\[|<foreignObject|\\son\\w+\\s*=|${outside}`,
  'i',
)

/** Tells whether a drawing (SVG) runs something, names entities or takes something from elsewhere. */
export function isUnsafeDrawing(bytes: Uint8Array): boolean {
  return unsafe.test(new TextDecoder('latin1').decode(bytes))
}

/** The most bytes of a drawing (SVG); a larger one is not looked into, and so not taken. */
export const largestDrawing = 20_000_000

/** The reason why a drawing is not taken; undefined where it is. */
export function unsafeDrawing(bytes: Uint8Array): string | undefined {
  if (!isUnsafeDrawing(bytes)) return undefined
  return 'The drawing has a script, an entity or something from elsewhere. Save it as a plain SVG.'
}

/** Tells whether an image file is a drawing. */
export function isDrawing(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))
}
