// Makes the courses of the sample vendor’s academy anew: node make.ts, then Prettier
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { yaml } from '../sample-assets/files.ts'
import type { SampleCourse, Words } from './courses.ts'
import { documentOf } from './documents.ts'
import { lessons } from './lessons.ts'
import { certifications, paths } from './lists.ts'
import { allCourses } from './more-courses.ts'
import { packageOf } from './packages.ts'

const folder = join(import.meta.dirname, '../content/training')

function write(path: string, content: string | Buffer): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** Titles and descriptions as a YAML file has them. */
function texts(title: Words, description: Words) {
  const inLanguage = (place: 1 | 2) => ({
    title: title[place],
    ...(description[place] !== '' && { description: description[place] }),
  })
  return {
    title: title[0],
    ...(description[0] !== '' && { description: description[0] }),
    texts: { de: inLanguage(1), ar: inLanguage(2) },
  }
}

/** The file of a course, and the facts that lead to it. */
function fileOf({ key, kind }: SampleCourse): Record<string, unknown> {
  const name = key.split('/').at(-1)!
  switch (kind) {
    case 'link':
      return { url: `https://academy.quellmark.example/${key}` }
    case 'document':
      write(`${key}.pdf`, documentOf(key))
      return { document: `${name}.pdf` }
    case 'class':
      return {}
    default:
      write(`${key}.zip`, packageOf(kind, key, lessons[key]!))
      return {}
  }
}

allCourses.forEach((course, place) => {
  const { key, minutes, title, description, facts } = course
  const { classes, ...others } = facts ?? {}
  write(
    `${key}.yaml`,
    yaml({
      ...texts(title, description),
      ...fileOf(course),
      ...{ minutes, order: place + 1, ...others, ...(classes !== undefined && { classes }) },
    }),
  )
})
for (const [name, list] of Object.entries({ paths, certifications }))
  write(
    `${name}.yaml`,
    yaml({
      [name]: list.map(({ id, title, description, courses, more }) => ({
        ...{ id, ...texts(title, description), courses, ...more },
      })),
    }),
  )
