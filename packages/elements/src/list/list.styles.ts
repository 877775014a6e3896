import { css } from 'lit'
import { buttonStyles } from '../primitives/button/button.styles.ts'
import { controlStyles } from '../primitives/field/control.styles.ts'
import { frameStyles } from '../primitives/frame/frame.styles.ts'
import { toolbarStyles } from './toolbar.styles.ts'
import { host } from '../styles/host.ts'

/** The look of a list: toolbar, rows and footer. */
export const listStyles = [
  host,
  frameStyles,
  buttonStyles,
  controlStyles,
  toolbarStyles,
  css`
    .rows {
      border-block-start: 1px solid var(--_line);
    }

    /* The first group is on screen at once; skipped for a frame, it would move what stands below. */
    /* The last one may hold few rows, for which the room of a full group would stay empty. */
    .group + .group:not(:last-child) {
      content-visibility: auto;
      contain-intrinsic-size: auto 1700px;
    }

    .row {
      position: relative;
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--_space) calc(var(--_space) * 4);
      align-items: center;
      padding: calc(var(--_space) * 3) calc(var(--_space) * 2);
      border-block-end: 1px solid var(--_line);
    }

    .row:hover {
      background: var(--_sunken);
    }

    .cover {
      margin: 0;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      font-weight: var(--_font-strong);
      text-align: start;
      text-decoration: none;
      cursor: pointer;
    }

    .row:hover .cover {
      color: var(--_accent-text);
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }

    .cover::after {
      content: '';
      position: absolute;
      inset: 0;
    }

    .cover:focus-visible {
      outline: none;
    }

    .cover:focus-visible::after {
      outline: 2px solid var(--_focus);
      outline-offset: -2px;
    }

    /* A long name is cut after three lines; the record in full shows all of it. */
    .cover,
    .lead p {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
    }

    .foot {
      display: grid;
      grid-template-columns: 1fr auto 1fr;
      align-items: center;
      gap: calc(var(--_space) * 3);
      margin-block-start: calc(var(--_space) * 4);
    }

    .more {
      grid-column: 2;
    }

    .take {
      grid-column: 3;
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
    }

    @container (inline-size < 640px) {
      .lead {
        grid-column: 1 / -1;
      }

      .foot {
        grid-template-columns: minmax(0, 1fr);
        justify-items: center;
      }

      .more,
      .take {
        grid-column: 1;
        justify-content: center;
      }
    }

    @media (pointer: coarse) {
      .chip {
        min-block-size: 44px;
      }
    }

    @media (forced-colors: active) {
      .chip[aria-pressed='true'] {
        border-width: 2px;
        border-color: Highlight;
      }
    }

    @media print {
      .tools,
      .take,
      .more {
        display: none;
      }

      .group + .group {
        content-visibility: visible;
      }

      .row {
        break-inside: avoid;
      }
    }
  `,
]
