import { css } from 'lit'
import { badgeStyles } from '../primitives/badge/badge.styles.ts'
import { controlStyles } from '../primitives/field/control.styles.ts'
import { recordStyles } from '../record/record.styles.ts'

/** The look of every part of the training that stands beside the courses. */
export const partStyles = [
  recordStyles,
  controlStyles,
  badgeStyles,
  css`
    .content,
    .content > section,
    .cards {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 5);
    }

    .content {
      gap: calc(var(--_space) * 7);
      margin-block-start: calc(var(--_space) * 4);
    }

    .content :is(h3, h4) {
      margin: 0;
    }

    .cards {
      padding: 0;
      list-style: none;
    }

    .cards > li {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 4);
      border: var(--_border-width) solid var(--_line);
      border-radius: var(--_radius);
    }

    .cards ol,
    .cards ul {
      padding-inline-start: 1.4em;
    }

    .text {
      padding-block: 0;
    }

    .taking {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }

    .shown {
      display: grid;
      gap: var(--_space);
      max-inline-size: 100%;
    }
  `,
]
