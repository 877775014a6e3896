// The whole form by Tab alone: every field and button is on the way, in the order in which it stands.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openForm, sendButton } from './registration.ts'
import { useVendorSite } from './use-vendor-site.ts'
import { people, type VendorSite } from './vendor-site.ts'

/** The name of the element that has the focus, also within shadow roots. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    const { labels } = active as HTMLInputElement
    const legend = active?.closest('fieldset')?.querySelector('legend')?.textContent ?? ''
    const own = labels?.[0]?.textContent ?? active?.getAttribute('aria-label')
    return `${legend} ${own ?? active?.textContent ?? ''}`.replaceAll(/\s+/g, ' ').trim()
  })

/** Presses Tab until the focus is on something of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = []
  while (passed.length < 120) {
    passed.push(await focused(page))
    if (name.test(passed.at(-1) ?? '')) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name}, only to:\n${passed.join('\n')}`)
}

describe('the form by Tab alone', () => {
  let site: VendorSite
  let browser: Browser
  useVendorSite((there) => ({ site, browser } = there))

  test('a deal is registered', async () => {
    const company = `Stadtwerke Tabulator ${Date.now()}`
    const page = await site.signIn(browser, people.partner)
    const form = await openForm(page)
    const { keyboard } = page
    const type = async (name: RegExp, text: string) => {
      await tabTo(page, name)
      await keyboard.type(text)
    }
    const press = async (name: RegExp, key = 'Enter') => {
      await tabTo(page, name)
      await keyboard.press(key)
    }
    const pick = async (name: RegExp, text: string) => {
      await type(name, text)
      await form.getByRole('option', { name: text }).first().waitFor()
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
    }

    await type(/^Organisation/, company)
    await press(/^Check availability/)
    await form.getByText('This account is available').waitFor()
    await press(/^Continue to the form/)
    await type(/^City/, 'Ulm')
    await press(/^Industry/, 'ArrowDown')
    await type(/^Last name/, 'Sommer')
    await type(/^E-mail/, 'sommer@example.com')
    await type(/^Project name/, 'District metering')
    await type(/^Customer’s need/, 'They lose a fifth of their water.')
    // The same in either order of day and month.
    await type(/^Expected close date/, '06062027')
    await press(/Add a product$/)
    // The first line's code is fetched, then the focus goes to its product.
    await form.locator('[role=combobox][id$=productId]:focus').waitFor()
    await pick(/^Product/, 'Echo 200')
    await type(/^Deal value/, '24000')
    await press(/They are our customer/, 'Space')
    await press(/The contact at the customer knows/, 'Space')
    await press(/^Review$/)
    await sendButton(form).waitFor()
    await press(/^Send registration/)
    await form.getByText('Your registration was sent').waitFor()

    const [deal] = await site.dealsOf(company)
    assert.deepEqual(
      [deal?.status, deal?.customer.country, deal?.expectedCloseDate],
      ['submitted', 'DE', '2027-06-06'],
    )
  })
})
