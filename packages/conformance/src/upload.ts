import { setTimeout } from 'node:timers/promises'
import type { Field } from '@prmkit/contract'
import type { Caller } from './caller.ts'
import type { Target } from './target.ts'

const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'

/** Small honest files; the first that a field accepts is sent. */
const samples = [
  { name: 'Angebot für Nordwind.pdf', mediaType: 'application/pdf', content: pdf },
  { name: 'Notiz.txt', mediaType: 'text/plain', content: 'Call on Monday.\n' },
  { name: 'prices.csv', mediaType: 'text/csv', content: 'product,price\nlogger,99.00\n' },
]

/** A file that a field takes, or any where it names no kinds. */
export function fileFor({ accept }: Pick<Field, 'accept'> = {}): (typeof samples)[0] {
  const fits = ({ name, mediaType }: (typeof samples)[0]) =>
    !accept?.length ||
    accept.some(
      (kind) =>
        name.endsWith(kind) ||
        kind === mediaType ||
        (kind.endsWith('/*') && mediaType.startsWith(kind.slice(0, -1))),
    )
  return samples.find(fits) ?? samples[0]!
}

/** Announces a file and sends its bytes; answers with the file's id. */
export async function sendFile(
  target: Target,
  { client }: Caller,
  { name, mediaType, content } = fileFor(),
  bytes = content,
): Promise<{ id: string; response: Response }> {
  const size = new TextEncoder().encode(content).length
  const upload = await client.files.create({ body: { name, mediaType, size } })
  const response = await (target.fetch ?? fetch)(
    new Request(new URL(upload.url, target.baseUrl), {
      method: upload.method,
      headers: upload.headers,
      body: bytes,
    }),
  )
  return { id: upload.file.id, response }
}

/** Says that a file is complete and waits for its check to end, which may take a while. */
export async function settled({ patience = 30_000 }: Target, { client }: Caller, id: string) {
  const last = performance.now() + patience
  let file = await client.files.complete({ params: { id } })
  for (let pause = 10; /uploading|checking/.test(file.status) && performance.now() < last;) {
    await setTimeout(pause)
    pause = Math.min(pause * 2, 1000)
    file = await client.files.get({ params: { id } })
  }
  return file
}
