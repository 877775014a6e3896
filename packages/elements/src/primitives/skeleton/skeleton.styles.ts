import { css } from 'lit'

/** The look of `skeleton()`. */
export const skeletonStyles = css`
  .skeleton {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 3);
  }

  .skeleton i {
    block-size: var(--_control-height);
    border-radius: var(--_radius);
    background: var(--_sunken);
    animation: pulse 1.6s ease-in-out infinite;
  }

  .skeleton i:nth-child(even) {
    inline-size: 38%;
    block-size: 1em;
    margin-block-start: calc(var(--_space) * 2);
  }

  @keyframes pulse {
    50% {
      opacity: 0.5;
    }
  }

  @media (forced-colors: active) {
    .skeleton i {
      border: 1px solid GrayText;
    }
  }
`
