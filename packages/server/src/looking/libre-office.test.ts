import assert from 'node:assert/strict'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { docx, pdf, pptx } from '../../test/sample-files.ts'
import { childPerformer } from '../background/child-performer.ts'
import { findOffice, officeToPdf } from './libre-office.ts'
import type { FoundLook } from './look.ts'

const openXml = 'application/vnd.openxmlformats-officedocument.'
const slides = `${openXml}presentationml.presentation`

describe('office files where LibreOffice is', () => {
  let folder = ''
  let program = ''
  const performer = childPerformer({ time: 20_000, processes: 1 })
  const look = async (mediaType: string, bytes: Uint8Array, office?: string) =>
    (await performer.perform('look-at-file', {
      ...{ mediaType, bytes, ...(office !== undefined && { office }) },
    })) as FoundLook

  /** A program that takes the words of LibreOffice and leaves a PDF, or does what `does` says. */
  async function standIn(name: string, does: string): Promise<string> {
    const file = join(folder, name)
    const made = `Buffer.from('${pdf(['Slide one', 'Slide two']).toString('base64')}', 'base64')`
    await writeFile(
      file,
      `#!${process.execPath}
const words = process.argv.slice(2)
const after = (word) => words[words.indexOf(word) + 1]
const made = ${made}
${does}`,
    )
    await chmod(file, 0o755)
    return file
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prmkit-office-test-'))
    program = await standIn(
      'soffice',
      `if (after('--convert-to') !== 'pdf' || !words[0].startsWith('-env:UserInstallation=file://')) process.exit(1)
require('node:fs').writeFileSync(require('node:path').join(after('--outdir'), 'document.pdf'), made)`,
    )
  })
  after(async () => {
    await performer.close()
    await rm(folder, { recursive: true })
  })

  it('is found on the path, and only a program that may be run', async () => {
    await writeFile(join(folder, 'libreoffice'), '')

    assert.equal(await findOffice(`/nowhere:${folder}`), program)
    assert.equal(await findOffice('/nowhere:'), undefined)
  })

  it('become pages with images and text, and old ones that only it reads, too', async () => {
    const { kind, pages, thumbnail } = await look(slides, pptx(['Night flow']), program)

    assert.equal(kind, 'pages')
    assert.deepEqual(
      pages.map(({ text, image }) => [text, image?.width]),
      [
        ['Slide one', 1280],
        ['Slide two', 1280],
      ],
    )
    assert.equal(thumbnail?.width, 480)
    const old = await look('application/msword', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), program)
    assert.equal(old.kind, 'pages')
  })

  it('are shown as their text where it fails, and nothing broken is given to it', async () => {
    const failing = await standIn('failing', 'process.exit(77)')
    const { kind, pages } = await look(slides, pptx(['Night flow']), failing)
    assert.deepEqual([kind, pages], ['text', [{ text: 'Night flow' }]])
    const broken = await look(slides, Buffer.from('PK\u0003\u0004 cut off'), program)
    assert.equal(broken.reason, 'broken')
  })

  it('are given up after their time, with everything that was started for them', async () => {
    const hanging = await standIn('hanging', 'setInterval(() => {}, 1000)')
    const before = await readdir(tmpdir())
    const file = { bytes: docx(['x']), ending: '.docx' }

    assert.equal(await officeToPdf(hanging, file, () => {}, 500), undefined)

    const left = (await readdir(tmpdir())).filter((name) => /^prmkit-office-[^t]/.test(name))
    assert.deepEqual(
      left.filter((name) => !before.includes(name)),
      [],
    )
  })

  it('are read by the real one, where it is installed', async (t) => {
    const real = await findOffice(process.env['PATH'] ?? '')
    if (real === undefined) return t.skip('LibreOffice is not installed here.')
    const { kind, pages } = await look(slides, pptx(['Night flow']), real)

    assert.equal(kind, 'pages')
    assert.match(pages[0]?.text ?? '', /Night flow/)
  })
})
