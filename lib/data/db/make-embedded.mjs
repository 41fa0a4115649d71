// Makes an embedded database at the newest schema in a new folder, and ends: `node make-embedded.mjs FOLDER MIGRATIONS`. In a
// process of its own, because what making one takes in memory a process that goes on never gives back. Plain JavaScript: a server runs
// it as it stands.
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';

const [, , dataDir, migrationsFolder] = process.argv;
const client = await PGlite.create({ dataDir, extensions: { pg_trgm } });
await migrate(drizzle(client), { migrationsFolder });
await client.close();
