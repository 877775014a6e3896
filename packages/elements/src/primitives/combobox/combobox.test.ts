import { sendKeys } from '@web/test-runner-commands'
import { expect, fixture, html } from '@open-wc/testing'
import { find, textIn } from '../../../test/mount.ts'
import { eventually, press, type } from '../../../test/typing.ts'
import type { Choice } from '../field/context.ts'
import { filterChoices } from './matching.ts'
import type { PrmCombobox } from './prm-combobox.ts'
import './define.ts'

const choices: Choice[] = [
  { value: 'p1', label: 'Ridge Firewall 400', detail: 'RF-400' },
  { value: 'p2', label: 'Ridge Firewall 900', detail: 'RF-900' },
  { value: 'p3', label: 'Éclair Switch', detail: 'ES-24' },
]

const input = (box: Element) => find<HTMLInputElement>(box, 'input')
const options = (box: Element) => [...box.shadowRoot!.querySelectorAll('[role=option]')]
const active = (box: Element) =>
  textIn(box.shadowRoot!.getElementById(input(box).getAttribute('aria-activedescendant') ?? ''))
const status = (box: Element) => textIn(box.shadowRoot!.querySelector('.combo [role=status]'))
const isOpen = (box: Element) => !!box.shadowRoot!.querySelector('.popup:popover-open')

const show = (props: Partial<PrmCombobox> = {}) =>
  fixture<PrmCombobox>(
    html`<prm-combobox
      lang="en"
      label="Product"
      .choices=${props.choices ?? choices}
      .search=${props.search}
      .find=${props.find}
      .value=${props.value}
      ?required=${props.required}
      ?disabled=${props.disabled}
    ></prm-combobox>`,
  )

const opened = async (box: PrmCombobox) => {
  input(box).focus()
  input(box).click()
  await eventually(() => options(box).length, 'the options')
  return box
}

