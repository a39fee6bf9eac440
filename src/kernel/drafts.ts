/** Where a draft lies on a device: what it is sealed for, so that elsewhere it does not open. */
export type DraftPlace = { readonly accountId: string; readonly kind: string; readonly id: string }

export const draftPlace = ({ accountId, kind, id }: DraftPlace): string => `draft ${accountId} ${kind} ${id}`
