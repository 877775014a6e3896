import type { FieldError, RenderingInput, Routes, TemplateZone } from '@prmkit/contract'
import { WorkError } from '../../background/performer.ts'
import { sha256 } from '../../auth/hash.ts'
import { downloadLink } from '../../files/links.ts'
import type { Call } from '../../http/call.ts'
import { fieldProblem, notFound, ProblemError } from '../../problem.ts'
import { fault } from '../../rules/content/write.ts'
import { maySee } from '../../rules/shared/callers.ts'
import { fileOwned } from '../../rules/shared/owned.ts'
import { safeFileName } from '../../rules/assets/file-name.ts'
import { drawKind, type DrawnTemplate, type TemplateInput } from '../../templates/template-work.ts'
import { templateOf } from '../../templates/zones.ts'
import { lookPrefix } from '../files/resource.ts'
import { languageOf, takableAsset, versionOf } from './context.ts'
import { countUse, requireTerms } from './marks.ts'

type Rendering = Call<Routes['assets']['render']>

/** A logo with more bytes than this is not opened. */
const largestLogo = 10_000_000

/**
 * Fills a template and keeps the image for a day. Runs outside of a transaction, since drawing takes
 * its time.
 */
export async function renderAsset(call: Rendering) {
  const { services, tables, body, caller, now } = call
  const asset = await takableAsset(call, call.params.id)
  await requireTerms(tables, caller, [asset])
  const language = await languageOf(call, asset, body.language)
  const { file, look } = await versionOf(call, asset, language, undefined)
  const kept = file && look?.zones && (await services.fileStore.get(file.id))
  const svg = kept && templateOf(await bytesOf(kept))
  if (!svg) throw new ProblemError('state-conflict', 'The asset is no template.')
  const faults = textFaults(body, look?.zones ?? [])
  const { logos, faults: logoFaults } = await logosFor(call, look?.zones ?? [])
  faults.push(...logoFaults)
  if (faults.length > 0) throw fieldProblem(faults)
  const drawn = await draw(call, { svg, texts: body.texts ?? {}, logos })
  const { image } = drawn
  if (!image)
    throw fieldProblem(
      drawn.faults.map(({ zone, code, detail }) => fault(`/logos/${zone}`, code, detail)),
    )
  const id = `${lookPrefix}${(await sha256(image.bytes)).slice(0, 40)}`
  const { bytes, mediaType, width, height } = image
  const ending = mediaType === 'image/png' ? 'png' : 'svg'
  const name = safeFileName(asset.texts[language]?.title ?? '', `template.${ending}`)
  await services.fileStore.put(id, new Blob([bytes]).stream())
  const size = bytes.byteLength
  const row = { id, source: id, name, mediaType, size, width, height }
  const link = await services.store.write(async (writing) => {
    await writing.contentFiles.put([row])
    await countUse(writing, caller, [asset.id], now, 'downloads')
    return downloadLink({ ...call, tables: writing }, id, { name })
  })
  return { body: link }
}

function textFaults({ texts = {} }: RenderingInput, zones: readonly TemplateZone[]): FieldError[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const pointer = `/texts/${name}`
    const zone = zones.find((one) => one.name === name && one.kind === 'text')
    if (!zone) return [fault(pointer, 'unknown-field', 'The template has no such zone.')]
    const { maxLength = Infinity } = zone
    if (text.length <= maxLength) return []
    return [fault(pointer, 'too-long', `At most ${maxLength} characters fit.`)]
  })
}

/** The bytes of the uploaded images, each of which the caller uploaded. */
async function logosFor(
  { body, tables, caller, services }: Rendering,
  zones: readonly TemplateZone[],
): Promise<{ logos: TemplateInput['logos']; faults: FieldError[] }> {
  const logos: TemplateInput['logos'] = {}
  const faults: FieldError[] = []
  for (const [name, id] of Object.entries(body.logos ?? {})) {
    const refuse = (code: FieldError['code'], detail: string) =>
      faults.push(fault(`/logos/${name}`, code, detail))
    const file = await tables.files.get(id)
    if (!zones.some((one) => one.name === name && one.kind === 'logo'))
      refuse('unknown-field', 'The template has no such zone.')
    else if (!file || !maySee(caller, fileOwned(file)))
      refuse('not-found', 'There is no file of yours with this id.')
    else if (file.status !== 'ready') refuse('not-ready', `The file is ${file.status}.`)
    else if (file.size > largestLogo)
      refuse('too-big', `At most ${largestLogo} bytes are possible.`)
    else {
      const stored = await services.fileStore.get(id)
      if (!stored) throw notFound('file')
      logos[name] = await bytesOf(stored)
    }
  }
  return { logos, faults }
}

async function draw({ services, requestId }: Rendering, input: TemplateInput) {
  try {
    return (await services.performer.perform(drawKind, input)) as DrawnTemplate
  } catch (error) {
    if (!(error instanceof WorkError)) throw error
    services.log.warn({ requestId, problem: error.message }, 'a template was not drawn')
    throw new ProblemError(
      'unavailable',
      'The template could not be drawn. Try again; if it fails again, tell the vendor.',
      { headers: { 'retry-after': '10' } },
    )
  }
}

const bytesOf = async ({ bytes }: { bytes: ReadableStream<Uint8Array> }): Promise<Uint8Array> =>
  new Uint8Array(await new Response(bytes).arrayBuffer())
