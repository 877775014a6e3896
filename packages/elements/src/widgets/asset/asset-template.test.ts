import { expect } from '@open-wc/testing'
import { createMock, scenarios, type Mock } from '@prmkit/mock'
import { button } from '../../../test/deal-list-page.ts'
import { eventually } from '../../../test/eventually.ts'
import { show, textIn, until } from '../../../test/mount.ts'
import { createPartnerPortal } from '../portal/define.ts'
import type { PrmAsset } from './define.ts'
import './define.ts'

type Between = (request: Request, next: () => Promise<Response>) => Promise<Response>

describe('a template in prm-asset', () => {
  let mock: Mock

  const open = async (locale = 'en', between: Between = (_, next) => next()) => {
    mock = createMock({ scenario: scenarios.filled })
    const portal = createPartnerPortal({
      baseUrl: mock.baseUrl,
      locale,
      fetchToken: mock.fetchToken,
      fetch: (input: RequestInfo | URL, init?: RequestInit) => {
        const request = new Request(input, init)
        return between(request, () => mock.fetch(request))
      },
    })
    const asset = Object.assign(portal.create('prm-asset'), { assetId: 'event-card' })
    await show(asset as PrmAsset)
    await until(asset as PrmAsset, 'ready')
    await eventually(() => asset.shadowRoot!.querySelector('.own'))
    return asset.shadowRoot!
  }
  afterEach(() => mock.close())

  const field = (root: ShadowRoot, label: string) =>
    eventually(() => {
      const labels = [...root.querySelectorAll<HTMLLabelElement>('dialog label')]
      const found = labels.find((one) => textIn(one).startsWith(label))
      return root.querySelector<HTMLInputElement>(`[id="${found?.htmlFor}"]`) ?? undefined
    })
  const write = async (root: ShadowRoot, label: string, words: string) => {
    const input = await field(root, label)
    input.value = words
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  }
  const send = (root: ShadowRoot) =>
    root.querySelector<HTMLElement>('dialog button[form="action"]')!.click()
  const addLogo = async (root: ShadowRoot) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 20 })
    canvas.getContext('2d')!.fillRect(0, 0, 40, 20)
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((one) => resolve(one!)))
    const files = new DataTransfer()
    files.items.add(new File([blob], 'berg.png', { type: 'image/png' }))
    const input = await eventually(() =>
      root.querySelector<HTMLInputElement>('dialog input[type=file]'),
    )
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    await eventually(() => root.querySelector('dialog .files li:not(:has(progress))'))
  }
  const image = (root: ShadowRoot) => root.querySelector<HTMLImageElement>('.own img')

  it('takes words and a logo, shows the image, and hands it out', async () => {
    const root = await open()
    button(root, 'Add words and logo')!.click()
    expect((await field(root, 'Headline')).value).to.equal('Find leaks before they flood')
    await write(root, 'Headline', 'Berg & <Söhne>')
    await write(root, 'Place and date', '')
    await addLogo(root)
    await expect(root.host).to.be.accessible()
    send(root)
    const shown = await eventually(() => image(root) ?? undefined)

    expect(shown.alt).to.equal('Image for your event. Berg & <Söhne>')
    await eventually(() => shown.complete && shown.naturalWidth > 0)
    const drawing = decodeURIComponent(shown.src)
    expect(drawing).to.contain('Berg &amp; &lt;Söhne&gt;').and.contain('data:image/png;base64,')
    expect(drawing).not.to.contain('Water days')
    const link = root.querySelector<HTMLAnchorElement>('.own a')!
    expect([textIn(link), link.href, link.hasAttribute('download')]).to.deep.equal([
      ...['Download as PNG', shown.src, true],
    ])
    await expect(root.host).to.be.accessible()
    button(root, 'Change words and logo')!.click()
    expect((await field(root, 'Headline')).value).to.equal('Berg & <Söhne>')
    await eventually(() => textIn(root.querySelector('dialog .files')!).includes('berg.png'))
  })

  it('says that words are too long, before anything is sent', async () => {
    let sent = 0
    const root = await open('en', (request, next) => {
      if (request.url.endsWith('/renderings')) sent++
      return next()
    })
    button(root, 'Add words and logo')!.click()
    await write(root, 'Headline', 'x'.repeat(37))
    send(root)
    await eventually(() => /36 char/.test(textIn(root.querySelector('dialog')!)))

    expect((await field(root, 'Headline')).getAttribute('aria-invalid')).to.equal('true')
    expect([sent, image(root)]).to.deep.equal([0, null])
  })

  it('says in the reader’s language that a logo is too faint, and keeps the words', async () => {
    const fault = { pointer: '/logos/logo', code: 'too-small', detail: 'Contrast 1.2 to 1.' }
    const problem = {
      ...{ type: 'about:blank', title: 'Not valid', status: 422, code: 'validation-failed' },
      ...{ detail: 'Not valid: /logos/logo.', requestId: 'req', errors: [fault] },
    }
    const root = await open('de', async (request, next) =>
      request.url.endsWith('/renderings')
        ? Response.json(problem, {
            status: 422,
            headers: { 'content-type': 'application/problem+json' },
          })
        : next(),
    )
    button(root, 'Texte und Logo einsetzen')!.click()
    await write(root, 'Überschrift', 'Neues von Berg')
    send(root)
    await eventually(() =>
      textIn(root.querySelector('dialog')!).includes('hebt sich hier kaum vom Hintergrund ab'),
    )

    expect((await field(root, 'Überschrift')).value).to.equal('Neues von Berg')
    expect(image(root)).to.equal(null)
  })
})
