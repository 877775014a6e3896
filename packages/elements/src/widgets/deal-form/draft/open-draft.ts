import { DraftKeeper } from '../../../drafts/draft-keeper.ts'
import { shelves, type Draft } from '../../../drafts/draft-shelves.ts'
import { firstStamp } from '../../../drafts/first-keys.ts'
import type { DealDraft, Keeper } from './deal-draft.ts'
import { follow } from './choose-version.ts'
import { contentOf, take } from './draft-content.ts'
import { scopeOf, type Registration } from '../registration.ts'
import { ServerKeeper } from './server-keeper.ts'

const opening = new WeakMap<Registration, Promise<void>>()

/** Opens the place where the draft is kept, once, and continues with the draft that it holds. */
export function openDraft(registration: Registration): Promise<void> {
  const begun = opening.get(registration) ?? open(registration)
  opening.set(registration, begun)
  // A backend that keeps drafts may fail; the next key asks again.
  begun.catch(() => opening.delete(registration))
  return begun
}

async function open(registration: Registration): Promise<void> {
  const { setup, owner } = registration
  const keeper = keeperFor(registration)
  const kept = await keeper.open()
  const first = keeper.kind === 'tab' ? kept : await firstKeys(registration)
  const draft = first && first.savedAt >= (kept?.savedAt ?? 0) ? first : kept
  registration.keeper = keeper
  if (!draft) return keeper.listen?.()
  const isFirst = draft.stamp === firstStamp
  if (!registration.touched) {
    take(registration, draft.content)
    const { deal } = setup
    if (deal && draft.content.revision !== deal.revision) registration.fresher = deal
    else registration.restored = { at: draft.savedAt, version: draft.version }
  }
  // Somebody typed without having seen what is kept: the reader chooses between the two.
  if (kept && (isFirst ? kept !== draft : registration.touched)) {
    registration.touched = true
    keeper.meet(kept)
  } else if (isFirst) keeper.flush(contentOf(registration)).catch(() => {})
  keeper.listen?.()
  owner.changed()
}

/** Takes the keys that were kept before this code had come. */
async function firstKeys(registration: Registration): Promise<Draft<DealDraft> | undefined> {
  try {
    const scope = scopeOf(registration)
    const draft = await shelves.tab.read(scope)
    if (draft?.stamp !== firstStamp) return undefined
    await shelves.tab.exchange(scope, firstStamp, undefined)
    return draft as Draft<DealDraft>
  } catch {
    // A page without storage has none.
    return undefined
  }
}

function keeperFor(registration: Registration): Keeper {
  const { setup, owner } = registration
  const { client, me, deal, storage } = setup
  if (storage === 'server' && (!deal || deal.status === 'draft')) {
    return new ServerKeeper(setup, owner)
  }
  const keeper: DraftKeeper<DealDraft> = new DraftKeeper<DealDraft>({
    // A draft without a user would be shown to the next one.
    storage: !me ? 'memory' : storage === 'tab' || storage === 'server' ? 'tab' : 'device',
    scope: scopeOf(registration),
    now: () => client.serverTime(),
    version: () => registration.setup.form.version,
    onChange: () => {
      follow(registration)
      owner.changed()
    },
    onSave: (savedAt) => owner.kept(keeper.kind, savedAt),
    onForget: () => owner.forgotten(),
  })
  return keeper
}

/** Keeps the draft a moment later. */
export const save = (registration: Registration): void =>
  registration.keeper?.save(contentOf(registration))

/** True while closing the page would lose something. */
export const isUnsaved = ({ keeper, submission, touched, step }: Registration): boolean =>
  touched &&
  step !== 'sent' &&
  (!keeper ||
    keeper.dirty ||
    keeper.kind === 'memory' ||
    keeper.rival !== undefined ||
    submission?.sending === true)
