/** A filled or drawn outline; its path has M, L, C and Z with absolute places, y downwards. */
export interface Shape {
  path: string
  fill?: string
  stroke?: string
  width?: number
}

/** How far the handles of a quarter of a circle lie from its ends. */
const kappa = 0.5523

/** A rectangle, with round corners where a radius is given. */
export function rect(x: number, y: number, w: number, h: number, r = 0): string {
  const [right, bottom, k] = [x + w, y + h, r * (1 - kappa)]
  if (!r) return `M ${x} ${y} L ${right} ${y} L ${right} ${bottom} L ${x} ${bottom} Z`
  return [
    `M ${x + r} ${y} L ${right - r} ${y}`,
    `C ${right - k} ${y} ${right} ${y + k} ${right} ${y + r} L ${right} ${bottom - r}`,
    `C ${right} ${bottom - k} ${right - k} ${bottom} ${right - r} ${bottom} L ${x + r} ${bottom}`,
    `C ${x + k} ${bottom} ${x} ${bottom - k} ${x} ${bottom - r} L ${x} ${y + r}`,
    `C ${x} ${y + k} ${x + k} ${y} ${x + r} ${y} Z`,
  ].join(' ')
}

/** A circle. */
export const circle = (x: number, y: number, r: number): string =>
  rect(x - r, y - r, 2 * r, 2 * r, r)

/** A line through points. */
export const line = (...points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], place) => `${place ? 'L' : 'M'} ${x} ${y}`).join(' ')

/** A part of a circle from one angle to another in degrees, at most a quarter; 0 points right. */
export function arc(x: number, y: number, r: number, from: number, to: number): string {
  const [a, b] = [(from * Math.PI) / 180, (to * Math.PI) / 180]
  const k = (4 / 3) * Math.tan((b - a) / 4) * r
  const at = (angle: number) => [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const
  const [[x1, y1], [x2, y2]] = [at(a), at(b)]
  const handles = [
    ...[x1 - k * Math.sin(a), y1 + k * Math.cos(a)],
    ...[x2 + k * Math.sin(b), y2 - k * Math.cos(b)],
  ]
  return `M ${round(x1)} ${round(y1)} C ${handles.map(round).join(' ')} ${round(x2)} ${round(y2)}`
}

/** A drop of water with its tip at a place. */
export const drop = (x: number, y: number, size: number): string =>
  `M ${x} ${y} C ${x + size * 0.3} ${y + size * 0.4} ${x + size * 0.4} ${y + size * 0.5} ${x + size * 0.4} ${y + size * 0.66} C ${x + size * 0.4} ${y + size * 1.1} ${x - size * 0.4} ${y + size * 1.1} ${x - size * 0.4} ${y + size * 0.66} C ${x - size * 0.4} ${y + size * 0.5} ${x - size * 0.3} ${y + size * 0.4} ${x} ${y} Z`

/** A colour mixed with another, as hexadecimal digits after a number sign. */
export function mix(one: string, other: string, share: number): string {
  const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const [a, b] = [parts(one), parts(other)]
  const mixed = a.map((part, place) => Math.round(part + (b[place]! - part) * share))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

export const round = (value: number): number => Math.round(value * 100) / 100

/** Shapes as SVG. */
export const toSvg = (shapes: readonly Shape[]): string =>
  shapes
    .map(
      ({ path, fill = 'none', stroke, width = 1 }) =>
        `<path d="${path}" fill="${fill}"${stroke ? ` stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"` : ''}/>`,
    )
    .join('')

/** Shapes as operators of a page (ISO 32000-1, 8.5), with y downwards. */
export function toPdf(shapes: readonly Shape[]): string {
  const colour = (hex: string) =>
    [1, 3, 5].map((at) => round(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')
  return shapes
    .map(({ path, fill, stroke, width = 1 }) => {
      const drawn = path
        .match(/[MLCZ][^MLCZ]*/g)!
        .map((step) => {
          const numbers = step.slice(1).trim()
          return step.startsWith('Z') ? 'h' : `${numbers} ${step[0]!.toLowerCase()}`
        })
        .join(' ')
      const paint = [fill && `${colour(fill)} rg`, stroke && `${colour(stroke)} RG ${width} w 1 J`]
      return `${paint.filter(Boolean).join(' ')} ${drawn} ${fill ? (stroke ? 'B' : 'f') : 'S'}`
    })
    .join('\n')
}
