import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCanvas, type Canvas } from '@napi-rs/canvas'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.d.ts'
import type { Progress } from '../background/performer.ts'
import { smallerImage } from './image.ts'
import type { FoundLook, MadeImage } from './look.ts'
import { beginning } from '../rules/shared/beginning.ts'

/** The context as pdf.js knows it, in words of a browser. */
type Context = Parameters<PDFPageProxy['render']>[0]['canvasContext']

const mostPages = 200
const longestPage = 20_000
/** The longer side of a page’s image in pixels, whatever the page calls itself. */
const side = 1280

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const inside = (name: string) => `${pathToFileURL(join(folder, name)).href}/`

/** Makes an image and the text of each page of a PDF. */
export async function lookAtPdf(bytes: Uint8Array, progress: Progress): Promise<FoundLook> {
  const task = getDocument({
    // The bytes are copied, because pdf.js takes them over.
    data: new Uint8Array(bytes),
    ...{ standardFontDataUrl: inside('standard_fonts'), cMapUrl: inside('cmaps') },
    ...{ wasmUrl: inside('wasm'), iccUrl: inside('iccs'), verbosity: VerbosityLevel.ERRORS },
    ...{
      isEvalSupported: false,
      disableFontFace: true,
      enableXfa: false,
      maxImageSize: 50_000_000,
    },
  })
  try {
    const document = await task.promise
    const pages: FoundLook['pages'] = []
    let thumbnail: FoundLook['thumbnail']
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
      const page = await document.getPage(number)
      const image = await imageOf(await drawn(page))
      if (number === 1) thumbnail = await smallerImage(image.bytes)
      pages.push({ text: await textOf(page), image })
      page.cleanup()
      progress()
    }
    return {
      ...{ kind: 'pages', pages },
      ...(document.numPages > mostPages && { pageCount: document.numPages }),
      ...(thumbnail && { thumbnail }),
    }
  } catch (error) {
    const isLocked = (error as Error).name === 'PasswordException'
    return { kind: 'none', pages: [], reason: isLocked ? 'encrypted' : 'broken' }
  } finally {
    await task.destroy()
  }
}

async function drawn(page: PDFPageProxy): Promise<Canvas> {
  const { width, height } = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: side / Math.max(width, height, 1) })
  const canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  )
  const canvasContext = canvas.getContext('2d') as unknown as Context
  await page.render({ canvas: null, canvasContext, viewport, background: 'white' }).promise
  return canvas
}

async function imageOf(canvas: Canvas): Promise<MadeImage> {
  const bytes = new Uint8Array(await canvas.encode('webp', 82))
  return { bytes, mediaType: 'image/webp', width: canvas.width, height: canvas.height }
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  const text = items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
  return beginning(text.replaceAll(/[ \t]+/g, ' '), longestPage).trim()
}
