import type { PrmPortal } from '@prmkit/elements/portal'

// Before the site's own sign-out: ends the widgets' session and deletes their drafts. The button is
// on pages without widgets, too.
const form = document.querySelector<HTMLFormElement>('#sign-out')
form?.addEventListener('submit', (event) => {
  event.preventDefault()
  void leave(form.dataset['backend'])
    .catch(() => false)
    .then((isClean) => {
      if (!isClean) alert(form.dataset['left'])
      form.submit()
    })
})

async function leave(baseUrl: string | undefined): Promise<boolean> {
  const shown = document.querySelector<PrmPortal>('prm-portal:defined')
  if (shown) return shown.logout()
  const { createPartnerPortal } = await import('@prmkit/elements/portal')
  return createPartnerPortal({ baseUrl, tokenUrl: '/prm-token' }).logout()
}
