import assert from 'node:assert/strict'
import { takesIdempotencyKey } from '@prmkit/contract'
import { check, needing } from '../../check.ts'
import { unique, type Context } from '../../context.ts'
import { answerOf, problemOf } from '../../expect.ts'
import { fileFor } from '../../upload.ts'
import { callerOf, each, methodOf, operationsOf, pathOf, type Operation } from './operations.ts'

const reason = { code: 'other', text: 'Only tried.' }

/** Bodies of changes that fit their schema; they are sent to records that do not exist. */
const bodies: Record<string, object> = {
  'users.erase': { email: 'nobody@conformance.example' },
  'deals.update': { nextStep: 'Call' },
  'deals.act': { action: 'withdraw' },
  'deals.addComment': { text: 'Hello' },
  'deals.attach': { fileId: 'no-such-one' },
  'articles.view': {},
  'articles.rate': { helpful: true },
  'articleTasks.act': { action: 'finish' },
  'assets.view': {},
  'assets.acceptTerms': { version: '1' },
  'shares.update': { label: 'Tried' },
  'boards.setMine': { visible: true },
  'points.reverse': { reason },
  'tiers.set': { tier: 'no-such-one', reason },
  'classes.attend': { attended: [] },
  'enrolments.act': { action: 'withdraw' },
  'awards.share': { shows: 'nothing' },
  'awards.act': { action: 'revoke', reason },
}

/** The changes of one record that are tried with a key and without. */
const changesOf = (context: Context) =>
  operationsOf(context).filter((operation) => {
    const { route, name } = operation
    const isTried = takesIdempotencyKey(route) && route.params && name !== 'sessions.remove'
    return isTried && (!route.body || name in bodies) && callerOf(operation, context)
  })

async function refuse(context: Context, operation: Operation): Promise<void> {
  const body = operation.route.body ? { body: bodies[operation.name] } : {}
  const send = (more: Record<string, string> = {}) =>
    callerOf(operation, context)!.send(methodOf(operation), pathOf(operation), {
      ...{ ...body, headers: { 'If-Match': '"1"', ...more } },
    })
  await problemOf(await send({ 'Idempotency-Key': '' }), 'idempotency-key-missing')
  await problemOf(await send(), 'not-found')
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** The bodies of what a partner can make, without side effects on others; undefined where it cannot. */
const makes: Record<string, (context: Context) => Promise<object | undefined>> = {
  'files.create': async () => {
    const { name, mediaType, content } = fileFor()
    return { name, mediaType, size: content.length }
  },
  'bundles.create': async (context) => assetsOf(context, 'download'),
  'shares.create': async (context) => {
    const some = await assetsOf(context, 'share')
    return some && { ...some, label: 'Conformance', expiresAt: inDays(7) }
  },
}

async function assetsOf({ seller }: Context, action: string): Promise<object | undefined> {
  const list = seller.client.assets.list({ query: { limit: 100 } })
  for await (const { id, allowedActions, terms, locked, type } of list)
    if (allowedActions.includes(action) && !terms && !locked && type !== 'link')
      return { assetIds: [id] }
  return undefined
}

async function repeat(context: Context, operation: Operation): Promise<void> {
  const body = await makes[operation.name]!(context)
  if (!body) return
  const { response, status } = operation.route
  const send = async (key: string) => {
    const init = { body, headers: { 'Idempotency-Key': key } }
    return context.seller.send('POST', pathOf(operation), init)
  }
  await problemOf(await send(''), 'idempotency-key-missing')
  const key = unique()
  const made: string[] = []
  for (let time = 0; time < 2; time++) {
    const shape = response as Parameters<typeof answerOf>[2]
    const one = (await answerOf(await send(key), status, shape)) as Record<string, unknown>
    const { id } = ('file' in one ? one['file'] : one) as { id: string }
    made.push(id)
  }
  assert.ok(made[0] === made[1], `The same key and body made ${made.join(' and ')}.`)
}

export const changes = needing(
  ['writing'],
  [
    check(
      'operations.keys',
      'idempotency',
      'a change without a key is refused, also of a record that does not exist',
      async (context) => {
        await each(context, changesOf(context), (operation) => refuse(context, operation))
      },
    ),
    check(
      'operations.repeats',
      'idempotency',
      'what a partner makes is made once for a key',
      async (context) => {
        const made = operationsOf(context).filter(({ name }) => name in makes)
        await each(context, made, (operation) => repeat(context, operation))
      },
    ),
  ],
)
