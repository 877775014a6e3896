import { expect, fixture } from '@open-wc/testing'
import type { Field } from '@prmkit/contract'
import { fieldStage, type FieldStage } from '../../../test/field-stage.ts'
import { find, textIn } from '../../../test/mount.ts'
import {
  sampleContext,
  sampleFields,
  sampleValues,
  wrongValues,
} from '../../../test/sample-fields.ts'
import { eventually, leave, type } from '../../../test/typing.ts'
import { fieldId } from './field-id.ts'
import { focusField } from './focus-field.ts'

const stageOf = async (props: Partial<FieldStage>) => {
  const stage = await fixture<FieldStage>(
    fieldStage({ lang: 'en', context: sampleContext, fields: sampleFields, ...props }),
  )
  await eventually(
    () => stage.direction === (stage.lang.startsWith('ar') ? 'rtl' : 'ltr'),
    'the language',
  )
  return stage
}

const one = (definition: Partial<Field> & Pick<Field, 'type'>, values = {}, lang = 'en') =>
  stageOf({ lang, values, fields: [{ pointer: '/a', label: 'Answer', ...definition } as Field] })

const control = <T extends Element = HTMLInputElement>(stage: Element) =>
  find<T>(stage, `#${fieldId('/a')}`)

describe('field', () => {
  for (const [name, props] of Object.entries({
    empty: {},
    filled: { values: structuredClone(sampleValues) },
    wrong: { values: structuredClone(wrongValues), checked: true },
    'read-only': { values: structuredClone(sampleValues), readOnly: true },
    'right to left': { values: structuredClone(sampleValues), lang: 'ar-EG' },
  })) {
    it(`is accessible in every kind while ${name}`, async () => {
      const stage = await stageOf(props)

      await expect(stage).to.be.accessible()
    })
  }

  it('ties label, hint and error to the control', async () => {
    const stage = await stageOf({
      fields: [{ pointer: '/a', type: 'text', label: 'Name', hint: 'In full', required: true }],
      checked: true,
    })
    const input = control(stage)
    const described = input.getAttribute('aria-describedby')!.split(' ')
    const words = () => described.map((id) => textIn(find(stage, `#${id}`)))
    await eventually(() => words()[1] !== 'Check this entry.', 'the words for the error')

    expect(input.labels?.[0]?.textContent).to.contain('Name')
    expect(input.getAttribute('aria-required')).to.equal('true')
    expect(input.getAttribute('aria-invalid')).to.equal('true')
    expect(words()).to.deep.equal(['In full', 'Enter the name.'])
  })

  it('keeps autofill off unless the field names a token', async () => {
    const plain = await one({ type: 'email' })
    const named = await one({ type: 'email', autocomplete: 'work email' })

    expect(control(plain).autocomplete).to.equal('off')
    expect(control(named).getAttribute('autocomplete')).to.equal('work email')
  })

  it('tells when it is left, but not while the focus stays inside', async () => {
    const stage = await one({
      type: 'choice',
      options: [
        { value: 'x', label: 'X' },
        { value: 'y', label: 'Y' },
      ],
    })
    const [first, second] = stage.shadowRoot!.querySelectorAll('input')

    first!.focus()
    second!.focus()
    expect(stage.left).to.deep.equal([])
    second!.blur()

    expect(stage.left).to.deep.equal(['/a'])
  })

  it('adds the scheme that a web address lacks', async () => {
    const stage = await one({ type: 'url' })

    type(control(stage), 'northwind.example/de')
    leave(control(stage))

    expect(stage.at('/a')).to.equal('https://northwind.example/de')
    expect(control(stage).value).to.equal('https://northwind.example/de')
  })

  it('writes the domain of an e-mail address in ASCII, as the backend takes it', async () => {
    const stage = await one({ type: 'email' })

    control(stage).value = 'info@müller-pumpen.de'
    control(stage).dispatchEvent(new Event('change', { bubbles: true }))

    expect(stage.at('/a')).to.equal('info@xn--mller-pumpen-dlb.de')
    expect(control(stage).value).to.equal('info@xn--mller-pumpen-dlb.de')
  })

  it('leaves a dangerous scheme as it is, for the check to refuse', async () => {
    const stage = await one({ type: 'url' })

    type(control(stage), 'javascript:alert(1)')
    leave(control(stage))

    expect(stage.at('/a')).to.equal('javascript:alert(1)')
  })

  it('counts characters near the limit and never cuts what was typed', async () => {
    const stage = await one({ type: 'long_text', maxLength: 60 })
    const area = control<HTMLTextAreaElement>(stage)

    type(area, 'x'.repeat(59))
    await stage.updateComplete
    expect(textIn(find(stage, '.count'))).to.equal('1 character left')
    type(area, 'x'.repeat(75))
    await stage.updateComplete

    expect(textIn(find(stage, '.count'))).to.equal('15 characters too many')
    expect(stage.at('/a')).to.have.length(75)
  })

  it('takes pasted text without its control characters', async () => {
    const short = await one({ type: 'text' })
    type(control(short), 'Water\tworks\u0000')
    leave(control(short))
    const long = await one({ type: 'long_text' })
    type(control(long), 'One\n\ttwo\vthree')
    leave(control(long))

    expect(short.at('/a')).to.equal('Water works')
    expect(control(short).value).to.equal('Water works')
    expect(long.at('/a')).to.equal('One\n\ttwo three')
  })

  it('shows a hostile text as text', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202Egnp'
    const stage = await stageOf({
      fields: [
        {
          pointer: '/a',
          type: 'choice',
          label: evil,
          hint: evil,
          options: [{ value: 'x', label: evil }],
        },
      ],
    })

    expect(stage.shadowRoot!.querySelector('img')).to.equal(null)
    for (const bdi of stage.shadowRoot!.querySelectorAll('bdi'))
      expect(bdi.textContent).to.equal(evil)
  })

  it('survives values of the wrong shape', async () => {
    const values = Object.fromEntries(
      Object.keys(sampleValues).map((key, index) => [
        key,
        [7, 'text', null, { a: 1 }, true][index % 5],
      ]),
    )
    const stage = await stageOf({ values, checked: true })

    expect(stage.shadowRoot!.querySelectorAll('.field').length).to.equal(sampleFields.length)
  })

  it('puts the focus on a control, or on the nearest above its pointer', async () => {
    const stage = await stageOf({ values: structuredClone(sampleValues) })
    const root = stage.shadowRoot!
    await eventually(() => root.querySelector(`#${fieldId('/lines/1/quantity')}`), 'the lines')

    expect(focusField(root, '/lines/1/quantity')).to.equal(true)
    expect(root.activeElement?.id).to.equal(fieldId('/lines/1/quantity'))
    expect(focusField(root, '/lines/9/quantity')).to.equal(true)
    expect(root.activeElement?.id).to.equal(fieldId('/lines/0/productId'))
    expect(focusField(root, '/elsewhere')).to.equal(false)
  })
})

