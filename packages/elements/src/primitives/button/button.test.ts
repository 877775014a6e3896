import { expect, fixture, html } from '@open-wc/testing'
import { find } from '../../../test/mount.ts'
import type { PrmButton } from './define.ts'
import './define.ts'

describe('prm-button', () => {
  it('submits the form around it, once', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <input name="a" value="1" />
        <prm-button type="submit">Send</prm-button>
      </form>
    `)
    let submitted = 0
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      submitted += 1
    })
    const button = form.querySelector<PrmButton>('prm-button')!

    find(button, 'button').click()
    button.busy = true
    await button.updateComplete
    find(button, 'button').click()

    expect(submitted).to.equal(1)
  })

  it('is out of use in a fieldset that is, and in use after it', async () => {
    const fieldset = await fixture<HTMLFieldSetElement>(html`
      <fieldset disabled><prm-button>Send</prm-button></fieldset>
    `)
    const button = fieldset.querySelector<PrmButton>('prm-button')!
    const native = find<HTMLButtonElement>(button, 'button')
    await button.updateComplete
    expect(native.disabled).to.equal(true)

    fieldset.disabled = false
    await button.updateComplete

    expect(native.disabled).to.equal(false)
  })

  it('tells nobody of a press while it is busy', async () => {
    const button = await fixture<PrmButton>(html`<prm-button busy>Wait</prm-button>`)
    let pressed = 0
    button.addEventListener('click', () => (pressed += 1))

    find(button, 'button').click()

    expect(pressed).to.equal(0)
    expect(find(button, 'button').ariaBusy).to.equal('true')
  })

  it('hands focus to the native button', async () => {
    const button = await fixture<PrmButton>(html`<prm-button>Go</prm-button>`)

    button.focus()

    expect(button.shadowRoot?.activeElement).to.equal(find(button, 'button'))
  })

  it('is a link with an address', async () => {
    const button = await fixture<PrmButton>(html`<prm-button href="#there">Go</prm-button>`)

    expect(find(button, 'a').getAttribute('href')).to.equal('#there')
    await expect(button).to.be.accessible()
  })

  it('has a name when it shows an icon only', async () => {
    const button = await fixture(html`<prm-button label="Close"><svg></svg></prm-button>`)

    expect(find(button, 'button').ariaLabel).to.equal('Close')
    await expect(button).to.be.accessible()
  })
})
