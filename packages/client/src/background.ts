// The event stream, uploads and the walk through a list, in one file: a page needs none of them
// to show its first content.
export { join } from './live.ts'
export { upload } from './upload.ts'
export { itemsOf, pagesFrom } from './walk.ts'
