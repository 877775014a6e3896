import type { Client } from '@prmkit/client'
import type { DealProgramme, Discovery, Form } from '@prmkit/contract'
import type { PrmPortal } from '@prmkit/elements/portal'

/** The programme of a vendor who takes registrations. */
export type DealDiscovery = Discovery & { deals: DealProgramme }

/** The means with which the desk works. */
export interface Connection {
  portal: PrmPortal['portal']
  client: Client
  discovery: DealDiscovery
  form: Form
}

/** Asks the portal around the desk for all that it needs. */
export async function connect(desk: Element): Promise<Connection> {
  const around = desk.closest<PrmPortal>('prm-portal')!
  // Its attributes are read in its first update.
  await around.updateComplete
  const { portal } = around
  const client = await portal.client
  const { deals, ...rest } = await client.discovery.get()
  if (!deals) throw new Error('This backend takes no registrations. Name “deals” in its settings.')
  const discovery = { ...rest, deals }
  const form = await client.forms.get({ params: { name: deals.form } })
  return { portal, client, discovery, form }
}

/** Tells of news with the registration that they are about, if one, and of the end of all news. */
export function watch(
  { portal, client }: Connection,
  onNews: (id: string | undefined) => void,
  onEnd: () => void,
): () => void {
  const ends = [
    client.events.subscribe((event) =>
      onNews('resourceId' in event ? event.resourceId : undefined),
    ),
    portal.on('prm-diagnostic', ({ diagnostic }) => {
      const { type, state } = diagnostic as { type?: string; state?: string }
      if (type === 'stream' && state === 'closed') onEnd()
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}
