import type { Catalog } from '../../base/localize.ts'
import { messages as common } from '../common/en.ts'
import { messages as field } from '../field/en.ts'
import { messages as own } from './en.ts'

const messages = { ...common, ...field, ...own }

/** The texts of the registration form with those of its fields and of every widget. */
export type DealFormMessages = typeof messages

const join = async (parts: Promise<{ messages: object }>[]) => ({
  messages: Object.assign({}, ...(await Promise.all(parts)).map(({ messages }) => messages)),
})

/** The texts of the registration form in every language. */
export const catalog = {
  en: messages,
  locales: {
    de: () => join([import('../common/de.ts'), import('../field/de.ts'), import('./de.ts')]),
    ar: () => join([import('../common/ar.ts'), import('../field/ar.ts'), import('./ar.ts')]),
  },
} satisfies Catalog<DealFormMessages>
