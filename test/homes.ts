/** What is seen with its household says where that lives today; every world is asked when it ends. */
import type pg from 'pg'

/** Throws where a row says another home than its household. */
export async function mustFollowHouseholds(owner: pg.Pool): Promise<void> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attname = 'home_id' and c.relkind = 'r'`,
  )
  for (const { name } of tables) {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from ${name} t join household h using (household_id) where t.home_id <> h.village_id`,
    )
    if (rows[0]?.n) throw new Error(`${rows[0].n} rows of ${name} did not go with their household`)
  }
}
