const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })

/** The relative luminance of colours painted on one another (WCAG 2.2, "relative luminance"). */
function luminance(...colors: readonly string[]): number {
  if (!canvas) return 0
  canvas.clearRect(0, 0, 1, 1)
  for (const color of colors) {
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
  }
  const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) =>
    byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
  )
  return red * 0.2126 + green * 0.7152 + blue * 0.0722
}

/** The contrast of a colour with its ground, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(color: string, ground: string): number {
  const [dark = 0, light = 0] = [luminance(ground, color), luminance(ground)].toSorted(
    (a, b) => a - b,
  )
  return (light + 0.05) / (dark + 0.05)
}
