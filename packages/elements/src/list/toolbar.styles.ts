import { css } from 'lit'
import { lateTokens } from '../styles/late-tokens.ts'

/** The look of search, filters, sort and saved views. */
export const toolbarStyles = [
  lateTokens,
  css`
    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: calc(var(--_space) * 3);
      margin-block-end: calc(var(--_space) * 4);
    }

    .find {
      position: relative;
      flex: 1 1 14em;
    }

    .find .control {
      text-overflow: ellipsis;
      padding-inline-start: calc(var(--_space) * 4.5 + 1.2em);
    }

    .find .icon {
      position: absolute;
      inset-block-start: calc(50% - 0.6em);
      inset-inline-start: calc(var(--_space) * 3);
      z-index: 1;
      color: var(--_muted);
      pointer-events: none;
    }

    .pick {
      display: grid;
      gap: calc(var(--_space) / 2);
    }

    @container (inline-size < 640px) {
      .find {
        flex-basis: 100%;
      }

      .pick {
        flex: 1 1 11em;
      }

      .tools .chips {
        flex-wrap: nowrap;
        min-inline-size: 0;
        margin: -4px;
        padding: 4px;
        overflow-x: auto;
        scrollbar-width: thin;
      }

      .chip {
        flex: none;
      }
    }

    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
      flex-basis: 100%;
    }

    .chip {
      display: inline-flex;
      align-items: center;
      gap: calc(var(--_space) * 1.5);
      min-block-size: max(24px, var(--_control-height) * 0.8);
      margin: 0;
      padding: var(--_space) calc(var(--_space) * 3);
      border: 1px solid var(--_line);
      border-radius: var(--_pill-radius);
      background: none;
      color: inherit;
      font: inherit;
      font-size: 0.867em;
      cursor: pointer;
    }

    .chip:hover {
      background: var(--_sunken);
    }

    .chip[aria-pressed='true'] {
      border-color: var(--_accent);
      background: var(--_accent-soft);
      font-weight: var(--_font-strong);
    }
  `,
]
