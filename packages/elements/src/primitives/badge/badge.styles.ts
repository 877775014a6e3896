import { css } from 'lit'
import { successStyles } from '../../styles/success.ts'

/** The look of `badge()`; needs the tones of `styles/tone.ts`. */
export const badgeStyles = [
  successStyles,
  css`
    .badge {
      display: inline-flex;
      align-items: center;
      gap: var(--_space);
      padding: 0.15em 0.7em;
      border-radius: var(--_pill-radius);
      color: var(--_tone, var(--_accent-text));
      font-size: 0.867em;
      font-weight: var(--_font-strong);
      line-height: 1.5;
      overflow-wrap: normal;
    }

    @media (forced-colors: active) {
      .badge {
        outline: 1px solid;
      }
    }
  `,
]
