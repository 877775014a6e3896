import { css } from 'lit'
import { lateTokens } from './late-tokens.ts'

/** The tone of good news, which words say too; see `tone.ts`. */
export const successStyles = [
  lateTokens,
  css`
    .success {
      --_tone: var(--_success);
      --_tone-soft: var(--_success-soft);
    }
  `,
]
