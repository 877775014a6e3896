import { expect } from '@open-wc/testing'
import type { Form } from '@prmkit/contract'
import { html, render } from 'lit'
import { eventually } from '../../test/eventually.ts'
import { translator } from '../base/localize.ts'
import { DraftKeeper } from '../drafts/draft-keeper.ts'
import { messages as field } from '../locales/field/en.ts'
import { messages as fieldLater } from '../locales/field-later/en.ts'
import type { FieldContext } from '../primitives/field/context.ts'
import { errorSummary } from './error-summary.ts'
import type { FieldLists } from './field-lists.ts'
import { FilledForm } from './filled-form.ts'
import { bodyOf, patchOf, rebase, valuesOf } from './form-changes.ts'
import { errorsAt, errorsOf, refuse } from './form-errors.ts'
import type { FormRecord } from './form-record.ts'
import { formReview } from './form-review.ts'
import { formSections } from './form-sections.ts'
import { startOf, type Values } from './form-values.ts'
import { RecordSender } from './record-sender.ts'

interface Feedback extends FormRecord {
  readonly rating?: string
  readonly comment?: string
}

const definition: Form = {
  name: 'feedback',
  version: '3',
  language: 'en',
  title: 'Tell us',
  sections: [
    {
      name: 'opinion',
      title: 'Your opinion',
      fields: [
        {
          pointer: '/rating',
          type: 'choice',
          label: 'Rating',
          required: true,
          options: [
            { value: 'good', label: 'Good' },
            { value: 'poor', label: 'Poor' },
          ],
        },
        { pointer: '/comment', type: 'text', label: 'Comment', required: true, maxLength: 20 },
        {
          pointer: '/contact/email',
          type: 'email',
          label: 'E-mail',
          visibleWhen: { field: '/rating', equals: 'poor' },
        },
      ],
    },
  ],
}

const stored: Feedback = {
  id: 'f1',
  revision: 4,
  status: 'action_required',
  allowedActions: ['resubmit'],
  editableFields: ['/comment'],
  rating: 'good',
  comment: 'Fine',
}

const texts = { ...field, ...fieldLater }
const context: FieldContext = {
  t: translator((key) => texts[key as keyof typeof texts], 'en'),
  locale: 'en',
  today: '2026-11-21',
}
const t = translator<typeof fieldLater>((key) => fieldLater[key as keyof typeof fieldLater], 'en')
const lists = { names: new Map(), files: new Map() } as unknown as FieldLists

const fill = (values: Values, record?: Feedback) =>
  new FilledForm<Feedback>(definition, values, context.today, record)

/** The operations of a resource whose first answer to each is lost. */
function operations() {
  const requests: { key: string; body: unknown; ifMatch: number }[] = []
  const answers = new Map<string, Feedback>()
  let now = stored
  const change = async (
    {
      idempotencyKey: key,
      body,
      ifMatch,
    }: { idempotencyKey: string; body: unknown; ifMatch: number },
    next: () => Feedback,
  ) => {
    requests.push({ key, body, ifMatch })
    const known = answers.get(key)
    if (known) return known
    now = next()
    answers.set(key, now)
    throw new TypeError('Failed to fetch')
  }
  const revise = (more: Partial<Feedback>) => ({ ...now, ...more, revision: now.revision + 1 })
  return {
    requests,
    get now() {
      return now
    },
    update: (request: Parameters<typeof change>[0]) =>
      change(request, () => revise(request.body as Partial<Feedback>)),
    act: (request: Parameters<typeof change>[0]) =>
      change(request, () => revise({ status: 'submitted', allowedActions: [] })),
  }
}

