import type { StoryContext } from '@storybook/web-components-vite'
import type { PrmDealForm } from '../src/widgets/deal-form/define.ts'
import { eventually } from './eventually.ts'
import { shelves } from '../src/drafts/draft-shelves.ts'

type Page = Pick<StoryContext, 'canvasElement'>
/** One thing that a person does in a story. */
export type Step = (page: Page) => Promise<void>

/**
 * Forgets the drafts that an earlier visit of a story left: before the form reads one, since the storage
 * answers in order. Storybook loads the page anew where a story is left while this is awaited.
 */
export const withoutDrafts = ({ id }: Pick<StoryContext, 'id'>): void => {
  const baseUrl = `https://${id}.backend.example`
  for (const shelf of Object.values(shelves)) void shelf.forget(baseUrl)
}

/** Waits until all that was done in the form of a story is kept, and other tabs know. */
export const kept: Step = async ({ canvasElement }) => {
  const keeper = await eventually(
    () => canvasElement.querySelector('prm-deal-form')?.registration?.keeper,
  )
  await eventually(() => !keeper.dirty)
  // Work on a draft is done in turn: it is read again after what is being written.
  await keeper.open()
}

/** Opens the form of a story a second time, and does there one thing after the other. */
const opened = async (page: Page, steps: readonly Step[]) => {
  const form = page.canvasElement.querySelector('prm-deal-form')!
  await kept(page)
  const box = document.createElement('div')
  const other = form.cloneNode() as PrmDealForm
  other.values = form.values
  box.append(other)
  // A form that nobody sees loads nothing.
  form.before(box)
  box.scrollIntoView()
  for (const step of [...steps, kept]) await step({ canvasElement: box })
  return { form, box }
}

/** Does things in another tab, which is closed then. */
export const elsewhere =
  (...steps: readonly Step[]): Step =>
  async (page) => {
    const { box } = await opened(page, steps)
    box.remove()
  }

/** Closes the tab, and does things after the form is opened again. */
export const laterOn =
  (...steps: readonly Step[]): Step =>
  async (page) => {
    const { form } = await opened(page, steps)
    form.remove()
  }
