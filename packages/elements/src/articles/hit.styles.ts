import { css } from 'lit'

/** The look of what a search found in a text. */
export const hitStyles = css`
  mark.hit {
    border-radius: 2px;
    background: color-mix(in srgb, var(--_accent) 20%, transparent);
    color: inherit;
  }

  @media (forced-colors: active) {
    mark.hit {
      background: Mark;
      color: MarkText;
    }
  }
`
