import type { Deal, DealAction, Discovery, Form } from '@prmkit/contract'
import { inDays, words } from './words.ts'

/** One question that an action asks before it is done. */
export interface Question {
  name: string
  label: string
  kind: 'date' | 'text' | 'line' | 'select' | 'checks'
  required?: boolean
  value?: string
  options?: readonly { value: string; label: string }[]
}

const actions = words.actions as Record<string, string>

/** What the desk can do to a registration, in the order of its buttons: what was asked comes first. */
export const deskActions = (deal: Deal): string[] =>
  Object.keys(actions)
    .filter((action) => deal.allowedActions.includes(action))
    .sort((a, b) => Number(/extension/.test(b)) - Number(/extension/.test(a)))

export const labelOf = (action: string): string => actions[action] ?? action

/** What an action asks. */
export function questionsOf(
  action: string,
  deal: Deal,
  discovery: Discovery,
  form: Form,
): Question[] {
  const reason: Question[] = [
    {
      name: 'code',
      label: words.reason,
      kind: 'select',
      required: true,
      options: discovery.deals.reasons,
    },
    { name: 'text', label: words.reasonText, kind: 'text' },
  ]
  const until = (days: number): Question => ({
    name: 'until',
    label: words.until,
    kind: 'date',
    required: true,
    value: inDays(days),
  })
  switch (action) {
    case 'approve':
      return [
        until(discovery.deals.protectionDays),
        { name: 'text', label: words.note, kind: 'text' },
      ]
    case 'reopen':
      return [until(discovery.deals.protectionDays)]
    case 'grant_extension':
      return [{ ...until(30), value: deal.protection?.extension?.until ?? inDays(30) }]
    case 'return':
      return [
        ...reason,
        {
          name: 'until',
          label: words.respondUntil,
          kind: 'date',
          required: true,
          value: inDays(7),
        },
        {
          name: 'fields',
          label: words.fields,
          kind: 'checks',
          required: true,
          options: form.sections
            .flatMap(({ fields }) => fields)
            .filter(({ hidden }) => !hidden)
            .map(({ pointer, label }) => ({ value: pointer, label })),
        },
      ]
    case 'reject':
    case 'decline':
    case 'refuse_extension':
      return reason
    case 'mark_duplicate': {
      const options = (deal.conflict?.deals ?? []).map(({ id, number, name }) => ({
        value: id,
        label: `${number} ${name}`,
      }))
      return options.length
        ? [{ name: 'duplicateOf', label: words.duplicateOf, kind: 'select', options }]
        : []
    }
    case 'convert':
      return [
        { name: 'opportunity', label: words.opportunityId, kind: 'line', required: true },
        { name: 'system', label: words.opportunitySystem, kind: 'line', value: 'CRM' },
      ]
    case 'close': {
      const { won, lost, cancelled } = words
      const options = Object.entries({ won, lost, cancelled }).map(([value, label]) => ({
        value,
        label,
      }))
      return [{ name: 'outcome', label: words.outcome, kind: 'select', required: true, options }]
    }
    default:
      return []
  }
}

/** The request for an action from what was answered. */
export function requestOf(action: string, answers: FormData): DealAction {
  const get = (name: string) => String(answers.get(name) ?? '').trim()
  const text = get('text') && { text: get('text') }
  const reason = { code: get('code'), ...text }
  const optional = <Name extends string>(name: Name, from: string) =>
    (get(from) ? { [name]: get(from) } : {}) as { [Key in Name]?: string }
  switch (action) {
    case 'approve':
      return { action, protectedUntil: get('until'), ...text }
    case 'reopen':
      return { action, protectedUntil: get('until') }
    case 'grant_extension':
      return { action, until: get('until') }
    case 'return': {
      const editableFields = answers.getAll('fields').map(String)
      return { action, reason, respondUntil: get('until'), editableFields }
    }
    case 'reject':
    case 'decline':
    case 'refuse_extension':
      return { action, reason }
    case 'mark_duplicate':
      return { action, ...optional('duplicateOf', 'duplicateOf') }
    case 'convert':
      return { action, opportunity: { id: get('opportunity'), ...optional('system', 'system') } }
    case 'close':
      return { action, outcome: get('outcome') as 'won' | 'lost' | 'cancelled' }
    default:
      return { action: action as 'start_review' }
  }
}