describe('number and money', () => {
  it('reads the digits and separators of the reader', async () => {
    const stage = await one({ type: 'number' }, {}, 'ar-EG')

    type(control(stage), '١٢٬٣٤٥٫٥')
    leave(control(stage))

    expect(stage.at('/a')).to.equal(12345.5)
    expect(control(stage).value).to.equal('١٢٬٣٤٥٫٥')
  })

  it('writes what was typed tidily once it is left, and not before', async () => {
    const stage = await one({ type: 'money', currencies: ['EUR'] }, {}, 'de')

    type(control(stage), '1234567,5')
    await stage.updateComplete
    expect(control(stage).value).to.equal('1234567,5')
    leave(control(stage))

    expect(control(stage).value).to.equal('1.234.567,50')
    expect(stage.at('/a')).to.deep.equal({ amount: '1234567.5', currency: 'EUR' })
  })

  it('keeps what is no number as it was typed', async () => {
    const stage = await one({ type: 'number' })

    type(control(stage), 'about 12')
    leave(control(stage))
    stage.checked = true
    await stage.updateComplete

    expect(stage.at('/a')).to.equal('about 12')
    expect(control(stage).value).to.equal('about 12')
    await eventually(
      () => textIn(find(stage, '.wrong')) === 'Enter a number such as 12.',
      'the words for the error',
    )
  })

  it('keeps every digit of an amount beyond what a floating-point number holds', async () => {
    const stage = await one({ type: 'money', currencies: ['EUR'] })

    type(control(stage), '123456789012345.67')
    leave(control(stage))

    expect(stage.at('/a')).to.deep.equal({ amount: '123456789012345.67', currency: 'EUR' })
    expect(control(stage).value).to.equal('123,456,789,012,345.67')
  })

  it('offers the currencies of the field, and remembers one chosen before the amount', async () => {
    const stage = await one({ type: 'money', currencies: ['EUR', 'JPY'] })
    const select = find<HTMLSelectElement>(stage, 'select')

    select.value = 'JPY'
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await stage.updateComplete
    type(control(stage), '5000')
    leave(control(stage))

    expect(stage.at('/a')).to.deep.equal({ amount: '5000', currency: 'JPY' })
    expect(control(stage).value).to.equal('5,000')
  })

  it('is written anew when the language changes', async () => {
    const stage = await one({ type: 'number' }, { a: 1234.5 })
    expect(control(stage).value).to.equal('1,234.5')

    stage.lang = 'de'
    await eventually(() => control(stage).value === '1.234,5', 'the German number')

    expect(stage.at('/a')).to.equal(1234.5)
  })
})

