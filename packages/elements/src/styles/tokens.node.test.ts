import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { generate } from '../../tokens.ts'
import tokens from './tokens.json' with { type: 'json' }

type Rgb = readonly [number, number, number]
type Scheme = 'light' | 'dark'
type Colour = keyof typeof tokens.color & string

interface Token {
  $value: string
  $extensions?: { prmkit?: { dark?: string; on?: string; tint?: number } }
}

const token = (name: string) => tokens.color[name as keyof typeof tokens.color] as Token

const parse = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb

/** The colour that the generated style sheet gives to a token. */
function colour(name: string, scheme: Scheme): Rgb {
  const { $value, $extensions } = token(name)
  const { dark, on, tint } = $extensions?.prmkit ?? {}
  if (on) return luminance(colour(on, scheme)) < 0.1805 ? [255, 255, 255] : [0, 0, 0]
  const reference = /^\{color\.(.+)\}$/.exec($value)?.[1]
  if (!reference) return parse(scheme === 'dark' && dark ? dark : $value)
  const base = colour(reference, scheme)
  if (!tint) return base
  const ground = colour('surface', scheme)
  return base.map((part, at) => (part * tint + ground[at]! * (100 - tint)) / 100) as never
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

const grounds: Colour[] = ['surface', 'raised', 'sunken']
const soft: Colour[] = ['accent-soft', 'danger-soft', 'warning-soft', 'success-soft']
const pairs = (tops: Colour[], bottoms: Colour[], least: number) =>
  tops.flatMap((top) => bottoms.map((bottom) => [top, bottom, least] as const))

const needed = [
  ...pairs(['text', 'muted'], [...grounds, ...soft], 4.5),
  ...pairs(['accent', 'danger'], grounds, 4.5),
  ...['accent', 'danger', 'warning', 'success'].map(
    (tone) => [tone as Colour, `${tone}-soft` as Colour, 4.5] as const,
  ),
  ['on-accent', 'accent', 4.5] as const,
  ...pairs(['border', 'focus'], grounds, 3),
]

for (const scheme of ['light', 'dark'] as const) {
  describe(`${scheme} colours`, () => {
    for (const [top, bottom, least] of needed) {
      test(`${top} on ${bottom} contrasts at least ${least}:1`, () => {
        const found = contrast(colour(top, scheme), colour(bottom, scheme))
        assert.ok(found >= least, `${found.toFixed(2)}:1`)
      })
    }
  })
}

test('what is made of the tokens is up to date; node tokens.ts writes it', async () => {
  for (const [name, text] of Object.entries(await generate())) {
    assert.equal(await readFile(new URL(name, import.meta.url), 'utf8'), text, name)
  }
})

test('no style sheet uses rem, or a physical side', async () => {
  const { globSync } = await import('node:fs')
  const folder = new URL('..', import.meta.url)
  const wrong =
    /\d(rem)\b|(?<![\w-])((margin|padding|border|inset)-(left|right|top|bottom)|(left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)):/
  for (const file of globSync('**/*.ts', { cwd: folder }).filter((f) => !f.includes('.test.'))) {
    const text = await readFile(new URL(file, folder), 'utf8')
    for (const [, sheet = ''] of text.matchAll(/\bcss`([^`]*)`/g)) {
      assert.equal(wrong.exec(sheet)?.[0], undefined, file)
    }
  }
})
