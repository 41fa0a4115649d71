import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as onPostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Databases at the newest schema that a run of the tests makes once: a test file copies one instead of migrating. */

const migrationsFolder = 'drizzle';

function hashOfMigrations(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql')))
    hash.update(readFileSync(path.join(migrationsFolder, file)));
  return hash.digest('hex').slice(0, 8);
}

/** A template that databases are copied from, and how to end it. */
export type Template = { name: string; remove: () => Promise<void> };

/**
 * Makes the template on a server that other runs may share; its name begins the names of all databases of this run.
 * @returns its name; `remove` drops it and every database of this run
 */
export async function makeServerTemplate(url: string): Promise<Template> {
  const name = `court_${hashOfMigrations()}_${process.pid}`;
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  const dropAll = async () => {
    const made = await admin`select datname from pg_database where starts_with(datname, ${name})`;
    for (const { datname } of made) await admin.unsafe(`drop database if exists "${datname}" with (force)`);
  };
  await dropAll();
  await admin.unsafe(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const client = postgres(own.href, { max: 1, onnotice: () => undefined });
  await migratePostgres(onPostgres(client), { migrationsFolder });
  await client.end();
  return { name, remove: () => dropAll().finally(() => admin.end()) };
}

/** Writes the states of a PGlite without schema and of a migrated one into temporary files. @returns their paths */
export async function makeEmbeddedTemplates(): Promise<Template & { empty: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-embedded-'));
  const client = await PGlite.create({ extensions: { pg_trgm } });
  const write = async (name: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, Buffer.from(await (await client.dumpDataDir('none')).arrayBuffer()));
    return file;
  };
  const empty = await write('empty.tar');
  await migratePglite(onPglite(client), { migrationsFolder });
  const name = await write('migrated.tar');
  await client.close();
  return { name, empty, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}
