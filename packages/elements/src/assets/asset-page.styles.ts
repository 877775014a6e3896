import { css } from 'lit'
import { badgeStyles } from '../primitives/badge/badge.styles.ts'
import { controlStyles } from '../primitives/field/control.styles.ts'
import { recordStyles } from '../record/record.styles.ts'

/** The look of one asset. */
export const styles = [
  recordStyles,
  badgeStyles,
  controlStyles,
  css`
    .pages,
    .versions,
    .shares {
      display: grid;
      gap: calc(var(--_space) * 4);
      list-style: none;
    }

    .pages li:focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }

    .pages img,
    video {
      display: block;
      inline-size: 100%;
      max-inline-size: 100%;
      block-size: auto;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_sunken);
    }

    summary {
      padding-block: calc(var(--_space) * 2);
      cursor: pointer;
    }

    .none {
      padding: calc(var(--_space) * 8) calc(var(--_space) * 4);
      border-radius: var(--_radius);
      background: var(--_sunken);
      text-align: center;
    }

    .within {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
      margin-block-end: calc(var(--_space) * 4);
    }

    .within label {
      flex: 1 1 14em;
    }

    .pick {
      display: grid;
      gap: calc(var(--_space) / 2);
    }

    [aria-pressed='true'] .icon {
      color: var(--_accent-text);
      fill: currentColor;
    }

    .share {
      display: grid;
      gap: var(--_space);
      padding-block-end: calc(var(--_space) * 3);
      border-block-end: 1px solid var(--_line);
    }

    .share div {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }
  `,
]
