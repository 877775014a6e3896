/** Pixels whose colours are nearer than this are the same: rounding, not ink. */
const near = 12
/** Fewer pixels than this are not seen. */
const fewest = 16
const steps = 10

const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
})

/**
 * The contrast of what was drawn on a ground, from 1 to 21 (WCAG 2.2, contrast ratio). Both are pixels
 * of three bytes. It is that of the quarter of the drawn pixels that stands out most, so that a light
 * shade of a legible logo does no harm; a drawing that nobody sees has 1.
 */
export function contrastOn(ground: Uint8Array, drawn: Uint8Array): number {
  // Counts by tenths, since a large image has too many pixels for a list.
  const counts = new Uint32Array(21 * steps + 1)
  let seen = 0
  for (let at = 0; at + 2 < ground.length; at += 3) {
    if (!differs(ground, drawn, at)) continue
    const [dark, light] = [luminance(ground, at), luminance(drawn, at)].toSorted((a, b) => a - b)
    const ratio = (light! + 0.05) / (dark! + 0.05)
    counts[Math.floor(ratio * steps)]!++
    seen++
  }
  if (seen < fewest) return 1
  let above = 0
  for (let step = counts.length - 1; step > steps; step--) {
    above += counts[step]!
    if (above * 4 >= seen) return step / steps
  }
  return 1
}

const differs = (one: Uint8Array, other: Uint8Array, at: number): boolean =>
  Math.abs(one[at]! - other[at]!) > near ||
  Math.abs(one[at + 1]! - other[at + 1]!) > near ||
  Math.abs(one[at + 2]! - other[at + 2]!) > near

const luminance = (pixels: Uint8Array, at: number): number =>
  0.2126 * linear[pixels[at]!]! +
  0.7152 * linear[pixels[at + 1]!]! +
  0.0722 * linear[pixels[at + 2]!]!
