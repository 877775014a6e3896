import { strToU8, zipSync, type Zippable } from 'fflate'

const cmi5Schema = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd'
const says = (name: string, text: string) =>
  `<${name}><langstring lang="en-US">${text}</langstring></${name}>`

/** A part of a cmi5 course structure. */
export const au = (id: string, url: string, attributes = '') =>
  `<au id="https://publisher.example/${id}" ${attributes}>${says('title', `Part ${id}`)}${says('description', '')}<url>${url}</url></au>`

/** A block of a cmi5 course structure. */
export const block = (id: string, inside: string) =>
  `<block id="https://publisher.example/${id}">${says('title', id)}${says('description', '')}${inside}</block>`

/** A cmi5 course structure with these parts (cmi5, 13.1). */
export const cmi5Xml = (parts: string, title = 'Pump safety') =>
  `<?xml version="1.0" encoding="utf-8"?>
<courseStructure xmlns="${cmi5Schema}"><course id="https://publisher.example/pump-safety">${says('title', title)}${says('description', 'How to stay unhurt.')}</course>${parts}</courseStructure>`

/** The manifest of a SCORM package with these items and resources (CAM, 3.4). */
export const scormXml = (
  version: '1.2' | '2004 4th Edition',
  items: string,
  resources: string,
  more = '',
) =>
  `<?xml version="1.0"?>
<manifest identifier="m" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp"><metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
<organizations default="o"><organization identifier="o"><title>Pump service</title>${items}</organization></organizations>
<resources ${more}>${resources}</resources></manifest>`

/** A zip of files; a number before the text of one is its compression level. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files))
    entries[name] = typeof content === 'string' ? strToU8(content) : content
  return Buffer.from(zipSync(entries, { level: 6 }))
}

/** A whole cmi5 package of one page. */
export function cmi5Package(page = '<h1>Pumps</h1>', title?: string): Buffer {
  const attributes = 'moveOn="CompletedAndPassed" masteryScore="0.8" launchMethod="OwnWindow"'
  return zipOf({
    'cmi5.xml': cmi5Xml(au('one', 'content/index.html?skin=a', attributes), title),
    'content/index.html': page,
    'content/script.js': 'let pump = 1\n'.repeat(200),
  })
}

/** A whole SCORM package of one page that reports. */
export function scormPackage(
  version: '1.2' | '2004 4th Edition',
  page = '<h1>Service</h1>',
): Buffer {
  const type = version === '1.2' ? 'scormtype' : 'scormType'
  const mastery = version === '1.2' ? '<adlcp:masteryscore>80</adlcp:masteryscore>' : ''
  return zipOf({
    'imsmanifest.xml': scormXml(
      version,
      `<item identifier="i1" identifierref="r1"><title>Service</title>${mastery}</item>`,
      `<resource identifier="r1" type="webcontent" adlcp:${type}="sco" href="index.html"><file href="index.html"/></resource>`,
    ),
    'index.html': page,
  })
}
