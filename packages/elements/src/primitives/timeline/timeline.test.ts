import { expect, fixture, html } from '@open-wc/testing'
import { find, textIn } from '../../../test/mount.ts'
import './define.ts'

const items = [
  { title: 'Submitted', at: '2026-11-20T10:00:00.000Z', actor: 'Ada' },
  { title: 'Approved', at: '2026-11-21T10:00:00.000Z', text: 'Good luck!', tone: 'success' },
] as const

describe('prm-timeline', () => {
  it('tells who did what and when, in order and in the reader’s time zone', async () => {
    const timeline = await fixture(html`<prm-timeline lang="en" .items=${items}></prm-timeline>`)

    const entries = [...timeline.shadowRoot!.querySelectorAll('li')].map(textIn)
    expect(entries[0]).to.equal('Submitted Ada · Nov 20, 2026, 3:30 PM')
    expect(entries[1]).to.contain('Good luck!')
    await expect(timeline).to.be.accessible()
  })

  it('writes times as the language around it does', async () => {
    const timeline = await fixture(
      html`<div lang="de"><prm-timeline .items=${items}></prm-timeline></div>`,
    )

    expect(textIn(find(timeline.firstElementChild!, 'time'))).to.equal('20.11.2026, 15:30')
  })

  it('shows a hostile name as text', async () => {
    const actor = '<img src=x onerror=alert(1)>'
    const timeline = await fixture(
      html`<prm-timeline .items=${[{ ...items[0], actor }]}></prm-timeline>`,
    )

    expect(find(timeline, 'bdi').textContent).to.equal(actor)
  })
})
