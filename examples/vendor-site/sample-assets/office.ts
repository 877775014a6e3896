import { zip } from './zip.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const vnd = 'application/vnd.openxmlformats-officedocument'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function contentTypes(parts: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(parts)
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${vnd}.${type}+xml"/>`)
    .join('')
  return `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`
}

function related(targets: readonly (readonly [string, string])[]): string {
  const list = targets
    .map(
      ([type, to], place) =>
        `<Relationship Id="rId${place + 1}" Type="${office}/${type}" Target="${to}"/>`,
    )
    .join('')
  return `${head}<Relationships xmlns="${relations}">${list}</Relationships>`
}

/** A written text (WordprocessingML): a heading and paragraphs. */
export function docx(title: string, paragraphs: readonly string[]): Buffer {
  const paragraph = (text: string, bold = false) =>
    `<w:p><w:r>${bold ? '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
  const body = [paragraph(title, true), ...paragraphs.map((text) => paragraph(text))].join('')
  return zip({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
    }),
    '_rels/.rels': related([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })
}

/** A table (SpreadsheetML) of one sheet. */
export function xlsx(sheet: string, rows: readonly (readonly string[])[]): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const cell = (text: string) =>
    /^-?\d+(\.\d+)?$/.test(text)
      ? `<c><v>${text}</v></c>`
      : `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
  const data = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
  return zip({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet',
    }),
    '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related([['worksheet', 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
  })
}

const a = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const p = 'http://schemas.openxmlformats.org/presentationml/2006/main'
const names = `xmlns:a="${a}" xmlns:r="${office}" xmlns:p="${p}"`
const tree =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'

/** Slides (PresentationML) with a title and lines. */
export function pptx(slides: readonly (readonly string[])[], colour: string): Buffer {
  const slideNames = slides.map((_, place) => `slides/slide${place + 1}.xml`)
  const parts: Record<string, string> = {
    'ppt/presentation.xml': `${head}<p:presentation ${names}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${slides
      .map((_, place) => `<p:sldId id="${256 + place}" r:id="rId${place + 3}"/>`)
      .join(
        '',
      )}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': related([
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
      ['theme', 'theme/theme1.xml'],
      ...slideNames.map((name) => ['slide', name] as const),
    ]),
    'ppt/slideMasters/slideMaster1.xml': `${head}<p:sldMaster ${names}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${tree}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': related([
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['theme', '../theme/theme1.xml'],
    ]),
    'ppt/slideLayouts/slideLayout1.xml': `${head}<p:sldLayout ${names} type="blank"><p:cSld><p:spTree>${tree}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': related([
      ['slideMaster', '../slideMasters/slideMaster1.xml'],
    ]),
    'ppt/theme/theme1.xml': theme(colour),
  }
  slides.forEach((lines, place) => {
    parts[`ppt/${slideNames[place]!}`] = slide(lines, colour)
    parts[`ppt/slides/_rels/slide${place + 1}.xml.rels`] = related([
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ])
  })
  return zip({
    '[Content_Types].xml': contentTypes({
      'ppt/presentation.xml': 'presentationml.presentation.main',
      'ppt/slideMasters/slideMaster1.xml': 'presentationml.slideMaster',
      'ppt/slideLayouts/slideLayout1.xml': 'presentationml.slideLayout',
      'ppt/theme/theme1.xml': 'theme',
      ...Object.fromEntries(slideNames.map((name) => [`ppt/${name}`, 'presentationml.slide'])),
    }),
    '_rels/.rels': related([['officeDocument', 'ppt/presentation.xml']]),
    ...parts,
  })
}

function slide([title = '', ...lines]: readonly string[], colour: string): string {
  const run = (text: string, size: number, fill: string) =>
    `<a:p><a:r><a:rPr lang="en" sz="${size}"><a:solidFill><a:srgbClr val="${fill}"/></a:solidFill></a:rPr><a:t>${escaped(text)}</a:t></a:r></a:p>`
  const shape = (id: number, y: number, cy: number, fill: string, text: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Text ${id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="${y}"/><a:ext cx="12192000" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}</p:spPr><p:txBody><a:bodyPr lIns="600000" anchor="ctr"/>${text}</p:txBody></p:sp>`
  const band = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
  const body = lines.map((text) => run(text, 2400, '1F2933')).join('') || '<a:p/>'
  return `${head}<p:sld ${names}><p:cSld><p:spTree>${tree}${shape(2, 0, 1800000, band, run(title, 3600, 'FFFFFF'))}${shape(3, 2000000, 4200000, '<a:noFill/>', body)}</p:spTree></p:cSld></p:sld>`
}

function theme(colour: string): string {
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const colours = ['dk1:000000', 'lt1:FFFFFF', 'dk2:1F2933', 'lt2:F2F4F7', `accent1:${colour}`]
  const more = ['accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
  const scheme = [...colours, ...more.map((name) => `${name}:${colour}`)]
    .map((one) => one.split(':'))
    .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
    .join('')
  const font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
  return `${head}<a:theme xmlns:a="${a}" name="Quellmark"><a:themeElements><a:clrScheme name="Quellmark">${scheme}</a:clrScheme><a:fontScheme name="Quellmark"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Quellmark"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln>${solid}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}
