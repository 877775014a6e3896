import { css } from 'lit'

/** The look of files and messages. */
export const conversationStyles = css`
  .attached {
    margin-block-end: calc(var(--_space) * 3);
    list-style: none;
  }

  .attached li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .attach {
    position: relative;
  }

  .attach:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .talk {
    display: grid;
    max-inline-size: 65ch;
    gap: calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 4);
    list-style: none;
  }

  .talk li {
    justify-self: start;
    max-inline-size: 92%;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }

  /* A side that shows in the dark and in forced colours too, where grounds are alike. */
  .talk .partner {
    justify-self: end;
    border-inline-end: 3px solid var(--_accent);
    background: var(--_accent-soft);
  }

  .write {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 4);
    max-inline-size: 65ch;
  }

  .write textarea.control {
    min-block-size: 4.5em;
    max-block-size: 20em;
    field-sizing: content;
  }

  .side {
    min-inline-size: 0;
  }

  .write .wrong {
    color: var(--_danger);
  }
`
