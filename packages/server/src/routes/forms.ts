import type { Handlers } from '../http/call.ts'
import { bestLanguage } from '../http/headers.ts'
import { notFound } from '../problem.ts'

export const forms: Handlers<'forms'> = {
  async get({ tables, params, languages }) {
    const record = await tables.programme.form(params.name)
    const form = record?.forms[bestLanguage(languages, Object.keys(record.forms))]
    if (!form) throw notFound('form')
    return { body: form }
  },
}
