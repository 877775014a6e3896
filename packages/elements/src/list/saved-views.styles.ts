import { css } from 'lit'

/** The look of saved views. */
export const savedViewsStyles = css`
  .pair {
    display: inline-flex;
    max-inline-size: 100%;
  }

  .pair .chip:first-child {
    flex: 0 1 auto;
    text-align: start;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .pair .chip:last-child {
    border-inline-start: 0;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .keep {
    display: flex;
    gap: calc(var(--_space) * 2);
  }
`
