import { css } from 'lit'
import { listStyles } from '../../list/list.styles.ts'
import { badgeStyles } from '../../primitives/badge/badge.styles.ts'
import { ringStyles } from '../../primitives/ring/ring.styles.ts'

/** The look of the list of courses. */
export const styles = [
  listStyles,
  badgeStyles,
  ringStyles,
  css`
    .marks,
    .views,
    .progress {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    }

    .marks {
      justify-content: end;
    }

    .views {
      flex-basis: 100%;
      gap: 0;
      margin-inline: calc(var(--_space) * -4);
    }

    .progress {
      --_ring: 24px;
      flex-wrap: nowrap;
      min-inline-size: 7em;
    }

    @container (inline-size < 640px) {
      .row .marks {
        justify-content: start;
      }
    }
  `,
]
