import { expect, fixture } from '@open-wc/testing'
import { find, textIn } from '../../../test/mount.ts'
import { stage } from '../../../test/stage.ts'
import { toneStyles } from '../../styles/tone.ts'
import { buttonStyles } from '../button/button.styles.ts'
import { problem } from './problem.ts'

const draw = (error: unknown, retry?: () => void) =>
  fixture(stage([toneStyles, buttonStyles], ({ t }) => problem(t, error, retry)))

const said: [code: string, text: string][] = [
  ['token-expired', 'Your session has ended.'],
  ['signed-out', 'Your session has ended.'],
  ['offline', 'The server cannot be reached.'],
  ['timeout', 'The server cannot be reached.'],
  ['forbidden', 'You do not have access.'],
  ['not-found', 'This does not exist'],
  ['rate-limited', 'Too many requests.'],
  ['never-heard-of', 'Something went wrong on our side.'],
]

describe('problem', () => {
  for (const [code, text] of said) {
    it(`explains ${code}`, async () => {
      const shown = await draw({ code })

      expect(textIn(find(shown, '[role=alert]'))).to.contain(text)
    })
  }

  it('copes with anything that can be thrown', async () => {
    for (const thrown of [undefined, null, 'text', new Error('secret detail')]) {
      const shown = await draw(thrown)

      expect(textIn(find(shown, '[role=alert]'))).to.contain('Something went wrong')
      expect(textIn(find(shown, '[role=alert]'))).not.to.contain('secret')
    }
  })

  it('offers another try only where there is one', async () => {
    let tried = 0
    const shown = await draw({ code: 'offline' }, () => (tried += 1))

    find(shown, 'button').click()

    expect(tried).to.equal(1)
    expect((await draw({ code: 'forbidden' })).shadowRoot?.querySelector('button')).to.equal(null)
    await expect(shown).to.be.accessible()
  })
})
