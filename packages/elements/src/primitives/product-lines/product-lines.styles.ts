import { css } from 'lit'

/** The look of product lines: a table where there is room, cards where there is not. */
export const productLinesStyles = css`
  .line {
    position: relative;
    display: grid;
    grid-template-columns: 1fr 1fr;
    align-items: start;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .cell {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
  }

  .cell > label,
  .cell > .caption {
    color: var(--_muted);
    font-size: 0.867em;
    line-height: 1.45;
  }

  .productId,
  .unitPrice {
    grid-column: 1 / -1;
  }

  .unitPrice {
    grid-row: 3;
  }

  .productId {
    gap: calc(var(--_space) * 2);
  }

  .line > .square {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
  }

  .amount output {
    display: grid;
    align-items: center;
    min-block-size: var(--_control-height);
    font-variant-numeric: tabular-nums;
  }

  .totals {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }

  @container (inline-size >= 27em) {
    .line {
      grid-template-columns: 6em 12em 1fr;
    }

    .unitPrice {
      grid-area: 2 / 2;
    }
  }

  @container (inline-size >= 42em) {
    .line {
      grid-template-columns: minmax(0, 1fr) 6em 12em minmax(6.5em, 9em) var(--_control-height);
      padding: 0;
      border: 0;
    }

    .productId,
    .unitPrice {
      grid-area: auto;
      gap: var(--_space);
    }

    .line:not(:has(> .square)) {
      grid-template-columns: minmax(0, 1fr) 6em 12em minmax(6.5em, 9em);
    }

    .line > .square {
      position: static;
      grid-row: 1;
      grid-column: 5;
      align-self: start;
    }

    .line:first-child > .square {
      margin-block-start: calc(0.867em * 1.45 + var(--_space));
    }

    .amount {
      text-align: end;
    }

    .line:has(> .square) ~ .lines-end .totals {
      margin-inline-end: calc(var(--_space) * 13);
    }

    .line:not(:first-child) .cell > :is(label, .caption) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
`
