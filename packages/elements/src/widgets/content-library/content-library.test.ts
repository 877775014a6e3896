import { expect } from '@open-wc/testing'
import { createMock, scenarios, type Mock, type Scenario } from '@prmkit/mock'
import { button } from '../../../test/deal-list-page.ts'
import { eventually } from '../../../test/eventually.ts'
import { find, show, still, textIn, until } from '../../../test/mount.ts'
import { createPartnerPortal } from '../portal/define.ts'
import type { PartnerPortal } from '../portal/partner-portal.ts'
import { shelves } from '../../drafts/draft-shelves.ts'
import type { NavigateEvent } from '../../events.ts'
import type { PrmAssetPage } from '../../assets/asset-page.ts'
import type { PrmContentLibrary } from './define.ts'
import './define.ts'

type Between = (request: Request, next: () => Promise<Response>) => Promise<Response>

describe('prm-content-library', () => {
  let mock: Mock
  let portal: PartnerPortal

  const open = async (
    set: Partial<PrmContentLibrary> = {},
    {
      scenario = scenarios.filled,
      locale = 'en',
      between = (_, next) => next(),
    }: { scenario?: Scenario; locale?: string; between?: Between } = {},
  ) => {
    mock = createMock({ scenario })
    portal = createPartnerPortal({
      baseUrl: mock.baseUrl,
      locale,
      fetchToken: mock.fetchToken,
      fetch: (input: RequestInfo | URL, init?: RequestInit) => {
        const request = new Request(input, init)
        return between(request, () => mock.fetch(request))
      },
    })
    const library = Object.assign(portal.create('prm-content-library'), set) as PrmContentLibrary
    await show(library)
    await until(library, 'ready', 'empty', 'error', 'degraded', 'offline')
    return library
  }
  const { read, exchange } = shelves.device
  afterEach(() => {
    Object.assign(shelves.device, { read, exchange })
    mock.close()
    history.replaceState(null, '', location.pathname + location.search)
  })

  const root = (library: PrmContentLibrary) => library.shadowRoot!
  const titles = (library: PrmContentLibrary) =>
    [...root(library).querySelectorAll('.row .cover')].map(textIn)
  const row = (library: PrmContentLibrary, title: string) =>
    [...root(library).querySelectorAll<HTMLElement>('.row')].find((one) =>
      textIn(one).includes(title),
    )!
  const chip = (library: PrmContentLibrary, words: string) =>
    [...root(library).querySelectorAll<HTMLElement>('.chip')].find((one) =>
      textIn(one).startsWith(words),
    )!
  const page = (library: PrmContentLibrary) =>
    eventually(() => {
      const shown = root(library).querySelector<PrmAssetPage>('prm-asset-page')
      return shown?.state === 'ready' && shown.shadowRoot?.querySelector('#heading')
        ? shown
        : undefined
    })
  const choose = (library: PrmContentLibrary, title: string) =>
    row(library, title).querySelector<HTMLInputElement>('input[type=checkbox]')!.click()
  /** Answers with an address within this page where a file would be handed out. */
  const taken: Between = async (request, next) => {
    const response = await next()
    if (!request.url.endsWith('/download') || !response.ok) return response
    const url = `${location.href.replace(/#.*/, '')}#taken`
    return Response.json({ ...(await response.json()), url })
  }

  it('lists the assets with their images, marks, folders and counted filters', async () => {
    const library = await open()

    expect(titles(library)).to.include('Echo 200 datasheet')
    expect(textIn(row(library, 'Leak detection'))).to.contain('Featured')
    const picture = row(library, 'Leak detection').querySelector('img')!
    expect(picture.getAttribute('src')).to.match(/^data:image\/svg/)
    expect(textIn(chip(library, 'Datasheets'))).to.match(/^Datasheets ?\d$/)
    expect(textIn(chip(library, 'Presentation') ?? chip(library, 'Document'))).to.match(/ ?\d+$/)
    expect(textIn(chip(library, 'German'))).to.match(/^German ?\d$/)
    expect(textIn(chip(library, 'datasheet'))).to.match(/^datasheet ?\d$/)
    await expect(library).to.be.accessible()
  })

  it('has the buttons of all rows below each other, also where an asset cannot be chosen', async () => {
    const library = await open()
    const rows = [...root(library).querySelectorAll('.row')]
    const ends = (all: Element[]) =>
      new Set(
        all.map((one) => Math.round(one.querySelector('.square')!.getBoundingClientRect().right)),
      )

    expect(rows.filter((one) => !one.querySelector('.pick-one'))).not.to.deep.equal([])
    expect([...ends(rows)]).to.have.length(1)
  })

  it('finds an asset by a word inside its file, and shows the place', async () => {
    const library = await open()
    const field = find<HTMLInputElement>(library, '#search')
    field.value = 'Rotterdam'
    field.dispatchEvent(new Event('input'))
    await eventually(() => titles(library).length === 1)

    expect(titles(library)[0]).to.match(/^Leak detection/)
    expect(textIn(row(library, 'Leak').querySelector('.lead p'))).to.match(/Page 3: .*Rotterdam/)
    expect(textIn(row(library, 'Leak').querySelector('mark'))).to.equal('Rotterdam')
  })

  it('tells the backend which search led to an asset', async () => {
    const told: unknown[] = []
    const library = await open(
      {},
      {
        between: async (request, next) => {
          if (request.url.endsWith('/views')) told.push(await request.clone().json())
          return next()
        },
      },
    )
    const field = find<HTMLInputElement>(library, '#search')
    field.value = ' Rotterdam '
    field.dispatchEvent(new Event('input'))
    await eventually(() => titles(library).length === 1)
    root(library).querySelector<HTMLElement>('.row .cover')!.click()
    await page(library)
    await eventually(() => told.length)

    expect(told).to.deep.equal([{ language: 'en', search: 'Rotterdam' }])
  })

  it('opens a folder, tells the page, and leads back to all', async () => {
    const library = await open()
    const told: string[] = []
    library.addEventListener('prm-navigate', (event) => {
      const { resource, id } = event as NavigateEvent
      told.push(`${resource} ${id}`)
    })
    chip(library, 'Datasheets').click()
    await eventually(() => titles(library).every((title) => title.includes('datasheet')))
    expect(library.folderId).to.equal('datasheets')
    expect(textIn(find(library, '.path'))).to.match(/^All folders ?Datasheets$/)
    await eventually(() => root(library).activeElement?.id === 'place')

    button(root(library), 'All folders')!.click()
    await eventually(() => titles(library).length > 3)
    expect(told).to.deep.equal(['folder datasheets', 'folder '])
  })

  it('says that a folder is gone, and leads to the others', async () => {
    const library = await open({ folderId: 'gone' })

    expect(textIn(find(library, '.blank'))).to.contain('no longer there')
    button(root(library), 'All folders')!.click()
    await eventually(() => titles(library).length > 3)
  })

  it('keeps favourites, and narrows the list to them', async () => {
    const library = await open()
    const star = row(library, 'Echo 200 datasheet').querySelector<HTMLElement>('.picks button')!
    expect(star.ariaPressed).to.equal('false')
    star.click()
    await eventually(() => star.ariaPressed === 'true')
    const select = [...root(library).querySelectorAll('select')].at(-1)!
    select.value = 'favourite'
    select.dispatchEvent(new Event('change'))
    await eventually(() => titles(library).length === 1)

    expect(titles(library)).to.deep.equal(['Echo 200 datasheet'])
  })

  it('asks for what is new since the visit before', async () => {
    const asked: (string | null)[] = []
    const since = new Date(Date.now() - 5 * 86_400_000).toISOString()
    const library = await open(
      {},
      {
        between: (request, next) => {
          const { pathname, searchParams } = new URL(request.url)
          if (pathname.endsWith('/assets')) asked.push(searchParams.get('updatedSince'))
          return pathname.endsWith('/assets/visits')
            ? Promise.resolve(Response.json({ since }))
            : next()
        },
      },
    )
    const select = [...root(library).querySelectorAll('select')].at(-1)!
    select.value = 'isNew'
    select.dispatchEvent(new Event('change'))
    await eventually(() => titles(library).length === 1)

    expect(titles(library)).to.deep.equal(['Echo logger on a hydrant'])
    expect(asked).to.include(since)
  })

  it('shows a grid and a list of the same rows', async () => {
    const library = await open()
    button(root(library), 'Show as grid')!.click()
    await library.updateComplete

    expect(library.getAttribute('layout')).to.equal('grid')
    expect(getComputedStyle(find(library, '.rows')).display).to.equal('grid')
    await expect(library).to.be.accessible()
    button(root(library), 'Show as list')!.click()
    await library.updateComplete
    expect(getComputedStyle(find(library, '.rows')).display).to.equal('block')
  })

  it('shows every page of an asset with its text, and finds words in them', async () => {
    const library = await open({ assetId: 'leak-detection-deck' })
    const shown = await page(library)

    const images = [...shown.shadowRoot!.querySelectorAll<HTMLImageElement>('.pages img')]
    expect(images.map(({ alt }) => alt)).to.deep.equal(['Page 1', 'Page 2', 'Page 3'])
    expect(textIn(find(shown, '.pages details'))).to.contain('Leak detection with Echo')
    const field = find<HTMLInputElement>(shown, '.within input')
    field.value = 'rotterdam'
    field.dispatchEvent(new Event('input'))
    await shown.updateComplete
    expect(textIn(find(shown, '.within'))).to.equal('Search in these pages Found on 1 page Page 3')
    button(shown.shadowRoot!, 'Page 3')!.click()
    expect(shown.shadowRoot!.activeElement?.id).to.equal('page-3')
    expect(textIn(find(shown, '.versions'))).to.contain('New reference from Rotterdam')
    await expect(shown).to.be.accessible()
  })

  it('asks for the look of an asset while it waits for the asset', async () => {
    let tell = () => {}
    const isAsked = new Promise<void>((resolve) => (tell = resolve))
    const looks: string[] = []
    const library = await open(
      { assetId: 'leak-detection-deck' },
      {
        between: async (request, next) => {
          const { pathname } = new URL(request.url)
          if (pathname.endsWith('/preview')) {
            looks.push(pathname)
            tell()
          }
          if (pathname.endsWith('/assets/leak-detection-deck')) await isAsked
          return next()
        },
      },
    )
    const shown = await page(library)
    await eventually(() => shown.shadowRoot!.querySelector('.pages img'))

    expect(looks.length).to.equal(1)
  })

  it('shows the look of an asset once it is made', async () => {
    let isMade = false
    const shown = await page(
      await open(
        { assetId: 'leak-detection-deck' },
        {
          between: async (request, next) => {
            const response = await next()
            if (isMade || !new URL(request.url).pathname.endsWith('/preview')) return response
            const look = { kind: 'none', reason: 'pending', pages: [] }
            return Response.json({ ...(await response.json()), ...look })
          },
        },
      ),
    )
    expect(textIn(find(shown, '.none'))).to.contain('It is being made')
    isMade = true
    await shown.refresh()
    await shown.updateComplete

    expect(shown.shadowRoot!.querySelectorAll('.pages img').length).to.equal(3)
  })

  it('shows an asset in another of its languages', async () => {
    const shown = await page(await open({ assetId: 'leak-detection-deck' }))
    const select = find<HTMLSelectElement>(shown, '.pick select')
    select.value = 'de'
    select.dispatchEvent(new Event('change'))
    await eventually(() => textIn(find(shown, '#heading')).startsWith('Leckortung'))
    await eventually(() => textIn(find(shown, '.pages')).includes('Leckortung mit Echo'))
  })

  it('hands out the newest file, and an earlier version where that is asked for', async () => {
    const asked: unknown[] = []
    const library = await open(
      { assetId: 'leak-detection-deck' },
      {
        between: async (request, next) => {
          if (request.url.endsWith('/download')) asked.push(await request.clone().json())
          return taken(request, next)
        },
      },
    )
    const shown = await page(library)
    shown.shadowRoot!.querySelector<HTMLElement>('.actions .primary')!.click()
    await eventually(() => location.hash === '#taken')
    button(shown.shadowRoot!, 'Download version 1')!.click()
    await eventually(() => asked.length === 2)
    await eventually(() => textIn(find(shown, '.main')).includes('You downloaded version 1.'))

    expect(asked).to.deep.equal([{ language: 'en' }, { language: 'en', version: 1 }])
  })

  it('offers the file only after its terms are accepted', async () => {
    const shown = await page(await open({ assetId: 'logo-pack' }, { between: taken }))
    expect(shown.shadowRoot!.querySelector('.actions .button')).to.equal(null)
    expect(textIn(find(shown, '.rail'))).to.contain('Use the logo unchanged')
    expect(textIn(find(shown, '.none'))).to.contain('There is no preview.')
    await expect(shown).to.be.accessible()
    button(shown.shadowRoot!, 'Accept terms')!.click()
    await eventually(() => shown.shadowRoot!.querySelector('.actions .button'))

    expect(textIn(find(shown, '.actions'))).to.match(/^Download/)
    await eventually(() => shown.shadowRoot!.activeElement?.matches('.actions .button'))
  })

  it('plays a video once its terms are accepted', async () => {
    let isAccepted = false
    const shown = await page(
      await open(
        { assetId: 'logo-pack' },
        {
          between: async (request, next) => {
            const response = await next()
            const { pathname } = new URL(request.url)
            if (pathname.endsWith('/terms')) isAccepted = true
            if (!/logo-pack(\/terms|\/preview)?$/.test(pathname)) return response
            const body = await response.json()
            if (!pathname.endsWith('/preview')) return Response.json({ ...body, type: 'video' })
            const video = {
              url: 'https://files.example/a.mp4',
              mediaType: 'video/mp4',
              captions: [],
            }
            const look = isAccepted ? { kind: 'video', video } : { kind: 'none' }
            return Response.json({ ...body, pages: [], ...look })
          },
        },
      ),
    )
    expect(textIn(find(shown, '.none'))).to.contain('Accept these terms')
    button(shown.shadowRoot!, 'Accept terms')!.click()
    await eventually(() => shown.shadowRoot!.querySelector('video'))
  })

  it('plays a video with its captions', async () => {
    const library = await open(
      { assetId: 'echo-photo' },
      {
        between: async (request, next) => {
          const response = await next()
          if (!request.url.includes('/preview')) return response
          const captions = [{ language: 'en', url: 'https://files.example/en.vtt' }]
          const video = { url: 'https://files.example/a.mp4', mediaType: 'video/mp4', captions }
          return Response.json({ ...(await response.json()), kind: 'video', pages: [], video })
        },
      },
    )
    const player = find<HTMLVideoElement>(await page(library), 'video')

    expect(player.controls).to.equal(true)
    expect(player.getAttribute('aria-label')).to.equal('Echo logger on a hydrant')
    expect(player.querySelector('track')!.src).to.equal('https://files.example/en.vtt')
    expect(player.querySelector('track')!.label).to.equal('English')
  })

  it('tells of an asset that was replaced, and leads to the one in its place', async () => {
    const library = await open({ assetId: 'echo-50-datasheet' })
    const shown = await page(library)

    expect(textIn(find(shown, '.note'))).to.contain('was replaced')
    button(shown.shadowRoot!, 'Echo 200 datasheet')!.click()
    await eventually(
      () => textIn(shown.shadowRoot!.querySelector('#heading')) === 'Echo 200 datasheet',
    )
    expect(library.assetId).to.equal('echo-200-datasheet')
  })

  it('makes a link for a customer, lists it, and ends it', async () => {
    const shown = await page(await open({ assetId: 'leak-detection-deck' }))
    button(shown.shadowRoot!, 'Share with a customer')!.click()
    const dialog = await eventually(() => {
      const found = shown.shadowRoot!.querySelector('dialog[open]')
      return found?.querySelector('input') ? found : undefined
    })
    await expect(shown).to.be.accessible()
    const label = dialog.querySelector('input')!
    label.value = 'For Hamburg'
    label.dispatchEvent(new Event('input', { bubbles: true }))
    button(dialog, 'Create link')!.click()
    await eventually(() => textIn(shown.shadowRoot!.querySelector('.shares')).includes('Hamburg'))
    expect(textIn(find(shown, '.shares'))).to.match(/For Hamburg Active Until .* Opened 0 times/)

    button(shown.shadowRoot!, 'End link now')!.click()
    await eventually(() => textIn(find(shown, '.shares')).includes('Ended'))
    expect(button(shown.shadowRoot!, 'End link now')).to.equal(undefined)
  })

  it('makes one zip file of those that are selected, with its progress', async () => {
    const id = 'bundle_1'
    const bundle = (more: object, status = 200) =>
      Response.json(
        {
          ...{ id, createdAt: new Date().toISOString(), files: 2, done: 1, status: 'preparing' },
          ...{ expiresAt: new Date(Date.now() + 86_400_000).toISOString(), ...more },
        },
        { status },
      )
    let isReady = false
    const asked: unknown[] = []
    const library = await open(
      {},
      {
        between: async (request, next) => {
          if (request.url.endsWith('/bundles')) {
            asked.push(await request.json())
            return bundle({}, 201)
          }
          if (!request.url.includes('/bundles/')) return next()
          const url = `${location.href}#taken`
          const download = { url, expiresAt: new Date(Date.now() + 60_000).toISOString() }
          return isReady ? bundle({ status: 'ready', done: 2, size: 2048, download }) : bundle({})
        },
      },
    )
    choose(library, 'Echo 200 datasheet')
    choose(library, 'Flux 100 datasheet')
    const bar = await eventually(() => root(library).querySelector('.bar'))
    await eventually(() => textIn(bar).includes('2 assets selected'))
    await expect(library).to.be.accessible()
    button(bar, 'Download as zip')!.click()
    await eventually(() => bar.querySelector('progress'))
    expect(textIn(bar)).to.contain('1 of 2 files')
    isReady = true
    await eventually(() => location.hash === '#taken')

    expect(asked).to.deep.equal([{ assetIds: ['echo-200-datasheet', 'flux-100-datasheet'] }])
    expect(textIn(bar)).to.contain('The zip file is ready (2')
    button(bar, 'Clear selection')!.click()
    await eventually(() => !root(library).querySelector('.bar'))
  })

  it('makes one link of those that are selected, for a registration that is looked up', async () => {
    const asked: { label: string; assetIds: string[]; dealId?: string; language: string }[] = []
    const library = await open(
      {},
      {
        between: async (request, next) => {
          if (request.method === 'POST' && request.url.endsWith('/shares'))
            asked.push(await request.clone().json())
          return next()
        },
      },
    )
    choose(library, 'Echo 200 datasheet')
    choose(library, 'Flux 100 datasheet')
    const bar = await eventually(() => root(library).querySelector('.bar'))
    button(bar, 'Share with a customer')!.click()
    const dialog = await eventually(() => {
      const found = bar.querySelector('dialog[open]')
      return found?.querySelector('[role=combobox]') ? found : undefined
    })
    await still(dialog)
    await expect(library).to.be.accessible()
    const [label] = dialog.querySelectorAll('input')
    label!.value = 'For Hamburg'
    label!.dispatchEvent(new Event('input', { bubbles: true }))
    const look = dialog.querySelector<HTMLInputElement>('[role=combobox]')!
    look.focus()
    look.click()
    const option = await eventually(() => dialog.querySelector<HTMLElement>('[role=option]'))
    const [number] = textIn(option).split(' ')
    option.click()
    button(dialog, 'Create link')!.click()
    const address = await eventually(() => bar.querySelector<HTMLInputElement>('.outcome input'))

    expect(address.value).to.match(/\/s\/[\w-]{22}$/)
    expect(asked[0]!.assetIds).to.deep.equal(['echo-200-datasheet', 'flux-100-datasheet'])
    expect([asked[0]!.label, asked[0]!.language]).to.deep.equal(['For Hamburg', 'en'])
    const { items } = await (await portal.client).deals.list()
    expect(items.find(({ number: one }) => one === number)?.id).to.equal(asked[0]!.dealId)
    expect(getComputedStyle(find(library, '.row .cover')).opacity).to.equal('1')
  })

  it('holds the page back for a link that is being written, as long as it is on the page', async () => {
    const broken = () => Promise.reject(new Error('no storage'))
    Object.assign(shelves.device, { read: broken, exchange: broken })
    const library = await open()
    choose(library, 'Echo 200 datasheet')
    const bar = await eventually(() => root(library).querySelector('.bar'))
    button(bar, 'Share with a customer')!.click()
    const label = await eventually(() => bar.querySelector<HTMLInputElement>('dialog[open] input'))
    const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    label.value = 'For Hamburg'
    label.dispatchEvent(new Event('input', { bubbles: true }))
    await eventually(asks)
    const page = library.parentElement!

    library.remove()
    expect(asks()).to.equal(false)
    page.append(library)

    await eventually(asks)
    library.remove()
    expect(asks()).to.equal(false)
  })

  it('shares nothing that the vendor keeps to partners', async () => {
    const library = await open(
      {},
      {
        between: async (request, next) => {
          const response = await next()
          if (!new URL(request.url).pathname.endsWith('/assets')) return response
          const page = (await response.json()) as { items: { id: string }[] }
          const items = page.items.map((one) =>
            one.id === 'flux-100-datasheet' ? { ...one, allowedActions: ['download'] } : one,
          )
          return Response.json({ ...page, items })
        },
      },
    )
    choose(library, 'Echo 200 datasheet')
    choose(library, 'Flux 100 datasheet')
    const bar = await eventually(() => root(library).querySelector('.bar'))

    expect(textIn(bar)).to.contain('The vendor lets nobody share these: Flux 100 datasheet')
    expect(button(bar, 'Share with a customer')!.disabled).to.equal(true)
    expect(button(bar, 'Download as zip')!.disabled).to.equal(false)
  })

  it('tells of the version that a link shows and the one that is out, and brings it there', async () => {
    const share = (version: number) => ({
      ...{ id: 'share_1', externalIds: {}, revision: version, status: 'active', views: 2 },
      ...{ createdAt: '2026-01-05T08:00:00.000Z', updatedAt: '2026-01-05T08:00:00.000Z' },
      ...{ allowedActions: ['update', 'revoke'], label: 'For Hamburg', language: 'en' },
      ...{ url: 'https://partners.example/s/abc', newerVersion: version < 5, ownerUserId: 'ada' },
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      assets: [
        {
          ...{ id: 'leak-detection-deck', title: 'Leak detection with Echo', version },
          ...{ newestVersion: 5, available: true },
        },
        { id: 'old', title: 'Old sheet', version: 1, newestVersion: 2, available: false },
      ],
    })
    const sent: unknown[] = []
    const shown = await page(
      await open(
        { assetId: 'leak-detection-deck' },
        {
          between: async (request, next) => {
            const { pathname } = new URL(request.url)
            if (pathname.endsWith('/shares')) return Response.json({ items: [share(3)] })
            if (!pathname.includes('/shares/')) return next()
            sent.push(await request.json(), request.headers.get('if-match'))
            return Response.json(share(5))
          },
        },
      ),
    )
    const shares = await eventually(() => shown.shadowRoot!.querySelector('.shares'))
    expect(textIn(shares)).to.contain('You shared version 3; version 5 is out.')
    expect(textIn(shares)).to.contain('No longer visible to recipients: Old sheet')
    button(shown.shadowRoot!, 'Show the newest version')!.click()
    await eventually(() => !textIn(shares).includes('is out'))

    expect(sent).to.deep.equal([{ newest: true }, '"3"'])
  })

  it('folds all filters but the first away, except where one has a choice', async () => {
    const library = await open()
    const seen = () =>
      [...root(library).querySelectorAll<HTMLElement>('.chips[role=group]')]
        .filter((group) => group.checkVisibility())
        .map((group) => group.getAttribute('aria-label'))
    expect(seen()).to.deep.equal(['Types'])
    find(library, '.fold summary').click()
    expect(seen()).to.include.members(['Types', 'Products', 'Languages', 'Tags'])
    chip(library, 'German').click()
    await eventually(() => chip(library, 'German').ariaPressed === 'true')
    find(library, '.fold summary').click()

    expect(seen()).to.deep.equal(['Types', 'Languages'])
  })

  it('says that a zip file has expired when it is asked for again', async () => {
    const gone = {
      ...{ id: 'bundle_1', createdAt: new Date().toISOString(), files: 1, done: 1, size: 2048 },
      expiresAt: new Date(Date.now() + 1000).toISOString(),
    }
    const library = await open(
      {},
      {
        between: (request, next) => {
          if (!/\/bundles/.test(request.url)) return next()
          const isFirst = request.method === 'POST'
          const download = { url: `${location.href}#taken`, expiresAt: gone.expiresAt }
          return Promise.resolve(
            isFirst
              ? Response.json({ ...gone, status: 'ready', download }, { status: 201 })
              : Response.json({ ...gone, status: 'expired' }),
          )
        },
      },
    )
    choose(library, 'Echo 200 datasheet')
    const bar = await eventually(() => root(library).querySelector('.bar'))
    await eventually(() => button(bar, 'Download as zip'))
    button(bar, 'Download as zip')!.click()
    await eventually(() => button(bar, 'Download again'))
    button(bar, 'Download again')!.click()
    await eventually(() => textIn(bar).includes('The zip file has expired.'))

    expect(button(bar, 'Download again')).to.equal(undefined)
  })

  it('makes no zip file before the terms of all are accepted', async () => {
    const library = await open()
    choose(library, 'Logo package')
    const bar = await eventually(() => root(library).querySelector('.bar'))

    expect(textIn(bar)).to.contain('accept their terms first: Logo package')
    expect(button(bar, 'Download as zip')!.disabled).to.equal(true)
    button(bar, 'Logo package')!.click()
    expect(library.assetId).to.equal('logo-pack')
  })

  it('lets the host page open assets and folders in its own way', async () => {
    const library = await open({
      assetHref: '/content?asset={id}',
      folderHref: '/content?folder={id}',
    })
    library.addEventListener('prm-navigate', (event) => event.preventDefault())
    const link = row(library, 'Flux 100').querySelector<HTMLAnchorElement>('a.cover')!
    expect(link.getAttribute('href')).to.equal('/content?asset=flux-100-datasheet')
    expect(chip(library, 'Datasheets').getAttribute('href')).to.equal('/content?folder=datasheets')
    link.click()
    chip(library, 'Datasheets').click()

    expect([library.assetId, library.folderId]).to.deep.equal([undefined, undefined])
  })

  it('goes back from an asset to its row', async () => {
    const library = await open()
    row(library, 'Flux 100').querySelector<HTMLElement>('.cover')!.click()
    const shown = await page(library)
    button(shown.shadowRoot!, 'All assets')!.click()
    await eventually(() => root(library).activeElement?.closest('#row-flux-100-datasheet'))
  })

  it('says that there are no assets, or that the vendor offers none', async () => {
    const library = await open({}, { scenario: scenarios.noAssets })
    expect(library.state).to.equal('empty')
    expect(textIn(find(library, '.blank'))).to.contain('No assets yet')
    mock.close()

    const calls: string[] = []
    const other = await open(
      {},
      {
        between: async (request, next) => {
          calls.push(new URL(request.url).pathname)
          const response = await next()
          if (!new URL(request.url).pathname.endsWith('/v1')) return response
          return Response.json({ ...(await response.json()), capabilities: ['deals'] })
        },
      },
    )
    expect(textIn(find(other, '.blank'))).to.contain('does not offer this here')
    expect(calls.filter((path) => path.includes('/folders'))).to.deep.equal([])
  })

  it('shows the assets although the folders cannot be loaded, and says so', async () => {
    const library = await open(
      {},
      {
        between: (request, next) =>
          request.url.endsWith('/folders')
            ? Promise.resolve(
                Response.json({ code: 'forbidden', title: 'No', status: 403 }, { status: 403 }),
              )
            : next(),
      },
    )

    expect(library.state).to.equal('degraded')
    expect(titles(library).length).to.be.greaterThan(3)
  })

  it('shows a failure with a way to try again, and the connection that is gone', async () => {
    const library = await open({}, { scenario: scenarios.serverError })
    expect(library.state).to.equal('error')
    expect(button(root(library), 'Try again')).to.not.equal(undefined)
    mock.close()

    const other = await open()
    dispatchEvent(new Event('offline'))
    await eventually(() => other.state === 'offline')
    expect(titles(other).length).to.be.greaterThan(3)
  })

  it('leaves nothing on screen after log-out', async () => {
    const library = await open()
    choose(library, 'Flux 100 datasheet')
    await eventually(() => root(library).querySelector('.bar'))
    await portal.logout()
    await until(library, 'empty')

    expect(root(library).querySelector('.bar, .row, .folders')).to.equal(null)
    expect([library.chosen.size, library.folders.length]).to.deep.equal([0, 0])
  })

  it('fits into 320 px, in Arabic from right to left', async () => {
    for (const set of [{}, { layout: 'grid' as const }, { assetId: 'echo-200-datasheet' }]) {
      const library = await open(set, { locale: 'ar' })
      library.parentElement!.style.inlineSize = '320px'
      if (set.assetId) await page(library)
      await eventually(() => find(library, '.root').dir === 'rtl')

      expect(library.scrollWidth).to.be.at.most(320)
      await expect(library).to.be.accessible()
      library.remove()
      mock.close()
    }
  })
})