describe('date and choices', () => {
  it('writes the date out in the language of the page', async () => {
    const stage = await one({ type: 'date' }, { a: '2027-03-31' }, 'de')
    await eventually(() => textIn(find(stage, '.dated')).includes('März'), 'the German date')

    expect(textIn(find(stage, '.dated'))).to.equal('Mittwoch, 31. März 2027')
  })

  it('asks few options with radio buttons and many with a list', async () => {
    const options = ['a', 'b', 'c', 'd', 'e', 'f'].map((value) => ({ value, label: value }))
    const few = await one({ type: 'choice', options: options.slice(0, 5) })
    const many = await one({ type: 'choice', options })

    find<HTMLInputElement>(few, 'input:nth-of-type(1)').click()
    const select = control<HTMLSelectElement>(many)
    select.value = 'f'
    select.dispatchEvent(new Event('change', { bubbles: true }))

    expect(few.at('/a')).to.equal('a')
    expect(many.at('/a')).to.equal('f')
  })

  it('keeps several answers in the order of the options', async () => {
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
    const stage = await one({ type: 'multi_choice', options })
    const boxes = [...stage.shadowRoot!.querySelectorAll('input')]

    boxes[2]!.click()
    await stage.updateComplete
    boxes[0]!.click()
    await stage.updateComplete
    expect(stage.at('/a')).to.deep.equal(['a', 'c'])
    boxes[0]!.click()
    await stage.updateComplete
    boxes[2]!.click()

    expect(stage.at('/a')).to.equal(undefined)
  })

  it('tells no from no answer', async () => {
    const stage = await one({ type: 'yes_no' })
    const [yes, no] = stage.shadowRoot!.querySelectorAll('input')

    no!.click()
    await stage.updateComplete

    expect(stage.at('/a')).to.equal(false)
    expect(no!.checked).to.equal(true)
    expect(yes!.checked).to.equal(false)
  })

  it('stores which version of a text was agreed to, and asks again for another', async () => {
    const consent = { version: '2', text: 'I agree.', url: 'javascript:alert(1)' }
    const stage = await one({ type: 'consent', consent }, { a: { version: '1', given: true } })
    const box = find<HTMLInputElement>(stage, 'input')
    expect(box.checked).to.equal(false)
    expect(stage.shadowRoot!.querySelector('a')).to.equal(null)

    box.click()

    expect(stage.at('/a')).to.deep.equal({ version: '2', given: true })
  })
})
