import { drawings, pipe, pipes } from './drawings.ts'
import type { families } from './products.ts'
import { circle, mix, toSvg, type Shape } from './shapes.ts'

const [width, height] = [960, 540]
/** The colours of the sky above and at the horizon, and of the sun, at four times of a day. */
const skies = [
  ['#8fc1e3', '#e3f0f7', '#fff6d8'],
  ['#f2a65a', '#fbe3c0', '#fff1d0'],
  ['#5d8aa8', '#cfe0e8', '#ffffff'],
  ['#7a6fa8', '#f3c9b5', '#ffe9c9'],
] as const

const hill = (y: number, sway: number, fill: string): Shape => ({
  path: `M 0 ${y} C 160 ${y - sway} 300 ${y + sway * 0.6} 480 ${y - sway * 0.3} C 660 ${y - sway} 800 ${y + sway * 0.5} ${width} ${y - sway * 0.2} L ${width} ${height} L 0 ${height} Z`,
  fill,
})

/** A picture of a product: its device in a landscape at one of four times of the day, as SVG. */
export function scene(family: keyof typeof families, colour: string, place: number): string {
  const [above, horizon, sun] = skies[place % skies.length]!
  const scale = 1.75 + (place % 3) * 0.18
  const [x, y] = [230 + (place % 4) * 110, 512 - 200 * scale]
  const land = mix('#5f7d4e', colour, 0.18)
  const land2 = mix(land, '#1f2933', 0.25)
  const hasPipe = (name: string): name is keyof typeof pipes => name in pipes
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${above}"/><stop offset="0.62" stop-color="${horizon}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#sky)"/>${toSvg(
    [
      { path: circle(140 + ((place * 230) % 700), 120, 46), fill: sun },
      hill(300, 70, mix(land, horizon, 0.55)),
      hill(350, 44, mix(land, horizon, 0.28)),
      hill(410, 26, land),
      hill(490, 12, land2),
    ],
  )}<g transform="translate(${x} ${y}) scale(${scale})">${toSvg([
    ...(hasPipe(family) ? pipe(family, -500, 700) : []),
    ...drawings[family](colour),
  ])}</g></svg>`
}
