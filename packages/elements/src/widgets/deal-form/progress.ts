import type { Deal, Discovery, Form } from '@prmkit/contract'
import { rebase, refill, valuesOf } from '../../forms/form-changes.ts'
import type { DealDraft } from './draft/deal-draft.ts'
import { errorsOf } from '../../forms/form-errors.ts'
import type { FieldLists } from '../../forms/field-lists.ts'
import type { Registration } from './registration.ts'
import { Submission } from './send/submission.ts'
import { defaultsOf, fill, type Values } from '../../forms/form-values.ts'

/** What is kept of a registration. */
export const contentOf = ({ filled, step, open, setup }: Registration): DealDraft => ({
  values: filled.values,
  step: step === 'sent' ? 'form' : step,
  sending: open,
  revision: filled.deal?.revision,
  ...used(setup.lists, filled.values),
})

/** The names and files that stand somewhere in these values. */
function used({ names, files }: FieldLists, values: Values) {
  const text = JSON.stringify(values)
  const stands = (id: string) => text.includes(JSON.stringify(id))
  return {
    names: [...names].filter(([, { value }]) => stands(value)),
    files: [...files.values()].filter(({ id }) => stands(id)),
  }
}

/** Takes over a draft. */
export function take(registration: Registration, content: DealDraft): void {
  const { lists } = registration.setup
  for (const [key, choice] of content.names ?? []) lists.names.set(key, choice)
  for (const file of content.files ?? []) lists.files.set(file.id, file)
  registration.filled = registration.fill(content.values, registration.filled.deal)
  registration.step = content.sending ? 'review' : content.step
  registration.open = content.sending
  registration.submission = undefined
  registration.check = {}
}

/** Shows the form in another language, or another version of it with what still fits. */
export function relabel(registration: Registration, form: Form, discovery: Discovery): void {
  const { filled, setup, keeper } = registration
  const { version } = setup.form
  registration.setup = { ...setup, form, discovery }
  let { values } = filled
  if (form.version !== version) {
    registration.restored = { at: keeper?.savedAt ?? Date.now(), version }
    values = fill(form, defaultsOf(form), values)
  }
  const { tried } = filled
  registration.filled = Object.assign(registration.fill(values, filled.deal), { tried })
}

/** Takes other values of the page. */
export function prefill(registration: Registration, values: unknown): void {
  const { setup, filled } = registration
  refill(setup.form, filled.values, setup.prefill, values)
  registration.setup = { ...setup, prefill: values }
  registration.owner.changed()
}

/** Tells whether everything is right; shows what is not. */
function isComplete({ filled, owner }: Registration): boolean {
  filled.tried = true
  if (!errorsOf(filled).length) return true
  owner.changed()
  owner.focusOn('summary')
  return false
}

/** Goes on to the review, or to what is wrong. */
export function review(registration: Registration): void {
  if (isComplete(registration)) registration.go('review')
  else registration.step = 'form'
}

/** Sends it, once. */
export async function submit(registration: Registration): Promise<void> {
  const { owner, keeper, fresher } = registration
  if (!isComplete(registration)) registration.step = 'form'
  else if (keeper?.rival || fresher) owner.focusOn('rival')
  else await (registration.submission ??= new Submission(registration)).run()
}

/** Begins the next registration. */
export function again(registration: Registration): void {
  registration.filled = registration.fill(registration.setup.begun)
  registration.open = registration.submission = registration.restored = undefined
  registration.check = {}
  registration.touched = false
  registration.go(registration.firstStep)
}

/** Throws the draft away; `restore` brings it back. */
export function discard(registration: Registration): void {
  const discarded = contentOf(registration)
  registration.keeper?.remove().catch(() => {})
  again(registration)
  registration.discarded = discarded
}

/** Brings back what was thrown away. */
export function restore(registration: Registration): void {
  const { discarded, owner } = registration
  if (!discarded) return
  take(registration, discarded)
  registration.discarded = undefined
  owner.save()
  owner.changed()
  owner.focusOn('heading')
}

/** Looks how the registration is at the backend now; true where that could be learnt. */
export async function refresh(registration: Registration): Promise<boolean> {
  const { filled, setup } = registration
  const id = filled.deal?.id
  if (!id) return false
  const deal = await setup.client.deals.get({ params: { id } }).catch(() => undefined)
  registration.fresher = deal
  return deal !== undefined
}

/** Follows another tab as long as nobody entered anything here. */
export function follow(registration: Registration): void {
  const { keeper, touched } = registration
  const content = !touched && keeper?.rival?.draft && keeper.takeTheirs()
  if (content) take(registration, content)
}

/** Chooses between what is here and what somebody else made of it. */
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
    ? rebase(form, filled.values, filled.deal ?? fresher, fresher)
    : valuesOf(form, fresher)
  registration.filled = registration.fill(values, fresher)
  registration.fresher = registration.submission = undefined
  registration.step = 'form'
}
