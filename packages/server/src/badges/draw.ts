import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas'
import { badgeColors } from './badge-svg.ts'
import type { BadgeFace, BadgeMaker } from './badge-maker.ts'
import { linesOf } from './lines.ts'
import { rdfcSigning } from './rdfc-maker.ts'

/** Fonts that are there on every machine; for other scripts those of the machine serve. */
const family = 'Prmkit Sans, Prmkit Arabic, sans-serif'
let isReady = false

function registerFonts(): void {
  if (isReady) return
  isReady = true
  const { resolve } = createRequire(import.meta.url)
  const fonts = join(dirname(resolve('pdfjs-dist/package.json')), 'standard_fonts')
  for (const name of ['Regular', 'Bold'])
    GlobalFonts.registerFromPath(join(fonts, `LiberationSans-${name}.ttf`), 'Prmkit Sans')
  const arabic = join(dirname(resolve('@fontsource/noto-sans-arabic/package.json')), 'files')
  for (const weight of [400, 700])
    GlobalFonts.registerFromPath(
      join(arabic, `noto-sans-arabic-arabic-${weight}-normal.woff2`),
      'Prmkit Arabic',
    )
}

/** Signs Open Badges and draws them with fonts: the one for servers. */
export function badgeMaker(): BadgeMaker {
  return {
    ...rdfcSigning,

    async png(face) {
      registerFonts()
      const canvas = createCanvas(600, 600)
      const context = canvas.getContext('2d')
      context.scale(1.5, 1.5)
      drawBadge(context, face)
      return Uint8Array.from(await canvas.encode('png'))
    },

    async pdf(face) {
      registerFonts()
      const document = new PDFDocument({
        ...{ title: `${face.heading}: ${face.title}`, author: face.vendor },
        ...{ creator: 'prmkit', lang: face.language },
      } as never)
      const context = document.beginPage(842, 595)
      drawCertificate(context as unknown as SKRSContext2D, face)
      document.endPage()
      return Uint8Array.from(document.close())
    },
  }
}

function drawBadge(context: SKRSContext2D, { title, vendor, direction }: BadgeFace): void {
  const { ring, disc, ribbon, ink } = badgeColors
  const circle = (radius: number, fill: string) => {
    context.beginPath()
    context.arc(200, 190, radius, 0, 2 * Math.PI)
    context.fillStyle = fill
    context.fill()
  }
  context.fillStyle = ribbon
  context.beginPath()
  const tails = [
    120, 290, 96, 386, 150, 364, 184, 394, 200, 334, 216, 394, 250, 364, 304, 386, 280, 290,
  ]
  for (let at = 0; at < tails.length; at += 2) context.lineTo(tails[at]!, tails[at + 1]!)
  context.fill()
  circle(170, ring)
  circle(146, disc)
  context.strokeStyle = ribbon
  Object.assign(context, { lineWidth: 12, lineCap: 'round', lineJoin: 'round' })
  context.beginPath()
  for (const [x, y] of [
    [176, 106],
    [194, 124],
    [228, 88],
  ] as const)
    context.lineTo(x, y)
  context.stroke()
  Object.assign(context, { fillStyle: ink, textAlign: 'center', direction })
  const lines = linesOf(title, 18, 3)
  context.font = `bold 28px ${family}`
  for (const [place, line] of lines.entries())
    context.fillText(line, 200, 208 - (lines.length - 1) * 18 + place * 36, 270)
  context.font = `17px ${family}`
  context.fillText(vendor, 200, 296, 220)
}

/** A page of A4, lying, in points. */
function drawCertificate(context: SKRSContext2D, face: BadgeFace): void {
  const { ring, ribbon, ink } = badgeColors
  context.strokeStyle = ring
  context.lineWidth = 3
  context.strokeRect(28, 28, 786, 539)
  context.strokeStyle = ribbon
  context.lineWidth = 1
  context.strokeRect(35, 35, 772, 525)
  Object.assign(context, { fillStyle: ink, textAlign: 'center', direction: face.direction })
  const line = (text: string, y: number, size: number, weight = '') => {
    context.font = `${weight} ${size}px ${family}`.trim()
    context.fillText(text, 421, y, 690)
  }
  line(face.vendor, 90, 18)
  line(face.heading, 148, 40, 'bold')
  line(face.holder, 218, 30, 'bold')
  line(face.company, 246, 16)
  const titles = linesOf(face.title, 44, 2)
  for (const [place, text] of titles.entries()) line(text, 300 + place * 32, 26, 'bold')
  const below = 300 + titles.length * 32
  for (const [place, text] of linesOf(face.description, 95, 3).entries())
    line(text, below + place * 18, 13)
  for (const [place, text] of face.dates.entries()) line(text, 448 + place * 20, 14)
  if (!face.verify) return
  line(face.verify.words, 520, 11)
  line(face.verify.url, 538, 11)
}
