import createPurifier, { type Config } from 'dompurify'
import { allowedAttributes, allowedElements } from './allowed.ts'
import { policy } from './policy.ts'

const purifier = createPurifier(window)

const config: Config = {
  ALLOWED_TAGS: [...allowedElements],
  ALLOWED_ATTR: [...allowedAttributes],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
  ...(policy && {
    TRUSTED_TYPES_POLICY: policy as unknown as NonNullable<Config['TRUSTED_TYPES_POLICY']>,
  }),
}

/** Sanitises where the browser does not by itself. */
export const purify = (text: string): DocumentFragment =>
  purifier.sanitize(text, config) as unknown as DocumentFragment
