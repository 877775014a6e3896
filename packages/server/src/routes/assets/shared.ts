import { downloadLink, imageLink } from '../../files/links.ts'
import { languagesOf } from '../../http/headers.ts'
import { noSharePage, sharePage, sharePolicy, type SharedItem } from '../../rendering/share-page.ts'
import { safeFileName } from '../../rules/assets/file-name.ts'
import { isGiven, shareStatus } from '../../rules/assets/shares.ts'
import { offeredLanguages, regionalTag, wantedLanguages } from '../../rules/content/languages.ts'
import type { Services } from '../../services.ts'
import type { AssetFile, AssetRecord, ShareRecord } from '../../store/assets.ts'
import type { Tables } from '../../store/store.ts'
import { sectionTree } from '../content/library.ts'
import { settingsFor } from '../shared/programme.ts'
import { giversOf } from './givers.ts'
import { assetLibrary } from './library.ts'

/** The milliseconds for which an opened page gives its files, also where nobody may open it again. */
const takingTime = 3_600_000

interface Shared {
  asset: AssetRecord
  version: AssetFile
  /** The asset’s place among those of the link. */
  place: number
}

/** Pages behind links to assets, for people without a log-in: no token, no cookie, no script. */
export function sharedPages(services: Services) {
  const { store, clock } = services
  const originOf = (request: Request) => services.publicUrl ?? new URL(request.url).origin

  async function html(request: Request, text: string, status: number): Promise<Response> {
    return new Response(request.method === 'HEAD' ? null : text, {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': await sharePolicy(originOf(request)),
        'x-robots-tag': 'noindex, nofollow',
        'cross-origin-resource-policy': 'same-origin',
      },
    })
  }

  /** The one page for every link that does not work: guessed, ended, revoked, used up, or without an asset left. */
  async function gone(request: Request): Promise<Response> {
    const offered = offeredLanguages(await services.settings(store.read))
    const wanted = languagesOf(request.headers.get('accept-language'))
    const [language = offered[0] ?? 'en'] = wantedLanguages(wanted, offered)
    return html(request, noSharePage(language), 404)
  }

  return {
    async open(request: Request, { token = '' }: Record<string, string>): Promise<Response> {
      const now = services.now()
      const opened = await store.write(async (tables) => {
        const found = await tables.shares.byToken(token)
        const share = found && (await tables.shares.lock(found.id))
        if (!share || shareStatus(share, now) !== 'active') return undefined
        const given = await sharedAssets(tables, share, now)
        if (given.length === 0) return undefined
        if (request.method === 'HEAD') return { share, given }
        await tables.shares.view(share.id, now)
        const none = { views: 0, downloads: 0, shares: 0, shareViews: 1 }
        await tables.assetUses.add(
          given.map(({ asset }) => ({
            ...{ assetId: asset.id, day: now.slice(0, 10), partnerId: '', ...none },
          })),
        )
        return { share, given }
      })
      if (!opened) return gone(request)
      const { share, given } = opened
      const { read: tables } = store
      const { localised } = await settingsFor({ services, tables, languages: [share.language] })
      const [partner] = await tables.partners.many([share.partnerId])
      const items: SharedItem[] = []
      for (const one of given)
        items.push(await itemOf({ tables, services, request, now }, share, one))
      const { language, expiresAt } = share
      const { name: vendor } = localised.vendor
      const wanted = languagesOf(request.headers.get('accept-language'))
      const locale = regionalTag(language, wanted, partner?.country)
      const page = { language, locale, vendor, partner: partner?.name ?? vendor, expiresAt, items }
      return html(request, sharePage(page), 200)
    },

    /** Leads to a file of the link by an address that works for five minutes. */
    async take(
      request: Request,
      { token = '', place = '' }: Record<string, string>,
    ): Promise<Response> {
      const now = services.now()
      const { read: tables } = store
      const share = await tables.shares.byToken(token)
      const status = share && shareStatus(share, now)
      const wasOpened = Date.parse(share?.lastViewedAt ?? '') > clock() - takingTime
      if (!share || !(status === 'active' || (status === 'used_up' && wasOpened)))
        return gone(request)
      const shared = await sharedAssets(tables, share, now)
      const found = shared.find((one) => String(one.place) === place)
      const { file } = found?.version ?? {}
      if (!found || !file) return gone(request)
      const title = found.asset.texts[found.version.language]?.title ?? ''
      const name = safeFileName(title, file.name)
      const { url } = await downloadLink({ tables, services, request, now }, file.id, { name })
      return new Response(null, { status: 303, headers: { location: url } })
    },
  }
}

/** The assets of a link that its partner may still give away, in the versions of the link. */
async function sharedAssets(tables: Tables, share: ShareRecord, now: string): Promise<Shared[]> {
  const reader = (await giversOf(tables, [share]))(share)
  if (!reader) return []
  const ids = share.assets.map(({ assetId }) => assetId)
  const folders = await sectionTree(assetLibrary, tables)
  const found = (await tables.assets.many(ids)).filter(({ sectionId }) =>
    folders.isShown(sectionId),
  )
  const assets = new Map(found.map((asset) => [asset.id, asset]))
  const files = await tables.assets.files(ids)
  return share.assets.flatMap(({ assetId, language, version: number }, place) => {
    const asset = assets.get(assetId)
    const version = files.find(
      (one) => one.assetId === assetId && one.language === language && one.version === number,
    )
    const given = asset && version && isGiven(asset, language, reader, now)
    return given ? [{ asset, version, place }] : []
  })
}

async function itemOf(
  signing: Parameters<typeof imageLink>[0],
  { token }: ShareRecord,
  { asset, version, place }: Shared,
): Promise<SharedItem> {
  const { language, file, url, look } = version
  const { title = '', description = '' } = asset.texts[language] ?? {}
  const { thumbnail } = look ?? {}
  return {
    ...{ title, description, language, isLink: url !== undefined },
    href: url ?? `/s/${token}/files/${place}`,
    ...(file && { name: file.name, size: file.size }),
    ...(thumbnail && {
      image: {
        url: await imageLink(signing, thumbnail.id),
        ...{ width: thumbnail.width, height: thumbnail.height },
      },
    }),
  }
}
