// Makes the film of the sample anew in Chromium: node film.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { picture } from './picture.ts'
import { families } from './products.ts'

/** Draws six seconds of a leak that a logger hears, and records them as WebM. */
async function record() {
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
  await new Promise((resolve) => {
    const draw = () => {
      const time = (performance.now() - start) / 1000
      context.fillStyle = '#0b4f6c'
      context.fillRect(0, 0, 640, 360)
      context.fillStyle = '#8fa3b0'
      context.fillRect(0, 230, 640, 60)
      context.strokeStyle = '#ffffff'
      for (let ring = 0; ring < 4; ring++) {
        context.beginPath()
        context.arc(420, 230, ((time * 50 + ring * 40) % 160) + 4, Math.PI, 2 * Math.PI)
        context.stroke()
      }
      context.fillStyle = '#ffffff'
      context.font = '28px sans-serif'
      context.fillText(time < 3 ? 'A leak makes a sound.' : 'The logger hears it at night.', 40, 70)
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

const folder = join(import.meta.dirname, '../content/assets/04-media/films')
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const page = await browser.newPage()
  writeFileSync(
    join(folder, 'how-echo-listens.webm'),
    Buffer.from(await page.evaluate(record), 'base64'),
  )
} finally {
  await browser.close()
}
writeFileSync(join(folder, 'how-echo-listens.poster.png'), picture(families.echo.colour, 6))
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
