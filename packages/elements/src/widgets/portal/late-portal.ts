// The code of a portal that no page needs to show its first content: hiding content, and log-out.
export { Guard } from './guard.ts'
export { leave } from './leave.ts'
