import assert from 'node:assert/strict'
import { check } from '../../check.ts'
import { look, type Listed } from './look.ts'
import { callerOf, each, operationsOf, pathOf } from './operations.ts'

/** The field by which a list is in order, and its direction; what has no value of it comes last. */
const orders: Record<string, readonly [query: string, field: string, falling: boolean][]> = {
  'articles.list': [
    ['?sort=updated_desc', 'updatedAt', true],
    ['?sort=published_desc', 'publishedAt', true],
  ],
  'assets.list': [
    ['?sort=updated_desc', 'updatedAt', true],
    ['?sort=published_desc', 'publishedAt', true],
  ],
  'shares.list': [['', 'createdAt', true]],
  'points.list': [['', 'at', true]],
  'jobs.list': [['', 'createdAt', true]],
  'tiers.list': [['', 'position', false]],
  'tiers.listChanges': [['', 'at', true]],
  'enrolments.list': [['', 'dueAt', false]],
  'awards.list': [['', 'validUntil', false]],
  'classes.list': [['', 'startsAt', false]],
}

export const order = [
  check(
    'operations.order',
    'lists',
    'every list is in the order that its operation promises',
    async (context) => {
      const sorted = operationsOf(context).flatMap((operation) =>
        callerOf(operation, context)
          ? (orders[operation.name] ?? []).map((one) => ({ ...operation, one }))
          : [],
      )
      await each(context, sorted, async (operation) => {
        const [query, field, falling] = operation.one
        const { items } = (await look(context, operation, pathOf(operation) + query)) as Listed
        const values = items.map((item) => (item as Record<string, unknown>)[field])
        const there = values.filter((value) => value !== undefined) as (string | number)[]
        const rising = falling ? there.toReversed() : there
        const isRising = rising.every((value, place) => !place || rising[place - 1]! <= value)
        const isFirst = values.slice(0, there.length).every((value) => value !== undefined)
        assert.ok(
          isRising && isFirst,
          `By ${field} the ${falling ? 'latest' : 'earliest'} come first, but it is ${values.join(', ')}.`,
        )
      })
    },
  ),
]
