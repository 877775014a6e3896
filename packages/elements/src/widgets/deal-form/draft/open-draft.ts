import { DraftKeeper } from '../../../drafts/draft-keeper.ts'
import { draftScope } from '../../../drafts/draft-scope.ts'
import type { DealDraft, Keeper } from './deal-draft.ts'
import { follow } from './choose-version.ts'
import { contentOf, take } from './draft-content.ts'
import type { Registration } from '../registration.ts'
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
  const draft = await keeper.open()
  registration.keeper = keeper
  if (!draft) return keeper.listen?.()
  // Somebody typed before the draft was read: the reader chooses between the two.
  if (registration.touched) keeper.meet(draft)
  else {
    take(registration, draft.content)
    const { deal } = setup
    if (deal && draft.content.revision !== deal.revision) registration.fresher = deal
    else registration.restored = { at: draft.savedAt, version: draft.version }
  }
  keeper.listen?.()
  owner.changed()
}

function keeperFor(registration: Registration): Keeper {
  const { setup, owner } = registration
  const { client, form, me, deal, storage } = setup
  if (storage === 'server' && (!deal || deal.status === 'draft')) {
    return new ServerKeeper(setup, owner)
  }
  const keeper: DraftKeeper<DealDraft> = new DraftKeeper<DealDraft>({
    // A draft without a user would be shown to the next one.
    storage: !me ? 'memory' : storage === 'tab' || storage === 'server' ? 'tab' : 'device',
    scope: draftScope(client, me, 'deal-form', form.name, deal?.id ?? 'new'),
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
