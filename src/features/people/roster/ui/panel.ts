/** Rooms above bring their own parts to the page of an official (bodies, training). */
import type { ComponentType } from 'preact'
import type { OfficialId } from '#kernel/ids.ts'
import { placeFor } from '#platform/web/room.ts'

export type OfficialPanel = ComponentType<{ readonly officialId: OfficialId }>

export const officialPanels = placeFor<OfficialPanel>('official')
