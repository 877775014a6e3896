import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing'
import { nothing } from 'lit'
import { catalog } from '../../locales/common/catalog.ts'
import { PortalElement } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { NavigateEvent, type DiagnosticEvent, type SessionEndedEvent } from '../../events.ts'
import { host } from '../../styles/host.ts'
import { frame } from '../../primitives/frame/frame.ts'
import { find, portalOver, show, textIn, until, type Backend } from '../../../test/mount.ts'
import { PrmPortal } from './define.ts'

class Probe extends PortalElement {
  static override catalog = catalog
  static override styles = host
  protected override async load(client: Client, signal: AbortSignal) {
    await client.me.get({}, { signal })
  }
  override render() {
    return frame(this, () => 'ready')
  }
}
customElements.define('test-probe', Probe)

const vendor: Backend = () => Response.json({ user: { id: 'u-1', name: 'Ada' } })
const realFetch = window.fetch

describe('prm-portal', () => {
  afterEach(() => {
    window.fetch = realFetch
  })

  /** Stands in for the page's own site, which answers at the token address. */
  const site = (answer: () => Response) => {
    const asked: Request[] = []
    window.fetch = async (input, init) => {
      asked.push(new Request(input, init))
      return answer()
    }
    return asked
  }

  it('gets over one failure of a gateway before the page’s own site', async () => {
    const answers = [
      new Response('<h1>Bad gateway', { status: 502 }),
      Response.json({ token: 't' }),
    ]
    const asked = site(() => answers.shift() ?? Response.error())
    const portal = await fixture<PrmPortal>(html`
      <prm-portal base-url="https://backend.example" token-url="/prm-token" .fetch=${vendor}>
        <test-probe></test-probe>
      </prm-portal>
    `)

    await until(portal.querySelector('test-probe') as Probe, 'ready')

    expect(asked.length).to.equal(2)
  })

  it('tells of answers that differ from the contract only where it is asked to', async () => {
    const { setTimeout: later } = window
    // The client waits ten seconds, so that the page shows its content first.
    window.setTimeout = ((work: () => void, ms?: number) =>
      later(work, ms === 10_000 ? 0 : ms)) as typeof window.setTimeout
    const told: (string | undefined)[] = []
    const listen = ({ target, diagnostic }: DiagnosticEvent) => {
      const { type } = diagnostic as { type: string }
      if (type === 'contract-drift') told.push((target as HTMLElement).id)
    }
    try {
      await fixture(html`
        <div @prm-diagnostic=${listen}>
          ${['off', 'report'].map(
            (validation) =>
              html`<prm-portal
                id=${validation}
                validation=${validation === 'off' ? nothing : validation}
                base-url="https://${validation}.example"
                .fetchToken=${() => 'token'}
                .fetch=${vendor}
                ><test-probe></test-probe
              ></prm-portal>`,
          )}
        </div>
      `)
      await waitUntil(() => told.length > 0, 'No drift was told.', { timeout: 20_000 })
    } finally {
      window.setTimeout = later
    }

    expect(new Set(told)).to.deep.equal(new Set(['report']))
  })

  it('asks the page’s own site for a token with a POST', async () => {
    const asked = site(() => Response.json({ token: 'from-site', expiresAt: '2999-01-01T00:00Z' }))
    const sent: (string | null)[] = []
    const portal = await fixture<PrmPortal>(html`
      <prm-portal
        base-url="https://backend.example"
        token-url="/prm-token"
        .fetch=${(request: Request) => {
          sent.push(request.headers.get('authorization'))
          return vendor(request)
        }}
      >
        <test-probe></test-probe>
      </prm-portal>
    `)

    await until(portal.querySelector('test-probe') as Probe, 'ready')

    expect(asked.map(({ method, url, credentials }) => [method, url, credentials])).to.deep.equal([
      ['POST', new URL('/prm-token', location.href).href, 'same-origin'],
    ])
    expect(sent).to.include('Bearer from-site')
  })

  it('refuses to ask another site for a token', async () => {
    const asked = site(() => Response.json({ token: 'stolen' }))
    const portal = await fixture<PrmPortal>(html`
      <prm-portal
        base-url="https://backend.example"
        token-url="https://evil.example/t"
        .fetch=${vendor}
      >
        <test-probe></test-probe>
      </prm-portal>
    `)
    const probe = portal.querySelector('test-probe') as Probe

    await until(probe, 'error')

    expect(String(probe.error)).to.contain('evil.example')
    expect(asked).to.deep.equal([])
  })

  it('says what is missing, and starts once it is there', async () => {
    const portal = await fixture<PrmPortal>(
      html`<prm-portal><test-probe></test-probe></prm-portal>`,
    )
    const probe = portal.querySelector('test-probe') as Probe
    await until(probe, 'error')
    expect(String(probe.error)).to.contain('no base-url')

    Object.assign(portal, {
      baseUrl: 'https://backend.example',
      fetchToken: async () => 'token',
      fetch: vendor,
    })

    await until(probe, 'ready')
  })

  it('takes properties that were set before it was defined', async () => {
    const set = {
      baseUrl: 'https://backend.example',
      fetchToken: async () => 'token',
      fetch: vendor,
    }
    const portal = document.createElement('late-portal') as PrmPortal
    Object.assign(portal, set)
    const probe = portal.appendChild(new Probe())
    await show(portal)

    customElements.define('late-portal', class extends PrmPortal {})
    customElements.upgrade(portal)
    probe.remove()
    portal.append(probe)

    await until(probe, 'ready')
    expect(probe.portal).to.equal(portal.portal)
  })

  it('dresses its widgets in the appearance and colour scheme it is given', async () => {
    const portal = await fixture<PrmPortal>(html`
      <prm-portal
        base-url="https://backend.example"
        color-scheme="dark"
        .fetchToken=${async () => 'token'}
        .fetch=${vendor}
        .appearance=${{ variables: { 'color-text': 'rgb(1, 2, 3)', radius: '0; } * { color: red' } }}
      >
        <test-probe></test-probe>
      </prm-portal>
    `)
    const probe = portal.querySelector('test-probe') as Probe
    await until(probe, 'ready')

    expect(getComputedStyle(probe).colorScheme).to.equal('dark')
    expect(getComputedStyle(find(probe, '.root')).color).to.equal('rgb(1, 2, 3)')
    portal.appearance = { variables: { 'color-text': 'rgb(4, 5, 6)' } }
    await portal.updateComplete

    expect(getComputedStyle(find(probe, '.root')).color).to.equal('rgb(4, 5, 6)')
  })

  it('names the line that brings a demo into a page without one', async () => {
    const portal = await fixture<PrmPortal>(
      html`<prm-portal demo><test-probe></test-probe></prm-portal>`,
    )
    const probe = portal.querySelector('test-probe') as Probe

    await until(probe, 'error')

    expect(String(probe.error)).to.contain("import '@prmkit/elements/demo'")
  })

  it('runs on sample data, without any backend', async function () {
    // Here the whole backend comes as single modules.
    this.timeout(60_000)
    await import('../../demo.ts')
    const portal = await fixture<PrmPortal>(
      html`<prm-portal demo><test-probe></test-probe></prm-portal>`,
    )
    const probe = portal.querySelector('test-probe') as Probe

    await until(probe, 'ready')

    expect((await probe.client!.me.get()).user.name).to.match(/\w/)
  })

  it('lets go when its token is to be renewed and it is on no page, and starts over there', async () => {
    const reasons: string[] = []
    const portal = await fixture<PrmPortal>(html`
      <prm-portal
        base-url="https://b.example"
        .fetch=${vendor}
        .fetchToken=${async ({ reason }: { reason: string }) => {
          reasons.push(reason)
          return { token: 't', expiresAt: Date.now() + 2000 }
        }}
      >
        <test-probe></test-probe>
      </prm-portal>
    `)
    const probe = portal.querySelector('test-probe') as Probe
    await until(probe, 'ready')
    const { signal } = await portal.portal.client
    const page = portal.parentElement!

    portal.remove()
    if (!signal.aborted) await new Promise((done) => signal.addEventListener('abort', done))
    expect(reasons.filter((reason) => reason === 'initial').length).to.equal(1)
    page.append(portal)
    while (probe.client?.signal.aborted !== false) await nextFrame()
    await until(probe, 'ready')
  })

  it('tells when the session ended', async () => {
    const portal = await fixture<PrmPortal>(html`
      <prm-portal base-url="https://b.example" .fetchToken=${async () => 't'} .fetch=${vendor}>
      </prm-portal>
    `)
    const ended = oneEvent(
      portal,
      'prm-session-ended',
    ) as Promise<Event> as Promise<SessionEndedEvent>

    await portal.logout()

    expect((await ended).reason).to.equal('logout')
  })
})