describe('prm-combobox', () => {
  it('is accessible closed and open', async () => {
    const box = await show({ value: 'p1' })
    await expect(box).to.be.accessible()

    await opened(box)

    await expect(box).to.be.accessible()
    expect(input(box).getAttribute('aria-expanded')).to.equal('true')
    expect(
      box.shadowRoot!.getElementById(input(box).getAttribute('aria-controls')!)!.role,
    ).to.equal('listbox')
  })

  it('is found by its label and takes the focus of its host', async () => {
    const box = await show()

    box.focus()

    expect(box.shadowRoot!.activeElement).to.equal(input(box))
    expect(input(box).labels?.[0]?.textContent).to.contain('Product')
  })

  it('ends its search when it leaves the page', async () => {
    let asked: AbortSignal | undefined
    const search = (text: string, signal: AbortSignal) => {
      if (!text) return Promise.resolve(choices)
      asked = signal
      return new Promise<Choice[]>(() => {})
    }
    const box = await opened(await show({ search }))
    await type(input(box), 'r')
    await eventually(() => asked, 'the search')

    box.remove()

    expect(asked!.aborted).to.equal(true)
  })

  it('chooses with the keyboard alone', async () => {
    const box = await show()
    let changes = 0
    box.addEventListener('change', () => (changes += 1))
    box.focus()

    await sendKeys({ press: 'ArrowDown' })
    await eventually(() => options(box).length === 3, 'the whole list')
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'ArrowDown' })
    expect(active(box)).to.contain('Ridge Firewall 900')
    await sendKeys({ press: 'Enter' })

    expect(box.value).to.equal('p2')
    expect(input(box).value).to.equal('Ridge Firewall 900')
    expect(isOpen(box)).to.equal(false)
    expect(changes).to.equal(1)
  })

  it('walks round at the ends, and with Home, End and the page keys', async () => {
    const box = await opened(await show())
    const walk = (key: string) => {
      press(input(box), key)
      return active(box)
    }

    expect(walk('ArrowUp')).to.contain('Éclair')
    expect(walk('ArrowDown')).to.contain('400')
    expect(walk('End')).to.contain('Éclair')
    expect(walk('Home')).to.contain('400')
    expect(walk('PageDown')).to.contain('Éclair')
    expect(walk('PageUp')).to.contain('400')
  })

  it('finds by any part, by number and without accents, and says how many', async () => {
    const box = await show()

    type(input(box), 'wall')
    await eventually(() => options(box).length === 2, 'two options')
    expect(status(box)).to.equal('2 results')
    type(input(box), 'es-24')
    await eventually(() => options(box).length === 1, 'one option')
    expect(status(box)).to.equal('1 result')
    type(input(box), 'eclair')
    await eventually(() => textIn(options(box)[0]) === 'Éclair Switch ES-24', 'the accented one')
    type(input(box), 'zz')
    await eventually(() => status(box).startsWith('Nothing found'), 'nothing')

    expect(options(box)).to.deep.equal([])
  })

  it('closes with Escape and keeps that key from the page while it is open', async () => {
    const box = await opened(await show())
    let heard = 0
    box.addEventListener('keydown', () => (heard += 1))

    press(input(box), 'Escape')
    expect(isOpen(box)).to.equal(false)
    expect(heard).to.equal(0)
    press(input(box), 'Escape')

    expect(heard).to.equal(1)
  })

  it('leaves the keys to an input method while it composes', async () => {
    const box = await opened(await show())
    press(input(box), 'ArrowDown')

    expect(press(input(box), 'Enter', { isComposing: true })).to.equal(true)
    expect(press(input(box), 'ArrowDown', { isComposing: true })).to.equal(true)

    expect(active(box)).to.contain('400')
    expect(box.value).to.equal(undefined)
  })

  it('does not submit the form around it while a list is open', async () => {
    const box = await opened(await show())

    expect(press(input(box), 'Enter')).to.equal(false)
    expect(press(input(box), 'Enter')).to.equal(true)
  })

  it('takes the entry whose name was typed in full, and keeps any other text with an error', async () => {
    const box = await show({ required: true })

    type(input(box), 'rf-900')
    await eventually(() => options(box).length === 1, 'the option')
    input(box).blur()
    expect(box.value).to.equal('p2')
    type(input(box), 'firehose')
    await eventually(() => status(box).startsWith('Nothing'), 'nothing')
    input(box).blur()
    await box.updateComplete

    expect(box.value).to.equal(undefined)
    expect(input(box).value).to.equal('firehose')
    expect(box.matches(':invalid')).to.equal(true)
  })

  it('takes the only entry left with Enter, but not when it is left', async () => {
    const box = await show()

    type(input(box), 'ecl')
    await eventually(() => options(box).length === 1, 'the option')
    press(input(box), 'Enter')
    expect(box.value).to.equal('p3')
    type(input(box), '900')
    await eventually(() => textIn(options(box)[0]).includes('900'), 'the other option')
    input(box).blur()

    expect(box.value).to.equal(undefined)
  })

  it('goes back to what was chosen with a second Escape', async () => {
    const box = await show({ value: 'p1' })

    type(input(box), 'eclair')
    await eventually(() => options(box).length === 1, 'the option')
    press(input(box), 'Escape')
    expect(input(box).value).to.equal('eclair')
    press(input(box), 'Escape')

    expect(input(box).value).to.equal('Ridge Firewall 400')
    expect(box.value).to.equal('p1')
  })

  it('empties with its text', async () => {
    const box = await show({ value: 'p1' })
    await eventually(() => input(box).value === 'Ridge Firewall 400', 'the name of the value')

    type(input(box), '')
    input(box).blur()

    expect(box.value).to.equal(undefined)
  })

  it('chooses by click without losing the focus', async () => {
    const box = await opened(await show())
    const option = options(box)[1] as HTMLElement

    const kept = option.dispatchEvent(
      new MouseEvent('mousedown', { bubbles: true, cancelable: true }),
    )
    option.click()

    expect(kept).to.equal(false)
    expect(box.value).to.equal('p2')
    expect(box.shadowRoot!.activeElement).to.equal(input(box))
  })

  it('shows only the answer to the last search, and stops the ones before', async () => {
    const asked: { text: string; signal: AbortSignal; answer: (found: Choice[]) => void }[] = []
    const search = (text: string, signal: AbortSignal) =>
      new Promise<Choice[]>((answer) => asked.push({ text, signal, answer }))
    const box = await show({ search })

    type(input(box), 'f')
    await eventually(() => asked.length === 1, 'the first search')
    type(input(box), 'fi')
    await eventually(() => asked.length === 2, 'the second search')
    expect(asked[0]!.signal.aborted).to.equal(true)
    expect(status(box)).to.equal('Searching…')
    asked[1]!.answer([choices[1]!])
    asked[0]!.answer(choices)
    await eventually(() => options(box).length === 1, 'the second answer')

    expect(textIn(options(box)[0])).to.contain('900')
  })

  it('takes the named entry also when the answer comes after it was left', async () => {
    const asked: ((found: Choice[]) => void)[] = []
    const search = () => new Promise<Choice[]>((answer) => asked.push(answer))
    const box = await show({ search })

    type(input(box), 'RF-400')
    await eventually(() => asked.length, 'the question')
    input(box).blur()
    expect(box.value).to.equal(undefined)
    asked[0]!([choices[0]!])
    await eventually(() => box.value === 'p1', 'the late choice')

    expect(input(box).value).to.equal('Ridge Firewall 400')
  })

  it('takes the named entry also when it was left before the list was there', async () => {
    const box = await show()

    type(input(box), 'RF-900')
    input(box).blur()
    expect(box.value).to.equal(undefined)
    await eventually(() => box.value === 'p2', 'the late choice')

    expect(input(box).value).to.equal('Ridge Firewall 900')
    expect(isOpen(box)).to.equal(false)
  })

  it('says when the list cannot be loaded, and tries again', async () => {
    let broken = true
    const search = async (text: string) => {
      if (broken) throw new Error('offline')
      return filterChoices(choices, text)
    }
    const box = await show({ search })
    input(box).focus()
    input(box).click()
    await eventually(() => status(box).includes('could not be loaded'), 'the failure')

    broken = false
    press(input(box), 'ArrowDown')
    await eventually(() => options(box).length === 3, 'the list')
  })

  it('names a stored value through the backend, or shows it as it is', async () => {
    const known = await show({ choices: [], find: async () => choices[2], value: 'p3' })
    const unknown = await show({
      choices: [],
      find: () => Promise.reject(new Error()),
      value: 'x9',
    })

    await eventually(() => input(known).value === 'Éclair Switch', 'the name')
    await eventually(() => input(unknown).value === 'x9', 'the value')
  })

  it('does not open while it is disabled', async () => {
    const box = await show({ disabled: true, value: 'p1' })

    input(box).click()
    press(input(box), 'ArrowDown')
    await eventually(() => box.shadowRoot!.querySelector('.popup'), 'the list to be loaded')

    expect(isOpen(box)).to.equal(false)
    expect(input(box).readOnly).to.equal(true)
  })

  it('stays beside its input, above it where there is no room below', async () => {
    const box = await show()
    Object.assign(box.style, { position: 'fixed', insetBlockEnd: '0' })
    await opened(box)
    const popup = find(box, '.popup')

    await eventually(
      () => popup.getBoundingClientRect().bottom <= input(box).getBoundingClientRect().top,
      'the list above',
    )
  })

  it('is sent and reset with the form around it', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <prm-combobox lang="en" name="product" .choices=${choices} .value=${'p1'}></prm-combobox>
      </form>`,
    )
    const box = form.querySelector('prm-combobox')!
    box.value = 'p2'
    await box.updateComplete
    expect(new FormData(form).get('product')).to.equal('p2')

    form.reset()
    await box.updateComplete

    expect(new FormData(form).get('product')).to.equal('p1')
  })

  it('shows a hostile name as text', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202Egnp'
    const box = await opened(await show({ choices: [{ value: 'x', label: evil, detail: evil }] }))

    expect(box.shadowRoot!.querySelector('img')).to.equal(null)
    expect(options(box)[0]!.querySelector('bdi')!.textContent).to.equal(evil)
  })
})
