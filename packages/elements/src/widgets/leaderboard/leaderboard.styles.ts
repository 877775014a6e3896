import { css } from 'lit'
import { badgeStyles } from '../../primitives/badge/badge.styles.ts'
import { busyStyles } from '../../primitives/button/busy.styles.ts'
import { buttonStyles } from '../../primitives/button/button.styles.ts'
import { choiceStyles } from '../../primitives/field/choice.styles.ts'
import { controlStyles } from '../../primitives/field/control.styles.ts'
import { frameStyles } from '../../primitives/frame/frame.styles.ts'
import { host } from '../../styles/host.ts'

/** The look of a leaderboard. */
export const styles = [
  host,
  frameStyles,
  buttonStyles,
  busyStyles,
  controlStyles,
  choiceStyles,
  badgeStyles,
  css`
    .head,
    .mine,
    .rules {
      display: grid;
      gap: calc(var(--_space) * 2);
      margin-block-end: calc(var(--_space) * 5);
    }

    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 3);
    }

    .pick {
      display: grid;
      gap: calc(var(--_space) / 2);
      min-inline-size: min(14em, 100%);
    }

    .prizes {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--_space) calc(var(--_space) * 4);
      margin-block-start: calc(var(--_space) * 2);
    }

    dt {
      color: var(--_muted);
    }

    .mine {
      justify-items: start;
      padding: calc(var(--_space) * 4);
      border: var(--_border-width) solid var(--_line);
      border-inline-start: 4px solid var(--_accent);
      border-radius: var(--_radius);
    }

    .score {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--_space) calc(var(--_space) * 4);
    }

    .score b {
      font-size: 1.2em;
    }

    .chart {
      margin: 0;
      inline-size: min(240px, 100%);
    }

    .chart svg {
      display: block;
      inline-size: 100%;
      fill: var(--_accent);
    }

    .chart:dir(rtl) svg {
      scale: -1 1;
    }

    polyline {
      fill: none;
      stroke: var(--_accent);
      stroke-width: 2;
      stroke-linejoin: round;
    }

    .check .small {
      display: block;
    }

    .gained {
      color: var(--_success);
    }

    .lost {
      color: var(--_danger);
    }

    .change,
    .number {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }

    .places {
      inline-size: 100%;
      border-collapse: collapse;
      text-align: start;
    }

    .places th {
      font-weight: inherit;
      text-align: start;
    }

    .places thead th {
      color: var(--_muted);
      font-size: 0.867em;
    }

    .places :is(th, td) {
      padding: calc(var(--_space) * 2);
      border-block-end: 1px solid var(--_line);
    }

    .places thead th::first-letter {
      text-transform: uppercase;
    }

    .places .number {
      inline-size: 1%;
      text-align: end;
    }

    .places tbody th {
      hyphens: auto;
    }

    .places tbody th .small {
      display: block;
    }

    .places tbody th:focus-visible {
      outline-offset: -2px;
    }

    .places tfoot :is(th, td) {
      font-weight: var(--_font-strong);
    }

    .me :is(th, td) {
      background: var(--_accent-soft);
      font-weight: var(--_font-strong);
    }

    .places .gap {
      padding-block: 0;
      color: var(--_muted);
      text-align: center;
    }

    .foot {
      display: grid;
      justify-content: center;
      margin-block: calc(var(--_space) * 4);
    }

    /* Room for the words of a name. */
    @container (inline-size < 400px) {
      .places :is(th, td) {
        padding-inline: var(--_space);
      }
    }

    @media (forced-colors: active) {
      .me {
        outline: 2px solid Highlight;
      }

      .chart {
        --_accent: CanvasText;
      }
    }

    @media print {
      .tools,
      .foot,
      .explain {
        display: none;
      }
    }
  `,
]
