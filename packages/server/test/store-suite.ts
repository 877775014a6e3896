import { after, before, describe, it } from 'node:test'
import type { Store } from '../src/store/store.ts'
import { announcementsSuite } from './store-suite/announcements.ts'
import { articlesSuite } from './store-suite/articles.ts'
import { assetsSuite } from './store-suite/assets.ts'
import { boardNamesSuite } from './store-suite/board-names.ts'
import { boardsSuite } from './store-suite/boards.ts'
import { certificationSuite } from './store-suite/certification.ts'
import { contentSuite } from './store-suite/content.ts'
import { dealListsSuite } from './store-suite/deal-lists.ts'
import { dealsSuite } from './store-suite/deals.ts'
import { eventsSuite } from './store-suite/events.ts'
import { filesSuite } from './store-suite/files.ts'
import { idempotencySuite } from './store-suite/idempotency.ts'
import { launchesSuite } from './store-suite/launches.ts'
import { peopleSuite } from './store-suite/people.ts'
import { pointsSuite } from './store-suite/points.ts'
import { productsSuite } from './store-suite/products.ts'
import { programmeSuite } from './store-suite/programme.ts'
import { recountsSuite } from './store-suite/recounts.ts'
import { recordsSuite } from './store-suite/records.ts'
import { sessionsSuite } from './store-suite/sessions.ts'
import { smallSuite } from './store-suite/small.ts'
import { commentsSuite } from './store-suite/comments.ts'
import { textFiltersSuite } from './store-suite/text-filters.ts'
import { textsSuite } from './store-suite/texts.ts'
import { tiersSuite } from './store-suite/tiers.ts'
import { trainingSuite } from './store-suite/training.ts'
import { transactionsSuite } from './store-suite/transactions.ts'
import { workSuite } from './store-suite/work.ts'
import { withParents } from './with-parents.ts'

const suites = [
  dealsSuite,
  dealListsSuite,
  transactionsSuite,
  recordsSuite,
  commentsSuite,
  filesSuite,
  peopleSuite,
  productsSuite,
  programmeSuite,
  sessionsSuite,
  idempotencySuite,
  eventsSuite,
  smallSuite,
  contentSuite,
  announcementsSuite,
  articlesSuite,
  assetsSuite,
  boardsSuite,
  recountsSuite,
  pointsSuite,
  boardNamesSuite,
  tiersSuite,
  textsSuite,
  textFiltersSuite,
  trainingSuite,
  certificationSuite,
  launchesSuite,
  workSuite,
]

/** The duties of every store, whatever it keeps its records in. */
export function storeSuite(name: string, open: () => Promise<Store>) {
  describe(`a store in ${name}`, () => {
    let store: Store
    before(async () => {
      store = withParents(await open())
    })
    after(() => store.close())

    it('answers a check', () => store.check())

    for (const suite of suites) suite(() => store)
  })
}
