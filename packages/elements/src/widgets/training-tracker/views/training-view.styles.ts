import { css } from 'lit'
import { barStyles } from '../../../primitives/ring/bar.ts'
import { ringStyles } from '../../../primitives/ring/ring.styles.ts'
import { partStyles } from '../../../training/training-part.styles.ts'
import { classListStyles } from '../class-list.styles.ts'

/** The look of a view of the training tracker. */
export const styles = [
  partStyles,
  ringStyles,
  barStyles,
  classListStyles,
  css`
    .progress {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      --_ring: 24px;
    }

    table {
      inline-size: 100%;
      border-collapse: collapse;
    }

    :is(th, td) {
      padding: calc(var(--_space) * 2);
      border-block-end: 1px solid var(--_line);
      text-align: start;
      vertical-align: top;
    }

    form {
      display: grid;
      justify-items: start;
      gap: calc(var(--_space) * 4);
    }

    fieldset {
      display: grid;
      gap: calc(var(--_space) * 2);
      margin: 0;
      padding: 0;
      border: 0;
    }

    form label {
      display: grid;
      gap: var(--_space);
      max-inline-size: 100%;
    }

    fieldset label {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      min-block-size: 24px;
    }

    @container (inline-size < 560px) {
      thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      tr {
        display: grid;
        padding-block: calc(var(--_space) * 2);
        border-block-end: 1px solid var(--_line);
      }

      :is(th, td) {
        padding: calc(var(--_space) / 2) 0;
        border: 0;
      }
    }
  `,
]
