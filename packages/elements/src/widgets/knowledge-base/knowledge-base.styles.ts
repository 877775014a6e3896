import { css } from 'lit'
import { hitStyles } from '../../articles/hit.styles.ts'
import { searchFieldStyles } from '../../articles/search-field.styles.ts'
import { listStyles } from '../../list/list.styles.ts'
import { badgeStyles } from '../../primitives/badge/badge.styles.ts'

/** The look of the knowledge base. */
export const styles = [
  listStyles,
  badgeStyles,
  searchFieldStyles,
  hitStyles,
  css`
    .find {
      margin-block-end: calc(var(--_space) * 5);
    }

    .find .control {
      min-block-size: calc(var(--_space) * 12);
      font-size: 1.067em;
    }

    :is(#place, #found):focus {
      outline: none;
    }

    .cards {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
      gap: calc(var(--_space) * 3);
      list-style: none;
    }

    .card {
      position: relative;
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-content: start;
      gap: var(--_space) calc(var(--_space) * 3);
      padding: calc(var(--_space) * 4);
      border: var(--_border-width) solid var(--_line);
      border-radius: calc(var(--_radius) * 1.5);
    }

    .card > * {
      grid-column: 2;
    }

    .card > .icon {
      grid-area: 1 / 1;
      margin-block-start: 0.1em;
      color: var(--_accent-text);
    }

    .card:hover {
      border-color: var(--_border);
      background: var(--_sunken);
    }

    .card:hover .cover {
      color: var(--_accent-text);
    }

    .card .cover::after {
      border-radius: calc(var(--_radius) * 1.5);
    }

    .shelves {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(18em, 100%), 1fr));
      gap: calc(var(--_space) * 7);
      margin-block: calc(var(--_space) * 8) calc(var(--_space) * 6);
    }

    .shelves h3 {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      padding-block-end: calc(var(--_space) * 2);
      border-block-end: var(--_border-width) solid var(--_line);
    }

    .shelves ul {
      list-style: none;
    }

    .text {
      display: inline-block;
      margin: 0;
      padding: calc(var(--_space) * 1.5) 0;
      border: 0;
      background: none;
      color: var(--_accent-text);
      font: inherit;
      text-align: start;
      text-decoration: none;
      cursor: pointer;
    }

    .text:hover,
    .instead .text {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }

    .path ol {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 2);
      list-style: none;
    }

    .path li::after {
      content: '/' / '';
      margin-inline-start: calc(var(--_space) * 2);
      color: var(--_muted);
    }

    .about {
      max-inline-size: 65ch;
    }

    #place:not(.away) + :is(.rows, p),
    .about,
    .chips {
      margin-block: calc(var(--_space) * 2) calc(var(--_space) * 4);
    }

    .chips {
      list-style: none;
    }

    .chip {
      text-decoration: none;
    }

    .results {
      display: grid;
      gap: calc(var(--_space) * 3);
    }

    #found {
      font-size: 0.933em;
      font-weight: inherit;
      letter-spacing: 0;
    }

    .instead .text {
      padding: 0;
    }

    .row .marks {
      display: grid;
      justify-items: end;
      gap: var(--_space);
      max-inline-size: 14em;
      text-align: end;
    }

    .part::before {
      content: '§ ' / '';
      color: var(--_muted);
    }

    .foot .ask {
      grid-column: 1;
      justify-self: start;
    }

    @container (inline-size < 640px) {
      .row .marks {
        grid-column: 1 / -1;
        justify-items: start;
        max-inline-size: none;
        text-align: start;
      }

      .foot .ask {
        justify-self: center;
      }
    }

    @media (pointer: coarse) {
      .shelves .text {
        padding-block: calc(var(--_space) * 2.5);
      }
    }

    @media print {
      .find,
      .ask {
        display: none;
      }
    }
  `,
]
