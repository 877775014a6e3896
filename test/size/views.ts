// Waits for the first views of the widgets, and uses them.
import type { Page } from 'playwright-core'

/** The tag of the form. */
export const form = 'prm-deal-form'

/** The vendor's whole form is there, after the question before it. */
export async function formShows(page: Page) {
  const widget = page.locator(form)
  await widget.getByRole('button', { name: 'Skip the check' }).click()
  await widget.locator('input[type=file]').first().waitFor({ state: 'attached' })
  await widget.locator('.lines').first().waitFor()
  await widget.getByRole('combobox').first().waitFor()
}

/** The first field of the form takes what is typed. */
export async function formTakesKey(page: Page) {
  const field = page
    .locator(form)
    .locator('input:not([type=file], [role=combobox]), textarea')
    .first()
  await field.press('a')
  const value = await field.inputValue()
  if (!value.endsWith('a')) throw new Error(`${form} took no key: its first field is "${value}"`)
}

/** Waits for content of a widget. */
export function showsContent(tag: string, selector: string) {
  return (page: Page) => page.locator(tag).locator(selector).first().waitFor()
}

/** Opens the first record of a list, and waits for its page. */
export async function openRecord(page: Page, tag: string) {
  const widget = page.locator(tag)
  await widget.locator('[role=listitem]').first().locator('a, button').first().click()
  await widget.locator('#heading').waitFor()
}

/** Waits for the rows of a list. */
export function listShowsRows(tag: string) {
  return (page: Page) => page.locator(tag).getByRole('listitem').first().waitFor()
}
