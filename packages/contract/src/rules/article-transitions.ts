import { transitionsOf, type Transition } from './transition.ts'

/** Every status of an article. */
export const articleStatuses = ['draft', 'in_review', 'published', 'retired'] as const
type Status = (typeof articleStatuses)[number]

/** The life of an article. */
export const articleTransitions = [
  {
    action: 'submit',
    actor: 'vendor',
    from: ['draft'],
    to: 'in_review',
    event: 'article.submitted',
  },
  {
    action: 'return',
    actor: 'vendor',
    from: ['in_review'],
    to: 'draft',
    event: 'article.returned',
  },
  {
    action: 'publish',
    actor: 'vendor',
    from: ['draft', 'in_review'],
    to: 'published',
    event: 'article.published',
  },
  {
    action: 'retire',
    actor: 'vendor',
    from: ['draft', 'in_review', 'published'],
    to: 'retired',
    event: 'article.retired',
  },
  {
    action: 'restore',
    actor: 'vendor',
    from: ['retired'],
    to: 'published',
    event: 'article.published',
  },
] as const satisfies readonly Transition<Status>[]

/** The actions that are open in a status, in the order of the table. */
export const articleTransitionsFrom =
  /* @__PURE__ */ transitionsOf<Transition<Status>>(articleTransitions)

/** Every status of a task about an article. */
export const articleTaskStatuses = ['open', 'assigned', 'done', 'dismissed'] as const
type TaskStatus = (typeof articleTaskStatuses)[number]

/** The life of a task that an unhelpful vote made. */
export const articleTaskTransitions = [
  {
    action: 'assign',
    actor: 'vendor',
    from: ['open', 'assigned'],
    to: 'assigned',
    event: 'article_task.assigned',
  },
  {
    action: 'finish',
    actor: 'vendor',
    from: ['open', 'assigned'],
    to: 'done',
    event: 'article_task.finished',
  },
  {
    action: 'dismiss',
    actor: 'vendor',
    from: ['open', 'assigned'],
    to: 'dismissed',
    reason: true,
    event: 'article_task.dismissed',
  },
  {
    action: 'reopen',
    actor: 'vendor',
    from: ['done', 'dismissed'],
    to: 'open',
    event: 'article_task.reopened',
  },
] as const satisfies readonly Transition<TaskStatus>[]

/** The actions on a task that are open in a status, in the order of the table. */
export const articleTaskTransitionsFrom =
  /* @__PURE__ */ transitionsOf<Transition<TaskStatus>>(articleTaskTransitions)
