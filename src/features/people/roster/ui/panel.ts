/** Rooms above bring their own parts to an official's page. */
import type { ComponentType } from 'preact'
import type { OfficialId } from '#kernel/ids.ts'
import { placeFor } from '#platform/web/room.ts'

export const officialParts = placeFor<ComponentType<{ readonly officialId: OfficialId }>>('official')
