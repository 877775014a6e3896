import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { DealRecord } from '../src/store/records.ts'
import type { Paging, Store } from '../src/store/store.ts'
import type { DealSort, Page } from '../src/store/types.ts'
import { aDeal, aFile, anEvent, aPartner, aUser, later, noon, unique } from './records.ts'

/** What every store must do, whatever it keeps its records in. */
export function storeSuite(name: string, open: () => Promise<Store>) {
  describe(`a store in ${name}`, () => {
    let store: Store
    before(async () => {
      store = await open()
    })
    after(() => store.close())

    const save = (...deals: DealRecord[]) =>
      store.write(async (tables) => {
        for (const deal of deals) await tables.deals.insert(deal)
      })
    const list = (partnerId: string, more: object = {}, sort: DealSort = 'created_desc') =>
      all((paging) =>
        store.read.deals.list({ scope: { kind: 'partner', partnerId }, ...more }, sort, paging),
      )

    it('answers a check', () => store.check())

    describe('deals', () => {
      it('come back as they were written', async () => {
        const deal = aDeal({
          customer: { companyName: '<img onerror=x> \u202e\u{1f4a9} "\\' },
          custom: { n: 1.5, list: ['a', 'b'], money: { amount: '1.10', currency: 'EUR' } },
        })
        await save(deal)

        assert.deepEqual(await store.read.deals.get(deal.id), deal)
        assert.equal(await store.read.deals.get('nobody'), undefined)
      })

      it('are replaced whole', async () => {
        const { ownerUserId: _none, ...deal } = aDeal({ partnerId: 'one', stage: 'quote' })
        await save(deal)
        const { stage: _gone, ...rest } = deal
        const changed: DealRecord = { ...rest, name: 'Other', revision: 2, status: 'approved' }
        await store.write(({ deals }) => deals.update(changed))

        assert.deepEqual(await store.read.deals.get(deal.id), changed)
      })

      it('are not replaced where there is none, and nothing of them is left', async () => {
        const partnerId = unique('partner')
        const deal = aDeal({ partnerId })

        await assert.rejects(
          store.write(({ deals }) => deals.update(deal)),
          new RegExp(`no deal ${deal.id}`),
        )
        // Nor half of it, had the transaction gone on.
        await store.write(async ({ deals }) => {
          await deals.update(deal).catch(() => {})
        })
        assert.equal(await store.read.deals.get(deal.id), undefined)
        await save(deal)
        assert.equal((await list(partnerId)).length, 1)
      })

      it('are gone once removed', async () => {
        const partnerId = unique('partner')
        const deal = aDeal({ partnerId })
        await save(deal)
        await store.write(({ deals }) => deals.remove(deal))

        assert.equal(await store.read.deals.get(deal.id), undefined)
        assert.deepEqual(await list(partnerId), [])
      })

      it('are seen by every partner they name, and by nobody else', async () => {
        const [owner, distributor, stranger] = [unique('p'), unique('p'), unique('p')]
        const deal = aDeal({
          partners: [
            { partnerId: owner, role: 'owner' },
            { partnerId: distributor, role: 'distributor' },
          ],
        })
        await save(deal)
        const portfolio = (partnerIds: string[]) =>
          store.read.deals.list({ scope: { kind: 'portfolio', partnerIds } }, 'created_desc', {
            limit: 5,
          })

        assert.equal((await list(owner)).length, 1)
        assert.equal((await list(distributor)).length, 1)
        assert.deepEqual(await list(stranger), [])
        assert.equal((await portfolio([stranger, distributor])).items.length, 1)
        assert.deepEqual((await portfolio([stranger])).items, [])
        assert.deepEqual((await portfolio([])).items, [])
      })

      it('follow a change of the partners they name', async () => {
        const [owner, first, second] = [unique('p'), unique('p'), unique('p')]
        const links = (partnerId: string): DealRecord['partners'] => [
          { partnerId: owner, role: 'owner' },
          { partnerId, role: 'distributor' },
        ]
        const deal = aDeal({ partners: links(first) })
        await save(deal)
        await store.write(({ deals }) => deals.update({ ...deal, partners: links(second) }))

        assert.deepEqual(await list(first), [])
        assert.equal((await list(second)).length, 1)
        assert.equal((await list(owner)).length, 1)
      })

      it('are narrowed by every filter at once', async () => {
        const partnerId = unique('p')
        const protection = { startsAt: noon, extensionsUsed: 0, maxExtensions: 1 }
        const wanted = aDeal({
          ...{ partnerId, status: 'approved', stage: 'quote', ownerUserId: 'ada' },
          protection: { ...protection, expiresAt: later(noon, 1000) },
        })
        const others: Partial<DealRecord>[] = [
          { status: 'draft' },
          { stage: 'won' },
          { ownerUserId: 'eve' },
          { protection: { ...protection, expiresAt: later(noon, 9000) } },
          { name: 'Other', customer: { companyName: 'Other' } },
        ]
        await save(wanted, ...others.map((more) => ({ ...wanted, id: unique('deal'), ...more })))
        const filter = {
          ...{ status: ['approved', 'expired'], stage: ['quote'], ownerUserId: 'ada' },
          ...{ expiresBefore: later(noon, 5000), search: 'switches' },
          partnerId: [partnerId, 'else'],
        }

        assert.deepEqual(ids(await list(partnerId, filter)), [wanted.id])
        assert.deepEqual(
          ids(
            await all((paging) =>
              store.read.deals.list({ scope: { kind: 'all' }, ...filter }, 'name_asc', paging),
            ),
          ),
          [wanted.id],
        )
        assert.deepEqual(ids(await list('else', { ...filter })), [])
      })

      it('show a seller their own only', async () => {
        const partnerId = unique('p')
        const [own, other] = ['ada', 'eve'].map((ownerUserId) => aDeal({ partnerId, ownerUserId }))
        await save(own!, other!)
        const scope = { kind: 'partner' as const, partnerId, userId: 'ada' }
        const page = await store.read.deals.list({ scope }, 'created_desc', { limit: 9 })

        assert.deepEqual(ids(page.items), [own!.id])
      })

      it('are found by part of a name, whatever case and accents', async () => {
        const partnerId = unique('p')
        const deal = aDeal({
          ...{ partnerId, number: 'D-100%_7', name: 'Ångström Rollout' },
          customer: { companyName: 'Straße \\ Söhne' },
        })
        await save(deal)

        for (const search of ['angstrom', 'ROLL', 'strasse', 'd-100%_7', '\\ so', '  rollout '])
          assert.equal((await list(partnerId, { search })).length, 1, search)
        for (const search of ['d-1000', 'd-100%x', 'nothing', 'roll\0', '\ud800'])
          assert.equal(
            (await list(partnerId, { search })).length,
            search === 'roll\0' ? 1 : 0,
            search,
          )
      })

      it('come in the order asked for, those without a value last', async () => {
        const partnerId = unique('p')
        const protection = (ms: number) => ({
          protection: {
            ...{ startsAt: noon, extensionsUsed: 0, maxExtensions: 1 },
            expiresAt: later(noon, ms),
          },
        })
        const a = aDeal({ partnerId, id: unique('a'), name: 'Émile', ...protection(5) })
        const b = aDeal({
          ...{ partnerId, id: unique('b'), name: 'zoe', createdAt: later(noon, 1) },
          ...{ expectedCloseDate: '2026-05-01', ...protection(3) },
        })
        const c = aDeal({
          ...{ partnerId, id: unique('c'), name: 'Adam', updatedAt: later(noon, 9) },
          expectedCloseDate: '2026-04-01',
        })
        await save(a, b, c)
        const order = async (sort: DealSort) =>
          (await list(partnerId, {}, sort)).map(({ id }) => id[0]).join('')

        assert.equal(await order('created_desc'), 'bca')
        assert.equal(await order('created_asc'), 'acb')
        assert.equal(await order('updated_desc'), 'cba')
        assert.equal(await order('name_asc'), 'cab')
        assert.equal(await order('expires_asc'), 'bac')
        assert.equal(await order('close_asc'), 'cba')
      })

      it('are neither lost nor repeated over many pages of equal and near instants', async () => {
        const partnerId = unique('p')
        const deals = Array.from({ length: 300 }, (_, index) =>
          aDeal({ partnerId, name: 'Same', createdAt: later(noon, index % 7) }),
        )
        await save(...deals)
        const expected = ids(deals).toSorted()

        for (const sort of ['created_desc', 'created_asc', 'name_asc', 'expires_asc'] as const) {
          const found = ids(await list(partnerId, {}, sort))
          assert.deepEqual(found.toSorted(), expected, sort)
        }
      })

      it('refuse a cursor from elsewhere', async () => {
        const partnerId = unique('p')
        await save(aDeal({ partnerId }), aDeal({ partnerId }))
        const scope = { kind: 'partner' as const, partnerId }
        const { nextCursor } = await store.read.deals.list({ scope }, 'created_desc', { limit: 1 })
        const marks = [
          nextCursor!,
          'abc',
          '',
          'W10',
          Buffer.from('["name_asc"]').toString('base64url'),
        ]

        for (const cursor of marks)
          await assert.rejects(
            store.read.deals.list({ scope }, 'name_asc', { limit: 1, cursor }),
            { code: 'validation-failed' },
            cursor,
          )
      })

      it('are counted by status and stage, each ignoring its own selection', async () => {
        const partnerId = unique('p')
        const deal = (status: DealRecord['status'], stage?: string) =>
          aDeal({ partnerId, status, ...(stage !== undefined && { stage }) })
        await save(deal('draft'), deal('approved', 'quote'), deal('approved', 'won'))
        const scope = { kind: 'partner' as const, partnerId }
        const { total, facets } = await store.read.deals.count({
          ...{ scope, status: ['approved'], stage: ['quote'] },
        })

        assert.equal(total, 1)
        assert.deepEqual(facets.status, [{ value: 'approved', count: 1 }])
        assert.deepEqual(facets.stage, [
          { value: 'quote', count: 1 },
          { value: 'won', count: 1 },
        ])
      })

      it('block later ones for the same customer and product, the first submitted first', async () => {
        const customerKeys = [unique('domain:acme')]
        const deal = (fields: Partial<DealRecord>) => aDeal({ customerKeys, ...fields })
        const second = deal({ submittedAt: later(noon, 2) })
        const first = deal({ status: 'approved', submittedAt: noon })
        const everything = deal({ lines: [], submittedAt: later(noon, 3) })
        const elsewhere = deal({ lines: [{ productId: 'router', quantity: 1 }] })
        await save(second, first, everything, elsewhere)
        await save(deal({ status: 'draft' }), deal({ status: 'closed' }), aDeal())

        const blocking = await store.read.deals.blocking([...customerKeys, 'x'], ['switch', 'y'])
        assert.deepEqual(ids(blocking), ids([first, second, everything]))
        assert.equal((await store.read.deals.blocking(customerKeys, [])).length, 4)
        assert.deepEqual(await store.read.deals.blocking(['x'], ['switch']), [])
        assert.deepEqual(await store.read.deals.blocking([], ['switch']), [])
      })

      it('take customer keys of any length', async () => {
        const customerKeys = [unique('name:') + '\ufdfa'.repeat(4000)]
        await store.write(async ({ deals }) => {
          await deals.lockCustomers(customerKeys)
          await deals.lockCustomers([])
          await deals.insert(aDeal({ customerKeys }))
        })

        assert.equal((await store.read.deals.blocking(customerKeys, [])).length, 1)
      })

      it('are due when a deadline or a protection is over, unless an extension is pending', async () => {
        const now = '2001-01-01T00:00:00.000Z'
        const window = {
          ...{ startsAt: noon, expiresAt: later(now, -1), extensionsUsed: 0, maxExtensions: 1 },
        }
        const pending = { status: 'pending' as const, until: '2026-01-01', requestedAt: noon }
        const late = aDeal({ status: 'action_required', respondBy: later(now, -2) })
        const over = aDeal({ status: 'approved', protection: window })
        await save(late, over)
        await save(
          aDeal({ status: 'action_required', respondBy: now }),
          aDeal({ status: 'approved', protection: { ...window, expiresAt: now } }),
          aDeal({ status: 'approved', protection: { ...window, extension: pending } }),
          aDeal({ status: 'expired', protection: window }),
        )
        const due = (limit: number) => store.write(({ deals }) => deals.due(now, limit))

        assert.deepEqual(ids(await due(10)).toSorted(), ids([late, over]).toSorted())
        assert.equal((await due(1)).length, 1)
      })

      it('know the duplicates that wait for them', async () => {
        const first = aDeal()
        const waiting = aDeal({ status: 'duplicate', conflictDealIds: [first.id, 'x'] })
        await save(first, waiting, aDeal({ conflictDealIds: [first.id] }))

        assert.deepEqual(ids(await store.read.deals.waitingFor(first.id)), [waiting.id])
      })

      it('never get one number twice', async () => {
        const numbers = await Promise.all(
          Array.from({ length: 20 }, () => store.write(({ deals }) => deals.nextNumber())),
        )

        assert.equal(new Set(numbers).size, 20)
      })
    })

    describe('a transaction', () => {
      it('leaves nothing behind when its work fails', async () => {
        const deal = aDeal()
        const failure = new Error('no')
        const failed = store.write(async ({ deals, events }) => {
          await deals.insert(deal)
          await events.append(anEvent({ resourceId: deal.id }))
          throw failure
        })

        await assert.rejects(failed, failure)
        assert.equal(await store.read.deals.get(deal.id), undefined)
      })

      it('sees what it wrote before others do', async () => {
        const deal = aDeal()
        const seen = await store.write(async ({ deals }) => {
          await deals.insert(deal)
          return deals.lock(deal.id)
        })

        assert.deepEqual(seen, deal)
      })

      it('loses no change when many change one record', async () => {
        const deal = aDeal()
        await save(deal)
        const bump = () =>
          store.write(async ({ deals }) => {
            const current = await deals.lock(deal.id)
            await deals.update({ ...current!, revision: current!.revision + 1 })
          })
        await Promise.all(Array.from({ length: 12 }, bump))

        assert.equal((await store.read.deals.get(deal.id))?.revision, 13)
      })

      it('lets one of two that submit the same customer be first', async () => {
        const customerKeys = [unique('domain:race')]
        const submit = () =>
          store.write(async ({ deals }) => {
            await deals.lockCustomers(customerKeys)
            const before = await deals.blocking(customerKeys, [])
            await deals.insert(aDeal({ customerKeys }))
            return before.length
          })

        assert.deepEqual((await Promise.all([submit(), submit(), submit()])).toSorted(), [0, 1, 2])
      })
    })

    it('keeps comments and timeline in the order they were written, page by page', async () => {
      const dealId = unique('deal')
      const actor = { name: 'Ada', side: 'partner' as const }
      const made = (index: number) => ({
        ...{ id: `${String(index).padStart(3, '0')}${unique('x')}`, partnerId: 'one', dealId },
        at: later(noon, Math.floor(index / 10)),
      })
      await store.write(async ({ comments, timeline }) => {
        for (let index = 0; index < 40; index++) {
          const { at: createdAt, ...rest } = made(index)
          await comments.insert({ ...rest, text: String(index), author: actor, createdAt })
          const entry = { ...made(index), id: unique('entry'), actor }
          await timeline.append({ ...entry, type: String(index) })
        }
      })
      const comments = await all((paging) => store.read.comments.list(dealId, paging))
      const entries = await all((paging) => store.read.timeline.list(dealId, paging))
      const expected = Array.from({ length: 40 }, (_, index) => String(index))

      assert.deepEqual(
        comments.map(({ text }) => text),
        expected,
      )
      assert.deepEqual(
        entries.map(({ type }) => type),
        expected,
      )
      assert.equal((await store.read.comments.count([dealId, 'none'])).get(dealId), 40)
    })

    it('keeps files, and tells which of them no record uses', async () => {
      const old = '1999-01-01T00:00:00.000Z'
      const [unused, used, young] = [
        aFile({ createdAt: old }),
        aFile({ createdAt: old, usedBy: 'deal' }),
        aFile({ createdAt: later(old, 1000) }),
      ]
      await store.write(async ({ files }) => {
        for (const file of [unused!, used!, young!]) await files.insert(file)
      })
      const orphans = () => store.read.files.orphans(later(old, 1000), 10)

      assert.deepEqual(await orphans(), [unused])
      assert.deepEqual(ids(await store.read.files.many([used!.id, 'none'])), [used!.id])
      assert.deepEqual(await store.read.files.many([]), [])
      await store.write(({ files }) => files.update({ ...unused!, usedBy: 'deal' }))
      assert.deepEqual(await orphans(), [])
      await store.write(({ files }) => files.remove(unused!.id))
      assert.equal(await store.read.files.get(unused!.id), undefined)
    })

    it('gives a file to one of many who take it at once', async () => {
      const file = aFile()
      await store.write(({ files }) => files.insert(file))
      const take = (usedBy: string) =>
        store.write(async ({ files }) => {
          const [found] = await files.lock([file.id, 'none'])
          if (found?.usedBy !== undefined) return 0
          await files.update({ ...file, usedBy })
          return 1
        })
      const taken = await Promise.all(['a', 'b', 'c', 'd'].map(take))

      assert.deepEqual(taken.toSorted(), [0, 0, 0, 1])
      await assert.rejects(
        store.write(({ files }) => files.update(aFile({ id: 'none' }))),
        /no file none/,
      )
    })

    it('finds people by id, external id, e-mail and partner', async () => {
      const partnerId = unique('p')
      const people = ['Zoë', 'adam', 'Émile'].map((personName) =>
        aUser({
          name: personName,
          partnerIds: [partnerId, 'other'],
          externalIds: { crm: unique('x') },
        }),
      )
      const manager = aUser({ role: 'vendor_manager', partnerIds: [partnerId] })
      const left = aUser({ active: false, partnerIds: [partnerId] })
      const everyone = [...people, manager, left]
      await merge(store, 'users', everyone)
      const zoe = people[0]!

      assert.deepEqual(await store.read.users.get(zoe.id), zoe)
      assert.deepEqual(await store.read.users.byEmail(zoe.email.toUpperCase()), zoe)
      assert.deepEqual(await store.read.users.byExternalId(zoe.externalIds.crm!), zoe)
      assert.equal(await store.read.users.byExternalId('none'), undefined)
      const reused = aUser({ email: zoe.email, externalIds: zoe.externalIds, active: false })
      await merge(store, 'users', [reused])
      assert.deepEqual(await store.read.users.byEmail(zoe.email), zoe)
      const twin = aUser({ email: zoe.email.toUpperCase(), externalIds: zoe.externalIds })
      await merge(store, 'users', [twin])
      assert.equal(await store.read.users.byEmail(zoe.email), undefined)
      assert.equal(await store.read.users.byExternalId(zoe.externalIds.crm!), undefined)
      assert.equal((await store.read.users.many(ids(everyone))).length, 5)
      const colleagues = await all((paging) => store.read.users.ofPartner(partnerId, '', paging))
      assert.deepEqual(
        colleagues.map((user) => user.name),
        ['adam', 'Émile', 'Zoë'],
      )
      const found = await store.read.users.ofPartner(partnerId, 'EMI', { limit: 5 })
      assert.deepEqual(ids(found.items), [people[2]!.id])
    })

    it('lists active partners by name within what the caller sees', async () => {
      const mark = unique('Zz')
      const named = (text: string, more = {}) => aPartner({ name: `${mark} ${text}`, ...more })
      const [b, a, c] = [named('b'), named('Á'), named('c', { kind: 'distributor' })]
      await merge(store, 'partners', [b!, a!, c!, named('d', { active: false })])
      const names = async (filter: object) =>
        (
          await all((paging) =>
            store.read.partners.list({ scope: { kind: 'all' }, search: mark, ...filter }, paging),
          )
        ).map((partner) => partner.name.split(' ')[1])

      assert.deepEqual(await names({}), ['Á', 'b', 'c'])
      assert.deepEqual(await names({ kind: 'distributor' }), ['c'])
      assert.deepEqual(await names({ search: `${mark} a` }), ['Á'])
      const own = { kind: 'partner', partnerId: b!.id }
      assert.deepEqual(await names({ scope: own }), ['b'])
      assert.deepEqual(await names({ scope: own, alsoIds: [c!.id] }), ['b', 'c'])
      assert.deepEqual(await names({ scope: { kind: 'portfolio', partnerIds: [a!.id] } }), ['Á'])
      assert.deepEqual(await store.read.partners.get(a!.id), a)
      assert.equal((await store.read.partners.many([a!.id, b!.id, 'none'])).length, 2)
    })

    it('lists what can be registered by name', async () => {
      const mark = unique('Pp')
      const product = (text: string, more = {}) => ({
        ...{ id: unique('product'), externalIds: {}, sku: `${mark}-${text}`, name: text },
        ...{ listPrices: [], active: true, ...more },
      })
      const [b, a] = [product('beta'), product('Älpha')]
      await merge(store, 'products', [b, a, product('gone', { active: false })])
      const items = await all((paging) => store.read.products.list(mark, paging))

      assert.deepEqual(items, [a, b])
      assert.deepEqual(await store.read.products.many([b.id]), [b])
    })

    it('finds the vendor’s own customers', async () => {
      const key = unique('domain:')
      const account = {
        ...{ id: unique('account'), companyName: 'Acme', kind: 'named' as const },
        customerKeys: [key],
      }
      await merge(store, 'accounts', [account])

      assert.deepEqual(await store.read.accounts.matching([key, 'x']), [account])
      assert.deepEqual(await store.read.accounts.matching(['x']), [])
    })

    it('keeps the programme and its forms', async () => {
      await assert.rejects(store.read.programme.settings(), Error)
      const settings = { discovery: {}, softenAvailability: false }
      const form = { name: unique('form'), version: '1', forms: {} }
      await store.write(async ({ programme }) => {
        await programme.putSettings({ ...settings, softenAvailability: true })
        await programme.putSettings(settings)
        await programme.putForm({ ...form, version: '0' })
        await programme.putForm(form)
      })

      assert.deepEqual(await store.read.programme.settings(), settings)
      assert.deepEqual(await store.read.programme.form(form.name), form)
      assert.equal(await store.read.programme.form('none'), undefined)
    })

    it('ends, keeps and prunes sessions, and lists signing keys, the newest first', async () => {
      const session = (expiresAt: string) => ({
        ...{ id: unique('session'), userId: 'ada', readOnly: false, origins: ['null'], expiresAt },
      })
      const [kept, old] = [session(noon), session(later(noon, -1))]
      const keys = [1, 2].map((n) => ({
        id: unique('key'),
        secret: 'x',
        createdAt: later(noon, n),
      }))
      await store.write(async ({ sessions }) => {
        for (const one of [kept!, old!]) await sessions.insert(one)
        for (const key of keys) await sessions.addSigningKey(key)
        await sessions.end(kept!.id, noon)
        await sessions.end(kept!.id, later(noon, 5))
        await sessions.prune(noon)
      })

      assert.deepEqual(await store.read.sessions.get(kept!.id), { ...kept, endedAt: noon })
      assert.equal(await store.read.sessions.get(old!.id), undefined)
      assert.deepEqual(await store.read.sessions.signingKeys(), keys.toReversed())
    })

    describe('idempotency', () => {
      const answer = { status: 201, headers: { etag: '"1"' }, body: '{}' }
      const claim = (key: string, now = noon, fingerprint = 'f') =>
        store.write(({ idempotency }) => idempotency.claim(key, fingerprint, now, later(now, 1000)))

      it('answers a repeated request with what the first was told', async () => {
        const key = unique('key')
        const first = await claim(key)
        assert.ok(first.state === 'mine')

        assert.deepEqual(await claim(key), { state: 'running' })
        assert.deepEqual(await claim(key, noon, 'g'), { state: 'other-request' })
        assert.equal(
          await store.write(({ idempotency }) => idempotency.finish(key, first.claimId, answer)),
          true,
        )
        assert.deepEqual(await claim(key, later(noon, 9000)), { state: 'done', answer })
      })

      it('hands a claim over when its lease ran out, and the first can no longer finish', async () => {
        const key = unique('key')
        const first = await claim(key)
        const second = await claim(key, later(noon, 1000))
        assert.ok(first.state === 'mine' && second.state === 'mine')
        const finish = (claimId: string) =>
          store.write(({ idempotency }) => idempotency.finish(key, claimId, answer))

        assert.equal(await finish(first.claimId), false)
        assert.equal(await finish(second.claimId), true)
      })

      it('gives a key back, and forgets it in time', async () => {
        const key = unique('key')
        const first = await claim(key)
        assert.ok(first.state === 'mine')
        await store.write(({ idempotency }) => idempotency.release(key, first.claimId))
        const second = await claim(key)
        assert.ok(second.state === 'mine')
        await store.write(({ idempotency }) => idempotency.finish(key, second.claimId, answer))
        await store.write(({ idempotency }) => idempotency.release(key, second.claimId))
        assert.equal((await claim(key)).state, 'done')
        await store.write(({ idempotency }) => idempotency.prune(later(noon, 1)))

        assert.equal((await claim(key)).state, 'mine')
      })

      it('gives a key to one of many', async () => {
        const key = unique('key')
        const claims = await Promise.all(Array.from({ length: 8 }, () => claim(key)))

        assert.equal(claims.filter(({ state }) => state === 'mine').length, 1)
      })
    })

    describe('events', () => {
      it('are read in order from a place on', async () => {
        const start = await store.read.events.end()
        const events = Array.from({ length: 5 }, (_, revision) => anEvent({ revision }))
        events.push(anEvent({ ownerUserId: 'ada', formerOwnerUserId: 'sam' }))
        await store.write(async (tables) => {
          for (const event of events) await tables.events.append(event)
        })
        const first = await store.read.events.after(start, 3)
        const rest = await store.read.events.after(first?.next, 3)

        assert.deepEqual(
          [...first!.events, ...rest!.events].map(({ id: _id, ...event }) => event),
          events,
        )
        assert.deepEqual([first?.more, rest?.more], [true, false])
        assert.equal(rest?.next, await store.read.events.end())
        const none = await store.read.events.after(rest?.next, 3)
        assert.deepEqual(none, { events: [], next: rest?.next, more: false })
      })

      it('wake those who wait', async () => {
        const woken = new Promise<void>((resolve) => store.onEvents(resolve))
        await store.write(({ events }) => events.append(anEvent({ ownerUserId: 'ada' })))

        await woken
      })

      it('are not read from a place that is unknown or no longer kept', async () => {
        const place = await store.read.events.end()
        await store.write(async ({ events }) => {
          await events.append(anEvent())
          await events.append(anEvent())
        })
        const end = await store.read.events.end()
        await store.write(({ events }) => events.prune(later(noon, 1)))

        for (const unknown of [place, 'nonsense', '999999999-9', '1-1', "1' or '1"])
          assert.equal(await store.read.events.after(unknown, 5), undefined, unknown)
        assert.equal(await store.read.events.end(), end)
        assert.deepEqual(await store.read.events.after(end, 5), {
          events: [],
          next: end,
          more: false,
        })
        assert.equal((await store.read.events.after(undefined, 5))?.next, end)
      })
    })

    it('keeps lines of the audit trail until they are old enough', async () => {
      const line = { action: 'deals.create', resource: 'deal', resourceId: 'x', requestId: 'r' }
      await store.write(async ({ audit }) => {
        for (const at of ['2001-01-01T00:00:00.000Z', '2001-01-02T00:00:00.000Z', noon])
          await audit.append({ ...line, at })
      })
      const prune = (before: string) => store.write(({ audit }) => audit.prune(before))
      const undone = store.write(async ({ audit }) => {
        await audit.prune(noon)
        throw new Error('after all not')
      })

      await assert.rejects(undone, /after all not/)
      assert.equal(await prune('2001-01-01T00:00:00.000Z'), 0)
      assert.equal(await prune('2001-01-02T00:00:00.000Z'), 1)
      assert.equal(await prune('2001-01-02T00:00:00.000Z'), 0)
      assert.equal(await prune(noon), 1)
    })

    it('counts uses within a window', async () => {
      const bucket = unique('bucket')
      const hit = (at: string) => store.read.rateLimits.hit(bucket, 60, at)
      const hits = await Promise.all(Array.from({ length: 5 }, () => hit(noon)))

      assert.deepEqual(hits.map(({ used }) => used).toSorted(), [1, 2, 3, 4, 5])
      assert.ok(hits.every(({ resetAt }) => resetAt > noon && resetAt <= later(noon, 60_000)))
      assert.equal((await hit(later(noon, 60_000))).used, 1)
      await store.read.rateLimits.prune(later(noon, 999_000))
      assert.equal((await hit(later(noon, 60_001))).used, 1)
    })

    describe('content', () => {
      it('brings each row in once, and only what changed moves', async () => {
        const deals = Array.from({ length: 30 }, () => aDeal({ partnerId: 'content' }))
        const rows = deals.map((record) => ({ key: unique('row'), hash: 'a', record }))
        const run = (these: typeof rows) =>
          store.write(({ content }) => content.merge('deals', these, noon))
        const start = await store.read.events.end()

        assert.deepEqual(await run(rows), { added: 30, changed: 0, unchanged: 0 })
        assert.equal((await store.read.events.after(start, 100))?.events.length, 30)
        const before = await store.read.events.end()
        const again = rows.map((row) => ({ ...row, record: { ...row.record, id: unique('deal') } }))
        assert.deepEqual(await run(again), { added: 0, changed: 0, unchanged: 30 })
        assert.equal(await store.read.events.end(), before)

        const record = { ...again[7]!.record, name: 'Renamed' }
        const changed = again.map((row, index) =>
          index === 7 ? { ...row, hash: 'b', record } : row,
        )
        assert.deepEqual(await run(changed), { added: 0, changed: 1, unchanged: 29 })
        const told = await store.read.events.after(before, 5)
        assert.deepEqual(
          told?.events.map(({ resourceId, revision }) => ({ resourceId, revision })),
          [{ resourceId: deals[7]!.id, revision: 2 }],
        )
        assert.deepEqual(await store.read.deals.get(deals[7]!.id), {
          ...deals[7],
          name: 'Renamed',
          revision: 2,
        })
        const kept = await store.read.content.ids('deals', [rows[7]!.key, 'none'])
        assert.deepEqual(kept, new Map([[rows[7]!.key, deals[7]!.id]]))
      })

      it('keeps what the portal did to a deal since the file was read', async () => {
        const { stage: _none, ...deal } = aDeal({ nextStep: 'Call' })
        const row = { key: unique('row'), hash: 'a', record: deal }
        const run = (record: DealRecord, hash: string) =>
          store.write(({ content }) => content.merge('deals', [{ ...row, hash, record }], noon))
        await run(deal, 'a')
        await store.write(({ deals }) =>
          deals.update({
            ...deal,
            status: 'approved',
            stage: 'quote',
            fileIds: ['f'],
            revision: 5,
          }),
        )
        const { nextStep: _gone, ...rest } = deal
        await run({ ...rest, name: 'Renamed' }, 'b')

        assert.deepEqual(await store.read.deals.get(deal.id), {
          ...rest,
          ...{ name: 'Renamed', status: 'approved', stage: 'quote', fileIds: ['f'], revision: 6 },
        })
      })

      it('tells everyone from whom a changed row takes a deal', async () => {
        const [from, to] = [unique('partner'), unique('partner')]
        const deal = aDeal({ partnerId: from, ownerUserId: 'sam' })
        const row = { key: unique('row'), hash: 'a', record: deal }
        await store.write(({ content }) => content.merge('deals', [row], noon))
        const place = await store.read.events.end()
        const moved = { ...deal, partners: [{ partnerId: to, role: 'owner' as const }] }
        const changed = { ...row, hash: 'b', record: { ...moved, ownerUserId: 'sol' } }
        await store.write(({ content }) => content.merge('deals', [changed], noon))
        const { events } = (await store.read.events.after(place, 10))!

        assert.equal(events.length, 1)
        assert.deepEqual(events[0]?.partnerIds.toSorted(), [from, to].toSorted())
        assert.deepEqual([events[0]?.ownerUserId, events[0]?.formerOwnerUserId], ['sol', 'sam'])
      })

      it('brings in what belongs to a deal, changes it in its place, and tells of it once', async () => {
        const deal = aDeal()
        await save(deal)
        const actor = { name: 'Ada', side: 'partner' as const }
        const base = { dealId: deal.id, actor, at: noon, type: 'deal.approved' }
        const entry = (id: string, code: string) => ({ ...base, id, reason: { code } })
        const comment = (text: string) => {
          const id = `comment_${deal.id}`
          return { ...{ id, dealId: deal.id, author: actor, text }, createdAt: noon }
        }
        const [one, two] = [unique('entry'), unique('entry')]
        const run = (suffix: string, first: string, second: string) =>
          store.write(async ({ content }) => [
            await content.merge(
              'timeline',
              [
                { key: `${deal.id} 1`, hash: first, record: entry(one + suffix, first) },
                { key: `${deal.id} 2`, hash: second, record: entry(two + suffix, second) },
              ],
              noon,
            ),
            await content.merge(
              'comments',
              [{ key: deal.id, hash: first, record: comment(first) }],
              noon,
            ),
          ])
        const gone = { key: unique('row'), hash: 'a', record: { ...comment('x'), dealId: 'gone' } }
        await run('', 'a', 'b')
        const place = await store.read.events.end()
        const sums = await run('_again', 'c', 'b')
        const left = await store.write(({ content }) => content.merge('comments', [gone], noon))
        const { events } = (await store.read.events.after(place, 10))!
        const entries = (await store.read.timeline.list(deal.id, { limit: 10 })).items

        assert.deepEqual(sums, [
          { added: 0, changed: 1, unchanged: 1 },
          { added: 0, changed: 1, unchanged: 0 },
        ])
        assert.deepEqual(left, { added: 0, changed: 0, unchanged: 1 })
        assert.deepEqual(
          entries.map(({ id, partnerId, reason }) => [id, partnerId, reason?.code]),
          [
            [one, deal.partners[0]?.partnerId, 'c'],
            [two, deal.partners[0]?.partnerId, 'b'],
          ],
        )
        const { items: talk } = await store.read.comments.list(deal.id, { limit: 10 })
        assert.deepEqual(
          talk.map(({ text }) => text),
          ['c'],
        )
        assert.deepEqual(
          events.map(({ type, resourceId }) => [type, resourceId]),
          [
            ['deal.updated', deal.id],
            ['deal.commented', deal.id],
          ],
        )
      })

      it('replaces people, partners and products, who keep their ids', async () => {
        const partner = aPartner()
        const row = { key: unique('row'), hash: 'a', record: partner }
        const run = (hash: string, partnerName: string) =>
          store.write(({ content }) =>
            content.merge(
              'partners',
              [{ ...row, hash, record: { ...partner, id: unique('partner'), name: partnerName } }],
              noon,
            ),
          )
        await store.write(({ content }) => content.merge('partners', [row], noon))
        await run('b', 'Südlicht')

        assert.equal((await store.read.partners.get(partner.id))?.name, 'Südlicht')
      })
    })
  })
}

function ids(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id)
}

/** Every record of a list, seven at a time. */
async function all<Item>(read: (paging: Paging) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | undefined; ;) {
    const page = await read({ limit: 7, ...(cursor !== undefined && { cursor }) })
    items.push(...page.items)
    if (page.nextCursor === undefined) return items
    assert.ok(page.nextCursor.length <= 500 && page.items.length === 7)
    cursor = page.nextCursor
  }
}

type Kind = 'users' | 'partners' | 'products' | 'accounts'

async function merge<Record extends { id: string }>(store: Store, kind: Kind, records: Record[]) {
  const rows = records.map((record) => ({ key: record.id, hash: 'a', record }))
  await store.write(({ content }) => content.merge(kind, rows as never, noon))
}
