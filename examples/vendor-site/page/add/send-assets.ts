import type { Client } from '@prmkit/client'
import { newAsset, newVersion, type Answers, type Sent } from './asset-facts.ts'

/** Adds one asset for each file, and says of each that it is in; answers their titles. */
export async function addAssets(
  { assets }: Client,
  answers: Answers,
  files: readonly Sent[],
  isPublished: boolean,
  added: (fileId: string) => void,
): Promise<string[]> {
  const titles: string[] = []
  for (const file of files) {
    const body = newAsset(answers, file, files.length === 1)
    const { id, revision: ifMatch, title } = await assets.create({ body })
    added(file.id)
    titles.push(title)
    if (isPublished) await assets.act({ params: { id }, ifMatch, body: { action: 'publish' } })
  }
  return titles
}

/** Gives an asset a new version; answers its title. */
export async function renewAsset(
  { assets }: Client,
  answers: Answers,
  file: Sent,
): Promise<string> {
  const params = { id: answers.assetId ?? '' }
  const { revision: ifMatch } = await assets.get({ params })
  const body = newVersion(answers, file)
  return (await assets.update({ params, ifMatch, body })).title
}
