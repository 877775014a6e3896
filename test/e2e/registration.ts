// Fills in the sample vendor's registration form as a partner does.
import type { Locator, Page } from 'playwright-core'

/** The form on the page for a new registration, once it takes a key. */
export async function openForm(page: Page): Promise<Locator> {
  await page.goto('/partners/register')
  const form = page.locator('prm-deal-form')
  await form.getByLabel('Organisation').waitFor()
  return form
}

/** Waits until the field for the customer's country shows a name. */
export async function countryBecomes(form: Locator, name: string): Promise<void> {
  const country = await form.getByRole('combobox', { name: 'Country' }).elementHandle()
  const shows = ([input, value]: [unknown, string]) => (input as HTMLInputElement).value === value
  await form.page().waitForFunction(shows, [country, name] as [unknown, string])
}

/** Checks a customer and fills in what the vendor’s form requires, up to the review. */
export async function fillIn(form: Locator, company: string): Promise<void> {
  const pick = async (name: RegExp, text: string) => {
    await form.getByRole('combobox', { name }).fill(text)
    await form.locator('[role=option]').first().click()
  }
  await form.getByLabel('Organisation').fill(company)
  await form.getByRole('button', { name: 'Check availability' }).click()
  await form.getByText('This account is available').waitFor()
  await form.getByRole('button', { name: 'Continue to the form' }).click()
  await pick(/^Country/, 'Germany')
  await form.getByLabel(/^City/).fill('Ulm')
  await form.getByLabel(/^Industry/).selectOption({ index: 1 })
  await form.getByLabel(/^Last name/).fill('Sommer')
  await form.getByLabel(/^E-mail/).fill('sommer@example.com')
  await form.getByLabel(/^Project name/).fill('District metering')
  await form.getByLabel(/^Customer’s need/).fill('They lose a fifth of it.')
  await form.getByLabel(/^Expected close date/).fill('2027-06-30')
  await form.getByRole('button', { name: 'Add a product' }).click()
  await pick(/^Product/, 'Echo 200')
  await form.getByLabel(/^Deal value/).fill('24000')
  await form.getByLabel('We approached them').check()
  await form.getByLabel(/^The contact at the customer knows/).check()
  await form.getByRole('button', { name: 'Review' }).click()
  await sendButton(form).waitFor()
}

/** The button that sends the registration. */
export const sendButton = (form: Locator): Locator =>
  form.getByRole('button', { name: 'Send registration' })
