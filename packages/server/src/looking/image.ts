import sharp from 'sharp'
import { isDrawing, isUnsafeDrawing } from '../files/drawings.ts'
import { templateOf, zonesOf } from '../templates/zones.ts'
import type { FoundLook, MadeImage } from './look.ts'

/** An image with more pixels than this is not opened. */
const mostPixels = 50_000_000
const pageSize = 1600
const thumbnailSize = 480

/** Makes a page and a small image of an image file. */
export async function lookAtImage(bytes: Uint8Array): Promise<FoundLook> {
  if (isDrawing(bytes) && isUnsafeDrawing(bytes))
    return { kind: 'none', pages: [], reason: 'unsupported' }
  try {
    const image = await smallerImage(bytes, pageSize)
    const thumbnail = await smallerImage(bytes, thumbnailSize)
    const svg = isDrawing(bytes) ? templateOf(bytes) : undefined
    const zones = svg === undefined ? [] : zonesOf(svg)
    return { kind: 'image', pages: [{ image }], thumbnail, ...(zones.length > 0 && { zones }) }
  } catch (error) {
    const isLarge = /pixel limit|too large|exceeds/i.test(String(error))
    return { kind: 'none', pages: [], reason: isLarge ? 'too_large' : 'broken' }
  }
}

/** An image as WebP in a square of this many pixels, upright and without what the camera noted. */
export async function smallerImage(bytes: Uint8Array, size = thumbnailSize): Promise<MadeImage> {
  const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels })
    .rotate()
    .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { bytes: new Uint8Array(data), mediaType: 'image/webp', width, height }
}
