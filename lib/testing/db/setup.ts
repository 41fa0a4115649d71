import type { TestProject } from 'vitest/node';
import { compileProgram } from '@/lib/services/pdf-sandbox/compile-program.mjs';
import { compilePrograms } from '@/lib/testing/cli/programs';
import { serverPrograms, startPostgres } from '@/lib/testing/db/postgres';
import { makeEmbeddedTemplates, makeServerTemplate } from '@/lib/testing/db/templates';

declare module 'vitest' {
  interface ProvidedContext {
    /** The template on the PostgreSQL server; '' where there is no server. */
    serverTemplate: string;
    /** The file with the state of a migrated PGlite. */
    embeddedTemplate: string;
    /** The file with the state of a PGlite without any schema. */
    emptyEmbedded: string;
    /** The folder of the compiled programs. */
    programs: string;
  }
}

/** A PostgreSQL to test on, by TEST_DATABASE_URL, else an installed server started here, else said loudly. */
async function findServer(): Promise<() => Promise<void>> {
  const none = async () => undefined;
  if (process.env.TEST_DATABASE_URL) return none;
  const programs = serverPrograms();
  if (!programs) {
    process.stderr.write(
      '\n*** NO POSTGRESQL: set TEST_DATABASE_URL or install postgresql; data tests run on PGlite alone. ***\n\n',
    );
    return none;
  }
  const server = await startPostgres(programs);
  process.env.TEST_DATABASE_URL = server.url;
  return server.stop;
}

/** Before all tests: programs, the server and the templates. @returns what removes them after all tests */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = await compilePrograms();
  await compileProgram(process.cwd(), '.next');
  const embedded = await makeEmbeddedTemplates();
  const stop = await findServer();
  const url = process.env.TEST_DATABASE_URL;
  const server = url ? await makeServerTemplate(url) : undefined;
  project.provide('programs', programs.folder);
  project.provide('embeddedTemplate', embedded.name);
  project.provide('emptyEmbedded', embedded.empty);
  project.provide('serverTemplate', server?.name ?? '');
  return async () => {
    programs.remove();
    await embedded.remove();
    await server?.remove();
    await stop();
  };
}
