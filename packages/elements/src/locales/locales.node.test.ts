import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, test } from 'node:test'
import type { Message, Messages } from '../base/messages.ts'

const languages = ['de', 'ar']
const folders = globSync('*/en.ts', { cwd: import.meta.dirname }).map(dirname)

const read = async (folder: string, language: string): Promise<Messages> =>
  (await import(`./${folder}/${language}.ts`)).messages

const texts = (message: Message) =>
  typeof message === 'string' ? [message] : Object.values(message)

const placeholders = (message: Message) =>
  [...new Set(texts(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].toSorted()

for (const folder of folders) {
  describe(`the texts of ${folder}`, () => {
    for (const language of languages) {
      test(`are complete in ${language}`, async () => {
        const [english, translated] = [await read(folder, 'en'), await read(folder, language)]

        assert.deepEqual(Object.keys(translated).toSorted(), Object.keys(english).toSorted())
        for (const [key, message] of Object.entries(english)) {
          const own = translated[key]!
          assert.ok(
            texts(own).every((text) => text.trim()),
            `${key} is empty`,
          )
          assert.deepEqual(placeholders(own), placeholders(message), key)
        }
      })

      test(`have only plurals that ${language} tells apart, and one for the rest`, async () => {
        const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
        for (const [key, message] of Object.entries(await read(folder, language))) {
          if (typeof message === 'string') continue
          const strange = Object.keys(message).filter(
            (rule) => !pluralCategories.includes(rule as never),
          )
          assert.deepEqual(strange, [], key)
          assert.ok(message.other, `${key} has no plural for the rest`)
        }
      })
    }
  })
}
