import { css } from 'lit'

/** The look of the bar under a form, and of the list of its sections. */
export const barStyles = css`
  /* The way on stays in view; a field that has the keyboard is never behind it. */
  @media (height >= 480px) {
    .bar {
      position: sticky;
      z-index: 1;
      inset-block-end: 0;
      padding-block-end: calc(var(--_space) * 2);
      background: var(--_surface);
    }

    form :is(input, select, textarea, button, a) {
      scroll-margin-block-end: calc(var(--_control-height) * 2 + var(--_space) * 24);
    }
  }

  @media print {
    .bar {
      position: static;
    }
  }

  .sections {
    position: relative;
  }

  .sections summary {
    list-style: none;
  }

  .sections summary::-webkit-details-marker {
    display: none;
  }

  .sections ol {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-start: 0;
    inline-size: max-content;
    max-inline-size: 70cqi;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
  }

  .sections ol .button {
    justify-content: start;
    text-align: start;
  }
`
