import type { Client } from '@prmkit/client'
import type { Job } from '@prmkit/contract'

/** A page of the contract has so many items at most. */
const largestPage = 100

/** The newest mails of one kind and state, at most so many, and whether there are more. */
export async function newestMails(
  { jobs }: Pick<Client, 'jobs'>,
  query: Pick<Job, 'kind'> & { status: Job['status'][] },
  most: number,
): Promise<{ mails: Job[]; hasMore: boolean }> {
  const mails: Job[] = []
  for await (const job of jobs.list({
    query: { ...query, limit: Math.min(most + 1, largestPage) },
  })) {
    if (mails.length === most) return { mails, hasMore: true }
    mails.push(job)
  }
  return { mails, hasMore: false }
}
