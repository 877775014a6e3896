import { expect } from '@open-wc/testing'
import { dealForm } from '../../../test/deal-form.ts'
import { createBackend, type TestBackend } from '../../../test/backend.ts'
import { find, show, until } from '../../../test/mount.ts'
import type { PartnerPortal } from '../portal/partner-portal.ts'
import './define.ts'

const open = async (portal: PartnerPortal, set: object = {}) => {
  const form = Object.assign(portal.create('prm-deal-form'), set)
  await show(form)
  await until(form, 'ready', 'error', 'degraded')
  return form
}

describe('prm-deal-form', () => {
  let backend: TestBackend

  beforeEach(async () => {
    backend = await createBackend(dealForm)
  })

  it('begins with the availability check', async () => {
    const form = await open(backend.portal('ada'))

    expect(form.state, String(form.error)).to.equal('ready')
    expect(find(form, '#check-title').textContent).to.contain('free')
  })
})
