import type { Deal } from '@prmkit/contract'
import { saveFile } from '../../../base/save-file.ts'
import type { DealDetailScene } from '../host.ts'

/** Hands out the end of the protection for the reader's calendar. */
export const addToCalendar = (scene: DealDetailScene, { id, number }: Deal): Promise<void> =>
  scene.attempt(async () => {
    const text = await scene.operations?.calendar({ params: { id } })
    if (text !== undefined) saveFile(`${number}.ics`, 'text/calendar;charset=utf-8', text)
  })
