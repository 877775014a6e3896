import assert from 'node:assert/strict'
import { fieldsOf, Form, isCovered, isVisible, setValueAt } from '@prmkit/contract'
import { check } from '../check.ts'
import { answerOf, fieldErrorOf, problemOf } from '../expect.ts'

const places = [
  '/name',
  '/type',
  '/customer',
  '/contact',
  '/problem',
  '/lines',
  '/amount',
  '/expectedCloseDate',
  '/stage',
  '/nextStep',
  '/distributorId',
  '/fileIds',
  '/custom',
  '/consents',
  '/externalIds',
]

export const forms = [
  check(
    'forms.get',
    'forms',
    'the deal form is data, each field at a place of the request',
    async ({ form }) => {
      const fields = fieldsOf(form)

      assert.ok(fields.length)
      assert.deepEqual(
        fields.filter(({ pointer }) => !isCovered(pointer, places)).map(({ pointer }) => pointer),
        [],
      )
      assert.equal(new Set(fields.map(({ pointer }) => pointer)).size, fields.length)
    },
    ['deals'],
  ),
  check(
    'forms.language',
    'forms',
    'a form says its language',
    async ({ seller, form, discovery }) => {
      for (const language of discovery.languages) {
        const answer = await seller.send('GET', `/forms/${form.name}`, {
          headers: { 'Accept-Language': language },
        })

        assert.equal((await answerOf(answer, 200, Form)).language, language)
      }
    },
    ['deals'],
  ),
  check(
    'forms.dates',
    'dates',
    'a day that does not exist is refused, in the vendor’s own fields too',
    async ({ seller, form, sample }) => {
      const own = fieldsOf(form).filter(({ type }) => type === 'date')
      const pointers = new Set(['/expectedCloseDate', ...own.map(({ pointer }) => pointer)])
      for (const pointer of pointers)
        for (const day of ['2026-02-30', '2026-99-99', '0000-01-01']) {
          const body = sample()
          setValueAt(body, pointer, day)
          // A field that is not visible is not checked.
          const field = own.find((one) => one.pointer === pointer)
          if (field && !isVisible(field, body)) continue

          const answer = await seller.send('POST', '/deals', { body })
          await fieldErrorOf(answer, pointer, 'invalid-format')
        }
    },
    ['deals', 'writing'],
  ),
  check(
    'forms.addresses',
    'strict-requests',
    'a website that is no web address is refused',
    async ({ seller, sample }) => {
      for (const website of ['javascript:alert(1)', 'data:text/html,x', 'www.nordwind.example']) {
        const { customer, ...deal } = sample()
        const body = { ...deal, customer: { ...customer, website } }
        const answer = await seller.send('POST', '/deals', { body })

        await fieldErrorOf(answer, '/customer/website', 'invalid-format')
      }
    },
    ['deals', 'writing'],
  ),
  check(
    'forms.unknown',
    'forms',
    'a form that does not exist is not found',
    async ({ seller }) => {
      await problemOf(await seller.send('GET', '/forms/no-such-form'), 'not-found')
    },
    ['deals'],
  ),
]
