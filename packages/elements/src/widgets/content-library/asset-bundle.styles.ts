import { css } from 'lit'

/** The look of the bar with the chosen assets, their zip file and their link. */
export const bundleStyles = css`
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_card-radius);
    background: var(--_surface);
  }

  .bar progress {
    flex: 1 1 8em;
    accent-color: var(--_accent);
  }

  .bar .outcome {
    display: flex;
    flex-wrap: wrap;
    flex-basis: 100%;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }

  .bar .outcome .control {
    flex: 1 1 16em;
  }

  .bar .note {
    display: block;
    flex-basis: 100%;
  }

  .bar .text {
    text-decoration: underline;
  }

  .bar .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    margin-inline-start: auto;
    gap: calc(var(--_space) * 2);
  }

  @media print {
    .bar {
      display: none;
    }
  }
`
