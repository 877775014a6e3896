// Makes the pictures and the film of the sample anew in Chromium: node media.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { drawings, pipe } from './drawings.ts'
import { families, pictured } from './products.ts'
import { scene } from './scene.ts'

/** Draws six seconds of a leak that a logger hears, and records them as WebM. */
async function record({ pipeline, logger }) {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 360
  const context = canvas.getContext('2d')
  const recorder = new MediaRecorder(canvas.captureStream(15), {
    mimeType: 'video/webm;codecs=vp8',
    videoBitsPerSecond: 400_000,
  })
  const parts = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  const ended = new Promise((resolve) => (recorder.onstop = resolve))
  recorder.start()
  const start = performance.now()
  const paint = (outline, { fill, stroke, width }) => {
    if (fill) {
      context.fillStyle = fill
      context.fill(outline)
    }
    if (!stroke) return
    Object.assign(context, { strokeStyle: stroke, lineWidth: width, lineCap: 'round' })
    context.stroke(outline)
  }
  const drawAt = (x, y, scale, shapes) => {
    context.save()
    context.translate(x, y)
    context.scale(scale, scale)
    for (const shape of shapes) paint(new Path2D(shape.path), shape)
    context.restore()
  }
  const ring = (x, y, radius, alpha) => {
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.lineWidth = 3
    context.strokeStyle = `rgba(255, 183, 3, ${alpha})`
    context.stroke()
  }
  await new Promise((resolve) => {
    const draw = () => {
      const time = (performance.now() - start) / 1000
      const sky = context.createLinearGradient(0, 0, 0, 220)
      sky.addColorStop(0, '#12263a')
      sky.addColorStop(1, '#2f5d7c')
      context.fillStyle = sky
      context.fillRect(0, 0, 640, 360)
      context.fillStyle = '#3f3428'
      context.fillRect(0, 190, 640, 170)
      context.fillStyle = '#4d6b3c'
      context.fillRect(0, 184, 640, 14)
      drawAt(430, 102, 1, pipeline)
      for (let wave = 0; wave < 4; wave++) {
        const radius = ((time * 60 + wave * 45) % 180) + 6
        ring(150, 270, radius, 1 - radius / 190)
      }
      context.fillStyle = '#8fd3f4'
      for (let one = 0; one < 6; one++) {
        const fall = (time * 1.4 + one / 6) % 1
        context.beginPath()
        context.arc(150 + Math.sin(one * 5) * 16 * fall, 284 + fall * 70, 5 - fall * 2, 0, 7)
        context.fill()
      }
      drawAt(430, 102, 1, logger)
      context.fillStyle = '#ffffff'
      context.font = '600 26px sans-serif'
      context.fillText(time < 3 ? 'A leak makes a sound.' : 'The logger hears it at night.', 36, 60)
      if (time < 6) requestAnimationFrame(draw)
      else resolve()
    }
    draw()
  })
  recorder.stop()
  await ended
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

const media = join(import.meta.dirname, '../content/assets/04-media')
const folder = join(media, 'films')
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const page = await browser.newPage({ viewport: { width: 960, height: 540 } })
  const draw = async (path, family, place) => {
    const picture = scene(family, `#${families[family].hex}`, place)
    await page.setContent(`<body style="margin:0">${picture}</body>`)
    await page.screenshot({ path: join(media, path) })
  }
  for (const [place, { key, family }] of pictured.entries())
    await draw(`pictures/${key}.png`, family, place)
  await draw('films/how-echo-listens.poster.png', 'echo', 3)
  const shapes = {
    pipeline: pipe('echo', -500, 300),
    logger: drawings.echo(`#${families.echo.hex}`),
  }
  writeFileSync(
    join(folder, 'how-echo-listens.webm'),
    Buffer.from(await page.evaluate(record, shapes), 'base64'),
  )
} finally {
  await browser.close()
}
const captions = (first, second) =>
  `WEBVTT\n\n00:00.000 --> 00:03.000\n${first}\n\n00:03.000 --> 00:06.000\n${second}\n`
writeFileSync(
  join(folder, 'how-echo-listens.vtt'),
  captions('A leak makes a sound.', 'The logger hears it at night.'),
)
writeFileSync(
  join(folder, 'how-echo-listens.de.vtt'),
  captions('Ein Leck macht ein Geräusch.', 'Der Logger hört es in der Nacht.'),
)
writeFileSync(
  join(folder, 'how-echo-listens.yaml'),
  'title: How Echo listens\nproducts: [echo-200]\ntags: [video]\n',
)
writeFileSync(join(folder, 'folder.yaml'), 'title: Films\n')
writeFileSync(join(folder, 'folder.de.yaml'), 'title: Filme\n')
writeFileSync(join(folder, 'folder.ar.yaml'), 'title: أفلام\n')
