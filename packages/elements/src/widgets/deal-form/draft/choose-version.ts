import type { Deal } from '@prmkit/contract'
import { rebase, valuesOf } from '../../../forms/form-changes.ts'
import type { Registration } from '../registration.ts'
import { again } from '../steps/refill.ts'
import { contentOf, take } from './draft-content.ts'

/** Deletes the draft; `restore` brings it back. */
export function discard(registration: Registration): void {
  const discarded = contentOf(registration)
  registration.keeper?.remove().catch(() => {})
  again(registration)
  registration.discarded = discarded
}

/** Brings back the draft that was deleted. */
export function restore(registration: Registration): void {
  const { discarded, owner } = registration
  if (!discarded) return
  take(registration, discarded)
  registration.discarded = undefined
  owner.save()
  owner.changed()
  owner.focusOn('heading')
}

/** Takes the content of another tab as long as nobody entered anything here. */
export function follow(registration: Registration): void {
  const { keeper, touched } = registration
  const content = !touched && keeper?.rival?.draft && keeper.takeTheirs()
  if (content) take(registration, content)
}

/** Continues with the version of this page, or with the one that was changed elsewhere. */
export function choose(registration: Registration, mine: boolean): void {
  const { keeper, fresher, owner } = registration
  const theirs = keeper?.rival?.draft?.content
  if (fresher) takeFresher(registration, fresher, mine)
  if (keeper?.rival && mine) {
    // Their request may have arrived: under its key this one cannot become a second one.
    registration.open = theirs ? (theirs.sending ?? registration.open) : undefined
    registration.submission = undefined
    void keeper.keepMine(contentOf(registration))
  } else if (keeper?.rival) {
    const content = keeper.takeTheirs()
    registration.touched = false
    if (content) take(registration, content)
    else again(registration)
  } else owner.save()
  owner.changed()
  owner.focusOn('heading')
}

function takeFresher(registration: Registration, fresher: Deal, mine: boolean): void {
  const { filled, setup } = registration
  const { form } = setup
  const values = mine
    ? rebase(form, filled.values, filled.record ?? fresher, fresher)
    : valuesOf(form, fresher)
  registration.filled = registration.fill(values, fresher)
  registration.fresher = registration.submission = undefined
  registration.step = 'form'
}
