import { css } from 'lit'

/** The look of a ring; its side is `--_ring`, 48 px unless set. */
export const ringStyles = css`
  .ring {
    flex: none;
    inline-size: var(--_ring, 48px);
    block-size: var(--_ring, 48px);
    rotate: -90deg;
  }

  circle {
    fill: none;
    stroke: var(--_line);
    stroke-width: 6;
  }

  .filled {
    stroke: var(--_accent);
  }

  @media (forced-colors: active) {
    .filled {
      stroke: Highlight;
    }
  }
`
