import sharp from 'sharp'
import { isDrawing } from '../files/drawings.ts'
import { contrastOn } from './contrast.ts'
import type { DrawnTemplate, TemplateInput } from './template-work.ts'
import { fillTemplate } from './zones.ts'

/** An image or template with more pixels than this is not opened. */
const mostPixels = 16_000_000
/** A logo is drawn with at most so many pixels on a side. */
const logoSize = 1000
/** The least contrast of a logo with its ground (WCAG 2.2, 1.4.11). */
const leastContrast = 3

type Fault = DrawnTemplate['faults'][number]

/** Draws a filled template as PNG; says which logos are no image, too large, or too faint on their ground. */
export async function drawTemplate({ svg, texts, logos }: TemplateInput): Promise<DrawnTemplate> {
  const faults: Fault[] = []
  const images: Record<string, string> = {}
  for (const [zone, bytes] of Object.entries(logos)) {
    const found = await logoOf(bytes)
    if (typeof found === 'string') images[zone] = found
    else faults.push({ zone, ...found })
  }
  if (faults.length === 0) faults.push(...(await faintLogos(svg, texts, images)))
  if (faults.length > 0) return { faults }
  const { data, info } = await open(fillTemplate(svg, texts, images))
    .png()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return {
    image: { bytes: new Uint8Array(data), mediaType: 'image/png', width, height },
    faults,
  }
}

const open = (svg: string) => sharp(Buffer.from(svg), { limitInputPixels: mostPixels })

/** An uploaded image as an address that holds it, or the reason why it is not taken. */
async function logoOf(bytes: Uint8Array): Promise<string | Omit<Fault, 'zone'>> {
  const refused = { code: 'invalid-type', detail: 'Take a PNG, JPEG, WebP or GIF image.' } as const
  if (isDrawing(bytes)) return refused
  try {
    const png = await sharp(bytes, { limitInputPixels: mostPixels })
      .rotate()
      .resize({ width: logoSize, height: logoSize, fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer()
    return `data:image/png;base64,${png.toString('base64')}`
  } catch (error) {
    if (!/pixel limit|too large|exceeds/i.test(String(error))) return refused
    return { code: 'too-big', detail: `At most ${mostPixels} pixels are possible.` }
  }
}

/** The logos that hardly stand out from what lies below them. */
async function faintLogos(
  svg: string,
  texts: Record<string, string>,
  images: Record<string, string>,
): Promise<Fault[]> {
  const names = Object.keys(images)
  if (names.length === 0) return []
  const ground = await pixelsOf(fillTemplate(svg, texts, {}))
  const faults: Fault[] = []
  for (const zone of names) {
    const drawn = await pixelsOf(fillTemplate(svg, texts, { [zone]: images[zone]! }))
    const contrast = contrastOn(ground, drawn)
    const detail = `The logo has a contrast of ${contrast.toFixed(1)} to 1 with its ground; at least ${leastContrast} to 1 is needed.`
    if (contrast < leastContrast) faults.push({ zone, code: 'too-small', detail })
  }
  return faults
}

const pixelsOf = (svg: string): Promise<Uint8Array> =>
  open(svg).flatten({ background: '#ffffff' }).toColourspace('srgb').removeAlpha().raw().toBuffer()
