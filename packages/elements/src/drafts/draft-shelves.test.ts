import { expect } from '@open-wc/testing'
import { shelves } from './draft-shelves.ts'
import { forgetDrafts } from './forget.ts'

describe('The shelf of the device', () => {
  const { transaction } = IDBDatabase.prototype
  let scope: Parameters<typeof shelves.device.read>[0]
  let count = 0
  const draft = (content: string) => ({ version: '', stamp: content, savedAt: 1, content })

  /** Lets the connection die within the next transaction, as where the browser's storage process ends. */
  const loseNext = () => {
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...wanted) {
      IDBDatabase.prototype.transaction = transaction
      const lost = transaction.apply(this, wanted)
      queueMicrotask(() => {
        lost.abort()
        this.close()
      })
      return lost
    }
  }

  beforeEach(() => {
    const baseUrl = `https://shelf-${Date.now()}-${++count}.test`
    scope = { baseUrl, userId: 'ada', partnerId: 'north', name: 'message' }
  })
  afterEach(() => {
    IDBDatabase.prototype.transaction = transaction
  })

  it('keeps and finds a draft although its connection dies meanwhile', async () => {
    loseNext()
    await shelves.device.exchange(scope, undefined, draft('first'))
    loseNext()
    expect((await shelves.device.read(scope))?.content).to.equal('first')
    loseNext()
    await shelves.device.exchange(scope, 'first', draft('second'))

    expect((await shelves.device.read(scope))?.content).to.equal('second')
  })

  it('leaves no draft after log-out although its connection dies meanwhile', async () => {
    await shelves.device.exchange(scope, undefined, draft('secret'))
    loseNext()

    expect(await forgetDrafts(scope.baseUrl, 'ada')).to.equal(true)

    expect(await shelves.device.read(scope)).to.equal(undefined)
  })
})
