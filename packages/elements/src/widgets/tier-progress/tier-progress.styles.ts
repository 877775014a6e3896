import { css } from 'lit'
import { badgeStyles } from '../../primitives/badge/badge.styles.ts'
import { buttonStyles } from '../../primitives/button/button.styles.ts'
import { frameStyles } from '../../primitives/frame/frame.styles.ts'
import { ringStyles } from '../../primitives/ring/ring.styles.ts'
import { host } from '../../styles/host.ts'

/** The look of the progress of a tier. */
export const styles = [
  host,
  frameStyles,
  buttonStyles,
  badgeStyles,
  ringStyles,
  css`
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: calc(var(--_space) * 3);
      margin-block-end: calc(var(--_space) * 5);
    }

    .note {
      margin-block-end: calc(var(--_space) * 5);
    }

    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(18em, 100%), 1fr));
      gap: calc(var(--_space) * 5);
    }

    section {
      display: grid;
      align-content: start;
      gap: calc(var(--_space) * 3);
      padding: calc(var(--_space) * 4);
      border: var(--_border-width) solid var(--_line);
      border-radius: var(--_radius);
    }

    .requirements {
      display: grid;
      gap: calc(var(--_space) * 4);
      list-style: none;
    }

    h4 {
      margin: 0;
      color: var(--_muted);
      font-size: 0.867em;
      font-weight: var(--_font-strong);
    }

    section > ul:not(.requirements),
    li > ul {
      padding-inline-start: 1.2em;
    }

    progress {
      appearance: none;
      display: block;
      inline-size: 100%;
      block-size: 8px;
      margin-block: var(--_space);
      border: 0;
      border-radius: var(--_pill-radius);
      background: var(--_line);
      overflow: hidden;
    }

    ::-webkit-progress-bar {
      background: var(--_line);
    }

    ::-webkit-progress-value {
      background: var(--_accent);
    }

    ::-moz-progress-bar {
      background: var(--_accent);
    }

    .missing {
      font-weight: var(--_font-strong);
    }

    .gauge {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
    }

    @media (forced-colors: active) {
      progress {
        --_accent: Highlight;
        --_line: Canvas;
        outline: 1px solid;
        forced-color-adjust: none;
      }
    }
  `,
]
