import { crc32, deflateSync } from 'node:zlib'

const width = 960
const height = 540

/** A picture (PNG) of a product in its landscape: sky, ground, a pipe and a device, drawn by rules. */
export function picture(colour: readonly number[], seed: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  const horizon = height * (0.5 + (seed % 5) * 0.03)
  const [cx, cy, radius] = [width * (0.3 + (seed % 4) * 0.13), height * 0.66, 70 + (seed % 3) * 18]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3
      const pixel = pixelAt(x, y)
      for (let part = 0; part < 3; part++)
        rows[at + part] = Math.max(0, Math.min(255, pixel[part]!))
    }

  function pixelAt(x: number, y: number): number[] {
    const far = Math.hypot(x - cx, (y - cy) * 1.1)
    const shade = 1 - far / (radius * 2.2)
    if (far < radius) return colour.map((part) => Math.round(part * (0.75 + shade * 0.6) + 20))
    if (far < radius + 8) return [40, 48, 56]
    const pipe = Math.abs(y - height * 0.82)
    if (pipe < 38) return [150, 160, 170].map((part) => Math.round(part * (1.15 - pipe / 60)))
    if (y < horizon) {
      const height = y / horizon
      return [196 + height * 40, 216 + height * 24, 236 + height * 8].map(Math.round)
    }
    const wave = Math.round(Math.sin((x + seed * 40) / 60) * 4)
    return [118, 132, 96].map((part) => part + wave - Math.round((y - horizon) / 9))
  }

  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(data))
  return Buffer.concat([length, data, sum])
}