describe('a form of another name', () => {
  let root: HTMLElement

  beforeEach(() => {
    root = document.body.appendChild(document.createElement('div'))
  })

  afterEach(() => root.remove())

  it('begins with the values of the page and sends those of its fields', () => {
    const filled = fill(startOf(definition, { rating: 'poor', other: 1 }, undefined))
    filled.set('/contact/email', 'ada@example.com')
    filled.set('/comment', 'Slow')

    expect(bodyOf(definition, filled.values, { kind: 'question' })).to.deep.equal({
      kind: 'question',
      formVersion: '3',
      rating: 'poor',
      comment: 'Slow',
      contact: { email: 'ada@example.com' },
    })
    filled.set('/rating', 'good')
    expect(bodyOf(definition, filled.values)).not.to.have.property('contact')
  })

  it('lists its errors in order, and shows each once its field was left', () => {
    const filled = fill({ comment: 'Far more than twenty characters' })
    const errors = errorsOf(filled)
    const [rating, comment] = definition.sections[0]!.fields

    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).to.deep.equal([
      '/rating required',
      '/comment too-long',
    ])
    filled.left.add('/comment')
    expect(errorsAt(filled, rating!, errors)).to.deep.equal([])
    expect(errorsAt(filled, comment!, errors).length).to.equal(1)
  })

  it('drops a refusal of the backend with the next input in its field', () => {
    const filled = fill({ rating: 'good', comment: 'Rude' })
    refuse(filled, [{ pointer: '/comment', code: 'invalid-format', detail: 'Be kind.' }])
    expect(errorsOf(filled).map(({ detail }) => detail)).to.deep.equal(['Be kind.'])

    filled.set('/comment', 'Kind')

    expect(errorsOf(filled)).to.deep.equal([])
  })

  it('changes the fields of its record that may be changed, on top of others’ changes', () => {
    const values = { ...valuesOf(definition, stored), rating: 'poor', comment: 'Better now' }

    expect(patchOf(definition, values, stored)).to.deep.equal({ comment: 'Better now' })
    const theirs = { ...stored, rating: 'poor', revision: 5 }
    const mine = { ...valuesOf(definition, stored), comment: 'Mine' }
    expect(rebase(definition, mine, stored, theirs)).to.deep.equal({
      rating: 'poor',
      comment: 'Mine',
    })
  })

  it('sends changes and action once each, although every first answer is lost', async () => {
    const resource = operations()
    const sender = new RecordSender<Feedback>(resource)
    const filled = fill({ ...valuesOf(definition, stored), comment: 'Better now' }, stored)
    const failures: unknown[] = []
    let sent: Feedback | undefined
    while (!sent)
      sent = await sender.send(filled, stored).catch((error) => void failures.push(error))

    expect(failures.length).to.equal(2)
    expect(sent).to.include({ status: 'submitted', comment: 'Better now', revision: 6 })
    expect(resource.now.revision).to.equal(6)
    expect(new Set(resource.requests.map(({ key }) => key)).size).to.equal(2)
  })

  it('leads from the summary to the field with the error', async () => {
    const filled = fill({ rating: 'good' })
    const errors = errorsOf(filled)
    const sections = formSections(context, filled, {
      readOnly: false,
      optional: (n) => `${n} more`,
      errorsAt: () => [],
      onInput: (pointer, value) => filled.set(pointer, value),
      onLeave: () => {},
    })
    render(html`${errorSummary({ t, context, renderRoot: root }, errors)}${sections}`, root)

    expect(root.querySelector('#summary')!.textContent).to.contain('Fix 1 field')
    root.querySelector<HTMLElement>('#summary a')!.click()

    expect(document.activeElement).to.equal(root.querySelector('input[type=text]'))
  })

  it('is read once more before it is sent', () => {
    const changed: string[] = []
    const filled = fill({ rating: 'poor', comment: 'Slow' })
    render(
      formReview({ t, context, lists, changed: () => {} }, filled, (fields) =>
        changed.push(...fields.map(({ pointer }) => pointer)),
      ),
      root,
    )

    expect(root.textContent).to.contain('Poor')
    expect(root.textContent).to.contain('Not filled in: E-mail')
    root.querySelector('button')!.click()
    expect(changed).to.deep.equal(['/rating', '/comment', '/contact/email'])
  })

  it('keeps its draft under its own name', async () => {
    const keeper = (name: string) =>
      new DraftKeeper<Values>({
        storage: 'device',
        scope: { baseUrl: 'https://feedback.test', userId: 'ada', partnerId: 'north', name },
        version: () => definition.version,
        onChange: () => {},
        onSave: () => {},
        onForget: () => {},
      })
    const first = keeper('feedback/new')
    await first.open()
    first.save({ comment: 'Half a sen' })
    await eventually(() => !first.dirty)

    const [again, deal] = [keeper('feedback/new'), keeper('deal/new')]

    expect((await again.open())?.content).to.deep.equal({ comment: 'Half a sen' })
    expect(await deal.open()).to.equal(undefined)
    await again.remove()
  })
})
