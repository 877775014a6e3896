import { expect } from '@open-wc/testing'
import type { Between } from '../../../test/backend.ts'
import { DealFormPage } from '../../../test/deal-form-page.ts'
import { describeFaults, faults, moments } from '../../../test/faults.ts'
import { returnedDeal } from '../../../test/returned-deal.ts'
import './define.ts'

describeFaults('prm-deal-form when a returned registration is cut', (given) => {
  for (const [moment, at] of Object.entries(moments)) {
    for (const [name, [fault]] of Object.entries(faults)) {
      it(`sends a returned registration in again once, with ${name} ${moment} each commit`, async () => {
        const deal = await returnedDeal(given.backend)
        let broken: 'PATCH' | 'POST' | undefined = 'PATCH'
        const between: Between = (request, next) =>
          broken === request.method && request.url.includes(deal.id)
            ? at(fault)(request, next)
            : next()
        const page = await DealFormPage.open(given.backend.portal('ada', between), {
          dealId: deal.id,
        })
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
        const { items } = await given.backend.as('ada', 'GET', `/deals/${deal.id}/timeline`)
        const [stored, ...others] = await given.backend.deals()
        expect(others).to.deep.equal([])
        expect(stored).to.include({ name: 'The northern plant', status: 'submitted' })
        expect(stored?.revision).to.equal(deal.revision + 2)
        const types = (items as { type: string }[]).map(({ type }) => type)
        expect(types.filter((type) => type === 'deal.submitted').length).to.equal(2)
      })
    }
  }
})