describe('createPartnerPortal', () => {
  it('makes widgets at once, and they wait for the client', async () => {
    const portal = portalOver(vendor)

    const probe = portal.create('test-probe') as Probe
    await show(probe)
    await until(probe, 'ready')

    expect(textIn(find(probe, '.frame'))).to.equal('ready')
  })

  it('asks for the first token before anything else is loaded', () => {
    const reasons: string[] = []

    portalOver(vendor, {
      fetchToken: async ({ reason }) => {
        reasons.push(reason)
        return 'token'
      },
    })

    return Promise.resolve().then(() => expect(reasons).to.deep.equal(['initial']))
  })

  it('hears the events of its widgets, and can cancel them', async () => {
    const portal = portalOver(vendor)
    const probe = portal.create('test-probe') as Probe
    const heard: string[] = []
    const stop = portal.on('prm-navigate', (event) => {
      heard.push(event.id)
      event.preventDefault()
    })

    expect(probe.emit(new NavigateEvent({ resource: 'deal', id: '1' }))).to.equal(false)
    stop()
    expect(probe.emit(new NavigateEvent({ resource: 'deal', id: '2' }))).to.equal(true)

    expect(heard).to.deep.equal(['1'])
  })

  it('starts over with another backend', async () => {
    const portal = portalOver(vendor)
    const probe = portal.create('test-probe') as Probe
    await show(probe)
    await until(probe, 'ready')
    const first = probe.client

    portal.update({ baseUrl: 'https://other.example' })
    expect(probe.loaded).to.equal(false)
    await until(probe, 'ready')

    expect(probe.client?.baseUrl).to.equal('https://other.example')
    expect(first?.signal.aborted).to.equal(true)
  })

  it('goes on with the same client when only the token function is a new one', async () => {
    const portal = portalOver(vendor)
    const first = await portal.client

    portal.update({ fetchToken: async () => 'same user' })

    expect(await portal.client).to.equal(first)
  })

  it('revokes the session at log-out and closes the client even where that fails', async () => {
    const calls: string[] = []
    const backend: Backend = (request) => {
      calls.push(`${request.method} ${new URL(request.url).pathname}`)
      if (request.method === 'DELETE') return Response.error()
      return Response.json({ sessionId: 's-1', user: { id: 'u', name: 'U' } })
    }
    const portal = portalOver(backend)
    const client = await portal.client
    await client.me.get()

    await portal.logout()

    expect(calls).to.include('DELETE /v1/sessions/s-1')
    expect(client.signal.aborted).to.equal(true)
  })

  it('lets go of everything when it is destroyed', async () => {
    const portal = portalOver(vendor)
    const probe = portal.create('test-probe') as Probe
    await show(probe)
    await until(probe, 'ready')
    const client = await portal.client

    portal.destroy()
    await until(probe, 'empty')
    await nextFrame()

    expect(client.signal.aborted).to.equal(true)
    expect(probe.client).to.equal(undefined)
  })

  it('ends where the user signed out in another tab', async () => {
    const portal = portalOver(vendor)
    const probe = Object.assign(new Probe(), { portal })
    const ended: SessionEndedEvent[] = []
    portal.on('prm-session-ended', (event) => ended.push(event))
    await show(probe)
    await until(probe, 'ready')
    const client = await portal.client

    client.close()
    await until(probe, 'empty')

    expect(textIn(probe.shadowRoot!.querySelector('.blank'))).to.contain(
      'You are signed out. Load this page again',
    )
    await waitUntil(() => ended.length > 0, 'The page hears nothing of it.')
    expect(ended.length).to.equal(1)
  })
})
