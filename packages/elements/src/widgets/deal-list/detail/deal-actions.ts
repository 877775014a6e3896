import type { Deal, DealAction, Discovery, Field, Form } from '@prmkit/contract'
import { fieldsOf, isCovered, valueAt } from '@prmkit/contract/rules'
import type { Translate } from '../../../base/localize.ts'
import type { DealDetailMessages } from '../../../locales/deal-detail/catalog.ts'

type Texts = Translate<DealDetailMessages>
type ActionKey = Exclude<keyof DealDetailMessages & `act${string}`, 'action'>

/** The texts of an action, and whether it takes something away for good. */
export interface ActionTexts {
  readonly label: ActionKey
  /** The words that announce its success. */
  readonly done: 'done' | (`event${string}` & keyof DealDetailMessages)
  readonly hint?: 'askAppeal' | 'askClose' | 'askWithdraw' | 'askRelease' | 'askDelete'
  readonly danger?: true
}

/** The actions of a partner in the order of their buttons. */
export const partnerActions = {
  submit: { label: 'actSubmit', done: 'eventSubmitted' },
  update: { label: 'actUpdate', done: 'done' },
  close: { label: 'actClose', done: 'eventClosed', hint: 'askClose' },
  request_extension: { label: 'actExtend', done: 'eventExtensionRequested' },
  appeal: { label: 'actAppeal', done: 'eventAppealed', hint: 'askAppeal' },
  hand_over: { label: 'actHandOver', done: 'eventHandedOver' },
  withdraw: { label: 'actWithdraw', done: 'eventWithdrawn', hint: 'askWithdraw', danger: true },
  release: { label: 'actRelease', done: 'eventReleased', hint: 'askRelease', danger: true },
  delete: { label: 'actDelete', done: 'done', hint: 'askDelete', danger: true },
} as const satisfies Record<string, ActionTexts>

export type PartnerAction = keyof typeof partnerActions

/** The actions that are open now; keeping a deal up to date is one where fields may be changed. */
export function actionsOf(deal: Deal): PartnerAction[] {
  const names = Object.keys(partnerActions) as PartnerAction[]
  return names.filter((action) => {
    // A draft is finished in the form, and a returned registration is mended there.
    if (deal.status === 'draft' && action === 'submit') return false
    if (action !== 'update') return deal.allowedActions.includes(action)
    return (
      ['approved'].includes(deal.status) &&
      deal.editableFields.some((pointer) => progress.includes(pointer))
    )
  })
}

/** True for an action that saves a protection before it ends. */
export const isUrgent = (action: PartnerAction, { status }: Deal, soon: boolean): boolean =>
  action === 'request_extension' && (soon || status === 'expired')

const progress = ['/stage', '/expectedCloseDate', '/amount', '/nextStep']

const outcomes = ['won', 'lost', 'cancelled'] as const

/** The fields that an action asks for. */
export function fieldsFor(
  t: Texts,
  action: PartnerAction,
  deal: Deal,
  { deals, currencies }: Discovery,
  form: Form,
): Field[] {
  const text = (pointer: string, label: string, required: boolean): Field => ({
    pointer,
    type: 'long_text',
    label,
    required,
    maxLength: 2000,
  })
  switch (action) {
    case 'update': {
      const own = (pointer: string) => fieldsOf(form).find((field) => field.pointer === pointer)
      const usual: Field[] = [
        { pointer: '/stage', type: 'choice', label: t('stage'), options: deals?.stages ?? [] },
        { pointer: '/expectedCloseDate', type: 'date', label: t('expectedClose') },
        { pointer: '/amount', type: 'money', label: t('value'), currencies },
        text('/nextStep', t('nextStep'), false),
      ]
      return usual
        .filter(({ pointer }) => isCovered(pointer, deal.editableFields))
        .map((field) => own(field.pointer) ?? field)
    }
    case 'withdraw':
    case 'release':
      return [text('/text', t('reasonText'), false)]
    case 'appeal':
      return [text('/text', t('appealText'), true)]
    case 'request_extension':
      return [
        { pointer: '/until', type: 'date', label: t('extendUntil'), required: true, min: 'today' },
        text('/text', t('extendText'), true),
        { pointer: '/fileIds', type: 'file', label: t('extendFiles'), maxFiles: 10 },
      ]
    case 'close': {
      const isLost = { field: '/outcome', equals: 'lost' }
      const lossReason: Field[] = deals?.lossReasons.length
        ? [
            {
              ...{ pointer: '/code', type: 'choice', label: t('lossReason') },
              ...{ options: deals.lossReasons, visibleWhen: isLost, requiredWhen: isLost },
            },
          ]
        : []
      return [
        {
          pointer: '/outcome',
          type: 'choice',
          label: t('outcomeLabel'),
          required: true,
          options: outcomes.map((value) => ({ value, label: t(value) })),
        },
        ...lossReason,
        {
          ...text('/text', t('reasonText'), false),
          visibleWhen: { field: '/outcome', filled: true },
          // Without a list of reasons the words are the reason.
          ...(!lossReason.length && { requiredWhen: isLost }),
        },
      ]
    }
    case 'hand_over':
      return [
        {
          pointer: '/ownerUserId',
          type: 'lookup',
          source: 'users',
          label: t('colleague'),
          required: true,
        },
      ]
    case 'submit':
    case 'delete':
      return []
  }
}

/** The request for an action; updates and deletions have operations of their own. */
export function requestFor(
  action: Exclude<PartnerAction, 'update' | 'delete'>,
  values: Record<string, unknown>,
): DealAction {
  const get = (name: string) => valueAt(values, `/${name}`) as string | undefined
  const text = get('text')?.trim()
  const reason = text ? { reason: { code: 'partner', text } } : {}
  switch (action) {
    case 'request_extension': {
      const fileIds = valueAt(values, '/fileIds') as string[] | undefined
      const until = get('until') ?? ''
      return { action, until, text: text ?? '', ...(fileIds?.length && { fileIds }) }
    }
    case 'close': {
      const code = get('code')
      const why = code || text ? { reason: { code: code ?? 'partner', ...(text && { text }) } } : {}
      return { action, outcome: get('outcome') as (typeof outcomes)[number], ...why }
    }
    case 'appeal':
      return { action, text: text ?? '' }
    case 'hand_over':
      return { action, ownerUserId: get('ownerUserId') ?? '' }
    case 'withdraw':
    case 'release':
      return { action, ...reason }
    default:
      return { action }
  }
}
