/** What is finished on this device and not yet received, as the text of one file; it goes on waiting here. */
import { device } from '#platform/web/device.ts'
import { fileText } from '../rules.ts'

export async function handOver(): Promise<string> {
  const here = await device.command.orderBy('seq').toArray()
  return fileText(here.flatMap(({ state, delivery }) => (state === 'waiting' && delivery ? [delivery] : [])))
}
