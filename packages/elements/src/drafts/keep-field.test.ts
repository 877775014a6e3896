import { expect } from '@open-wc/testing'
import { eventually } from '../../test/eventually.ts'
import { shelves } from './draft-shelves.ts'
import { forgetDrafts } from './forget.ts'
import { keepField } from './keep-field.ts'

describe('keepField', () => {
  let scope: Parameters<typeof shelves.device.read>[0]
  let count = 0
  /** A field of one tab, with the text that it shows. */
  const open = (name = 'message') => {
    const field = {
      text: undefined as string | undefined,
      draft: keepField<string>({
        scope: { ...scope, name },
        onFound: (content) => (field.text = content),
      }),
      enter(text: string) {
        field.text = text
        field.draft.keep(text || undefined)
      },
    }
    return field
  }
  const kept = async (name = 'message') => (await shelves.device.read({ ...scope, name }))?.content

  beforeEach(() => {
    const baseUrl = `https://field-${Date.now()}-${++count}.test`
    scope = { baseUrl, userId: 'ada', partnerId: 'north', name: '' }
  })

  it('brings an unsent text back, to its own field only', async () => {
    const message = open()
    message.enter('Half a sen')
    await message.draft.close()

    const [again, reason] = [open(), open('reason')]

    await eventually(() => again.text === 'Half a sen')
    expect(reason.text).to.equal(undefined)
    await Promise.all([again.draft.close(), reason.draft.close()])
  })

  it('keeps nothing of a text that was sent or emptied', async () => {
    const message = open()
    message.enter('Sent')
    await eventually(async () => (await kept()) === 'Sent')
    await message.draft.remove()
    expect(await kept()).to.equal(undefined)

    message.enter('Typed')
    await eventually(async () => (await kept()) === 'Typed')
    message.enter('')
    await eventually(async () => (await kept()) === undefined)
    await message.draft.close()
  })

  it('shows the text of another tab where nothing was entered, and keeps the last input', async () => {
    const [first, second] = [open(), open()]
    first.enter('Of the first tab')
    await eventually(() => second.text === 'Of the first tab')

    second.enter('Of the second tab')
    await eventually(async () => (await kept()) === 'Of the second tab')
    expect(first.text).to.equal('Of the first tab')
    first.enter('Of the first tab again')

    await eventually(async () => (await kept()) === 'Of the first tab again')
    expect(second.text).to.equal('Of the second tab')
    await Promise.all([first.draft.close(), second.draft.close()])
  })

  it('empties the field when the user logs out in another tab', async () => {
    const message = open()
    message.enter('Secret')
    await eventually(async () => (await kept()) === 'Secret')

    await forgetDrafts(scope.baseUrl, 'ada')

    await eventually(() => message.text === undefined)
    expect(await kept()).to.equal(undefined)
  })
})
