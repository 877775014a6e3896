import { expect } from '@open-wc/testing'
import { createBackend, type Between } from '../../../test/backend.ts'
import { dealForm } from '../../../test/deal-form.ts'
import { portalOver, show, until } from '../../../test/mount.ts'
import type { PrmDealForm } from '../deal-form/define.ts'
import type { PrmDealList } from '../deal-list/define.ts'
import '../deal-form/define.ts'
import '../deal-list/define.ts'

describe('the widgets of a portal', () => {
  it('ask once for discovery, for me and for the form', async () => {
    const backend = await createBackend(dealForm)
    const asked: string[] = []
    const note: Between = (request, next) => {
      asked.push(new URL(request.url).pathname)
      return next()
    }
    const portal = backend.portal('ada', note)

    const widgets = [
      portal.create('prm-deal-form') as PrmDealForm,
      portal.create('prm-deal-list') as PrmDealList,
      portal.create('prm-deal-list') as PrmDealList,
    ]
    for (const widget of widgets) {
      await show(widget)
      widget.scrollIntoView()
    }
    for (const widget of widgets) await until(widget, 'ready', 'empty')

    expect(asked.toSorted()).to.deep.equal([
      '/v1',
      '/v1/deals',
      '/v1/deals',
      '/v1/forms/deal',
      '/v1/me',
    ])
  })

  it('ask again after a failure, in another language and after a resync', async () => {
    const asked: (string | null)[] = []
    let status = 404
    const portal = portalOver((request) => {
      if (request.url.endsWith('/events'))
        return new Response('', { headers: { 'content-type': 'text/event-stream' } })
      asked.push(request.headers.get('accept-language'))
      return Response.json({ user: { id: 'u-1' } }, { status })
    })
    const client = await portal.client

    await client.me.get().catch(() => {})
    status = 200
    await Promise.all([client.me.get(), client.me.get()])
    expect(asked).to.deep.equal(['en', 'en'])
    portal.update({ locale: 'de' })
    await client.me.get()
    expect(asked).to.deep.equal(['en', 'en', 'de'])
    await new Promise<void>((resolve) => client.events.subscribe(() => resolve()))
    await client.me.get()
    expect(asked).to.deep.equal(['en', 'en', 'de', 'de'])

    portal.destroy()
  })

  it('do not lose the answer because one of them leaves', async () => {
    let answer: (response: Response) => void = () => {}
    const portal = portalOver(() => new Promise((resolve) => (answer = resolve)))
    const client = await portal.client
    const leaving = new AbortController()
    const left = client.me
      .get({}, { signal: leaving.signal })
      .catch((error: Error) => error.message)
    const stays = client.me.get()

    leaving.abort(new Error('the widget was removed'))
    expect(await left).to.equal('the widget was removed')
    while (!answer.length) await new Promise(requestAnimationFrame)
    answer(Response.json({ user: { id: 'u-1' } }))

    expect((await stays).user.id).to.equal('u-1')
    portal.destroy()
  })

  it('follow the stream from where each was read', async () => {
    const { portal } = await createBackend(dealForm)
    const { events } = await portal('ada').client
    const page = {}
    let read: unknown
    const stop = events.subscribe(() => {}, {
      get since() {
        return (read = page)
      },
    })
    stop()

    expect(read).to.equal(page)
  })
})
