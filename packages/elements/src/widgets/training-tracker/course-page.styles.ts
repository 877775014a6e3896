import { css } from 'lit'
import { badgeStyles } from '../../primitives/badge/badge.styles.ts'
import { barStyles } from '../../primitives/ring/bar.ts'
import { ringStyles } from '../../primitives/ring/ring.styles.ts'
import { recordStyles } from '../../record/record.styles.ts'
import { classListStyles } from './class-list.styles.ts'

/** The look of one course. */
export const styles = [
  recordStyles,
  badgeStyles,
  ringStyles,
  barStyles,
  classListStyles,
  css`
    .progress {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
    }

    .units {
      display: grid;
      gap: calc(var(--_space) * 4);
      padding: 0;
      list-style: none;
    }

    .units .unit {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
      margin-block-end: calc(var(--_space) * 2);
    }
  `,
]
