import { expect, fixture, html } from '@open-wc/testing'
import { icon, replaceIcons } from './icon.ts'
import { check } from './later-icons.ts'

const draw = async (label?: string) =>
  (await fixture(html`<div>${icon(check, label)}</div>`)).querySelector('svg')!

describe('icon', () => {
  it('is hidden from screen readers unless it has a label', async () => {
    expect((await draw()).getAttribute('aria-hidden')).to.equal('true')

    const labelled = await draw('Approved')
    expect(labelled.getAttribute('aria-hidden')).to.equal(null)
    expect(labelled.getAttribute('role')).to.equal('img')
    expect(labelled.getAttribute('aria-label')).to.equal('Approved')
  })

  it('can be replaced by name', async () => {
    replaceIcons({ check: 'M0 0h24' })

    expect((await draw()).querySelector('path')?.getAttribute('d')).to.equal('M0 0h24')
    replaceIcons({ check: check[1] })
  })
})
