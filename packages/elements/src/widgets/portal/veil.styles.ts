/** The words over hidden content; they stay on screen while a long widget is scrolled. */
export const veilStyles = new CSSStyleSheet()
veilStyles.replaceSync(`
  :host(:state(unseen)) {
    position: relative;
  }

  .veil {
    position: absolute;
    inset: 0;
    z-index: 1;
    block-size: fit-content;
    min-block-size: 100%;
    padding: var(--_padding);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    visibility: visible;
  }

  .veil > .note {
    position: sticky;
    inset-block-start: calc(var(--_space) * 4);
  }
`)
