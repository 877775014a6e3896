import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import sharp from 'sharp'
import {
  docx,
  endlessPdf,
  hugePng,
  lockedPdf,
  pdf,
  pptx,
  xlsx,
  zipBomb,
} from '../../test/sample-files.ts'
import { childPerformer } from '../background/child-performer.ts'
import { WorkError } from '../background/performer.ts'
import type { FoundLook } from './look.ts'

const openXml = 'application/vnd.openxmlformats-officedocument.'
const types = {
  pdf: 'application/pdf',
  pptx: `${openXml}presentationml.presentation`,
  docx: `${openXml}wordprocessingml.document`,
  xlsx: `${openXml}spreadsheetml.sheet`,
  zip: 'application/zip',
  png: 'image/png',
  svg: 'image/svg+xml',
}

describe('a look at a file', () => {
  const performer = childPerformer({ time: 5000, processes: 1 })
  after(() => performer.close())
  const look = async (type: keyof typeof types, bytes: Uint8Array) =>
    (await performer.perform('look-at-file', { mediaType: types[type], bytes })) as FoundLook
  const reasonOf = async (type: keyof typeof types, bytes: Uint8Array) => {
    const { kind, reason, pages } = await look(type, bytes)
    assert.deepEqual([kind, pages], ['none', []])
    return reason
  }

  it('finds an image and the text of each page of a PDF', async () => {
    const { kind, pages, thumbnail } = await look('pdf', pdf(['First hydrophone', 'Second page']))

    assert.equal(kind, 'pages')
    assert.deepEqual(
      pages.map(({ text }) => text),
      ['First hydrophone', 'Second page'],
    )
    const [first] = pages
    assert.deepEqual([first?.image?.width, first?.image?.height], [1280, 960])
    const { format, width } = await sharp(first!.image!.bytes).metadata()
    assert.deepEqual([format, width], ['webp', 1280])
    const { dominant } = await sharp(first!.image!.bytes).stats()
    assert.ok(dominant.r > 200, 'The page is not white.')
    const { channels } = await sharp(first!.image!.bytes).greyscale().stats()
    assert.ok(channels[0]!.min < 100, 'Nothing is written on the page.')
    assert.equal(thumbnail?.width, 480)
  })

  it('finds the texts of office files, slide by slide and row by row', async () => {
    const texts = async (type: 'pptx' | 'docx' | 'xlsx', bytes: Uint8Array) => {
      const { kind, pages } = await look(type, bytes)
      assert.equal(kind, 'text')
      return pages.map(({ text }) => text)
    }

    assert.deepEqual(await texts('pptx', pptx(['Night flow', 'R&amp;D'])), ['Night flow', 'R&D'])
    assert.deepEqual(await texts('docx', docx(['One', 'Two'])), ['One\nTwo'])
    const rows = [
      ['Part', 'Price'],
      ['QM-E200', '412'],
    ]
    assert.deepEqual(await texts('xlsx', xlsx(rows)), ['Part; Price\nQM-E200; 412'])
  })

  it('finds the names in a zip file, and opens none that unpacks to far too much', async () => {
    const { pages } = await look('zip', docx(['x']))
    assert.match(pages[0]?.text ?? '', /word\/document\.xml/)
    assert.equal(await reasonOf('zip', zipBomb()), 'too_large')
    assert.equal(await reasonOf('docx', zipBomb()), 'too_large')
  })

  it('shows images small and upright, and none with too many pixels', async () => {
    const image = { width: 2000, height: 1000, channels: 3 as const, background: 'red' }
    const { pages, thumbnail } = await look('png', await sharp({ create: image }).png().toBuffer())
    assert.deepEqual([pages[0]?.image?.width, thumbnail?.height], [1600, 240])
    assert.equal(await reasonOf('png', hugePng()), 'too_large')
  })

  it('says why there is none: empty, locked, broken, no such type', async () => {
    assert.equal(await reasonOf('pdf', new Uint8Array()), 'broken')
    assert.equal(await reasonOf('pdf', Buffer.from('%PDF-1.7 and nothing more')), 'broken')
    assert.equal(await reasonOf('pdf', lockedPdf()), 'encrypted')
    assert.equal(await reasonOf('docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])), 'encrypted')
    assert.equal(await reasonOf('docx', Buffer.from('PK\u0003\u0004 cut off')), 'broken')
    assert.equal(await reasonOf('png', Buffer.from('no image')), 'broken')
  })

  it('makes nothing of a drawing that runs or fetches something', async () => {
    const svg = (inside: string, before = '') =>
      Buffer.from(
        `${before}<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">${inside}</svg>`,
      )
    const { kind } = await look('svg', svg('<rect width="40" height="20"/>'))
    assert.equal(kind, 'image')
    const painted = svg(
      '<style>.a{fill:url(#p)} .b{fill:url( "#p" )}</style><rect style="fill:url(&quot;#p&quot;)"/>',
    )
    assert.equal((await look('svg', painted)).kind, 'image')
    const entity = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    for (const drawing of [
      svg('<script>alert(1)</script>'),
      svg('<text>&x;</text>', entity),
      svg('<image href="https://elsewhere.example/a.png"/>'),
      svg('<rect onload="alert(1)"/>'),
      svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
      svg('<rect/>', '<?xml-stylesheet type="text/xsl" href="#style"?>'),
      svg('<style>@import "https://elsewhere.example/a.css";</style>'),
      svg('<rect fill="url(https://elsewhere.example/a.svg#paint)"/>'),
      svg('<rect style="fill:url(&quot;https://elsewhere.example/a.svg#paint&quot;)"/>'),
      Buffer.from(`\uFEFF${svg('<script>alert(1)</script>')}`, 'utf16le'),
    ])
      assert.equal(await reasonOf('svg', drawing), 'unsupported')
  })

  it('ends a PDF that never ends, and goes on with the next', async () => {
    await assert.rejects(look('pdf', endlessPdf()), WorkError)
    assert.equal((await look('pdf', pdf(['After']))).pages[0]?.text, 'After')
  })
})
