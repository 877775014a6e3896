import { css } from 'lit'
import { barStyles } from './bar.styles.ts'
import { busyStyles } from '../../primitives/button/busy.styles.ts'
import { successStyles } from '../../styles/success.ts'

/** The look of the review and of what comes after it. */
export const laterStyles = [
  ...successStyles,
  busyStyles,
  barStyles,
  css`
    .note[tabindex='-1']:focus {
      outline: 2px solid var(--_tone, var(--_focus));
      outline-offset: 2px;
    }

    .note > div {
      flex: 1 1 12em;
    }

    .summary {
      align-items: flex-start;
    }

    .summary ul {
      margin-block-start: var(--_space);
      padding-inline-start: 1.1em;
    }

    .summary a {
      color: inherit;
    }

    .note .ways {
      justify-content: flex-start;
      margin-block-start: calc(var(--_space) * 3);
      margin-inline-start: 0;
    }

    /* The vendor's question stays in view while its answer is written. */
    .returned {
      position: sticky;
      z-index: 1;
      inset-block-start: 0;
      max-block-size: 40vh;
      overflow: auto;
    }

    .returned ~ form .field {
      scroll-margin-block-start: 40vh;
    }

    .named ~ form .field:not(:has([readonly], :disabled)) {
      padding-inline-start: calc(var(--_space) * 2);
      border-inline-start: 3px solid var(--_warning);
    }

    .said {
      margin-block: var(--_space) calc(var(--_space) * 2);
      white-space: pre-line;
    }

    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
      margin-block-start: var(--_space);
      list-style: none;
    }

    .chip {
      display: flex;
      align-items: center;
      padding-inline-start: calc(var(--_space) * 3);
      border: 1px solid var(--_line);
      border-radius: calc(var(--_space) * 5);
      background: var(--_sunken);
      font-size: 0.933em;
    }

    .chip .button {
      min-block-size: max(24px, var(--_control-height) * 0.8);
      inline-size: max(24px, var(--_control-height) * 0.8);
      border-radius: 50%;
    }

    .kept {
      flex: 1 1 12em;
    }

    .kept:empty,
    .bar:not(:has(.button, .kept:not(:empty))) {
      display: none;
    }

    .reviewed {
      flex-wrap: nowrap;
    }

    .review,
    .sent {
      display: grid;
      gap: calc(var(--_space) * 5);
    }

    .review > .hint {
      margin-block-start: calc(var(--_space) * -4);
    }

    .review > .section:first-of-type {
      padding-block-start: calc(var(--_space) * 5);
      border-block-start: 1px solid var(--_line);
    }

    .reviewed .button {
      margin-inline-end: calc(var(--_space) * -4);
    }

    h4 {
      margin: 0;
      font-weight: var(--_font-strong);
      font-size: 1em;
    }

    dl {
      display: grid;
      gap: calc(var(--_space) * 4) calc(var(--_space) * 5);
    }

    dl > div {
      min-inline-size: 0;
    }

    dt {
      color: var(--_muted);
      font-size: 0.867em;
    }

    .text {
      white-space: pre-line;
    }

    .listed {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 calc(var(--_space) * 4);
      list-style: none;
    }

    .listed li {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
      padding-block: calc(var(--_space) * 2);
      border-block-end: 1px solid var(--_line);
    }

    .listed li > :nth-child(1),
    .listed li > :nth-child(3) {
      grid-row: 1;
    }

    .listed li > :nth-child(3) {
      grid-column: 2;
      text-align: end;
    }

    .listed .number {
      white-space: nowrap;
    }

    .listed .sum {
      border: 0;
    }

    .listed .sum > .number {
      grid-row: 1;
      grid-column: 2;
      text-align: end;
    }

    .facts dd {
      font-size: 1.07em;
      font-weight: var(--_font-strong);
    }

    .next {
      display: grid;
      gap: calc(var(--_space) * 2);
      padding-inline-start: 1.3em;
    }

    @container (inline-size >= 600px) {
      dl {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }

      .facts {
        grid-template-columns: repeat(3, minmax(0, auto));
        justify-content: space-between;
      }

      .listed {
        grid-template-columns: minmax(0, 1fr) auto auto;
      }

      .listed li > :nth-child(2) {
        grid-row: 1;
        grid-column: 2;
      }

      .listed li > :nth-child(3) {
        grid-column: 3;
      }

      .listed .sum > .number {
        grid-column: 2 / -1;
      }
    }
  `,
]
