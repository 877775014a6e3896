import { expect, fixture } from '@open-wc/testing'
import { fieldStage, type FieldStage } from '../../../test/field-stage.ts'
import { find } from '../../../test/mount.ts'
import { eventually, leave, type } from '../../../test/typing.ts'

const show = (country: string | undefined, values = {}) =>
  fixture<FieldStage>(
    fieldStage({
      lang: 'en',
      values,
      fields: [{ pointer: '/phone', type: 'phone', label: 'Telephone' }],
      context: { country },
    }),
  )
const input = (stage: FieldStage) => find<HTMLInputElement>(stage, 'input')

describe('phone', () => {
  it('keeps the spaces of an international number and stores it without', async () => {
    const stage = await show(undefined)

    type(input(stage), '+49 30 123456')
    leave(input(stage))
    await stage.updateComplete

    expect(stage.at('/phone')).to.equal('+4930123456')
    expect(input(stage).value).to.equal('+49 30 123456')
  })

  it('gives a national number the code of the country once it is left', async () => {
    const stage = await show('AT')

    type(input(stage), '01 58858')
    expect(stage.at('/phone')).to.equal('01 58858')
    leave(input(stage))
    await eventually(() => stage.at('/phone') === '+43158858', 'the whole number')

    expect(input(stage).value).to.equal('+43158858')
  })

  it('keeps what is no number as it was typed', async () => {
    const stage = await show('AT')

    type(input(stage), 'ask Ada')
    leave(input(stage))
    await stage.updateComplete

    expect(stage.at('/phone')).to.equal('ask Ada')
    expect(input(stage).value).to.equal('ask Ada')
  })
})
