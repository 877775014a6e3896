import { expect } from '@open-wc/testing'
import { publish } from '../../../test/articles.ts'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { dealForm } from '../../../test/deal-form.ts'
import { eventually } from '../../../test/eventually.ts'
import { find, show, textIn, until } from '../../../test/mount.ts'
import type { AskEvent, NavigateEvent } from '../../events.ts'
import type { PrmSearchBox } from './define.ts'
import './define.ts'

describe('prm-search-box', () => {
  let backend: TestBackend

  const open = async (set: Partial<PrmSearchBox> = {}, between?: Between) => {
    const box = Object.assign(
      backend.portal('ada', between).create('prm-search-box'),
      set,
    ) as PrmSearchBox
    await show(box)
    await until(box, 'ready', 'empty', 'error')
    return box
  }
  const field = (box: PrmSearchBox) => find<HTMLInputElement>(box, 'input')
  const type = async (box: PrmSearchBox, text: string) => {
    field(box).focus()
    field(box).value = text
    field(box).dispatchEvent(new Event('input'))
    await eventually(() => box.searching.found === text && !box.searching.isSearching)
    await box.updateComplete
  }
  const press = (box: PrmSearchBox, key: string) =>
    field(box).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    )
  const options = (box: PrmSearchBox) =>
    [...box.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]')].map(textIn)
  const heard = (box: PrmSearchBox) => {
    const events: NavigateEvent[] = []
    box.addEventListener('prm-navigate', (event) => {
      event.preventDefault()
      events.push(event as NavigateEvent)
    })
    return events
  }

  beforeEach(async () => {
    backend = await createBackend(dealForm)
    await publish(backend, {
      mounting: { title: 'Mount a logger', html: '<p>Spindle.</p><h2>Frost</h2><p>Hydrant.</p>' },
      codes: { title: 'Error codes of loggers', html: '<p>E-02.</p>' },
    })
  })

  it('shows what was found in a popup, and says how much', async () => {
    const box = await open()
    await type(box, 'logger')

    expect(field(box).getAttribute('aria-expanded')).to.equal('true')
    expect(options(box)).to.have.length(2)
    expect(textIn(find(box, '[role=status]'))).to.equal('2 articles for “logger”')
    await expect(box).to.be.accessible()
  })

  it('searches for words that were typed before the client was there', async () => {
    let arrive = () => {}
    const arrived = new Promise<void>((done) => (arrive = done))
    const portal = backend.portal('ada')
    const { client } = portal
    Object.defineProperty(portal, 'client', { value: arrived.then(() => client) })
    const box = portal.create('prm-search-box') as PrmSearchBox
    await show(box)
    field(box).focus()
    field(box).value = 'logger'
    field(box).dispatchEvent(new Event('input'))
    // In place of the pause after a key: there is nobody to ask.
    await box.searching.run()
    expect(box.searching.isSearching).to.equal(true)

    arrive()
    await eventually(() => options(box).length === 2)
  })

  it('opens what the arrow keys chose, at its heading', async () => {
    const box = await open()
    const events = heard(box)
    await type(box, 'hydrant')
    press(box, 'ArrowDown')
    await box.updateComplete
    expect(field(box).getAttribute('aria-activedescendant')).to.equal('option-0')
    press(box, 'Enter')

    expect(events.map(({ resource, anchor }) => [resource, anchor])).to.deep.equal([
      ['article', 'h-frost'],
    ])
    expect(field(box).getAttribute('aria-expanded')).to.equal('true')
    await box.updateComplete
    expect(field(box).getAttribute('aria-expanded')).to.equal('false')
  })

  it('goes round the options by way of the field', async () => {
    const box = await open()
    await type(box, 'logger')
    const active = async (key: string) => {
      press(box, key)
      await box.updateComplete
      return field(box).getAttribute('aria-activedescendant')
    }

    expect(await active('ArrowUp')).to.equal('option-1')
    expect(await active('ArrowDown')).to.equal(null)
    expect(await active('ArrowDown')).to.equal('option-0')
  })

  it('shows the option that the keys chose where not all have room', async () => {
    const box = await open()
    await type(box, 'logger')
    const popup = find(box, '.popup')
    for (const option of popup.querySelectorAll<HTMLElement>('[role=option]'))
      option.style.minBlockSize = `${innerHeight}px`
    press(box, 'ArrowUp')
    await box.updateComplete

    expect(find(box, '[aria-selected=true]').id).to.equal('option-1')
    await eventually(() => popup.scrollTop)
  })

  it('takes the room that the window has, and no more', async () => {
    const titles = Array.from({ length: 6 }, (_, index) => `Cold logger ${index}`)
    const html = `<h2>Frost</h2><p>${'Drain the cold logger at each hydrant. '.repeat(20)}</p>`
    await publish(backend, Object.fromEntries(titles.map((title) => [title, { title, html }])))
    const box = await open()
    box.style.marginBlockStart = '150px'
    await type(box, 'cold')
    const popup = find(box, '.popup')
    const left = () => innerHeight - popup.getBoundingClientRect().bottom

    await eventually(() => popup.clientHeight === popup.scrollHeight || left() < 10)
    expect(left()).to.be.at.least(0)
    expect(popup.clientHeight).to.be.above(320)
  })

  it('opens everything that was found by Enter alone', async () => {
    const box = await open({ searchHref: '/support?search={text}' })
    const events = heard(box)
    await type(box, 'logger')
    expect(options(box).at(-1)).to.equal('Show all 2 results')
    press(box, 'Enter')

    expect(events.map(({ resource, id }) => [resource, id])).to.deep.equal([
      ['article-search', 'logger'],
    ])
  })

  it('closes by Escape, then empties the field', async () => {
    const box = await open()
    await type(box, 'logger')
    press(box, 'Escape')
    await box.updateComplete
    expect(field(box).getAttribute('aria-expanded')).to.equal('false')
    expect(field(box).value).to.equal('logger')
    press(box, 'Escape')
    await box.updateComplete

    expect(field(box).value).to.equal('')
  })

  it('hands the words to the host page', async () => {
    const box = await open({ askHref: '/ask?text={text}' })
    const asked: string[] = []
    box.addEventListener('prm-ask', (event) => {
      event.preventDefault()
      asked.push((event as AskEvent).text)
    })
    await type(box, 'zzzzzzz')
    expect(options(box)).to.deep.equal(['Did not find it? Ask us'])
    find(box, '[role=option]').click()

    expect(asked).to.deep.equal(['zzzzzzz'])
  })

  it('is not there where the vendor has no knowledge base', async () => {
    const box = await open({}, async (request, next) => {
      const response = await next()
      if (!new URL(request.url).pathname.endsWith('/v1')) return response
      return Response.json({ ...(await response.json()), capabilities: [] })
    })

    expect(box.hidden).to.equal(true)
  })

  it('says that the search failed', async () => {
    const box = await open({}, async (request, next) =>
      request.url.includes('/search')
        ? Response.json({ code: 'forbidden', title: 'No', status: 403 }, { status: 403 })
        : next(),
    )
    field(box).value = 'logger'
    field(box).dispatchEvent(new Event('input'))
    await eventually(() => box.searching.error)
    await box.updateComplete

    expect(textIn(find(box, '.popup'))).to.contain('You do not have access.')
  })
})
