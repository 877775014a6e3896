import { css } from 'lit'
import { hitStyles } from '../../articles/hit.styles.ts'
import { listStyles } from '../../list/list.styles.ts'
import { badgeStyles } from '../../primitives/badge/badge.styles.ts'

/** The look of the content library. */
export const styles = [
  listStyles,
  badgeStyles,
  hitStyles,
  css`
    .path {
      flex-basis: 100%;
    }

    .path ol,
    .folders {
      display: flex;
      flex-wrap: wrap;
      list-style: none;
    }

    .path li + li::before {
      content: '/' / '';
      margin-inline: calc(var(--_space) * 2);
      color: var(--_muted);
    }

    .text {
      padding: calc(var(--_space) * 1.5) 0;
      border: 0;
      background: none;
      color: var(--_accent-text);
      font: inherit;
      cursor: pointer;
    }

    .chip {
      text-decoration: none;
    }

    .folders li {
      flex: none;
    }

    .fold {
      order: 1;
      flex-basis: 100%;
      color: var(--_accent-text);
    }

    .fold ~ .chips ~ .chips {
      order: 1;
    }

    .fold:not([open])
      ~ .chips[role='group']
      ~ .chips[role='group']:not(:has([aria-pressed='true']:not(:first-child))) {
      display: none;
    }

    .tools .chips[role='group'] {
      max-block-size: calc(var(--_control-height) * 4.4);
      margin: -4px;
      padding: 4px;
      overflow: auto;
    }

    .chips[role='group']::before {
      content: attr(aria-label) / '';
      flex: none;
      align-self: center;
      inline-size: 7.5em;
      color: var(--_muted);
      font-size: 0.867em;
    }

    .row {
      grid-template-columns: auto minmax(0, 1fr) auto auto;
    }

    .picture {
      align-content: center;
      order: -1;
      inline-size: 72px;
      aspect-ratio: 16 / 9;
      border-radius: var(--_radius);
      background: var(--_sunken);
      color: var(--_muted);
      font-size: 0.65em;
      text-align: center;
      overflow: hidden;
    }

    .picture img {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      object-fit: contain;
    }

    .marks,
    .picks {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space);
    }

    .marks {
      justify-content: end;
    }

    .picks {
      position: relative;
      flex-wrap: nowrap;
      align-items: center;
    }

    .picks .icon {
      color: var(--_muted);
    }

    [aria-pressed='true'] .icon {
      color: var(--_accent-text);
      fill: currentColor;
    }

    .pick-one {
      display: grid;
      place-items: center;
      min-inline-size: var(--_control-height);
      min-block-size: var(--_control-height);
    }

    /* An asset that cannot be chosen has its button below those of the others. */
    .picks .button:only-child {
      margin-inline-end: calc(var(--_control-height) + var(--_space));
    }

    .pick-one input {
      inline-size: 1.2em;
      block-size: 1.2em;
      accent-color: var(--_accent);
    }

    :host([layout='grid']) .rows {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
      gap: calc(var(--_space) * 4);
      padding-block-start: calc(var(--_space) * 4);
    }

    :host([layout='grid']) .group {
      display: contents;
    }

    :host([layout='grid']) .row {
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-rows: auto 1fr auto;
      padding: calc(var(--_space) * 3);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }

    :host([layout='grid']) :is(.picture, .lead) {
      grid-column: 1 / -1;
      inline-size: 100%;
    }

    :host([layout='grid']) .lead {
      align-self: start;
    }

    :host([layout='grid']) .marks {
      grid-column: 1;
      justify-content: start;
    }

    @container (inline-size < 640px) {
      .chips[role='group']::before {
        inline-size: auto;
      }

      .row {
        grid-template-columns: auto minmax(0, 1fr) auto;
      }

      .lead {
        grid-column: auto / span 2;
      }

      .marks {
        grid-column: 1 / 3;
        justify-content: start;
      }
    }
  `,
]
