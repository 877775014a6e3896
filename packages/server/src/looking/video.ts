import type { NoPreviewReason } from '@prmkit/contract'
import { lengthOfWebm, type Read } from './webm.ts'

const mostHead = 20_000_000
const mostBoxes = 1000

/** The facts about a video that can be seen without decoding it. */
export interface VideoFacts {
  duration?: number
  reason?: NoPreviewReason
}

/** The codecs that the browsers of the last two years play in MP4 (RFC 6381 names of sample entries). */
const playable = ['avc1', 'avc3', 'av01', 'vp09']

/**
 * Reads duration and codec of a video. Only MP4 and WebM are played by every browser; of other
 * containers, and of an MP4 whose codec they lack, there is no preview.
 */
export async function lookAtVideo(
  mediaType: string,
  size: number,
  read: Read,
): Promise<VideoFacts> {
  if (mediaType === 'video/webm') return timed(await lengthOfWebm(size, read))
  if (mediaType !== 'video/mp4') return { reason: 'unsupported' }
  const movie = await findBox(read, size, 'moov')
  if (!movie) return { reason: 'broken' }
  const codecs = [...sampleEntries(movie)]
  const isPlayed = codecs.some((codec) => playable.includes(codec))
  if (!isPlayed) return { reason: 'unsupported' }
  return timed(durationOf(movie))
}

const timed = (duration: number | undefined) => (duration === undefined ? {} : { duration })

/** The content of a box at the top of an MP4 (ISO/IEC 14496-12, 4.2); absent where there is none. */
async function findBox(read: Read, size: number, wanted: string): Promise<Uint8Array | undefined> {
  let at = 0
  for (let count = 0; at + 8 <= size && count < mostBoxes; count++) {
    const head = await read(at, 16)
    if (head.byteLength < 8) return undefined
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    const small = view.getUint32(0)
    const isLong = small === 1 && head.byteLength >= 16
    const length = isLong ? Number(view.getBigUint64(8)) : small === 0 ? size - at : small
    const header = isLong ? 16 : 8
    if (length < header) return undefined
    if (ascii(head, 4) === wanted)
      return length > mostHead ? undefined : read(at + header, length - header)
    at += length
  }
  return undefined
}

/** The names of the sample entries: four letters after the head of each `stsd` box (8.5.2). */
function* sampleEntries(movie: Uint8Array): Iterable<string> {
  for (let at = 0; at + 20 <= movie.byteLength; at++)
    if (ascii(movie, at) === 'stsd') yield ascii(movie, at + 16)
}

/** Whole seconds of the movie header (8.2.2), whose times are long in version 1. */
function durationOf(movie: Uint8Array): number | undefined {
  const view = new DataView(movie.buffer, movie.byteOffset, movie.byteLength)
  for (let at = 0; at + 40 <= movie.byteLength; at++) {
    if (ascii(movie, at) !== 'mvhd') continue
    const isLong = view.getUint8(at + 4) === 1
    const scale = view.getUint32(at + (isLong ? 24 : 16))
    const length = isLong ? Number(view.getBigUint64(at + 28)) : view.getUint32(at + 20)
    return scale === 0 ? undefined : Math.round(length / scale)
  }
  return undefined
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
