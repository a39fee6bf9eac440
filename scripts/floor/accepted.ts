/** Newer than the floor, or so named, and yet right: each with what stands in for it. */
export const accepted: Readonly<Record<string, string>> = {
  // Where it is unknown, nothing but a nicety is missing.
  'text-wrap': 'a heading breaks its lines less evenly',
  'accent-color': 'ticks keep the colour of the system',
  'canShare()': 'asked for before it is called; the picture is saved instead',
  'share()': 'called where canShare() said yes; the picture is saved instead',
  // Libraries that ask before they use it.
  moveBefore: 'preact inserts anew',
  'moveBefore()': 'preact inserts anew',
  withResolvers: 'dexie copies it where it is there',
  dispose: 'signals: a key that nobody asks for',
  'Symbol.dispose': 'signals: a key that nobody asks for',
  // Words of our own, or of a library, that the browser uses for something else.
  bytes: 'of a signed paper',
  check: 'of a file to be imported',
  command: 'the outbox on the device',
  contacts: 'whom to call in the commune',
  region: 'of the income line',
  share: 'of the households of a unit',
  toArray: "dexie's list of rows",
  'toArray()': "dexie's list of rows",
}
