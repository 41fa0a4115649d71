import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const folder = path.resolve(import.meta.dirname, '../../../docs/operations');

export const alertsFile = path.join(folder, 'alerts.yml');

type Rules = { groups: { name: string; rules: { alert: string; expr: string }[] }[] };

/** The expressions of the alert rules, by their names. */
export function alertExpressions(): Map<string, string> {
  const { groups } = parse(readFileSync(alertsFile, 'utf8')) as Rules;
  return new Map(groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => [alert, expr])));
}

type Dashboard = { panels: { title: string; targets?: { expr: string }[] }[] };

/** The expressions of the dashboard, by the titles of their panels. */
export function dashboardExpressions(): Map<string, string> {
  const text = readFileSync(path.join(folder, 'dashboard.json'), 'utf8');
  const { panels } = JSON.parse(text) as Dashboard;
  return new Map(
    panels.map(({ title, targets = [] }) => [title, targets.map(({ expr }) => expr).join('\n')]),
  );
}

/** What an expression asks for. `up` is Prometheus's own. */
export const seriesIn = (expression: string): string[] => expression.match(/\bcourt_\w+/g) ?? [];

/** The names of all series in an endpoint's answer. */
function seriesOf(scraped: string): Set<string> {
  return new Set([...scraped.matchAll(/^(\w+)(?:\{| )/gm)].map(([, name = '']) => name));
}

/** What the dashboard and the alert rules ask for and an endpoint does not give. */
export function missingIn(scraped: string): string[] {
  const given = seriesOf(scraped);
  const asked = [...alertExpressions().values(), ...dashboardExpressions().values()].flatMap(seriesIn);
  return [...new Set(asked)].filter((name) => !given.has(name));
}

/** What Prometheus's own tool says about something; undefined, loudly, where it is not installed. */
export function promtool(args: string[], input = ''): { status: number | null; said: string } | undefined {
  const { status, stdout, stderr, error } = spawnSync('promtool', args, { input, encoding: 'utf8' });
  if (!error) return { status, said: stdout + stderr };
  process.stderr.write(`\n*** promtool ${args.join(' ')} NOT TRIED: prometheus is not installed. ***\n\n`);
  return undefined;
}
