import type { Handlers } from '../http/call.ts'
import { offeredLanguages } from '../rules/content/languages.ts'
import { bestLanguage } from '../http/headers.ts'
import { notFound } from '../problem.ts'

export const forms: Handlers<'forms'> = {
  async get({ tables, params, languages, services }) {
    const record = await tables.programme.form(params.name)
    const offered = offeredLanguages(await services.settings(tables))
    const form = record?.forms[bestLanguage(languages, record.forms, offered)]
    if (!form) throw notFound('form')
    return { body: form }
  },
}
