import type { Asset, Discovery, Field, Share } from '@prmkit/contract'
import { endOfDay } from '@prmkit/contract/rules'
import { languageName } from '../articles/language-name.ts'
import type { Translate } from '../base/localize.ts'
import type { Client } from '../base/portal.ts'
import { todayIn } from '../forms/field-lists.ts'
import type { AssetSharesMessages } from '../locales/asset-shares/catalog.ts'
import type { Choice, FieldContext } from '../primitives/field/context.ts'
import type { RecordAction } from '../record/record-action.ts'
import type { RecordItem } from '../record/record-scene.ts'

/** The page around the dialog of a new link. */
export interface ShareScene {
  readonly t: Translate<AssetSharesMessages>
  readonly locale: string
  readonly client: Client
  readonly discovery: Discovery
}

const day = 86_400_000
/** Days that a link works unless the reader says another end. */
const usualDays = 30

/** The dialog that asks for the facts of a new link to assets; `made` answers the record afterwards. */
export function shareAction<Item extends RecordItem>(
  { t, locale, client, discovery }: ShareScene,
  assets: readonly Pick<Asset, 'id' | 'language'>[],
  made: (share: Share) => Promise<Item>,
): RecordAction<Item> {
  const { languages, capabilities, timeZone } = discovery
  const today = Date.parse(todayIn(timeZone))
  const inDays = (days: number) => new Date(today + days * day).toISOString().slice(0, 10)
  const field = (pointer: string, label: string, more: Partial<Field>): Field => ({
    ...{ pointer, label, type: 'text' },
    ...more,
  })
  let copied = false
  const options = languages.map((value) => ({ value, label: languageName(locale, value) }))
  return {
    name: 'share',
    label: t('createLink'),
    hint: t('shareHint'),
    get done() {
      return copied ? `${t('linkCreated')} ${t('copied')}` : t('linkCreated')
    },
    values: { expiresAt: inDays(usualDays), language: assets[0]?.language },
    fields: [
      field('/label', t('linkLabel'), { required: true, maxLength: 200, hint: t('labelHint') }),
      field('/expiresAt', t('linkEnd'), {
        ...{ type: 'date', required: true, min: inDays(1), max: inDays(364) },
      }),
      ...(options.length > 1
        ? [field('/language', t('linkLanguage'), { type: 'choice', options })]
        : []),
      ...(capabilities.includes('deals')
        ? // No form has such a look-up; the context below answers it.
          [field('/dealId', t('linkDeal'), { type: 'lookup', source: 'deals' as never })]
        : []),
      field('/maxViews', t('linkViews'), { type: 'number', min: 1, max: 100_000, scale: 0 }),
    ],
    request: ({ sent }) => {
      const { expiresAt, ...rest } = sent as { expiresAt: string }
      const assetIds = assets.map(({ id }) => id)
      return { ...rest, expiresAt: endOfDay(expiresAt, timeZone), assetIds }
    },
    async send(body, { idempotencyKey }) {
      const share = await client.shares.create({ body: body as never, idempotencyKey })
      copied = await copyShare(share)
      return made(share)
    },
  }
}

/** The lists and texts for the fields of that dialog, among them the reader’s registrations. */
export function shareContext({ t, locale, client, discovery }: ShareScene): FieldContext {
  const known = new Map<string, Choice>()
  return {
    t: t as never,
    locale,
    today: todayIn(discovery.timeZone),
    async search(_, text, signal) {
      const query = { limit: 20, ...(text && { search: text.slice(0, 200) }) }
      const { items } = await client.deals.list({ query }, { signal })
      return items.map(({ id, number, name, customer }) => {
        const choice = { value: id, label: number ?? name, detail: customer.companyName }
        known.set(id, choice)
        return choice
      })
    },
    find: async (_, id) => known.get(id),
  }
}

/** Copies the address of a link; false where the browser does not allow it, as without https. */
export async function copyShare({ url }: Share): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url)
    return true
  } catch {
    return false
  }
}
