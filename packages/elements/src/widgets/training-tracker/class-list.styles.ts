import { css } from 'lit'

/** The look of a list of classes. */
export const classListStyles = css`
  .classes {
    display: grid;
    padding: 0;
    list-style: none;
  }

  .classes > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_line);
  }

  .strong {
    font-weight: var(--_font-strong);
  }
`
