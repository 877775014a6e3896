import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inEachEngine } from './engine.ts'

inEachEngine((open, engine) => {
  test('a page can be opened, typed into and looked at', async () => {
    await using browser = await open()
    const page = await browser.newPage()
    await page.setContent('<input aria-label="Company" />')

    await page.getByLabel('Company').pressSequentially('Acme')

    assert.equal(await page.getByLabel('Company').inputValue(), 'Acme')
    assert.ok((await page.screenshot()).length > 100, engine)
  })
})
