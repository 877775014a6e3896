import assert from 'node:assert/strict'
import { check, needing } from '../../check.ts'
import { fieldErrorOf, problemOf } from '../../expect.ts'
import { callerOf, each, methodOf, operationsOf, pathOf, type Operation } from './operations.ts'

/** No field of any body. */
const misspelt = { nmae: 'x' }

/** A body where the operation takes one. */
const bodyFor = ({ route }: Operation) => (route.body ? { body: misspelt } : {})

export const writes = [
  check(
    'operations.token',
    'sessions',
    'no operation but discovery answers without a token',
    async (context) => {
      const closed = operationsOf(context).filter(({ route }) => route.access !== 'public')
      await each(context, closed, async (operation) => {
        const init = bodyFor(operation)
        await problemOf(
          await context.send(methodOf(operation), pathOf(operation), init),
          'token-missing',
        )
      })
    },
  ),
  check(
    'operations.callers',
    'refusal-order',
    'an operation of the vendor is forbidden to partners, whatever is sent',
    async (context) => {
      const { seller } = context
      const theirs = operationsOf(context).filter(({ route: { access } }) =>
        ['api-key', 'vendor', 'vendor-or-api-key'].includes(access),
      )
      await each(context, theirs, async (operation) => {
        const init = bodyFor(operation)
        await problemOf(
          await seller.send(methodOf(operation), pathOf(operation), init),
          'forbidden',
        )
      })
    },
  ),
  ...needing(
    ['writing'],
    [
      check(
        'operations.bodies',
        'strict-requests',
        'a body of another shape is refused before anything else about it',
        async (context) => {
          const taking = operationsOf(context).filter(
            (operation) => operation.route.body && callerOf(operation, context),
          )
          await each(context, taking, async (operation) => {
            const init = { body: misspelt, headers: { 'Idempotency-Key': '' } }
            const answer = await callerOf(operation, context)!.send(
              methodOf(operation),
              pathOf(operation),
              init,
            )
            if (operation.name.endsWith('.act')) await problemOf(answer, 'validation-failed')
            else await fieldErrorOf(answer, '/nmae', 'unknown-field')
          })
        },
      ),
    ],
  ),
  check(
    'operations.unknown',
    'visibility',
    'a record that does not exist is not found',
    async (context) => {
      const reading = operationsOf(context).filter(
        (operation) =>
          operation.route.method === 'get' &&
          operation.route.params &&
          callerOf(operation, context),
      )
      await each(context, reading, async (operation) => {
        const answer = await callerOf(operation, context)!.send('GET', pathOf(operation))
        await problemOf(answer, 'not-found')
      })
    },
  ),
]

/** Looks back at the run, so it comes last. */
export const everyAnswer = [
  check(
    'operations.answers',
    'problems',
    'every answer of the run named its request, and no cache may keep what was for a token',
    async ({ slips }) => {
      const faults = [...slips].map(
        ([fault, names]) =>
          `${fault} in answers of ${names.size} operations: ${[...names].join(', ')}`,
      )
      assert.ok(faults.length === 0, faults.join('\n'))
    },
  ),
]
