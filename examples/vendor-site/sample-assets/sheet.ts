import { drawings, sign } from './drawings.ts'
import type { SampleBlock, SamplePage } from './page.ts'
import { circle, line, mix, rect, toPdf, type Shape } from './shapes.ts'
import { encoded, wrapped } from './text.ts'

const accent = '#ffb703'
const [ink, pale] = ['#1f2933', '#5f6b76']

/** One page, from its title down; places are points from its upper left corner. */
export class Sheet {
  readonly parts: string[] = []
  readonly width: number
  readonly height: number
  readonly #colour: string
  readonly #size: number
  /** The left edge of the text, and its right one. */
  #left = 56
  #right: number
  #y: number

  constructor(page: SamplePage, colour: string, number: string, foot: string) {
    const { look = 'slide', title, lead, drawing, more = [] } = page
    const isSheet = look === 'sheet'
    this.#colour = colour
    ;[this.width, this.height] = isSheet ? [595, 842] : [842, 595]
    this.#size = isSheet ? 12 : 20
    this.#right = this.width - 56
    this.#y = isSheet ? 190 : 142
    if (look === 'cover') {
      this.#cover(title, lead, drawing)
      return
    }
    if (isSheet) this.#head(title, lead, drawing)
    else this.#slideHead(title, lead, drawing)
    for (const block of [page, ...more]) this.#block(block)
    this.#foot(number, foot)
  }

