import { expect } from '@open-wc/testing'
import { addSections, articleCalled, publish } from '../../../test/articles.ts'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { dealForm } from '../../../test/deal-form.ts'
import { eventually } from '../../../test/eventually.ts'
import { find, show, textIn, until } from '../../../test/mount.ts'
import type { ArticlePage } from '../../articles/article-page.ts'
import type { AskEvent, NavigateEvent } from '../../events.ts'
import type { PrmKnowledgeBase } from './define.ts'
import './define.ts'

describe('prm-knowledge-base', () => {
  let backend: TestBackend

  const open = async (
    set: Partial<PrmKnowledgeBase> = {},
    between?: Between,
    user = 'ada',
  ): Promise<PrmKnowledgeBase> => {
    const base = Object.assign(
      backend.portal(user, between).create('prm-knowledge-base'),
      set,
    ) as PrmKnowledgeBase
    await show(base)
    await until(base, 'ready', 'empty', 'error', 'degraded', 'offline')
    return base
  }

  const field = (base: PrmKnowledgeBase) => find<HTMLInputElement>(base, '#search')
  const type = (base: PrmKnowledgeBase, text: string) => {
    field(base).value = text
    field(base).dispatchEvent(new Event('input'))
  }
  const press = (target: Element, key: string, more: KeyboardEventInit = {}) =>
    target.dispatchEvent(
      new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
        ...more,
      }),
    )
  const rows = (base: PrmKnowledgeBase) =>
    [...base.shadowRoot!.querySelectorAll('.rows .row')].map(textIn)
  const links = (base: PrmKnowledgeBase) => [
    ...base.shadowRoot!.querySelectorAll<HTMLElement>('.rows .cover'),
  ]
  const found = (base: PrmKnowledgeBase, words: string) =>
    eventually(() => base.searching.found === words && !base.searching.isSearching)
  const page = (base: PrmKnowledgeBase) =>
    eventually(() => {
      const shown = base.shadowRoot!.querySelector<ArticlePage>('prm-article-page')
      return shown?.shadowRoot?.querySelector('#heading') ? shown : undefined
    })
  const press2 = (base: PrmKnowledgeBase, words: string) =>
    [...base.shadowRoot!.querySelectorAll<HTMLElement>('button, a')]
      .find((one) => textIn(one) === words)!
      .click()

  beforeEach(async () => {
    localStorage.clear()
    backend = await createBackend(dealForm)
    await addSections(backend, 'Loggers', 'Meters')
    await publish(backend, {
      mounting: {
        title: 'Mount a logger',
        section: 'Loggers',
        html: '<p>Brush the spindle.</p><h2 id="frost">Frost</h2><p>Drain the hydrant.</p>',
      },
      codes: { title: 'Error codes', section: 'Loggers', html: '<p>E-02 means no network.</p>' },
      battery: { title: 'Battery pack', section: 'Meters', html: '<p>QM-F-BAT lasts.</p>' },
    })
  })

  it('begins with the sections and their articles counted', async () => {
    const base = await open()
    const cards = [...base.shadowRoot!.querySelectorAll('.card')].map(textIn)

    expect(cards).to.have.length(2)
    expect(cards[0]).to.match(/^Loggers ?2 articles$/)
    expect(cards[1]).to.match(/^Meters ?1 article$/)
    await expect(base).to.be.accessible()
  })

  it('says that there are no articles', async () => {
    backend = await createBackend(dealForm)
    const base = await open()

    expect(base.state).to.equal('empty')
    expect(textIn(find(base, '.blank'))).to.contain('No articles yet')
  })

  it('finds while somebody types, and tells how much aloud', async () => {
    const base = await open()
    type(base, 'spindle')
    await found(base, 'spindle')
    await base.updateComplete

    expect(rows(base)).to.have.length(1)
    expect(textIn(find(base, '.row mark'))).to.equal('spindle')
    expect(textIn(find(base, '[role=status]'))).to.equal('1 article for “spindle”')
    await expect(base).to.be.accessible()
  })

  it('shows only what the newest words find, whichever answer comes last', async () => {
    const slow: (() => void)[] = []
    const base = await open({}, async (request, next) => {
      const answer = await next()
      if (new URL(request.url).searchParams.get('search') === 'network')
        await new Promise<void>((done) => slow.push(done))
      return answer
    })
    type(base, 'network')
    await eventually(() => slow.length)
    type(base, 'spindle')
    await found(base, 'spindle')
    slow[0]!()
    await base.updateComplete

    expect(rows(base)[0]).to.match(/^Mount a logger/)
  })

  it('leads a hit to its heading', async () => {
    const base = await open({ articleHref: '/support?article={id}' })
    const asked: NavigateEvent[] = []
    base.addEventListener('prm-navigate', (event) => asked.push(event as NavigateEvent))
    type(base, 'hydrant')
    await found(base, 'hydrant')
    await base.updateComplete
    const [link] = links(base) as HTMLAnchorElement[]
    expect(link!.hash).to.equal('#h-frost')
    link!.click()
    const shown = await page(base)
    await eventually(() => textIn(shown.shadowRoot!.activeElement) === 'Frost')

    expect(asked.map(({ resource, anchor }) => [resource, anchor])).to.deep.equal([
      ['article', 'h-frost'],
    ])
  })

  it('says that nothing was found, and hands the words to the host page', async () => {
    const base = await open({ askHref: '/ask?text={text}' })
    const asked: string[] = []
    base.addEventListener('prm-ask', (event) => {
      asked.push((event as AskEvent).text)
      event.preventDefault()
    })
    type(base, 'zzzzzzzz')
    await found(base, 'zzzzzzzz')
    await base.updateComplete

    expect(textIn(find(base, '.results'))).to.contain('Nothing found for “zzzzzzzz”')
    const link = find<HTMLAnchorElement>(base, '.ask')
    expect(link.getAttribute('href')).to.equal('/ask?text=zzzzzzzz')
    link.click()
    expect(asked).to.deep.equal(['zzzzzzzz'])
  })

  it('offers nobody to ask where the host page names no place', async () => {
    const base = await open()

    expect(base.shadowRoot!.querySelector('.ask')).to.equal(null)
  })

  it('offers other words for a misspelt one', async () => {
    const base = await open()
    type(base, 'baterry')
    await found(base, 'baterry')
    await base.updateComplete
    const { suggestion } = base.searching
    expect(suggestion?.text).to.equal('battery')
    if (!suggestion!.searched) press2(base, 'battery')
    await eventually(() => rows(base).length)

    expect(rows(base)[0]).to.match(/^Battery pack/)
  })

  it('answers any string of a search, also a very odd one', async () => {
    const base = await open()
    for (const odd of [
      '"',
      "'; drop",
      'a & | !',
      '<b>',
      '\u202eabc',
      '🙂',
      '%_',
      'x'.repeat(10_050),
    ]) {
      type(base, odd)
      await eventually(() => base.searching.words && !base.searching.isSearching)
      expect(base.searching.error, odd.slice(0, 20)).to.equal(undefined)
    }
  })

  it('searches for so much of a long text as its address can carry', async () => {
    const asked: string[] = []
    const base = await open({}, (request, next) => {
      if (request.url.includes('/articles/search')) asked.push(request.url)
      return next()
    })
    for (const sign of ['x', '語', '🙂', 'ظ']) {
      type(base, ` ${`${sign} `.repeat(10_050)}`)
      await found(base, `${sign} `.repeat(500).slice(0, 500))
      const address = asked.at(-1)!
      expect(address.length, sign).to.be.lessThan(8192)
      expect(new URL(address).searchParams.get('search'), sign).to.have.length(500)
    }
    expect(asked).to.have.length(4)
  })

  it('goes through what was found with the arrow keys, opens by Enter and gives up by Escape', async () => {
    const base = await open()
    type(base, 'e')
    await found(base, 'e')
    await base.updateComplete
    field(base).focus()
    press(field(base), 'ArrowDown')
    expect(base.shadowRoot!.activeElement).to.equal(links(base)[0])
    press(links(base)[0]!, 'ArrowUp')
    expect(base.shadowRoot!.activeElement).to.equal(field(base))
    press(field(base), 'Escape')
    await base.updateComplete
    expect(base.shadowRoot!.querySelector('.cards')).to.not.equal(null)
    type(base, 'spindle')
    await found(base, 'spindle')
    press(field(base), 'Enter')

    expect(textIn(find(await page(base), '#heading'))).to.equal('Mount a logger')
  })

  it('takes the keys / and Ctrl K from anywhere, but not from a field, and leaves them when told to', async () => {
    const base = await open()
    const elsewhere = document.body.appendChild(document.createElement('input'))
    elsewhere.focus()
    press(elsewhere, '/')
    expect(document.activeElement).to.equal(elsewhere)
    press(elsewhere, 'k', { ctrlKey: true })
    expect(base.shadowRoot!.activeElement).to.equal(field(base))
    field(base).blur()
    press(document.body, '/')
    expect(base.shadowRoot!.activeElement).to.equal(field(base))
    field(base).blur()
    base.withoutShortcuts = true
    press(document.body, '/')
    expect(base.shadowRoot!.activeElement).to.equal(null)
    elsewhere.remove()
  })

  it('shows a section, and goes back to the beginning', async () => {
    const base = await open()
    press2(base, 'Loggers')
    await eventually(() => rows(base).length === 2)
    await base.updateComplete

    expect(textIn(find(base, '#place'))).to.equal('Loggers')
    expect(base.shadowRoot!.activeElement?.id).to.equal('place')
    await expect(base).to.be.accessible()
    press2(base, 'All sections')
    await eventually(() => base.shadowRoot!.querySelector('.cards'))
  })

  it('opens an article and goes back to its row', async () => {
    const base = await open()
    press2(base, 'Meters')
    await eventually(() => rows(base).length === 1)
    links(base)[0]!.click()
    const shown = await page(base)
    expect(textIn(find(shown, '#heading'))).to.equal('Battery pack')
    const [back] = shown.shadowRoot!.querySelectorAll<HTMLElement>('.back')
    back!.click()
    await eventually(() => base.shadowRoot!.activeElement?.classList.contains('cover'))
  })

  it('keeps what was found while an article of it is read', async () => {
    const base = await open()
    type(base, 'spindle')
    await found(base, 'spindle')
    await base.updateComplete
    links(base)[0]!.click()
    const shown = await page(base)
    shown.shadowRoot!.querySelector<HTMLElement>('.back')!.click()
    await eventually(() => rows(base).length)

    expect(field(base).value).to.equal('spindle')
  })

  it('lists what was read last and saved, for this reader only', async () => {
    const { id } = await articleCalled(backend, 'Error codes')
    await backend.as('ada', 'POST', `/articles/${id}/saved`)
    const base = await open({ articleId: id })
    const shown = await page(base)
    await eventually(() => localStorage.length)
    shown.shadowRoot!.querySelector<HTMLElement>('.back')!.click()
    const shelves = () => [...base.shadowRoot!.querySelectorAll('.shelves section')].map(textIn)
    await eventually(() => shelves().some((one) => one.startsWith('Saved')))

    expect(shelves()).to.include.members(['Read last Error codes', 'Saved Error codes'])
    base.remove()
    const other = await open({}, undefined, 'ben')
    expect(textIn(find(other, '.shelves'))).to.not.match(/Read last|Saved/)
  })

  it('forgets at log-out what was read', async () => {
    const { id } = await articleCalled(backend, 'Error codes')
    const portal = backend.portal('ada')
    const base = Object.assign(portal.create('prm-knowledge-base'), { articleId: id })
    await show(base)
    await eventually(() => Object.keys(localStorage).some((key) => key.includes('recent')))
    await portal.logout()

    expect(Object.keys(localStorage).filter((key) => key.includes('recent'))).to.deep.equal([])
  })

  it('lets the host page open articles in its own way', async () => {
    const base = await open({ articleHref: '/help/{id}' })
    base.addEventListener('prm-navigate', (event) => event.preventDefault())
    type(base, 'spindle')
    await found(base, 'spindle')
    await base.updateComplete
    links(base)[0]!.click()

    expect(base.articleId).to.equal(undefined)
  })

  it('says that something is wrong where the sections are none, in place of a page that stays blank', async () => {
    for (const odd of [{}, [], { items: [null] }]) {
      const base = await open({}, async (request, next) =>
        request.url.endsWith('/v1/sections') ? Response.json(odd) : next(),
      )

      expect(base.state).to.equal('error')
      await eventually(() => base.shadowRoot!.querySelector('[part=problem] button'))
    }
  })

  it('says that a search failed, and searches again', async () => {
    let broken = true
    const base = await open({}, async (request, next) =>
      broken && request.url.includes('/search')
        ? Response.json({ code: 'forbidden', title: 'No', status: 403 }, { status: 403 })
        : next(),
    )
    type(base, 'spindle')
    await eventually(() => base.searching.error)
    await base.updateComplete
    expect(textIn(find(base, '[role=alert]'))).to.contain('could not be loaded')
    broken = false
    press2(base, 'Try again')
    await found(base, 'spindle')
  })
})
