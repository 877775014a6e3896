import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endingOf, isActive, knownEndings, mediaTypeOf, objectionTo } from './file-types.ts'

const head = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0)),
    ),
  )

const wide = (text: string) => head(0xff, 0xfe, ...[...text].flatMap((letter) => [letter, 0]))

const oldOffice = head(0xd0, 0xcf, 0x11, 0xe0)
const zip = head('PK', 3, 4)

const contents: Record<string, Uint8Array> = {
  'a.pdf': head('%PDF-1.7'),
  'a.png': head(0x89, 'PNG', 0x0d, 0x0a),
  'a.jpg': head(0xff, 0xd8, 0xff, 0xe0),
  'a.gif': head('GIF89a'),
  'a.webp': head('RIFF', 1, 2, 3, 4, 'WEBP'),
  'a.tif': head('II*', 0),
  'a.zip': zip,
  'a.xls': oldOffice,
  'a.rtf': head('{\\rtf1'),
}

test('each ending takes its own beginning and no other', () => {
  for (const name of Object.keys(contents))
    for (const [other, bytes] of Object.entries(contents)) {
      const objection = objectionTo(name, bytes)
      const expected = `The content is not that of a ${endingOf(name)} file.`
      assert.equal(objection, name === other ? undefined : expected, other)
    }
})

test('honest files are taken, whatever the operating system calls them', () => {
  const honest: [string, Uint8Array][] = [
    ['prices.csv', head('a;b\n1;2')],
    ['bom.zip', zip],
    ['offer.rtf', head('{\\rtf1')],
    ['offer.doc', head('{\\rtf1')],
    ['old.doc', oldOffice],
    ['note.txt', wide('Gr\u00fc\u00dfe')],
    ['note.txt', head(0xfe, 0xff, 0, 'H', 0, 'i')],
    ['mail.eml', head('From: jo@example.com\r\n')],
    ['mail.msg', oldOffice],
    ['scan.pdf', head('\r\n%PDF-1.4')],
    ['office.docx', zip],
    ['table.ODS', zip],
    ['a < b.txt', head('a < b')],
    ['saved.eml', head('From - Sat Nov 28 10:00:00 2026\r\nX-Mozilla-Status: 0001\r\n')],
    ['with a password.docx', oldOffice],
    ['with a password.xlsx', oldOffice],
    ['large.tif', head('II+', 0)],
    ['large.TIFF', head('MM', 0, '+')],
  ]

  for (const [name, bytes] of honest) {
    assert.equal(objectionTo(name, bytes), undefined, name)
    assert.ok(mediaTypeOf(name), name)
  }
})

test('older films and drawings of the vendor are taken', () => {
  const films = ['ftyp', 'moov', 'mdat', 'wide', 'free'].map((box) => head(0, 0, 0, 8, box))
  for (const film of films) assert.equal(objectionTo('film.mov', film), undefined)
  assert.equal(objectionTo('logo.eps', head(0xc5, 0xd0, 0xd3, 0xc6)), undefined)
  assert.ok(objectionTo('film.mp4', head(0, 0, 0, 8, 'moov')))
})

test('a table that is a web page is refused with the reason and the next step', () => {
  assert.equal(
    objectionTo('export.xls', head('<html><table>')),
    'The file is a web page, not .xls. Save it as .xls first.',
  )
})

test('a RIFF file that is no picture is not taken for one', () => {
  assert.ok(objectionTo('a.webp', head('RIFF', 1, 2, 3, 4, 'WAVE')))
  assert.ok(objectionTo('a.webp', head('LIFF', 1, 2, 3, 4, 'WEBP')))
})

test('a program is refused, whatever its name says', () => {
  const programs = [
    head('MZ'),
    head(0x7f, 'ELF'),
    head(0xfe, 0xed, 0xfa, 0xce),
    head(0xfe, 0xed, 0xfa, 0xcf),
    head(0xce, 0xfa, 0xed, 0xfe),
    head(0xcf, 0xfa, 0xed, 0xfe),
    head(0xca, 0xfe, 0xba, 0xbe),
    head(0, 'asm'),
    head('L', 0, 0, 0, 1, 0x14, 2, 0),
    head('#!/bin/sh'),
  ]

  for (const program of programs)
    for (const name of ['a.txt', 'a.csv', 'a.pdf'])
      assert.equal(objectionTo(name, program), 'The file is a program.', String(program))
})

test('a page that calls itself text is refused, after whatever blanks and in UTF-16', () => {
  for (const page of ['<!DOCTYPE html>', '  \n<HTML>', '<script>', '<svg ', '<?xml ', 'a\0b'])
    assert.ok(objectionTo('a.csv', head(page)), page)
  assert.ok(objectionTo('a.txt', wide('<script>')))
})

test('an ending is the one that a system would run', () => {
  const endings = {
    'a.pdf.js': '.js',
    'a.exe\u202e': '.exe',
    'a.bat ': '.bat',
    'a.exe...': '.exe',
    'ANNEXE\u202efdp.SCR': '.scr',
    'no-ending': '',
    '.pdf': '.pdf',
  }

  for (const [name, ending] of Object.entries(endings)) assert.equal(endingOf(name), ending, name)
})

test('no file is taken that a system or a browser runs', () => {
  const dangerous =
    `exe com scr pif msi msp bat cmd ps1 psm1 psd1 vbs vbe js jse mjs wsf wsh wsc hta lnk
    jar jnlp app dmg pkg sh bash zsh command py pyc rb pl reg cpl dll sys docm dotm xlsm xltm xlam pptm
    ppam html htm xhtml shtml svg svgz xml xsl mht mhtml iso img vhd vhdx apk ipa deb rpm url website
    desktop scf chm hlp inf gadget application appref-ms msc library-ms search-ms settingcontent-ms
    diagcab accde one onepkg iqy slk swf php asp jsp constructor __proto__ toString`.split(/\s+/)

  assert.deepEqual(
    dangerous.filter((ending) => mediaTypeOf(`a.${ending}`) !== undefined),
    [],
  )
})

test('a declared type that is run is known, and no office file is taken for one', () => {
  for (const mediaType of [
    'text/html',
    'image/svg+xml',
    'Text/JavaScript',
    'application/xhtml+xml',
  ])
    assert.ok(isActive(mediaType), mediaType)
  for (const ending of knownEndings) assert.ok(!isActive(mediaTypeOf(ending) ?? ''), ending)
})
