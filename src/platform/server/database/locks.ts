/** The numbers of PostgreSQL's advisory locks, in one place: two that were alike would wait for each other for ever. */
export const locks = {
  /** Migrations are applied by one at a time. */
  migration: 7_062_021,
  /** The tree of units is worked out by one at a time. */
  tree: 7_062_022,
  /** A start works on a database alone, and does both of the above. */
  start: 7_062_023,
  /** With a commune: what it holds is summed by one act at a time (`register_count_keep`). */
  commune: 7_062_024,
  /** Roles are given one after the other: what one person may hold, and who is chair, is settled. */
  grants: 7_062_025,
  /** With a commune: its rounds are opened one after the other. */
  rounds: 7_062_026,
  /** With a command's id: what is sent twice at once is done by the first, and the second waits for its answer. */
  command: 7_062_027,
  /** With a unit: it begins plans of training, and says what it has to say of others', one act at a time. */
  plans: 7_062_029,
  /** With a unit: its posts are given one after the other, so that two see each other fill the norm. */
  posts: 7_062_030,
  /** With a province: a file of its ways is written alone. */
  ways: 7_062_031,
  /** With an official: their posts are given and ended one act after the other, so that a death sees what is given. */
  course: 7_062_032,
  /** With a hall or a person: what holds them at an hour is settled by one act at a time. */
  held: 7_062_033,
} as const
