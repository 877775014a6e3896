import sanitizeHtml from 'sanitize-html'
import { allowedTags, droppedTags } from './allowed.ts'

/** Takes everything but the allowed tags, attributes and schemes out of HTML; relative addresses stay. */
export function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: Object.keys(allowedTags),
    allowedAttributes: {
      '*': ['lang', 'dir'],
      ...Object.fromEntries(
        Object.entries(allowedTags).map(([tag, attributes]) => [tag, [...attributes]]),
      ),
    },
    allowedStyles: { '*': { 'text-align': [/^left$/, /^right$/, /^center$/] } },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: true,
    nonTextTags: [...droppedTags],
    disallowedTagsMode: 'discard',
    nestingLimit: 200,
  })
}
