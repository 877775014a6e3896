import { css } from 'lit'
import { listStyles } from '../../list/list.styles.ts'
import { badgeStyles } from '../../primitives/badge/badge.styles.ts'

/** The look of the list of announcements. */
export const styles = [
  listStyles,
  badgeStyles,
  css`
    .marks {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: calc(var(--_space) * 2);
    }

    @container (inline-size < 640px) {
      .row .marks {
        justify-content: start;
      }
    }
  `,
]
