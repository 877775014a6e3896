/** A policy under Trusted Types, as the page's sanitiser takes it. */
export interface Policy {
  createHTML(text: string): string
  createScriptURL(address: string): string
}

type Factory = { createPolicy(name: string, rules: Policy): Policy }

const { trustedTypes } = globalThis as { trustedTypes?: Factory }

/** Names the text that is sanitised; the files for a script tag have the policy of their loader. */
export const policy: Policy | undefined = trustedTypes?.createPolicy('prmkit', {
  createHTML: (text) => text,
  createScriptURL: () => '',
})
