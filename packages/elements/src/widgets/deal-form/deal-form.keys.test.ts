import { expect } from '@open-wc/testing'
import { createBackend, type TestBackend } from '../../../test/backend.ts'
import { dealForm } from '../../../test/deal-form.ts'
import { DealFormPage, eventually } from '../../../test/deal-form-page.ts'
import { fieldId } from '../../primitives/field/field-id.ts'
import './define.ts'
import { begin } from './help.ts'

describe('prm-deal-form by a few keys', () => {
  let backend: TestBackend

  beforeEach(async () => {
    backend = await createBackend(dealForm)
  })

  /** Presses Enter with Ctrl or ⌘ in the focused element. */
  const goOn = ({ focused }: DealFormPage, more: KeyboardEventInit = { ctrlKey: true }) =>
    focused!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, ...more }),
    )
  const comesTo = (page: DealFormPage, id: string) => eventually(() => page.focused?.id === id)
  const write = (page: DealFormPage, text: string) => {
    const input = page.focused as HTMLInputElement
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  it('goes with Ctrl and Enter to what is required, and on from the last of it', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    page.control('/customer/companyName').focus()
    write(page, 'Waterworks')
    await page.kept()
    goOn(page)
    await comesTo(page, 'result')
    goOn(page, { metaKey: true })

    await comesTo(page, fieldId('/name'))
    write(page, 'Leaks')
    goOn(page)
    await comesTo(page, `${fieldId('/consents/contact')}-0`)
    ;(page.focused as HTMLInputElement).click()
    goOn(page)
    await page.reads('Is everything right?')
    goOn(page)
    await page.reads('Your registration was sent')

    expect((await backend.deals()).map(({ name }) => name)).to.deep.equal(['Leaks'])
  })

  it('shows every error where one was left out before the field', async () => {
    const page = await DealFormPage.open(backend.portal('ada'), { withoutCheck: true })
    const consent = page.root.querySelector<HTMLInputElement>('fieldset input[type=checkbox]')!
    consent.focus()
    consent.click()
    await page.kept()
    goOn(page)

    await comesTo(page, 'summary')
    goOn(page)
    await comesTo(page, fieldId('/customer/companyName'))
  })

  it('leaves Enter with other keys to the browser', async () => {
    const page = await DealFormPage.open(backend.portal('ada'), { withoutCheck: true })
    page.control('/name').focus()

    for (const more of [{}, { altKey: true }, { ctrlKey: true, isComposing: true }]) {
      const event = { key: 'Enter', bubbles: true, composed: true, cancelable: true, ...more }
      expect(page.focused!.dispatchEvent(new KeyboardEvent('keydown', event))).to.equal(true)
    }
  })

  it('begins in the country of the last registration, which the reader may change', async () => {
    await backend.as('ada', 'POST', '/deals', {
      ...{ status: 'draft', name: 'Earlier', customer: { companyName: 'Dam', country: 'AT' } },
    })
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.type('/customer/companyName', 'Waterworks')
    await eventually(() => page.control('/customer/country').value === 'Austria')

    await page.type('/customer/country', '')
    await page.kept()
    await page.crash()
    const again = await DealFormPage.open(backend.portal('ada'))
    await again.reads('Your draft from')
    await again.type('/customer/companyName', 'Waterworks 2')
    await again.kept()

    expect(again.control('/customer/country').value).to.equal('')
  })

  it('begins with the sum of the lines as value, and follows it until another is entered', async () => {
    const lines = (quantity: number) => [
      { productId: 'p1', quantity, unitPrice: { amount: '10.50', currency: 'EUR' } },
    ]
    const page = await DealFormPage.open(backend.portal('ada'), {
      ...{ withoutCheck: true, values: { lines: lines(2) } },
    })
    await page.type('/name', 'Leaks')
    await eventually(() => page.control('/amount').value === '21.00')

    page.form.values = { lines: lines(3) }
    await page.type('/name', 'Leaks 2')
    await eventually(() => page.control('/amount').value === '31.50')

    await page.type('/amount', '40')
    page.form.values = { lines: lines(4) }
    await page.type('/name', 'Leaks 3')
    await page.kept()

    expect(page.control('/amount').value).to.match(/^40/)
  })

  it('leaves the value alone while somebody is about to enter one', async () => {
    const page = await DealFormPage.open(backend.portal('ada'), { withoutCheck: true })
    await page.type('/name', 'Leaks')
    await page.kept()
    const unitPrice = { amount: '10.50', currency: 'EUR' }
    page.form.values = { lines: [{ productId: 'p1', quantity: 2, unitPrice }] }
    page.unfold()
    page.control('/amount').focus()
    const name = page.control('/name')
    name.value = 'Leaks 2'
    name.dispatchEvent(new Event('input', { bubbles: true }))
    await eventually(() => page.root.querySelector('.lines')?.textContent?.includes('21.00'))
    await page.kept()
    expect(page.control('/amount').value).to.equal('')

    page.control('/amount').blur()
    await eventually(() => page.control('/amount').value === '21.00')
  })

  it('keeps the way on in view, and leads to each section', async () => {
    const page = await DealFormPage.open(backend.portal('ada'), { withoutCheck: true })
    await page.type('/name', 'Leaks')
    const list = await eventually(() => page.root.querySelector<HTMLDetailsElement>('.sections'))
    const bar = page.root.querySelector('.bar')!
    const titles = [...page.root.querySelectorAll('.section h3')].map((one) => one.textContent)
    const ways = [...list.querySelectorAll('button')]
    expect(ways.map((way) => way.textContent!.trim())).to.deep.equal(titles)

    list.open = true
    ways.at(-1)!.focus()
    ways.at(-1)!.click()
    const last = [...page.root.querySelectorAll('.section')].at(-1)!
    expect(last.contains(page.focused!)).to.equal(true)
    expect(list.open).to.equal(false)

    page.root.querySelector('.section')!.scrollIntoView()
    const { bottom } = bar.getBoundingClientRect()
    expect(Math.round(bottom)).to.be.at.most(innerHeight)
  })

  it('takes the focus where the page asks for it, and never from another field', async () => {
    const other = document.body.appendChild(document.createElement('input'))
    other.focus()
    const busy = await DealFormPage.open(backend.portal('ada'), { autofocus: true })
    await begin(busy.form)
    expect(document.activeElement).to.equal(other)
    busy.form.remove()
    other.remove()

    const page = await DealFormPage.open(backend.portal('ada'), { autofocus: true })
    await comesTo(page, fieldId('/customer/companyName'))
  })
})
