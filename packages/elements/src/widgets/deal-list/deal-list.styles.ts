import { css } from 'lit'
import { listStyles } from '../../list/list.styles.ts'
import { badgeStyles } from '../../primitives/badge/badge.styles.ts'

/** The look of the list of registrations. */
export const styles = [
  listStyles,
  badgeStyles,
  css`
    .row {
      grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 2fr) minmax(0, 2fr);
    }

    .stage {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
    }

    .state p {
      margin-block-start: calc(var(--_space) / 2);
      text-wrap: balance;
    }

    .state p.warning {
      color: var(--_warning);
    }

    .value {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }

    @container (inline-size < 640px) {
      .row {
        grid-template-columns: minmax(0, 1fr) auto;
      }

      .state {
        grid-column: 1 / -1;
      }

      .register {
        order: -1;
      }
    }

    @container (inline-size < 400px) {
      .register {
        flex-basis: 100%;
      }
    }
  `,
]
