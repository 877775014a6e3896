import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zip } from '../sample-assets/zip.ts'

/** The content of a package: pages with a heading and texts, and questions whose first answer is right. */
export interface Lesson {
  title: string
  pages: readonly (readonly string[])[]
  questions: readonly (readonly string[])[]
}

/** The kinds of package that the sample has. */
export type PackageKind = 'cmi5' | 'scorm12' | 'scorm2004'

const from = (name: string) => readFileSync(join(import.meta.dirname, 'lesson', name), 'utf8')
const marked = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A course as a package of the given kind, as an authoring tool would export it. */
export function packageOf(kind: PackageKind, key: string, lesson: Lesson): Buffer {
  const reporter = kind === 'cmi5' ? 'cmi5.js' : 'scorm.js'
  const data = JSON.stringify(lesson).replaceAll('<', '\\u003c')
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${marked(lesson.title)}</title>
<link rel="stylesheet" href="lesson.css">
</head>
<body>
<h1></h1>
<progress value="0" aria-label="Progress"></progress>
<main tabindex="-1"></main>
<script type="application/json" id="lesson">${data}</script>
<script type="module" src="${reporter}"></script>
<script type="module" src="lesson.js"></script>
</body>
</html>
`
  const [manifest, text] =
    kind === 'cmi5' ? ['cmi5.xml', cmi5(key, lesson)] : ['imsmanifest.xml', scorm(kind, lesson)]
  const files = ['lesson.css', 'lesson.js', reporter]
  return zip({
    [manifest]: text,
    'index.html': page,
    ...Object.fromEntries(files.map((name) => [name, from(name)])),
  })
}

function cmi5(key: string, { title }: Lesson): string {
  const says = (name: string, text: string) =>
    `<${name}><langstring lang="en-GB">${marked(text)}</langstring></${name}>`
  const id = `https://academy.quellmark.example/courses/${key}`
  return `<?xml version="1.0" encoding="utf-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="${id}">${says('title', title)}${says('description', title)}</course>
<au id="${id}/lesson" moveOn="CompletedAndPassed" masteryScore="0.8" launchMethod="OwnWindow">
${says('title', title)}${says('description', title)}
<url>index.html</url>
</au>
</courseStructure>
`
}

function scorm(kind: 'scorm12' | 'scorm2004', { title }: Lesson): string {
  const isOld = kind === 'scorm12'
  const [version, space, type] = isOld
    ? ['1.2', 'http://www.adlnet.org/xsd/adlcp_rootv1p2', 'scormtype']
    : ['2004 4th Edition', 'http://www.adlnet.org/xsd/adlcp_v1p3', 'scormType']
  const mastery = isOld ? '<adlcp:masteryscore>80</adlcp:masteryscore>' : ''
  return `<?xml version="1.0" encoding="utf-8"?>
<manifest identifier="quellmark" xmlns:adlcp="${space}">
<metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
<organizations default="course"><organization identifier="course"><title>${marked(title)}</title>
<item identifier="lesson" identifierref="page"><title>${marked(title)}</title>${mastery}</item>
</organization></organizations>
<resources><resource identifier="page" type="webcontent" adlcp:${type}="sco" href="index.html"><file href="index.html"/></resource></resources>
</manifest>
`
}
