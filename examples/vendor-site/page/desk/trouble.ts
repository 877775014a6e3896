import { isPrmError } from '@prmkit/client'
import { html, nothing, type TemplateResult } from 'lit'
import { say, words } from './words.ts'

/** The problem, for a person. */
export interface Trouble {
  text: string
  /** Signing in again helps. */
  signIn?: boolean
  /** It may pass, so the desk tries again by itself. */
  passing?: boolean
}

const problems: Record<string, string> = words.problems

/** An error in words for a person, and whether it may pass. */
export function troubleOf(error: unknown): Trouble {
  if (!isPrmError(error)) {
    return {
      text: say(words.failed, { reason: error instanceof Error ? error.message : String(error) }),
    }
  }
  const { name, code, status = 0, cause } = error
  // A token that nobody answered for says nothing about who is signed in.
  const unanswered = name !== 'AuthenticationError' || cause instanceof TypeError
  if (!unanswered) return { text: words.signedOut, signIn: true, passing: true }
  if (!navigator.onLine) return { text: words.offline, passing: true }
  if (!status || status >= 500) return { text: words.unreachable, passing: true }
  const details = error.errors.map(({ detail }) => detail).join(' ')
  return { text: problems[code] ?? say(words.failed, { reason: details || error.message }) }
}

/** The sentence, and what can be done about it. */
export const troubleView = (trouble: Trouble | undefined, again?: () => void): TemplateResult =>
  html`<p class="failed trouble" role="alert" ?hidden=${!trouble}>
    ${trouble?.text} ${trouble ? wayOut(trouble, again) : nothing}
  </p>`

function wayOut({ signIn }: Trouble, again?: () => void) {
  if (signIn) return html`<a href=${signInAgain()}>${words.signInAgain}</a>`
  return again ? html`<button class="link" @click=${again}>${words.retry}</button>` : nothing
}

const signInAgain = () => `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`
