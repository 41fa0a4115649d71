import type { Measurement } from '@/lib/measure';

/** How a metric appears at the endpoint. Without `seconds` it is a count; these are the bounds of its histogram. */
type Instrument = { name: string; help: string; seconds?: readonly number[] };

const quick = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const ofRequests = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const slow = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const ofIssues = [1, 2, 4, 8, 15, 30, 60, 120, 300, 900, 3600];

/** What is told when it happens (lib/measure.ts). */
export const instruments: Record<Measurement, Instrument> = {
  request: {
    name: 'court_request_duration_seconds',
    help: 'Requests by method, pattern of the path and status.',
    seconds: ofRequests,
  },
  statement: {
    name: 'court_database_statement_duration_seconds',
    help: 'Statements of the database, with the wait for a connection.',
    seconds: quick,
  },
  storage: { name: 'court_storage_duration_seconds', help: 'Work at storage.', seconds: slow },
  pdf: {
    name: 'court_pdf_duration_seconds',
    help: 'Work of PDF processes, with the wait for one, by verdict.',
    seconds: slow,
  },
  mail: {
    name: 'court_mail_attempt_duration_seconds',
    help: 'Attempts at sending a message, by what came of them.',
    seconds: slow,
  },
  issue: {
    name: 'court_issue_delay_seconds',
    help: 'From the receipt of a filing, or the opening that it waited for, to its issue.',
    seconds: ofIssues,
  },
  hold: { name: 'court_holds_total', help: 'Filings put on hold, by reason.' },
  refusedSignIn: { name: 'court_sign_ins_refused_total', help: 'Sign-ins refused, by step and reason.' },
  sweptFiles: { name: 'court_files_swept_total', help: 'Files deleted from storage.' },
  failedRound: { name: 'court_worker_rounds_failed_total', help: 'Rounds of the worker that failed.' },
};

/** What is read when the endpoint is asked. */
export const gauges = {
  court_event_loop_delay_seconds: 'Delay of the event loop since the endpoint was last asked.',
  court_memory_bytes: 'Memory of this process.',
  court_part_failing: '1 for a part of the service that fails its examination, else 0.',
  court_database_up: 'Whether the database answered this question in time.',
  court_database_connections: 'Connections of this process to PostgreSQL that are open.',
  court_database_connections_limit: 'The most connections that this process opens.',
  court_database_statements_active: 'Statements under way or waiting for a connection.',
  court_filings_due: 'Filings that are due and not issued.',
  court_filings_due_age_seconds: 'How long the oldest of them has been due.',
  court_filings_waiting: 'Filings received that are not due yet.',
  court_filings_on_hold: 'Filings on hold, by reason.',
  court_mail: 'Messages that are not sent, by state.',
  court_mail_due: 'Messages that are due and not sent.',
  court_mail_due_age_seconds: 'How long the oldest of them has been due.',
  court_mail_paused: '1 while the provider refuses the account, else 0.',
  court_files_pending: 'Files noted for storage that no row names yet.',
  court_files_pending_age_seconds: 'How long ago the oldest of them was noted.',
  court_files_to_delete: 'Removed documents whose files are not deleted yet.',
  court_files_faulty: 'Stored files that the nightly check found missing or changed.',
} as const;
export type Gauge = keyof typeof gauges;

/** A value of a gauge. */
export type Reading = { gauge: Gauge; value: number; labels?: Record<string, string> };
