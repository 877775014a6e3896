import { expect } from '@open-wc/testing'
import type { Between } from '../../../test/backend.ts'
import { DealFormPage } from '../../../test/deal-form-page.ts'
import { describeFaults, faults, isCreate, moments } from '../../../test/faults.ts'
import './define.ts'

describeFaults('prm-deal-form when a registration is cut', (given) => {
  for (const [moment, at] of Object.entries(moments)) {
    for (const [name, [fault, note]] of Object.entries(faults)) {
      it(`makes one registration of ${name} ${moment} the commit`, async () => {
        let broken = true
        const between: Between = (request, next) =>
          broken && isCreate(request) ? at(fault)(request, next) : next()
        const page = await DealFormPage.open(given.backend.portal('ada', between))
        await page.toReview('Northern district')

        await page.press('Send registration')
        await page.reads(note)
        broken = false
        // The wait of a 429 is shown, and ends: here at once.
        Object.assign(page.form.registration!.submission!.failure as object, { retryAfter: 0 })
        await page.press('Send registration')

        await page.reads('Your registration was sent')
        const deals = await given.backend.deals()
        expect(deals.map(({ name }) => name)).to.deep.equal(['Northern district'])
        expect(deals[0]!.customer.companyName).to.equal('Waterworks')
      })

      it(`makes one registration of ${name} ${moment} the commit and a crash`, async () => {
        const between: Between = (request, next) =>
          isCreate(request) ? at(fault)(request, next) : next()
        const page = await DealFormPage.open(given.backend.portal('ada', between))
        await page.toReview('Northern district')
        await page.press('Send registration')
        await page.reads(note)
        await page.crash()

        const again = await DealFormPage.open(given.backend.portal('ada'))
        await again.reads('Was this sent?')
        await again.press('Send registration')

        await again.reads('Your registration was sent')
        expect((await given.backend.deals()).length).to.equal(1)
      })
    }
  }
})
