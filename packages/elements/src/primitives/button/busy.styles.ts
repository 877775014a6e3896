import { css } from 'lit'

/** The look of a button while its action runs. */
export const busyStyles = css`
  .button[aria-busy='true'] {
    cursor: progress;
  }

  .button[aria-busy='true']::before {
    content: '';
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid;
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: turn 0.7s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`
