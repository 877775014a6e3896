import { expect, fixture } from '@open-wc/testing'
import { fieldStage, type FieldStage } from '../../../test/field-stage.ts'
import { find, textIn } from '../../../test/mount.ts'
import { products, sampleContext } from '../../../test/sample-fields.ts'
import { eventually, leave, paste, type } from '../../../test/typing.ts'
import { filterChoices } from '../combobox/matching.ts'
import type { FieldContext } from '../field/context.ts'
import { fieldId } from '../field/field-id.ts'
import type { Line } from './lines.ts'

const lines = (stage: FieldStage) => [...stage.shadowRoot!.querySelectorAll('.line')]
const cell = (stage: FieldStage, index: number, part: string) =>
  find<HTMLInputElement>(stage, `#${fieldId(`/lines/${index}/${part}`)}`)
const values = (stage: FieldStage) => stage.at('/lines') as Line[] | undefined
const add = (stage: FieldStage) => find(stage, '.lines-end button').click()
const remove = (stage: FieldStage, index: number) =>
  lines(stage)[index]!.querySelector<HTMLElement>(':scope > button')!.click()
const status = (stage: FieldStage) =>
  textIn(stage.shadowRoot!.querySelector('.lines > [role=status]'))

const show = async (
  value?: readonly Line[],
  props: Partial<FieldStage> = {},
  context: Partial<FieldContext> = {},
) => {
  const stage = await fixture<FieldStage>(
    fieldStage({
      lang: 'en',
      fields: [{ pointer: '/lines', type: 'product_lines', label: 'Products' }],
      values: value ? { lines: value } : {},
      context: { ...sampleContext, ...context },
      ...props,
    }),
  )
  await eventually(() => lines(stage).length === (value?.length ?? 0), 'the lines')
  return stage
}

