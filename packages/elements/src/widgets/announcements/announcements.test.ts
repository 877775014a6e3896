import { expect } from '@open-wc/testing'
import type { Announcement, TextBlock } from '@prmkit/contract'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { dealForm } from '../../../test/deal-form.ts'
import { button } from '../../../test/deal-list-page.ts'
import { eventually } from '../../../test/eventually.ts'
import { find, show, textIn, until } from '../../../test/mount.ts'
import type { NavigateEvent } from '../../events.ts'
import type { PrmAnnouncement } from './announcement-page.ts'
import type { PrmAnnouncements } from './define.ts'
import './define.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString()

describe('prm-announcements', () => {
  let backend: TestBackend

  /** Puts an announcement into the backend, as the vendor's import does. */
  const publish = (id: string, more: object = {}) =>
    backend.store.write(async ({ announcements }) => {
      const { title = id, text = 'Hello.', ...rest } = more as { title?: string; text?: string }
      const at = inDays(-2)
      await announcements.put([
        {
          ...{ id, externalIds: {}, createdAt: at, updatedAt: at, revision: 1, language: 'en' },
          ...{ texts: { en: { title, text } }, validFrom: at, acknowledge: false, audience: {} },
          ...rest,
        },
      ])
    })

  const open = async (set: Partial<PrmAnnouncements> = {}, between?: Between) => {
    const list = Object.assign(
      backend.portal('ada', between).create('prm-announcements'),
      set,
    ) as PrmAnnouncements
    await show(list)
    await until(list, 'ready', 'empty', 'error', 'degraded', 'offline')
    return list
  }

  /** The announcement in full, once its text is there. */
  const page = (list: PrmAnnouncements) =>
    eventually(() => {
      const found = list.shadowRoot!.querySelector<PrmAnnouncement>('prm-announcement')
      return found?.shadowRoot?.querySelector('.blocks') ? found : undefined
    })

  const rows = (list: PrmAnnouncements) =>
    [...list.shadowRoot!.querySelectorAll('.row')].map(textIn)
  const openRow = (list: PrmAnnouncements, title: string) =>
    [...list.shadowRoot!.querySelectorAll<HTMLElement>('.cover')]
      .find((one) => textIn(one) === title)!
      .click()
  const seen = async (id: string) =>
    (await backend.as('ada', 'GET', `/announcements/${id}`)) as Announcement

  beforeEach(async () => {
    localStorage.clear()
    backend = await createBackend(dealForm)
  })

  it('lists the valid announcements, the newest first, with what is new and due', async () => {
    await publish('prices', { title: 'New price list' })
    await publish('safety', { title: 'Safety notice', validFrom: inDays(-1), acknowledge: true })
    await publish('later', { validFrom: inDays(1) })
    await publish('ended', { validFrom: inDays(-3), validUntil: inDays(-1) })

    const list = await open()

    expect(rows(list)).to.have.length(2)
    expect(rows(list)[0]).to.match(/^Safety notice .*New Acknowledgement due$/)
    expect(rows(list)[1]).to.match(/^New price list .*New$/)
    expect(list.shadowRoot!.querySelector('#search')).to.equal(null)
    await expect(list).to.be.accessible()
  })

  it('says that there are none', async () => {
    const list = await open()

    expect(list.state).to.equal('empty')
    expect(textIn(find(list, '.blank'))).to.contain('No announcements')
  })

  it('shows the text in full, marks it as read, and goes back to its row', async () => {
    const text = 'First line\n\n- one\n- two\n\nSee [the list](https://example.com/list).'
    await publish('prices', { title: 'New price list', text })
    const list = await open()
    openRow(list, 'New price list')
    const shown = await page(list)
    await eventually(async () => (await seen('prices')).mine.readAt)
    await eventually(() => !textIn(find(shown, '.rail')).includes('New'))

    const blocks = find(shown, '.blocks')
    expect([...blocks.querySelectorAll('li')].map(textIn)).to.deep.equal(['one', 'two'])
    expect(blocks.querySelector('a')!.href).to.equal('https://example.com/list')
    await expect(shown).to.be.accessible()
    button(shown.shadowRoot!, 'All announcements')!.click()
    await eventually(() => rows(list).length)
    expect(rows(list)[0]).to.not.match(/New$/)
    await eventually(() => list.shadowRoot!.activeElement?.classList.contains('cover'))
  })

  it('acknowledges once, with the time, and says so aloud', async () => {
    await publish('safety', { acknowledge: true })
    const posts: string[] = []
    const list = await open({ announcementId: 'safety' }, (request, next) => {
      if (request.url.endsWith('/acknowledgement')) posts.push(request.url)
      return next()
    })
    const shown = await page(list)
    const acknowledge = button(shown.shadowRoot!, 'Acknowledge')!
    acknowledge.click()
    acknowledge.click()
    await eventually(() =>
      textIn(shown.shadowRoot!.querySelector('.toasts')).includes('is recorded'),
    )

    expect(button(shown.shadowRoot!, 'Acknowledge')).to.equal(undefined)
    expect(posts).to.have.length(1)
    expect(textIn(find(shown, '.rail'))).to.match(/^Acknowledged.*Acknowledged .*\d:\d\d/)
    expect((await seen('safety')).mine.acknowledgedAt).to.be.a('string')
    await eventually(() => shown.shadowRoot!.activeElement?.id === 'heading')
  })

  it('keeps the page where the acknowledgement did not work, and takes it the next time', async () => {
    await publish('safety', { acknowledge: true })
    let broken = true
    const list = await open({ announcementId: 'safety' }, async (request, next) =>
      broken && request.url.endsWith('/acknowledgement')
        ? Response.json({ code: 'forbidden', title: 'No', status: 403 }, { status: 403 })
        : next(),
    )
    const shown = await page(list)
    button(shown.shadowRoot!, 'Acknowledge')!.click()
    await eventually(() => textIn(shown.shadowRoot!.querySelector('.toasts')))
    broken = false
    button(shown.shadowRoot!, 'Acknowledge')!.click()
    await eventually(() => !button(shown.shadowRoot!, 'Acknowledge'))

    expect((await seen('safety')).mine.acknowledgedAt).to.be.a('string')
  })

  it('shows an announcement although it cannot be marked as read', async () => {
    await publish('prices', { title: 'New price list' })
    const list = await open({ announcementId: 'prices' }, async (request, next) =>
      request.url.endsWith('/read') ? new Response('<html>', { status: 200 }) : next(),
    )
    const shown = await page(list)

    expect(shown.state).to.equal('ready')
    expect(textIn(find(shown, '#heading'))).to.equal('New price list')
  })

  it('tells of an old link that the announcement has ended', async () => {
    await publish('ended', { validFrom: inDays(-3), validUntil: inDays(-1) })
    const shown = await page(await open({ announcementId: 'ended' }))

    expect(textIn(find(shown, '.note'))).to.match(/^This announcement was valid until /)
  })

  it('narrows to unread ones', async () => {
    await publish('prices', { title: 'New price list' })
    await publish('safety', { title: 'Safety notice' })
    await backend.as('ada', 'POST', '/announcements/prices/read')
    const list = await open()
    const select = [...list.shadowRoot!.querySelectorAll('select')].at(-1)!
    select.value = 'true'
    select.dispatchEvent(new Event('change'))
    await eventually(() => rows(list).length === 1)

    expect(rows(list)[0]).to.contain('Safety notice')
  })

  it('lets the host page open an announcement in its own way', async () => {
    await publish('prices', { title: 'New price list' })
    const list = await open({ announcementHref: '/news/{id}' })
    const asked: string[] = []
    list.addEventListener('prm-navigate', (event) => {
      const { resource, id } = event as NavigateEvent
      asked.push(`${resource} ${id}`)
      event.preventDefault()
    })
    openRow(list, 'New price list')

    expect(asked).to.deep.equal(['announcement prices'])
    expect(list.announcementId).to.equal(undefined)
    expect(find<HTMLAnchorElement>(list, '.cover').getAttribute('href')).to.equal('/news/prices')
  })

  it('shows a link that is no web address as text, and an unknown block as a paragraph', async () => {
    await publish('prices')
    const lines = [[{ text: 'Click', href: 'javascript:alert(1)' }, { text: ' here' }]]
    const text = [{ kind: 'poem', lines }] as unknown as TextBlock[]
    const list = await open({ announcementId: 'prices' }, async (request, next) => {
      const response = await next()
      return request.url.includes('/announcements/prices')
        ? Response.json({ ...(await response.json()), text })
        : response
    })
    const shown = await page(list)

    expect(textIn(find(shown, '.blocks p'))).to.equal('Click here')
    expect(shown.shadowRoot!.querySelector('.blocks a')).to.equal(null)
  })
})
