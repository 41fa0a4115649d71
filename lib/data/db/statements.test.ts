import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { pendingFiles } from '@/lib/data/db/schema/document';
import { activeStatements, watchStatements } from '@/lib/data/db/statements';
import { listenToMeasurements } from '@/lib/measure';
import { eachDatabase } from '@/lib/testing/db/databases';
import { setTracer, type Tracer } from '@/lib/traced';

eachDatabase('each statement', () => {
  afterAll(() => {
    listenToMeasurements(undefined);
    setTracer(undefined);
  });

  it('is measured, and a span without its values, alone and in a transaction', async () => {
    const measured: unknown[] = [];
    const spans: string[] = [];
    listenToMeasurements((name, seconds, labels) => measured.push([name, seconds > 0, labels]));
    const tracer: Tracer = (name, options, run) => {
      spans.push(JSON.stringify([name, options]));
      return run();
    };
    setTracer(tracer);
    watchStatements();
    watchStatements();
    const values = { customId: 'nobody@example.org', createdAt: new Date(0) };
    await db().transaction((tx) => tx.insert(pendingFiles).values(values));
    await db().select().from(pendingFiles).where(eq(pendingFiles.customId, values.customId));
    await db().$count(pendingFiles);
    await expect(db().execute(sql`selec ${values.customId}`)).rejects.toThrow();
    const told = (operation: string, outcome = 'ok') => ['statement', true, { operation, outcome }];
    expect(measured).toEqual([told('insert'), told('select'), told('select'), told('other', 'failed')]);
    expect(spans).toHaveLength(4);
    expect(spans[1]).toMatch(/database select.*\$1/);
    expect(spans.join()).not.toContain('nobody');
    expect(activeStatements()).toBe(0);
  });
});