describe('product lines', () => {
  it('begins with a button and puts the focus into each new line', async () => {
    const stage = await show()
    expect(values(stage)).to.equal(undefined)

    add(stage)
    await eventually(() => lines(stage).length === 1, 'a line')
    expect(stage.shadowRoot!.activeElement).to.equal(cell(stage, 0, 'productId'))
    add(stage)

    expect(stage.shadowRoot!.activeElement).to.equal(cell(stage, 1, 'productId'))
    await expect(stage).to.be.accessible()
  })

  it('takes the price of a chosen product, and counts up line and total', async () => {
    const stage = await show([{ quantity: 1 }])

    type(cell(stage, 0, 'productId'), 'RF-900')
    await eventually(() => stage.shadowRoot!.querySelector('[role=option]'), 'the product')
    cell(stage, 0, 'productId').blur()
    await stage.updateComplete
    type(cell(stage, 0, 'quantity'), '3')
    await stage.updateComplete

    expect(values(stage)).to.deep.equal([
      {
        productId: 'p2',
        name: 'Ridge Firewall 900',
        sku: 'RF-900',
        quantity: 3,
        unitPrice: { amount: '4850.50', currency: 'EUR' },
      },
    ])
    expect(textIn(find(stage, 'output'))).to.equal('€14,551.50')
    expect(textIn(find(stage, '.totals'))).to.equal('Total €14,551.50')
  })

  it('adds up each currency by itself', async () => {
    const stage = await show([
      { productId: 'p1', quantity: 3, unitPrice: { amount: '0.10', currency: 'EUR' } },
      { productId: 'p1', quantity: 1, unitPrice: { amount: '0.20', currency: 'EUR' } },
      { productId: 'p2', quantity: 2, unitPrice: { amount: '5.00', currency: 'USD' } },
    ])

    const totals = [...stage.shadowRoot!.querySelectorAll('.totals strong')]
    expect(totals.map(textIn)).to.deep.equal(['€0.50', '$10.00'])
  })

  it('removes a line without disturbing what is typed in the others', async () => {
    const stage = await show([
      { productId: 'p1', quantity: 1 },
      { productId: 'p2', quantity: 2 },
      { productId: 'p3', quantity: 3 },
    ])
    const last = cell(stage, 2, 'productId')
    type(last, 'half a na')

    remove(stage, 1)
    await stage.updateComplete

    expect(values(stage)!.map(({ quantity }) => quantity)).to.deep.equal([1, 3])
    expect(cell(stage, 1, 'productId')).to.equal(last)
    expect(last.value).to.equal('half a na')
  })

  it('keeps the focus near a line that was removed', async () => {
    const stage = await show([
      { productId: 'p1', quantity: 1 },
      { productId: 'p2', quantity: 2 },
    ])

    remove(stage, 1)
    expect(stage.shadowRoot!.activeElement).to.equal(cell(stage, 0, 'productId'))
    expect(status(stage)).to.equal('Line removed')
    remove(stage, 0)

    expect(stage.shadowRoot!.activeElement).to.equal(find(stage, '.lines-end button'))
    expect(values(stage)).to.equal(undefined)
  })

  it('takes rows of a spreadsheet in the separators of the reader', async () => {
    const stage = await show(undefined, { lang: 'de' })
    await eventually(() => stage.language === 'de', 'German')

    const taken = paste(
      find(stage, '.lines-end button'),
      'Artikel\tMenge\tPreis\r\nRF-400\t12\t1.190,50\r\nRidge Firewall 900\t2\t4.850,00 $\r\n',
    )
    await eventually(
      () =>
        values(stage)?.length === 2 &&
        values(stage)!.every((line) => typeof line.productId === 'string'),
      'both products',
    )

    expect(taken).to.equal(false)
    expect(
      values(stage)!.map(({ productId, quantity, unitPrice }) => [
        productId,
        quantity,
        unitPrice?.amount,
      ]),
    ).to.deep.equal([
      ['p1', 12, '1190.50'],
      ['p2', 2, '4850.00'],
    ])
    expect(cell(stage, 0, 'unitPrice').value).to.equal('1.190,50')
  })

  it('puts the focus on the first pasted row where the line it was in gives way', async () => {
    const stage = await show()
    add(stage)
    await eventually(() => lines(stage).length === 1, 'a line')
    cell(stage, 0, 'productId').focus()

    paste(cell(stage, 0, 'productId'), 'RF-400\t1\nRF-9OO\t2')

    await eventually(() => lines(stage).length === 2, 'the rows')
    expect(stage.shadowRoot!.activeElement).to.equal(cell(stage, 0, 'productId'))
  })

  it('keeps pasted rows that match no product, to be mended in place', async () => {
    const stage = await show()

    paste(find(stage, '.lines-end button'), 'RF-400\t1\nRF-9OO\t2')
    await eventually(() => status(stage).includes('needs a product'), 'what was found')
    expect(status(stage)).to.equal(
      '2 lines added. 1 line needs a product: choose it from the list.',
    )
    expect(cell(stage, 1, 'productId').value).to.equal('RF-9OO')
    expect(cell(stage, 1, 'productId').getAttribute('aria-invalid')).to.equal('true')
    await expect(stage).to.be.accessible()
    type(cell(stage, 1, 'productId'), 'RF-900')
    await eventually(() => stage.shadowRoot!.querySelectorAll('[role=option]').length === 1, 'it')
    cell(stage, 1, 'productId').blur()
    await stage.updateComplete

    expect(values(stage)![1]!.productId).to.equal('p2')
    expect(cell(stage, 1, 'productId').getAttribute('aria-invalid')).to.equal(null)
  })

  it('asks once for each pasted product, four at a time', async () => {
    const asked: string[] = []
    let busy = 0
    let most = 0
    const search = async (_: unknown, text: string) => {
      asked.push(text)
      most = Math.max(most, (busy += 1))
      await new Promise(requestAnimationFrame)
      busy -= 1
      return filterChoices(products, text)
    }
    const stage = await show(undefined, {}, { search })
    const rows = Array.from({ length: 40 }, (_, index) => `X-${index % 10}\t1`)

    paste(find(stage, '.lines-end button'), rows.join('\n'))
    await eventually(() => status(stage).startsWith('40 lines added'), 'the end')

    expect(asked).to.have.length(10)
    expect(most).to.equal(4)
  })

  it('leaves a single cell to the input it is pasted into', async () => {
    const stage = await show([{ quantity: 1 }])

    expect(paste(cell(stage, 0, 'productId'), 'RF-400\r\n')).to.equal(true)
  })

  it('shows the errors of a backend at their cells', async () => {
    const stage = await show(
      [
        { productId: 'p1', quantity: 1 },
        { productId: 'p2', quantity: 1 },
      ],
      {
        errors: [
          { pointer: '/lines/1/quantity', code: 'too-big', limit: 500 },
          { pointer: '/lines/0', code: 'other', detail: 'This product is sold out.' },
        ],
      },
    )

    const input = cell(stage, 1, 'quantity')
    expect(textIn(find(stage, `#${input.getAttribute('aria-describedby')}`))).to.equal(
      'Enter 500 or less.',
    )
    expect(cell(stage, 0, 'quantity').getAttribute('aria-invalid')).to.equal(null)
    expect(textIn(lines(stage)[0])).to.contain('This product is sold out.')
  })

  it('keeps a quantity that is no number as it was typed', async () => {
    const stage = await show([{ productId: 'p1', quantity: 1 }])

    type(cell(stage, 0, 'quantity'), 'a dozen')
    leave(cell(stage, 0, 'quantity'))
    await stage.updateComplete

    expect(values(stage)![0]!.quantity).to.equal('a dozen')
    expect(cell(stage, 0, 'quantity').value).to.equal('a dozen')
  })

  it('shows lines without any way to change them', async () => {
    const stage = await show([{ productId: 'p1', quantity: 1 }], { readOnly: true })

    expect(stage.shadowRoot!.querySelectorAll('button').length).to.equal(0)
    expect(paste(cell(stage, 0, 'productId'), 'a\tb')).to.equal(true)
  })
})
