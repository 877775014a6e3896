import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { find, still } from '../../../test/mount.ts'
import type { PrmDialog } from './define.ts'
import './define.ts'

async function open() {
  const page = await fixture(html`
    <div>
      <button id="before">Open</button>
      <prm-dialog heading="Withdraw this deal?">
        <p>It cannot be undone.</p>
        <button slot="actions">Withdraw</button>
      </prm-dialog>
    </div>
  `)
  const button = page.querySelector('button')!
  const dialog = page.querySelector<PrmDialog>('prm-dialog')!
  button.focus()
  dialog.open = true
  await dialog.updateComplete
  const native = find<HTMLDialogElement>(dialog, 'dialog')
  return { button, dialog, native }
}

describe('prm-dialog', () => {
  it('opens in the top layer with a name and keeps the page behind it out of reach', async () => {
    const { dialog, native } = await open()

    expect(native.matches(':modal')).to.equal(true)
    expect(native.ariaLabel).to.equal('Withdraw this deal?')
    await still(native)
    await expect(dialog).to.be.accessible()
  })

  it('scrolls its content under its heading, also what stands absolute in it', async () => {
    const { dialog, native } = await open()
    const [long, last] = [document.createElement('div'), document.createElement('input')]
    long.style.blockSize = '3000px'
    last.style.position = 'absolute'
    dialog.append(long, last)

    last.scrollIntoView({ block: 'center' })

    expect(native.scrollTop).to.equal(0)
    expect(find(dialog, '[role=region]').scrollTop).to.be.greaterThan(1000)
  })

  it('closes on Escape and gives focus back', async () => {
    const { button, dialog } = await open()
    const closed = oneEvent(dialog, 'close')

    await sendKeys({ press: 'Escape' })
    await closed

    expect(dialog.open).to.equal(false)
    expect(document.activeElement).to.equal(button)
  })

  it('closes by its close button', async () => {
    const { dialog, native } = await open()
    const closed = oneEvent(dialog, 'close')

    find(dialog, 'header button').click()
    await closed

    expect(native.open).to.equal(false)
  })

  it('stays open when the page cancels that', async () => {
    const { dialog, native } = await open()
    dialog.addEventListener('cancel', (event) => event.preventDefault())

    find(dialog, 'header button').click()
    await dialog.updateComplete

    expect(native.open).to.equal(true)
  })

  it('closes when the page says so', async () => {
    const { dialog, native } = await open()
    const closed = oneEvent(dialog, 'close')

    dialog.open = false
    await closed

    expect(native.open).to.equal(false)
  })
})
