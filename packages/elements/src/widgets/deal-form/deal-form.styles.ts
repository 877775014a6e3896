import { css } from 'lit'
import { fieldStyles } from '../../primitives/field/field.styles.ts'
import { frameStyles } from '../../primitives/frame/frame.styles.ts'
import { host } from '../../styles/host.ts'

/** The look of the registration form. */
export const styles = [
  host,
  frameStyles,
  fieldStyles,
  css`
    .flow {
      display: grid;
      gap: calc(var(--_space) * 6);
    }

    .head,
    .bar,
    .reviewed {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: calc(var(--_space) * 3) calc(var(--_space) * 6);
    }

    [tabindex='-1']:focus {
      outline: none;
    }

    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 5);
      list-style: none;
      counter-reset: step;
      color: var(--_muted);
      font-size: 0.867em;
    }

    .steps li {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      counter-increment: step;
    }

    .steps li::before {
      content: counter(step);
      display: grid;
      place-content: center;
      inline-size: 1.85em;
      block-size: 1.85em;
      border: 1px solid var(--_border);
      border-radius: 50%;
      font-variant-numeric: tabular-nums;
      line-height: 1;
    }

    .steps [aria-current] {
      color: var(--_text);
      font-weight: var(--_font-strong);
    }

    .steps .done::before {
      content: '✓' / '';
      border-color: var(--_accent);
      color: var(--_accent-text);
    }

    .steps [aria-current]::before {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
    }

    .section {
      display: grid;
      gap: calc(var(--_space) * 3);
    }

    .section + .section {
      padding-block-start: calc(var(--_space) * 6);
      border-block-start: 1px solid var(--_line);
    }

    .section > .hint {
      margin-block-start: calc(var(--_space) * -2);
    }

    h3 {
      font-size: 1.07em;
    }

    .section summary {
      padding-block: calc(var(--_space) * 2);
      color: var(--_accent-text);
      cursor: pointer;
    }

    .fields {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      align-items: start;
      gap: calc(var(--_space) * 5);
    }

    /* Hints follow short controls, so that the controls of a row stand in one line. */
    div.field > .hint {
      order: 1;
    }

    div.field > .wrong {
      order: 2;
    }

    .bar {
      padding-block-start: calc(var(--_space) * 5);
      border-block-start: 1px solid var(--_line);
    }

    .ways {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
      margin-inline-start: auto;
    }

    @container (inline-size >= 600px) {
      .fields {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }

      .wide {
        grid-column: 1 / -1;
      }
    }

    @container (inline-size < 480px) {
      /* Only the step at hand has room for its name. */
      .steps li:not([aria-current]) span {
        position: absolute;
        inline-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }

      .bar .ways {
        flex: 1 1 100%;
      }

      .bar .ways > .button {
        flex: 1 1 auto;
      }
    }
  `,
]
