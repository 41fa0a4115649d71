import postgres from 'postgres';
import { serverPrograms, startPostgres } from '../../../lib/testing/db/postgres';
import { makeServerTemplate } from '../../../lib/testing/db/templates';

/** The journeys' PostgreSQL: one cluster for a run, in which each court has a database copied from a template. */
const shared = { url: 'JOURNEYS_DATABASE_URL', template: 'JOURNEYS_TEMPLATE' };

/** Before all journeys: the cluster and the template; said loudly where PostgreSQL is not installed. */
export default async function setup(): Promise<() => Promise<void>> {
  const programs = serverPrograms();
  if (!programs) {
    process.stderr.write('\n*** NO POSTGRESQL: journeys run on the embedded database alone. ***\n\n');
    return async () => undefined;
  }
  const server = await startPostgres(programs);
  const template = await makeServerTemplate(server.url);
  process.env[shared.url] = server.url;
  process.env[shared.template] = template.name;
  return async () => {
    await template.remove();
    await server.stop();
  };
}

/** A database for one court. @returns its URL; undefined where PostgreSQL is not installed */
export async function newDatabase(): Promise<string | undefined> {
  const server = process.env[shared.url];
  const template = process.env[shared.template];
  if (!server || !template) return undefined;
  const name = `${template}_${crypto.randomUUID().replaceAll('-', '')}`;
  const admin = postgres(server, { max: 1 });
  await admin.unsafe(`create database ${name} template ${template}`);
  await admin.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}
