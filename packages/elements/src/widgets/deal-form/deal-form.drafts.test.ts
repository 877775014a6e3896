import { expect } from '@open-wc/testing'
import { dealForm } from '../../../test/deal-form.ts'
import { createBackend, type Between, type TestBackend } from '../../../test/backend.ts'
import { DealFormPage, eventually, keptOf } from '../../../test/deal-form-page.ts'
import { mayHoldDrafts } from '../../drafts/draft-mark.ts'
import { shelves } from '../../drafts/draft-shelves.ts'
import './define.ts'

/** Tells the backend's time, whatever the device's clock says. */
const withDate: Between = async (_, next) => {
  const response = await next()
  const date = new Date(performance.timeOrigin + performance.now()).toUTCString()
  return new Response(response.body, {
    status: response.status,
    headers: { ...Object.fromEntries(response.headers), date },
  })
}

describe('drafts of prm-deal-form', () => {
  const connections = new Set<IDBDatabase>()
  const { transaction } = IDBDatabase.prototype
  /** Ends every connection to the database, as a browser does whose storage is cleared. */
  const closeConnections = () => connections.forEach((connection) => connection.close())

  before(() => {
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...wanted) {
      connections.add(this)
      return transaction.apply(this, wanted)
    }
  })
  after(() => {
    IDBDatabase.prototype.transaction = transaction
  })

  let backend: TestBackend
  const everythingKept = () => keptOf(backend.baseUrl)

  beforeEach(async () => {
    backend = await createBackend(dealForm)
  })

  for (const storage of ['device', 'tab']) {
    it(`come back after a crash where they are kept for the ${storage}`, async () => {
      const page = await DealFormPage.open(backend.portal('ada'), { draftStorage: storage })
      await page.fillIn('Northern district')
      await page.type('/amount', '12,3x')
      await page.kept()
      await page.crash()

      const again = await DealFormPage.open(backend.portal('ada'), { draftStorage: storage })

      await again.reads('Your draft from')
      expect(again.control('/name').value).to.equal('Northern district')
      expect(again.control('/amount').value).to.equal('12,3x')
    })

    it(`are kept at once when the page goes, for the ${storage}`, async () => {
      const page = await DealFormPage.open(backend.portal('ada'), { draftStorage: storage })
      await page.press('Skip the check')
      await page.type('/name', 'Typed a moment ago')
      await page.crash()
      await eventually(() => !page.form.registration!.keeper!.dirty)

      const again = await DealFormPage.open(backend.portal('ada'), { draftStorage: storage })

      expect(again.control('/name').value).to.equal('Typed a moment ago')
    })

    it(`are never shown to the next user of the ${storage}`, async () => {
      const page = await DealFormPage.open(backend.portal('ada'), { draftStorage: storage })
      await page.fillIn('Secret of Ada')
      await page.kept()
      await page.crash()

      const colleague = await DealFormPage.open(backend.portal('ben'), { draftStorage: storage })
      await colleague.press('Skip the check')
      const stranger = await DealFormPage.open(backend.portal('cem'), { draftStorage: storage })
      await stranger.press('Skip the check')

      for (const other of [colleague, stranger]) {
        expect(other.text).not.to.contain('Your draft')
        expect(other.root.innerHTML).not.to.contain('Secret')
        expect(other.control('/name').value).to.equal('')
      }
    })

    it(`are gone from the ${storage} after log-out`, async () => {
      const portal = backend.portal('ada')
      const page = await DealFormPage.open(portal, { draftStorage: storage })
      await page.fillIn('Secret of Ada')
      await page.kept()
      expect(await everythingKept()).to.contain('Secret')

      await page.type('/name', 'Secret to the last moment')
      await portal.logout()

      expect(await everythingKept()).not.to.contain('Secret')
      expect(page.root.innerHTML).not.to.contain('Secret')
    })

    it(`are gone from the ${storage} once the registration is sent`, async () => {
      const page = await DealFormPage.open(backend.portal('ada'), { draftStorage: storage })
      await page.toReview('Secret')
      await page.press('Send registration')
      await page.reads('Your registration was sent')
      await eventually(async () => !(await everythingKept()).includes('Secret'))
    })
  }

  it('are deleted by log-out also where no form is on the page', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.fillIn('Secret')
    await page.kept()
    await page.crash()
    const portal = backend.portal('ada')
    await (await portal.client).me.get()

    await portal.logout()

    expect(await everythingKept()).not.to.contain('Secret')
  })

  it('are deleted by log-out also where nothing has asked for the client', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.fillIn('Secret')
    await page.kept()
    await page.crash()
    const portal = document.createElement('prm-portal')
    Object.assign(portal, { baseUrl: backend.baseUrl, fetchToken: async () => 'expired' })
    document.body.append(portal)

    await portal.logout()

    expect(await everythingKept()).not.to.contain('Secret')
    portal.remove()
  })

  it('are deleted by log-out also where the backend cannot be told', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.fillIn('Secret')
    await page.kept()
    await page.crash()
    const portal = document.createElement('prm-portal')
    document.body.append(portal)

    await portal.logout()

    expect(await everythingKept()).not.to.contain('Secret')
    portal.remove()
  })

  it('leave no saved view of the user behind after log-out', async () => {
    const keyOf = (user: string) => `prm-views:["Quellmark","north","${user}"]`
    for (const user of ['ada', 'ben']) localStorage.setItem(keyOf(user), '[]')

    await backend.portal('ada').logout()

    expect([localStorage.getItem(keyOf('ada')), localStorage.getItem(keyOf('ben'))]).to.deep.equal([
      null,
      '[]',
    ])
    localStorage.removeItem(keyOf('ben'))
  })

  it('empty the form in another tab when the user logs out', async () => {
    const other = await DealFormPage.open(backend.portal('ada'))
    await other.fillIn('Secret')
    await other.kept()
    const portal = backend.portal('ada')
    await DealFormPage.open(portal)

    await portal.logout()

    await eventually(
      () => !other.root.innerHTML.includes('Secret') && !other.text.includes('Secret'),
    )
    expect(await everythingKept()).not.to.contain('Secret')
  })

  it('stay with one device for fourteen days', async () => {
    const { baseUrl } = backend
    const scope = { baseUrl, userId: 'ada', partnerId: 'north', name: 'deal-form/deal/new' }
    const day = 24 * 60 * 60 * 1000
    // The device's own clock is a month ahead, and says nothing.
    const now = Date.now() - 30 * day
    const draft = (days: number) => ({
      ...{ version: '1', stamp: 'a', savedAt: Date.now(), at: now - days * day },
      content: { values: { name: 'Old' }, step: 'form' },
    })
    for (const shelf of [shelves.device, shelves.tab]) {
      await shelf.exchange(scope, undefined, draft(13.9))
      expect(await shelf.read(scope, now)).to.include({ stamp: 'a' })
      await shelf.exchange(scope, 'a', draft(14.1))
      expect(await shelf.read(scope)).to.include({ stamp: 'a' })
      expect(await shelf.read(scope, now)).to.equal(undefined)
    }
    expect(await everythingKept()).not.to.contain('Old')
  })

  it('come through a clock that is wrong once', async () => {
    const page = await DealFormPage.open(backend.portal('ada', withDate))
    await page.fillIn('Northern district')
    await page.kept()
    await page.crash()
    const { now } = Date
    Date.now = () => now() + 15 * 24 * 60 * 60 * 1000
    try {
      for (const user of ['ben', 'ada']) {
        const later = await DealFormPage.open(backend.portal(user, withDate))
        if (user === 'ada') await later.reads('is back')
        await later.crash()
      }
    } finally {
      Date.now = now
    }
  })

  it('are kept on another connection where the browser closed the first', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.fillIn('Before')
    await page.kept()
    closeConnections()
    const other = await DealFormPage.open(backend.portal('ada'))
    await other.reads('is back')

    await page.type('/name', 'Secret after')

    await page.kept()
    expect(page.text).not.to.contain('This browser keeps nothing')
    await eventually(async () => (await everythingKept()).includes('Secret after'))
    await eventually(() => other.control('/name').value === 'Secret after')
    closeConnections()
    const ended: boolean[] = []
    const portal = backend.portal('ada')
    portal.on('prm-session-ended', ({ draftsLeft }) => ended.push(draftsLeft))
    expect(await portal.logout()).to.equal(true)
    expect(await everythingKept()).not.to.contain('Secret after')
    expect(ended).to.deep.equal([false])
  })

  it('say after log-out where one could not be deleted', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.fillIn('Secret')
    await page.kept()
    const portal = backend.portal('ada')
    const ended: boolean[] = []
    portal.on('prm-session-ended', ({ draftsLeft }) => ended.push(draftsLeft))
    const { warn } = console
    const warned: string[] = []
    console.warn = (text: string) => warned.push(text)
    const { delete: remove } = IDBObjectStore.prototype
    IDBObjectStore.prototype.delete = function (this: IDBObjectStore) {
      return this.count()
    } as never
    try {
      expect(await portal.logout()).to.equal(false)
    } finally {
      IDBObjectStore.prototype.delete = remove
      console.warn = warn
    }

    expect(ended).to.deep.equal([true])
    expect(warned.join()).to.contain('could not be deleted from this device')
  })

  for (const storage of ['device', 'tab'])
    it(`have the first keys before the code for drafts has come, for the ${storage}`, async () => {
      for (const items of [localStorage, sessionStorage]) items.removeItem('prmkit.drafts')
      const page = await DealFormPage.open(backend.portal('ada'), { draftStorage: storage })
      // The code never comes, as on a line that broke.
      page.form.prepare = () => new Promise(() => {})
      await page.press('Skip the check')
      await page.type('/name', 'The first keys')
      expect(page.form.registration!.keeper).to.equal(undefined)
      await page.crash()

      const again = await DealFormPage.open(backend.portal('ada'), { draftStorage: storage })

      await again.reads('Your draft from')
      expect(again.control('/name').value).to.equal('The first keys')
      await eventually(() => !again.form.registration!.keeper!.dirty)
      await again.type('/name', 'More keys')
      await again.kept()
      expect(again.text).not.to.contain('changed somewhere else')
      expect(await everythingKept())
        .to.contain('More keys')
        .and.not.to.contain('The first keys')
      await again.crash()
      await backend.portal('ada').logout()
      expect(await everythingKept()).not.to.contain('More keys')
    })

  it('end in a choice when both tabs began with an empty form', async () => {
    for (const items of [localStorage, sessionStorage]) items.removeItem('prmkit.drafts')
    const first = await DealFormPage.open(backend.portal('ada'))
    const second = await DealFormPage.open(backend.portal('ada'))
    expect(second.form.registration!.keeper).to.equal(undefined)
    await first.fillIn('Of the first tab')
    await first.kept()
    await second.press('Skip the check')
    await second.type('/name', 'Of the second tab')

    await second.reads('This draft was changed somewhere else')
    expect(second.control('/name').value).to.equal('Of the second tab')
    expect(first.text).not.to.contain('changed somewhere else')
    await second.press('Take the other version')

    await eventually(() => second.control('/name').value === 'Of the first tab')
    expect(await everythingKept()).not.to.contain('Of the second tab')
  })

  it('end in a choice when another was kept before the code for the first keys came', async () => {
    // Pages of other tests share the mark that drafts are kept, by which the code comes at once.
    const prepare = async () => undefined
    const page = await DealFormPage.open(backend.portal('ada'), { prepare })
    const other = await DealFormPage.open(backend.portal('ada'))
    await other.fillIn('Kept elsewhere')
    await other.kept()
    await page.press('Skip the check')
    await page.type('/name', 'The first keys')
    await page.crash()

    const again = await DealFormPage.open(backend.portal('ada'))

    await again.reads('This draft was changed somewhere else')
    expect(again.control('/name').value).to.equal('The first keys')
    expect(await everythingKept()).to.contain('Kept elsewhere')
    await again.press('Keep what is here')
    await eventually(async () => (await everythingKept()).includes('The first keys'))
  })

  it('hold no bytes of a file', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.fillIn()
    const input = await eventually(() =>
      page.root.querySelector<HTMLInputElement>('input[type=file]'),
    )
    const transfer = new DataTransfer()
    transfer.items.add(new File(['bytes of the file'], 'minutes.txt', { type: 'text/plain' }))
    input.files = transfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    await page.reads('minutes.txt')
    await page.kept()

    expect(await everythingKept()).to.contain('minutes.txt')
    expect(await everythingKept()).not.to.contain('bytes of the file')
  })

  it('say so where the browser keeps nothing', async () => {
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    try {
      const page = await DealFormPage.open(backend.portal('ben'))
      await page.press('Skip the check')
      await page.reads('This browser keeps nothing')
      await page.type('/name', 'Kept in memory')
      await page.crash()
      const again = await DealFormPage.open(backend.portal('ben'))
      expect(again.control('/name').value).to.equal('Kept in memory')
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
  })

  it('move to the device once it answers again', async () => {
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('The disk is busy.', 'UnknownError')
    }
    const page = await DealFormPage.open(backend.portal('ada'))
    try {
      await page.press('Skip the check')
      await page.type('/name', 'Typed meanwhile')
      await page.reads('This browser keeps nothing')
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
    await page.type('/amount', '12')
    await page.kept()

    expect(await everythingKept()).to.contain('Typed meanwhile')
    await page.crash()
    const again = await DealFormPage.open(backend.portal('ada'))
    expect(again.control('/name').value).to.equal('Typed meanwhile')
    expect(again.text).not.to.contain('changed somewhere else')
  })

  it('wait no longer than three seconds for a slow database, and use it when it is there', async () => {
    const { open } = IDBFactory.prototype
    const waiting: (() => void)[] = []
    IDBFactory.prototype.open = function (...args) {
      const slow = {} as Record<'onsuccess' | 'onupgradeneeded' | 'result', unknown>
      waiting.push(() => {
        const request = open.apply(this, args)
        request.onsuccess = () => {
          slow.result = request.result
          ;(slow.onsuccess as () => void)()
        }
      })
      return slow as unknown as IDBOpenDBRequest
    }
    try {
      const copy = '../../drafts/draft-shelves.ts?slow'
      const { shelves: fresh } = (await import(copy)) as { shelves: typeof shelves }
      const scope = { baseUrl: backend.baseUrl, userId: 'ada', partnerId: 'north', name: 'slow' }
      const draft = { version: '1', stamp: 'a', savedAt: Date.now(), content: {} }

      const refused = await fresh.device.read(scope).catch(String)
      const refusedAtOnce = await fresh.device.read(scope).catch(String)
      for (const answer of waiting) answer()
      await eventually(() =>
        fresh.device.exchange(scope, undefined, draft).then(
          () => true,
          () => false,
        ),
      )

      expect([refused, refusedAtOnce].join()).to.match(/3 seconds.*3 seconds/)
      expect(waiting.length).to.equal(1)
      expect(await fresh.device.read(scope)).to.include({ stamp: 'a' })
    } finally {
      IDBFactory.prototype.open = open
    }
  })

  it('end in a choice when two tabs write one', async () => {
    const first = await DealFormPage.open(backend.portal('ada'))
    await first.fillIn('Of the first tab')
    await first.kept()
    const second = await DealFormPage.open(backend.portal('ada'))
    await second.type('/name', 'Of the second tab')

    await first.reads('This draft was changed somewhere else')
    expect(first.control('/name').value).to.equal('Of the first tab')
    await first.press('Keep what is here')
    await second.reads('This draft was changed somewhere else')
    expect(second.control('/name').value).to.equal('Of the second tab')
    await second.press('Take the other version')

    await eventually(() => second.control('/name').value === 'Of the first tab')
    expect(first.text).not.to.contain('changed somewhere else')
    expect(await everythingKept()).not.to.contain('Of the second tab')
  })

  it('send nothing while two versions wait for a choice', async () => {
    const first = await DealFormPage.open(backend.portal('ada'))
    await first.toReview('First')
    await first.kept()
    const second = await DealFormPage.open(backend.portal('ada'))
    await second.press('Back')
    await second.type('/name', 'Second')
    await first.reads('changed somewhere else')

    await first.press('Send registration')
    await eventually(() => first.focused?.id === 'rival')

    expect(await backend.deals()).to.deep.equal([])
  })

  it('tell another tab that the registration was sent', async () => {
    const first = await DealFormPage.open(backend.portal('ada'))
    await first.toReview('Sent once')
    await first.kept()
    const second = await DealFormPage.open(backend.portal('ada'))
    await second.press('Back')
    await second.type('/name', 'Sent once')
    await first.reads('changed somewhere else')
    await first.press('Keep what is here')
    await second.reads('changed somewhere else')
    await first.press('Send registration')
    await first.reads('Your registration was sent')

    await second.reads('This registration was sent from another tab')
    expect(second.text).to.contain('D-000001')
    await second.press('Start with an empty form')
    await eventually(() => !second.text.includes('sent from another tab'))
    expect((await backend.deals()).length).to.equal(1)
  })

  it('follow another tab where nothing was typed', async () => {
    const writer = await DealFormPage.open(backend.portal('ada'))
    const reader = await DealFormPage.open(backend.portal('ada'))
    await writer.fillIn('Written')
    await writer.kept()

    await eventually(() => reader.form.registration?.filled.values['name'] === 'Written')
    expect(reader.text).not.to.contain('Which version counts')
  })

  it('leave no mark once none is kept', async () => {
    const { baseUrl } = backend
    const scope = { baseUrl, userId: 'ada', partnerId: 'north', name: 'mark' }
    const draft = { version: '1', stamp: 'a', savedAt: Date.now(), content: {} }
    for (const shelf of [shelves.device, shelves.tab, shelves.memory]) {
      await Promise.all(Object.values(shelves).map((one) => one.forget()))
      expect(mayHoldDrafts()).to.equal(false)
      await shelf.exchange(scope, undefined, draft)
      expect(mayHoldDrafts(), shelf.kind).to.equal(true)
      await shelf.exchange(scope, 'a', undefined)
      expect(mayHoldDrafts(), shelf.kind).to.equal(false)
    }
  })

  it('can be thrown away, and brought back', async () => {
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.fillIn('Thrown away')
    await page.kept()
    await page.crash()
    const again = await DealFormPage.open(backend.portal('ada'))

    await again.press('Start over')
    await eventually(async () => !(await everythingKept()).includes('Thrown away'))
    await again.press('Undo')

    expect(again.control('/name').value).to.equal('Thrown away')
    await eventually(async () => (await everythingKept()).includes('Thrown away'))
  })

  it('hold a page back only while something is not kept', async () => {
    const held = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    const page = await DealFormPage.open(backend.portal('ada'))
    await page.press('Skip the check')
    expect(held()).to.equal(false)
    await page.type('/name', 'Not kept yet')
    expect(held()).to.equal(true)
    await page.kept()
    await page.form.updateComplete
    expect(held()).to.equal(false)
  })
})
