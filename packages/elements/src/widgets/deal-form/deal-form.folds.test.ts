import { expect } from '@open-wc/testing'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { dealForm } from '../../../test/deal-form.ts'
import { DealFormPage, eventually } from '../../../test/deal-form-page.ts'
import { fieldId } from '../../primitives/field/field-id.ts'
import './define.ts'

describe('the optional fields of prm-deal-form', () => {
  let backend: TestBackend

  beforeEach(async () => {
    backend = await createBackend(dealForm)
  })

  const open = (values?: unknown) =>
    DealFormPage.open(backend.portal('ada'), { withoutCheck: true, values })
  const isFolded = (page: DealFormPage, pointer: string) =>
    !!page.root.querySelector(`details #${fieldId(pointer)}`)
  const isSeen = (page: DealFormPage, pointer: string) => page.control(pointer).checkVisibility()

  it('are folded under each section, with their number', async () => {
    const page = await open()

    expect(page.folds.map((fold) => fold.querySelector('summary')!.textContent)).to.deep.equal([
      'Optional fields (3)',
      'Optional fields (3)',
      'Optional fields (1)',
    ])
    expect(isSeen(page, '/customer/website')).to.equal(false)
    expect(isSeen(page, '/customer/companyName')).to.equal(true)
    expect(page.root.querySelector('.lines')!.checkVisibility()).to.equal(true)

    page.root.querySelector('summary')!.click()
    await eventually(() => isSeen(page, '/customer/website'))
    page.control('/customer/website').focus()
    await page.type('/customer/website', 'waterworks.example')
    await page.type('/customer/website', '')
    await page.kept()

    expect(isSeen(page, '/customer/website'), 'after it was emptied').to.equal(true)
    expect(isSeen(page, '/problem'), 'in another section').to.equal(false)
  })

  it('stay in view where they have a value from the beginning', async () => {
    const page = await open({ problem: 'Leaks' })

    expect(isFolded(page, '/problem')).to.equal(false)
    expect(isFolded(page, '/type'), 'with a default').to.equal(false)
    expect(isFolded(page, '/amount')).to.equal(true)
  })

  it('open where the page or the product lines fill them in', async () => {
    const page = await open()
    await page.type('/name', 'Leaks')
    await page.kept()
    expect(isSeen(page, '/amount')).to.equal(false)

    const unitPrice = { amount: '10.50', currency: 'EUR' }
    page.form.values = { lines: [{ productId: 'p1', quantity: 2, unitPrice }] }

    await eventually(() => isSeen(page, '/amount') && page.control('/amount').value === '21.00')
  })

  it('open for an error in them', async () => {
    const problem = {
      ...{ status: 422, code: 'validation-failed', title: '', requestId: 'r' },
      errors: [{ pointer: '/customer/website', code: 'required' }],
    }
    const refuse: Between = async ({ method, url }, next) =>
      method === 'POST' && url.endsWith('/deals') ? Response.json(problem, { status: 422 }) : next()
    const page = await DealFormPage.open(backend.portal('ada', refuse), { withoutCheck: true })
    await page.toReview()
    await page.press('Send registration')
    await page.reads('Fix 1 field')

    expect(isSeen(page, '/customer/website')).to.equal(true)

    page.folds[0]!.open = false
    page.root.querySelector<HTMLElement>('#summary a')!.click()
    await eventually(() => page.focused === page.control('/customer/website'))
  })

  it('take with them what is asked because of them', async () => {
    const conditional = structuredClone(dealForm)
    const type = conditional.sections[1]!.fields.find(({ pointer }) => pointer === '/type')!
    Object.assign(type, { default: undefined })
    backend = await createBackend(conditional)
    const page = await open()
    page.unfold()
    page.folds[1]!.open = false

    await page.choose('Renewal')
    await eventually(() => page.root.querySelector(`#${fieldId('/custom/contract')}`))

    expect(isFolded(page, '/custom/contract')).to.equal(true)
    expect(isSeen(page, '/custom/contract')).to.equal(true)
  })

  it('take the focus of a section that has no other field', async () => {
    const [first, ...rest] = structuredClone(dealForm.sections)
    const last = { name: 'files', title: 'Files', fields: [rest[1]!.fields[1]!] }
    backend = await createBackend({ ...dealForm, sections: [first!, ...rest, last] })
    const page = await open()
    await page.type('/name', 'Leaks')
    const list = await eventually(() => page.root.querySelector<HTMLDetailsElement>('.sections'))

    list.open = true
    list.querySelectorAll('button')[3]!.click()

    expect(page.focused?.localName).to.equal('summary')
  })
})
