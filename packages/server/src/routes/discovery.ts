import { contractVersion } from '../version.ts'
import type { Handlers } from '../http/call.ts'
import { programmeFor } from './shared/programme.ts'

/** What this server can do beyond the contract's core. */
export const capabilities = ['deals', 'files', 'events', 'event-log', 'calendar']

export const discovery: Handlers<'discovery'> = {
  async get(call) {
    const { programme } = await programmeFor(call)
    const { fileSize, fileEndings } = call.services.limits
    const files = { maxSize: fileSize, accept: [...fileEndings] }
    return { body: { contract: contractVersion, ...programme, capabilities, files } }
  },
}
