import { css } from 'lit'

/** The look of an article on paper, beside the buttons that are left out from the start. */
export const styles = css`
  @media print {
    article {
      grid-template-columns: minmax(0, 1fr);
    }

    .rich :is(h3, h4) {
      break-after: avoid;
    }

    .rich a[href^='http']::after {
      content: ' (' attr(href) ')';
      overflow-wrap: anywhere;
    }

    .rich details::details-content {
      block-size: auto;
      content-visibility: visible;
    }

    .rich pre,
    .wide {
      overflow: visible;
    }

    .rich pre {
      padding: calc(var(--_space) * 2);
      white-space: pre-wrap;
    }

    .rich :is(pre, th, td) {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    .rich :is(img, pre, tr) {
      break-inside: avoid;
    }
  }
`
