// What log-out needs, in one chunk.
export { forgetDrafts } from './drafts.ts'
export { forgetViews } from './kept-views.ts'
