import { expect } from '@open-wc/testing'
import { createMock, scenarios, type Mock, type Scenario } from '@prmkit/mock'
import { button } from '../../../test/deal-list-page.ts'
import { eventually } from '../../../test/eventually.ts'
import { find, show, textIn, until } from '../../../test/mount.ts'
import { createPartnerPortal } from '../portal/define.ts'
import type { PartnerPortal } from '../portal/partner-portal.ts'
import type { NavigateEvent } from '../../events.ts'
import type { PrmAsset } from './define.ts'
import './define.ts'

describe('prm-asset', () => {
  let mock: Mock
  let portal: PartnerPortal

  const open = async (
    assetId: string,
    {
      scenario = scenarios.filled,
      locale = 'en',
      capabilities = undefined as string[] | undefined,
    } = {},
  ) => {
    mock = createMock({ scenario: scenario as Scenario })
    portal = createPartnerPortal({
      baseUrl: mock.baseUrl,
      locale,
      fetchToken: mock.fetchToken,
      fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
        const request = new Request(input, init)
        const response = await mock.fetch(request)
        if (!capabilities || !new URL(request.url).pathname.endsWith('/v1')) return response
        return Response.json({ ...(await response.json()), capabilities })
      },
    })
    const asset = Object.assign(portal.create('prm-asset'), { assetId }) as PrmAsset
    await show(asset)
    await until(asset, 'ready', 'empty', 'error', 'degraded', 'offline')
    return asset
  }
  afterEach(() => mock.close())
  const heading = (asset: PrmAsset) => textIn(asset.shadowRoot!.querySelector('#heading'))

  it('shows one asset with its pages, facts and versions, and no way to a list', async () => {
    const asset = await open('leak-detection-deck')

    expect(heading(asset)).to.equal('Leak detection with Echo: customer presentation')
    expect(asset.shadowRoot!.querySelectorAll('.pages img').length).to.equal(3)
    expect(textIn(find(asset, '.versions'))).to.contain('New reference from Rotterdam')
    expect(asset.shadowRoot!.querySelector('.back')).to.equal(null)
    await expect(asset).to.be.accessible()
  })

  it('leaves the focus where it is until somebody goes on to another asset', async () => {
    const elsewhere = document.body.appendChild(document.createElement('input'))
    elsewhere.focus()
    const asset = await open('echo-50-datasheet')
    expect(document.activeElement).to.equal(elsewhere)
    elsewhere.remove()
    const told: string[] = []
    asset.addEventListener('prm-navigate', (event) => {
      const { resource, id } = event as NavigateEvent
      told.push(`${resource} ${id}`)
    })
    button(asset.shadowRoot!, 'Echo 200 datasheet')!.click()
    await eventually(() => heading(asset) === 'Echo 200 datasheet')

    expect(told).to.deep.equal(['asset echo-200-datasheet'])
    expect(asset.assetId).to.equal('echo-200-datasheet')
    await eventually(() => asset.shadowRoot!.activeElement?.id === 'heading')
  })

  it('leaves another asset to the host page that cancels', async () => {
    const asset = await open('echo-50-datasheet')
    asset.addEventListener('prm-navigate', (event) => event.preventDefault())
    button(asset.shadowRoot!, 'Echo 200 datasheet')!.click()

    expect(asset.assetId).to.equal('echo-50-datasheet')
  })

  it('says that an asset does not exist, or that it could not be fetched', async () => {
    expect((await open('nothing')).state).to.equal('error')
    mock.close()
    const failed = await open('leak-detection-deck', { scenario: scenarios.serverError })

    expect(failed.state).to.equal('error')
    expect(button(failed.shadowRoot!, 'Try again')).to.not.equal(undefined)
  })

  it('is empty where the vendor has no content library', async () => {
    const asset = await open('leak-detection-deck', { capabilities: ['deals'] })

    expect([asset.state, asset.offered]).to.deep.equal(['empty', false])
  })

  it('leaves nothing on screen after log-out', async () => {
    const asset = await open('leak-detection-deck')
    await portal.logout()
    await until(asset, 'empty')

    expect(asset.shadowRoot!.querySelector('.pages, .rail, #heading')).to.equal(null)
  })

  it('fits into 320 px, in Arabic from right to left', async () => {
    const asset = await open('leak-detection-deck', { locale: 'ar' })
    asset.parentElement!.style.inlineSize = '320px'
    await eventually(() => find(asset, '.root').dir === 'rtl')

    expect(asset.scrollWidth).to.be.at.most(320)
    await expect(asset).to.be.accessible()
  })
})
