import { arc, circle, drop, line, mix, rect, type Shape } from './shapes.ts'

const [steel, bright, dark] = ['#b4bec7', '#d8dee4', '#2b333b']

/** The place and the thickness of the pipe below a device, by its family. */
export const pipes = { echo: [150, 36], flux: [124, 44], pulse: [152, 34] } as const

/** A pipe with its light and its shade, from one place to another. */
export function pipe(family: keyof typeof pipes, from = 0, to = 200): Shape[] {
  const [y, thick] = pipes[family]
  const band = (top: number, share: number, fill: string) => ({
    ...{ path: rect(from, y + thick * top, to - from, thick * share), fill },
  })
  return [band(0, 1, steel), band(0.14, 0.2, bright), band(0.78, 0.22, mix(steel, dark, 0.25))]
}

/** Waves to both sides of a place. */
const waves = (x: number, y: number, colour: string): Shape[] =>
  [18, 32, 46].flatMap((radius) =>
    [-40, 140].map((from) => ({
      ...{ path: arc(x, y, radius, from, from + 80), stroke: colour, width: 4 },
    })),
  )

/** A logger on a pipe. */
const echo = (colour: string): Shape[] => [
  ...pipe('echo'),
  { path: rect(84, 132, 32, 58, 3), fill: '#5f6b76' },
  { path: rect(68, 58, 64, 84, 12), fill: colour },
  { path: rect(74, 64, 9, 70, 4), fill: mix(colour, '#ffffff', 0.35) },
  { path: rect(62, 46, 76, 24, 8), fill: mix(colour, '#000000', 0.3) },
  { path: rect(95, 16, 10, 32, 5), fill: dark },
  { path: rect(88, 92, 36, 26, 3), fill: '#ffffff' },
  { path: rect(92, 98, 28, 4), fill: colour },
  { path: rect(92, 107, 18, 4), fill: steel },
  ...waves(100, 20, mix(colour, '#ffffff', 0.45)),
]

/** A meter between two flanges. */
const flux = (colour: string): Shape[] => [
  ...pipe('flux'),
  { path: rect(30, 108, 16, 76, 3), fill: '#8a96a1' },
  { path: rect(154, 108, 16, 76, 3), fill: '#8a96a1' },
  { path: rect(62, 106, 76, 80, 10), fill: mix(colour, '#000000', 0.25) },
  { path: rect(86, 84, 28, 30), fill: '#5f6b76' },
  { path: rect(50, 24, 100, 68, 12), fill: colour },
  { path: rect(62, 36, 76, 30, 4), fill: '#e7f2ec' },
  ...[68, 82, 96, 110, 124].map((x) => ({ path: rect(x, 43, 9, 16, 2), fill: dark })),
  { path: rect(62, 74, 30, 6, 3), fill: mix(colour, '#ffffff', 0.5) },
  { path: line([78, 146], [120, 146]), stroke: '#ffffff', width: 5 },
  { path: 'M 116 136 L 130 146 L 116 156 Z', fill: '#ffffff' },
]

/** A gauge on a pipe. */
const pulse = (colour: string): Shape[] => [
  ...pipe('pulse'),
  { path: rect(90, 130, 20, 30), fill: '#5f6b76' },
  { path: rect(82, 146, 36, 12, 3), fill: '#8a96a1' },
  { path: circle(100, 78, 62), fill: mix(colour, '#000000', 0.25) },
  { path: circle(100, 78, 56), fill: colour },
  { path: circle(100, 78, 46), fill: '#ffffff' },
  ...[-210, -180, -150, -120, -90, -60, -30, 0, 30].map((angle) => {
    const [x, y] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
    const at = (r: number) => [Math.round(100 + x * r), Math.round(78 + y * r)] as const
    return { path: line(at(36), at(43)), stroke: angle > -30 ? '#b3261e' : dark, width: 3 }
  }),
  { path: line([100, 78], [122, 52]), stroke: colour, width: 5 },
  { path: circle(100, 78, 7), fill: dark },
  { path: rect(88, 98, 24, 9, 2), fill: bright },
]

/** A gateway on a mast. */
const gate = (colour: string): Shape[] => [
  { path: rect(94, 60, 12, 140), fill: '#8a96a1' },
  { path: rect(98, 60, 3, 140), fill: bright },
  { path: rect(54, 72, 92, 76, 10), fill: colour },
  { path: rect(60, 78, 80, 12, 5), fill: mix(colour, '#ffffff', 0.3) },
  { path: rect(68, 14, 8, 60, 4), fill: dark },
  { path: rect(124, 14, 8, 60, 4), fill: dark },
  ...[68, 84, 100].map((x, place) => ({
    ...{ path: circle(x, 112, 5), fill: ['#7ed492', '#7ed492', '#ffb703'][place]! },
  })),
  { path: rect(112, 104, 26, 30, 3), fill: mix(colour, '#000000', 0.25) },
  ...waves(100, 26, mix(colour, '#ffffff', 0.45)),
]

/** A screen with the curve of a night. */
const basin = (colour: string): Shape[] => [
  { path: rect(12, 30, 176, 120, 10), fill: dark },
  { path: rect(20, 38, 160, 104, 4), fill: '#f6f8fa' },
  { path: rect(20, 38, 160, 16), fill: colour },
  ...[0, 1, 2].map((row) => ({ path: rect(30, 72 + row * 22, 140, 1), fill: bright })),
  {
    path: 'M 30 78 C 44 74 50 120 66 122 C 82 124 86 84 98 82 C 110 80 116 98 130 92 C 144 86 150 72 170 76',
    ...{ stroke: colour, width: 4 },
  },
  { path: circle(66, 122, 6), fill: '#ffb703' },
  { path: rect(88, 150, 24, 24), fill: '#5f6b76' },
  { path: rect(60, 172, 80, 10, 5), fill: '#8a96a1' },
]

/** The drawings of the product families, each in a square of 200. */
export const drawings = { echo, flux, pulse, gate, basin }

/** The sign of the vendor: a ring around a drop, in a square of 200. */
export const sign = (colour: string): Shape[] => [
  { path: circle(100, 100, 82), stroke: colour, width: 24 },
  { path: drop(100, 48, 92), fill: colour },
]
