import { expect } from '@open-wc/testing'
import { define, tagOf } from './define.ts'
import { version } from './version.ts'

const make = (prmkit?: string) =>
  class extends HTMLElement {
    static prmkit = prmkit
  }

describe('define', () => {
  const warn = console.warn
  let warnings: string[]
  beforeEach(() => {
    warnings = []
    console.warn = (text: string) => warnings.push(text)
  })
  afterEach(() => {
    console.warn = warn
  })

  it('takes the tag when it is free', () => {
    const element = make()

    expect(define('test-free', element)).to.equal('test-free')
    expect(customElements.get('test-free')).to.equal(element)
    expect(warnings).to.deep.equal([])
  })

  it('reuses a copy of the same major', () => {
    const first = make(`${Number.parseInt(version)}.99.0`)
    customElements.define('test-same', first)

    expect(define('test-same', make())).to.equal('test-same')
    expect(customElements.get('test-same')).to.equal(first)
    expect(warnings).to.deep.equal([])
  })

  it('stands beside another major under a suffix, which one warning prints', () => {
    customElements.define('test-other', make('7.1.0'))
    const element = make()

    const tag = define('test-other', element)
    define('test-other', element)

    expect(tag).to.equal(`test-other-v${Number.parseInt(version)}`)
    expect(tagOf('test-other')).to.equal(tag)
    expect(customElements.get(tag)).to.equal(element)
    expect(warnings).to.have.length(1)
    expect(warnings[0]).to.contain('prmkit 7.1.0').and.to.contain(`<${tag}>`)
  })

  it('leaves a foreign element its tag', () => {
    customElements.define('test-foreign', class extends HTMLElement {})

    expect(define('test-foreign', make())).to.equal(`test-foreign-v${Number.parseInt(version)}`)
    expect(warnings[0]).to.contain('another library')
  })
})
