import assert from 'node:assert/strict'
import { test } from 'node:test'
import { descriptionsIn } from './descriptions.ts'

const shared = `
export const contentFields = {
  /** The main language. */
  language: z.optional(Language),
}
`
const courses = `
/** The query. */
export const CourseQuery = z.strictObject({
  /** Courses with one of these languages. */
  language: z.array(Language),
})

const courseFields = {
  ...contentFields,
  /** The level. */
  level: z.int(),
}

/** A new course. */
export const CourseInput = z.strictObject(courseFields)

/** A row. */
export const CourseRow = z.strictObject({
  ...courseFields,
  /** The key. */
  key: z.string(),
})
`

test('a field that a schema takes from others is described there, not by a namesake', () => {
  const describe = descriptionsIn([shared, courses])

  for (const schema of ['CourseInput', 'CourseRow']) {
    assert.equal(describe(schema, ['language']), 'The main language.')
    assert.equal(describe(schema, ['level']), 'The level.')
  }
  assert.equal(describe('CourseQuery', ['language']), 'Courses with one of these languages.')
})
