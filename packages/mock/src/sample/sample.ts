import type {
  AccountRecord,
  AnnouncementRecord,
  CommentRecord,
  DealRecord,
  FileRecord,
  FileStore,
  FormRecord,
  PartnerRecord,
  ProductRecord,
  SampleArticle,
  SampleAsset,
  SampleTraining,
  SectionRecord,
  SettingsRecord,
  Store,
  TimelineRecord,
  UserRecord,
} from '@prmkit/server'
import { customerKeys, seedArticles, seedAssets, seedTraining } from '@prmkit/server'
import { announcementsAt } from './announcements.ts'
import { articlesAt } from './articles.ts'
import { assetsAt } from './assets.ts'
import { agreed, boardsAt, fillBoards, trainingAt, type BoardSample } from './boards.ts'
import { dealsAt } from './deals.ts'
import { form } from './form.ts'
import { commentsOf, filesOf, survey, timelineOf } from './journal.ts'
import { partners, users } from './people.ts'
import { products } from './products.ts'
import { settings } from './programme.ts'
import { trainingSampleAt } from './training.ts'

/** Everything a mock starts with. */
export interface Sample extends BoardSample {
  partners: PartnerRecord[]
  users: UserRecord[]
  products: ProductRecord[]
  accounts: AccountRecord[]
  announcements: AnnouncementRecord[]
  sections: SectionRecord[]
  articles: SampleArticle[]
  folders: SectionRecord[]
  assets: SampleAsset[]
  training: SampleTraining
  settings: SettingsRecord
  form: FormRecord
  deals: DealRecord[]
  comments: CommentRecord[]
  timeline: TimelineRecord[]
  files: FileRecord[]
}

/** The made-up vendor Quellmark with its partners, and what they have registered. */
export function sampleAt(now: number): Sample {
  const companyName = 'Hamburgische Wasserwerke Elbe AöR'
  const keys = customerKeys({ companyName, website: 'https://www.hww-elbe.example', country: 'DE' })
  return {
    ...{ partners, users, products, settings, form },
    accounts: [{ id: 'hww', companyName, kind: 'house', customerKeys: keys }],
    announcements: announcementsAt(now),
    ...articlesAt(now),
    ...assetsAt(now),
    ...{ boards: boardsAt(now), points: trainingAt(now), agreed },
    training: trainingSampleAt(now),
    now: new Date(now).toISOString(),
    ...withDeals(dealsAt(now)),
  }
}

/** Registrations with what was said about them and what happened to them. */
export function withDeals(
  deals: DealRecord[],
): Pick<Sample, 'deals' | 'comments' | 'timeline' | 'files'> {
  return {
    ...{ deals, comments: commentsOf(deals), files: filesOf(deals) },
    timeline: deals.flatMap(timelineOf),
  }
}

/** Puts a sample into an empty store. */
export async function fill(store: Store, fileStore: FileStore, sample: Sample) {
  await store.write(async (tables) => {
    const { programme, comments, timeline, files } = tables
    await programme.putSettings(sample.settings)
    await programme.putForm(sample.form)
    await tables.partners.put(sample.partners)
    await tables.users.put(sample.users)
    await tables.products.put(sample.products)
    await tables.accounts.put(sample.accounts)
    await tables.announcements.put(sample.announcements)
    await tables.deals.insert(...sample.deals)
    await fillBoards(tables, sample)
    await seedTraining(tables, sample.training)
    for (const comment of sample.comments) await comments.insert(comment)
    for (const entry of sample.timeline) await timeline.append(entry)
    for (const file of sample.files) {
      await files.insert(file)
      if (file.usedBy) await files.use(file.usedBy.id, [file.id])
    }
  })
  await seedArticles(store, sample.sections, sample.articles)
  await seedAssets(store, fileStore, sample.folders, sample.assets)
  for (const { id } of sample.files)
    await fileStore.put(id, new Blob([survey]).stream() as ReadableStream<Uint8Array>)
}
