import type { PrmPortal } from '@prmkit/elements/portal'

/** Before the site's own sign-out: ends the widgets' session and deletes their drafts. */
export function signOutProperly(): void {
  const form = document.querySelector<HTMLFormElement>('#sign-out')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const portal = document.querySelector<PrmPortal>('prm-portal')
    void Promise.resolve(portal?.logout()).finally(() => form.submit())
  })
}
