import { expect, fixture, html } from '@open-wc/testing'
import { find } from '../../../test/mount.ts'
import type { Tone } from './badge.ts'
import './define.ts'

describe('prm-badge', () => {
  for (const tone of ['accent', 'neutral', 'success', 'warning', 'error'] satisfies Tone[]) {
    for (const scheme of ['light', 'dark']) {
      it(`is readable as ${tone} in ${scheme}`, async () => {
        const badge = await fixture(html`<prm-badge tone=${tone}>Approved</prm-badge>`)
        ;(badge as HTMLElement).style.colorScheme = scheme

        expect(find(badge, '.badge').classList.contains(tone)).to.equal(true)
        await expect(badge).to.be.accessible()
      })
    }
  }
})
