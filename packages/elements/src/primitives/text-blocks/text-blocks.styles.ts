import { css } from 'lit'

/** The look of a text of paragraphs and lists. */
export const textBlockStyles = css`
  .blocks {
    display: grid;
    gap: calc(var(--_space) * 4);
    max-inline-size: 65ch;
  }

  .blocks :is(ul, ol) {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding-inline-start: 1.5em;
  }
`