  #cover(title: string, lead: string | undefined, drawing: SamplePage['drawing']) {
    const { width, height } = this
    const colour = this.#colour
    this.#draw({ path: rect(0, 0, width, height), fill: colour })
    const sea = (y: number, share: number): Shape => ({
      path: `M 0 ${y} C 180 ${y - 60} 300 ${y + 50} 460 ${y + 4} C 600 ${y - 36} 720 ${y + 40} ${width} ${y - 12} L ${width} ${height} L 0 ${height} Z`,
      fill: mix(colour, '#ffffff', share),
    })
    this.#draw(sea(450, 0.1), sea(490, 0.2), sea(532, 0.32))
    this.#draw({ path: circle(640, 290, 168), fill: mix(colour, '#ffffff', 0.9) })
    if (drawing) this.#picture(drawings[drawing](colour), 540, 190, 200)
    this.#picture(sign('#ffffff'), 56, 48, 34)
    this.#text(102, 73, 22, 'Quellmark', '#ffffff', true)
    let y = 230
    for (const words of wrapped(title, 380 / 24)) {
      this.#text(56, y, 44, words, '#ffffff', true)
      y += 52
    }
    this.#draw({ path: rect(56, y - 26, 72, 6), fill: accent })
    for (const words of wrapped(lead ?? '', 400 / 10)) {
      this.#text(56, y + 16, 20, words, '#ffffff')
      y += 26
    }
  }

  #slideHead(title: string, lead: string | undefined, drawing: SamplePage['drawing']) {
    const colour = this.#colour
    this.#draw({ path: rect(0, 0, 14, this.height), fill: colour })
    this.#text(56, 74, 30, title, colour, true)
    this.#draw({ path: rect(56, 90, 64, 5), fill: accent })
    if (lead) {
      this.#text(56, 122, 16, lead, pale)
      this.#y = 172
    }
    if (!drawing) return
    this.#right = 540
    this.#draw({ path: rect(578, 120, 208, 380, 14), fill: mix(colour, '#ffffff', 0.9) })
    this.#picture(drawings[drawing](colour), 602, 220, 160)
  }

  #head(title: string, lead: string | undefined, drawing: SamplePage['drawing']) {
    const colour = this.#colour
    this.#left = 48
    this.#right = this.width - 48
    this.#draw({ path: rect(0, 0, this.width, 132), fill: colour })
    this.#draw({ path: rect(0, 132, this.width, 5), fill: accent })
    this.#picture(sign('#ffffff'), 48, 24, 20)
    this.#text(75, 39, 13, 'Quellmark', '#ffffff', true)
    let y = 82
    for (const words of wrapped(title, drawing ? 24 : 34)) {
      this.#text(48, y, 26, words, '#ffffff', true)
      y += 28
    }
    if (lead) this.#text(48, y - 6, 12, lead, '#ffffff')
    if (!drawing) return
    this.#draw({ path: rect(419, 24, 128, 128, 12), fill: '#ffffff' })
    this.#draw({ path: rect(419, 24, 128, 128, 12), stroke: mix(colour, '#ffffff', 0.6) })
    this.#picture(drawings[drawing](colour), 429, 34, 108)
  }

  #foot(number: string, foot: string) {
    const y = this.height - 30
    this.#draw({
      path: rect(this.#left, y - 16, this.width - this.#left - 56, 0.7),
      fill: '#c8d0d7',
    })
    this.#text(this.#left, y, 9, `${foot}   ${number}`, pale)
  }

  #block(block: SampleBlock) {
    const colour = this.#colour
    const size = this.#size
    const wide = this.#right - this.#left
    if (block.heading) {
      this.#y += size * 0.6
      this.#text(this.#left, this.#y, size * 1.25, block.heading, colour, true)
      this.#y += size * 1.7
    }
    for (const text of block.paragraphs ?? []) {
      this.#lines(text, this.#left, size)
      this.#y += size * 0.6
    }
    for (const text of block.bullets ?? []) {
      const mark = size * 0.42
      this.#draw({ path: rect(this.#left, this.#y - mark - 1, mark, mark), fill: accent })
      this.#lines(text, this.#left + size * 1.2, size)
      this.#y += size * 0.5
    }
    block.steps?.forEach((text, place) => {
      const radius = size * 0.85
      const [x, y] = [this.#left + radius, this.#y - size * 0.3]
      this.#draw({ path: circle(x, y, radius), fill: colour })
      const left = x - size * 0.27 * String(place + 1).length
      this.#text(left, this.#y, size * 0.95, String(place + 1), '#ffffff', true)
      this.#lines(text, this.#left + size * 2.4, size)
      this.#y += size * 0.9
    })
    if (block.figures) this.#figures(block.figures, wide)
    block.rows?.forEach(([name, value], place) => {
      const high = size * 1.9
      const fill = place % 2 ? '#ffffff' : mix(colour, '#ffffff', 0.93)
      this.#draw({ path: rect(this.#left, this.#y - high * 0.66, wide, high), fill })
      this.#text(this.#left + 8, this.#y, size * 0.94, name, ink, true)
      this.#text(this.#left + wide * 0.4, this.#y, size * 0.94, value, ink)
      this.#y += high
    })
    if (block.bars) this.#bars(block.bars, wide)
    if (block.curve) this.#curve(block.curve, wide)
    this.#y += size * 0.6
  }

  #figures(figures: NonNullable<SampleBlock['figures']>, wide: number) {
    const size = this.#size
    const [gap, high] = [14, size * 5.2]
    const each = (wide - gap * (figures.length - 1)) / figures.length
    figures.forEach(([value, words], place) => {
      const x = this.#left + place * (each + gap)
      const box = rect(x, this.#y - size, each, high, 8)
      this.#draw({ path: box, fill: mix(this.#colour, '#ffffff', 0.9) })
      this.#text(x + 14, this.#y + size * 1.4, size * 1.9, value, this.#colour, true)
      wrapped(words, (each - 24) / (size * 0.45)).forEach((text, row) => {
        this.#text(x + 14, this.#y + size * (2.6 + row * 1.1), size * 0.85, text, ink)
      })
    })
    this.#y += high + size * 0.6
  }

  #bars(bars: NonNullable<SampleBlock['bars']>, wide: number) {
    const size = this.#size
    const most = Math.max(1, ...bars.map(([, value]) => value))
    const [from, long] = [this.#left + wide * 0.26, wide * 0.62]
    bars.forEach(([name, value], place) => {
      const fill = place ? this.#colour : mix(this.#colour, '#ffffff', 0.55)
      this.#text(this.#left, this.#y, size, name, ink)
      const path = rect(from, this.#y - size, Math.round((value / most) * long), size * 1.5, 3)
      this.#draw({ path, fill })
      this.#text(
        from + Math.round((value / most) * long) + 8,
        this.#y,
        size,
        String(value),
        ink,
        true,
      )
      this.#y += size * 2.3
    })
  }

  #curve(values: readonly number[], wide: number) {
    const size = this.#size
    const high = size * 10
    const most = Math.max(...values) * 1.1
    const [left, top] = [this.#left + 8, this.#y - size * 0.6]
    const place = (value: number, at: number) =>
      [
        Math.round(left + (at / (values.length - 1)) * (wide - 16)),
        Math.round(top + high - (value / most) * high),
      ] as const
    for (const share of [0, 0.5, 1])
      this.#draw({ path: rect(left, top + high * share, wide - 16, 0.6), fill: '#c8d0d7' })
    const [from, to] = [place(0, 2)[0], place(0, 4)[0]]
    this.#draw({ path: rect(from, top, to - from, high), fill: mix(accent, '#ffffff', 0.6) })
    this.#draw({ path: line(...values.map(place)), stroke: this.#colour, width: 3 })
    for (const hour of [0, 6, 12, 18, 24])
      this.#text(
        place(0, Math.min(hour, 23))[0] - 8,
        top + high + size,
        size * 0.7,
        `${hour}:00`,
        pale,
      )
    this.#y += high + size * 1.6
  }

  /** Writes wrapped lines from the current place down. */
  #lines(text: string, x: number, size: number) {
    for (const words of wrapped(text, (this.#right - x) / (size * 0.49))) {
      this.#text(x, this.#y, size, words, ink)
      this.#y += size * 1.4
    }
  }

  #draw(...shapes: readonly Shape[]) {
    this.parts.push(`q 1 0 0 -1 0 ${this.height} cm`, toPdf(shapes), 'Q')
  }

  /** Draws a picture of 200 by 200 into a square. */
  #picture(shapes: readonly Shape[], x: number, y: number, size: number) {
    const scale = size / 200
    this.parts.push(`q ${scale} 0 0 ${-scale} ${x} ${this.height - y} cm`, toPdf(shapes), 'Q')
  }

  #text(x: number, y: number, size: number, text: string, colour: string, isBold = false) {
    const rgb = [1, 3, 5].map((at) =>
      (Number.parseInt(colour.slice(at, at + 2), 16) / 255).toFixed(3),
    )
    this.parts.push(
      `BT ${rgb.join(' ')} rg /${isBold ? 'F2' : 'F1'} ${size.toFixed(1)} Tf ${x.toFixed(1)} ${(this.height - y).toFixed(1)} Td (${encoded(text)}) Tj ET`,
    )
  }
}
