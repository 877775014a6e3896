import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { unique } from '../records.ts'

/** The vendor’s settings and forms. */
export function programmeSuite(opened: () => Store) {
  describe('the programme', () => {
    let store: Store
    before(() => {
      store = opened()
    })

    it('keeps the programme and its forms', async () => {
      await assert.rejects(store.read.programme.settings(), Error)
      const settings = { discovery: {}, softenAvailability: false }
      const form = { name: unique('form'), version: '1', forms: {} }
      await store.write(async ({ programme }) => {
        await programme.putSettings({ ...settings, softenAvailability: true })
        await programme.putSettings(settings)
        await programme.putForm({ ...form, version: '0' })
        await programme.putForm(form)
      })

      assert.deepEqual(await store.read.programme.settings(), settings)
      assert.deepEqual(await store.read.programme.form(form.name), form)
      assert.equal(await store.read.programme.form('none'), undefined)
    })

    it('keeps the messages of the vendor as they were brought last', async () => {
      const texts = { de: { 'award.issued': { subject: 'Neu', text: '{link}' } } }
      await store.write(({ programme }) => programme.putMailTexts({ en: {} }))
      await store.write(({ programme }) => programme.putMailTexts(texts))

      assert.deepEqual(await store.read.programme.mailTexts(), texts)
      await store.write(({ programme }) => programme.putMailTexts({}))
    })

    it('keeps the rules of enrolments as they were brought last', async () => {
      const rule = { id: 'one', courseId: 'basics', dueDays: 30, audience: { tiers: ['Gold'] } }
      await store.write(({ programme }) =>
        programme.putEnrolmentRules([rule, { ...rule, id: 'two' }]),
      )
      await store.write(({ programme }) => programme.putEnrolmentRules([rule]))

      assert.deepEqual(await store.read.programme.enrolmentRules(), [rule])
      await store.write(({ programme }) => programme.putEnrolmentRules([]))
    })
  })
}
