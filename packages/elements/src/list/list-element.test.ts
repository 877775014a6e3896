import { expect } from '@open-wc/testing'
import { eventually } from '../../test/eventually.ts'
import { find, show, textIn, until } from '../../test/mount.ts'
import { Notices } from '../../test/notice-backend.ts'
import { TestNotices } from '../../test/notices.ts'

describe('a list of any resource', () => {
  let backend: Notices
  const open = async (set: Partial<TestNotices> = {}) => {
    const list = Object.assign(new TestNotices(), { portal: backend.portal(), ...set })
    await show(list)
    await until(list, 'ready', 'error', 'empty', 'degraded')
    return list
  }
  const titles = (list: TestNotices) => [...list.shadowRoot!.querySelectorAll('.cover')].map(textIn)
  const button = (list: TestNotices, words: string) =>
    [...list.shadowRoot!.querySelectorAll('button')].find((one) => textIn(one) === words)

  beforeEach(() => {
    localStorage.clear()
    backend = new Notices(30)
  })

  it('shows its first page and drops an item that the next page repeats', async () => {
    const list = await open()
    expect(titles(list).length).to.equal(25)

    button(list, 'Show more')!.click()
    await eventually(() => titles(list).length === 30)

    expect(new Set(titles(list)).size).to.equal(30)
    expect(list.shadowRoot!.querySelectorAll('.group').length).to.equal(2)
    await expect(list).to.be.accessible()
  })

  it('skips drawing full groups far from the screen, never the last with its few rows', async () => {
    backend = new Notices(60)
    const list = await open()
    for (const count of [50, 60]) {
      button(list, 'Show more')!.click()
      await eventually(() => titles(list).length === count)
    }
    const groups = [...list.shadowRoot!.querySelectorAll('.group')]

    expect(groups.map((group) => getComputedStyle(group).contentVisibility)).to.deep.equal([
      ...['visible', 'auto', 'visible'],
    ])
  })

  it('adds the rows of the next page and touches no others, unless something else changes too', async () => {
    backend = new Notices(120)
    const list = await open()
    const { items } = list.list
    const touched = new Set<Node>()
    const watch = new MutationObserver((changes) => {
      for (const { target } of changes) touched.add(target)
    })
    watch.observe(find(list, '.rows'), {
      ...{ subtree: true, childList: true, attributes: true, characterData: true },
    })
    const drawn = () => list.drawn.splice(0)
    drawn()
    button(list, 'Show more')!.click()
    await eventually(() => titles(list).length > 25)

    expect(drawn()).to.deep.equal(list.list.items.slice(items.length).map(({ id }) => id))
    const old = list.shadowRoot!.querySelector('.group')!
    expect([...touched].filter((node) => old.contains(node))).to.deep.equal([])
    backend.put('n3', { title: 'Changed' })
    await eventually(() => titles(list)[3] === 'Changed')
    button(list, 'Show more')!.click()
    list.requestUpdate()
    const count = titles(list).length
    await eventually(() => titles(list).length > count)
    list.narrow({ sort: 'title_desc' })
    await eventually(() => titles(list)[0] !== 'Notice 0')
    watch.disconnect()
  })

  it('leaves its rows alone as the clock goes on, where they tell of no time', async () => {
    const ticks: TimerHandler[] = []
    const { setInterval } = globalThis
    globalThis.setInterval = ((work: TimerHandler, ...rest: [number]) => {
      if (rest[0] === 60_000) ticks.push(work)
      return setInterval(work, ...rest)
    }) as typeof setInterval
    try {
      const list = await open()
      list.drawn.splice(0)
      for (const tick of ticks) (tick as () => void)()
      await list.updateComplete

      expect(ticks.length).to.be.greaterThan(0)
      expect(list.drawn).to.deep.equal([])
    } finally {
      globalThis.setInterval = setInterval
    }
  })

  it('offers its orders and its filter with counts', async () => {
    const list = await open()
    const sort = find<HTMLSelectElement>(list, 'select')
    sort.value = 'title_desc'
    sort.dispatchEvent(new Event('change'))
    await eventually(() => titles(list)[0] === 'Notice 29')

    button(list, 'Alert 15')!.click()
    await eventually(() => titles(list).length === 15)

    expect(backend.asked.at(-1)).to.include({ sort: 'title_desc' })
    expect(backend.asked.at(-1)!['kind']).to.deep.equal(['alert'])
  })

  it('keeps a filter that is on where the backend no longer counts it', async () => {
    const list = await open()
    button(list, 'Alert 15')!.click()
    await eventually(() => titles(list).length === 15)

    for (const { id } of [...backend.notices]) backend.put(id, { kind: 'news' })
    backend.withoutFacets = true
    list.narrow({ search: '' })
    const chip = await eventually(() => button(list, 'Alert 0'))

    expect(chip.getAttribute('aria-pressed')).to.equal('true')
    chip.click()
    await eventually(() => titles(list).length === 25)
  })

  it('leaves the name of a view alone while an input method composes it', async () => {
    const list = await open()
    list.narrow({ search: '29' })
    ;(await eventually(() => button(list, 'Save this view'))).click()
    const named = () => list.shadowRoot!.querySelector<HTMLInputElement>('#view-name')
    const name = await eventually(named)
    const press = (init: KeyboardEventInit) =>
      name.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, ...init }))

    press({ isComposing: true })
    press({ keyCode: 229 })
    await list.updateComplete
    expect(named()).to.equal(name)
    press({})

    await eventually(() => !named())
  })

  it('keeps a view under a name for this resource', async () => {
    const list = await open()
    list.narrow({ search: '29' })
    ;(await eventually(() => button(list, 'Save this view'))).click()
    const name = await eventually(() =>
      list.shadowRoot!.querySelector<HTMLInputElement>('#view-name'),
    )
    name.value = 'The last'
    name.form!.requestSubmit()
    await list.updateComplete

    const again = await open()
    ;(await eventually(() => button(again, 'The last'))).click()

    await eventually(() => titles(again).join() === 'Notice 29')
  })

  it('shows a change as it comes, and announces it', async () => {
    const list = await open()

    backend.put('n3', { title: 'Changed' })

    await eventually(() => titles(list)[3] === 'Changed')
    await eventually(() => textIn(find(list, '[role=status]')) === 'Changed changed')
  })

  it('hands out every item of its view as a spreadsheet', async () => {
    const list = await open()
    const { click } = HTMLAnchorElement.prototype
    const saved: HTMLAnchorElement[] = []
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this)
    }
    try {
      await list.exportCsv()
      const text = await (await fetch(saved[0]!.href)).text()

      expect(saved[0]!.download).to.equal('notices.csv')
      expect(text.trim().split('\r\n').length).to.equal(31)
      expect(text).to.contain('Notice 29,alert')
    } finally {
      HTMLAnchorElement.prototype.click = click
    }
  })

  it('opens a record in its place, and gives the focus back to its row', async () => {
    const list = await open()
    list.shadowRoot!.querySelectorAll<HTMLElement>('.cover')[7]!.click()
    const page = await eventually(() => list.shadowRoot!.querySelector('test-notice'))
    await eventually(() => page.shadowRoot?.activeElement?.id === 'heading')
    expect(textIn(page.shadowRoot!.querySelector('h2'))).to.equal('Notice 7')

    page.shadowRoot!.querySelector<HTMLElement>('.back')!.click()

    await eventually(() => textIn(list.shadowRoot!.activeElement) === 'Notice 7')
  })

  it('makes links of a web address, and buttons where the address is a script', async () => {
    const list = await open({ recordHref: '/notices/{id}' })
    expect(find(list, '.cover').getAttribute('href')).to.equal('/notices/n0')

    for (const recordHref of [
      'javascript:alert({id})',
      ' java\nscript:{id}',
      'data:text/html,{id}',
    ]) {
      list.recordHref = recordHref
      await list.updateComplete
      expect(find(list, '.cover').localName, recordHref).to.equal('button')
    }
  })
})
