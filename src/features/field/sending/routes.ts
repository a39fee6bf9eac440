import { batch } from '#platform/server/doors/batch.ts'
import { sendCommands } from './contract.ts'

export const sendingRoutes = [
  batch(
    sendCommands,
    ({ items }) => items,
    (items) => ({ items: [...items] }),
  ),
]
