import { expect } from '@open-wc/testing'
import { dealForm } from '../../../test/deal-form.ts'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { DealFormPage } from '../../../test/deal-form-page.ts'
import { faults, hurry, moments } from '../../../test/faults.ts'
import { returnedDeal } from '../../../test/returned-deal.ts'
import './define.ts'

describe('prm-deal-form when a returned registration is cut', function () {
  // The client itself tries for seconds before it gives up.
  this.timeout(30_000)
  hurry()

  let backend: TestBackend

  beforeEach(async () => {
    backend = await createBackend(dealForm)
  })

  for (const [moment, at] of Object.entries(moments)) {
    for (const [name, [fault]] of Object.entries(faults)) {
      it(`sends a returned registration in again once, with ${name} ${moment} each commit`, async () => {
        const deal = await returnedDeal(backend)
        let broken: 'PATCH' | 'POST' | undefined = 'PATCH'
        const between: Between = (request, next) =>
          broken === request.method && request.url.includes(deal.id)
            ? at(fault)(request, next)
            : next()
        const page = await DealFormPage.open(backend.portal('ada', between), { dealId: deal.id })
        await page.type('/name', 'The northern plant')
        await page.press('Review')

        for (const next of ['POST', undefined] as const) {
          await page.press('Send changes')
          await page.reads('Not sent yet')
          expect(page.text).to.contain('The northern plant')
          broken = next
          Object.assign(page.form.registration!.submission!.failure as object, { retryAfter: 0 })
        }
        await page.press('Send changes')

        await page.reads('Your changes were sent')
        const { items } = await backend.as('ada', 'GET', `/deals/${deal.id}/timeline`)
        const [stored, ...others] = await backend.deals()
        expect(others).to.deep.equal([])
        expect(stored).to.include({ name: 'The northern plant', status: 'submitted' })
        expect(stored?.revision).to.equal(deal.revision + 2)
        const types = (items as { type: string }[]).map(({ type }) => type)
        expect(types.filter((type) => type === 'deal.submitted').length).to.equal(2)
      })
    }
  }
})
