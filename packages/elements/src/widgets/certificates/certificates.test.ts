import { expect } from '@open-wc/testing'
import type { Award } from '@prmkit/contract'
import { teachAcademy } from '../../../test/academy.ts'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { dealForm } from '../../../test/deal-form.ts'
import { button } from '../../../test/deal-list-page.ts'
import { eventually } from '../../../test/eventually.ts'
import { find, show, textIn, until } from '../../../test/mount.ts'
import type { NavigateEvent } from '../../events.ts'
import type { PrmCertificates } from './define.ts'
import './define.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString()

describe('prm-certificates', () => {
  let backend: TestBackend

  const open = async (between?: Between, set: Partial<PrmCertificates> = {}) => {
    const portal = backend.portal('ada', between)
    const shown = Object.assign(portal.create('prm-certificates'), set) as PrmCertificates
    await show(shown)
    await until(shown, 'ready', 'empty', 'error')
    return shown
  }
  const award = async () => (await backend.as('ada', 'GET', '/awards/ada-expert')) as Award

  beforeEach(async () => {
    localStorage.clear()
    backend = await createBackend(dealForm)
    await teachAcademy(backend)
    await backend.store.write(async ({ awards }) =>
      awards.put([
        {
          ...{ id: 'ada-expert', externalIds: {}, createdAt: inDays(-330), revision: 1 },
          ...{ updatedAt: inDays(-330), status: 'active', certificationId: 'expert' },
          ...{ userId: 'ada', partnerId: 'north', issuedAt: inDays(-330) },
          ...{ validUntil: inDays(35), token: 'AAAAAAAAAAAAAAAAAAAAAA', place: 7 },
        },
      ]),
    )
  })

  it('shows what the reader holds, until when, and what renews it', async () => {
    const shown = await open()
    const text = textIn(find(shown, '.content'))

    expect(text).to.match(/Expert Renew until .*Issued .*Valid until .*complete again: Pump basics/)
    expect(text).to.match(/company needs.*1 of 1/)
    await expect(shown).to.be.accessible()
  })

  it('hands out a badge in each form from a signed address', async () => {
    const asked: string[] = []
    const shown = await open(async (request, next) => {
      if (!request.url.endsWith('/download')) return next()
      asked.push((await request.clone().json()).as)
      const url = `${location.href.split('#')[0]}#taken`
      return Response.json({ url, expiresAt: inDays(1) })
    })
    for (const [words, as] of [
      ['Certificate (PDF)', 'pdf'],
      ['Badge (PNG)', 'png'],
      ['Badge (SVG)', 'svg'],
      ['Open Badge (JSON)', 'json'],
    ] as const) {
      button(shown.shadowRoot!, words)!.click()
      await eventually(() => asked.at(-1) === as)
      await eventually(() => textIn(find(shown, '.root')).includes('download has started'))
    }
    expect(location.hash).to.equal('#taken')
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('says what went wrong where a badge cannot be drawn', async () => {
    const shown = await open()
    button(shown.shadowRoot!, 'Certificate (PDF)')!.click()

    await eventually(() => /That failed/.test(textIn(find(shown, '.root'))))
  })

  it('opens the public page only as far as its holder chooses', async () => {
    const shown = await open()
    expect(shown.shadowRoot!.querySelector('a[target=_blank]')).to.equal(null)
    const select = find<HTMLSelectElement>(shown, 'select')
    expect(select.value).to.equal('nothing')
    select.value = 'award'
    select.dispatchEvent(new Event('change'))

    await eventually(() => shown.shadowRoot!.querySelector('a[target=_blank]'))
    const { shows, verifyUrl } = await award()
    expect(shows).to.equal('award')
    expect(find<HTMLAnchorElement>(shown, 'a[target=_blank]').href).to.equal(verifyUrl)
  })

  it('leads to a course by the address of the page, or by its event', async () => {
    const shown = await open(undefined, { courseHref: '/academy/{id}' })
    const asked: string[] = []
    shown.addEventListener('prm-navigate', (event) => {
      asked.push((event as NavigateEvent).id)
      event.preventDefault()
    })
    const link = find<HTMLAnchorElement>(shown, 'a[href="/academy/basics"]')
    link.click()

    expect(asked).to.deep.equal(['basics'])
  })

  it('is empty where the backend has no training, and fits into 320 px from right to left', async () => {
    const none = await open(async (request, next) => {
      const answer = await next()
      if (!/\/v1\/?$/.test(request.url)) return answer
      const discovery = await answer.json()
      const capabilities = discovery.capabilities.filter((one: string) => one !== 'training')
      return Response.json({ ...discovery, capabilities })
    })
    expect(none.state).to.equal('empty')

    const arabic = backend.portal('ada', undefined, { locale: 'ar' }).create('prm-certificates')
    const box = document.createElement('div')
    box.setAttribute('style', 'inline-size: 320px')
    box.append(arabic)
    await show(box)
    await until(arabic as PrmCertificates, 'ready')
    expect(find(arabic as PrmCertificates, '.root').dir).to.equal('rtl')
    expect(find(arabic as PrmCertificates, '.root').scrollWidth).to.be.at.most(320)
  })
})
