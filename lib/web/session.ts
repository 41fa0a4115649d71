import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { ownerOfSession } from '@/lib/data/open-sessions';
import { countSecondSteps, getSecondSteps } from '@/lib/data/second-steps';
import { findSession, type PendingSession } from '@/lib/data/sessions';
import { type Actor, isStaff, isStaffRole, type Role, type UserActor } from '@/lib/domain/access';
import { type SessionNews, warnBeforeMs } from '@/lib/domain/session-end';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { auth } from '@/lib/web/auth';
import { redirect } from '@/lib/web/navigation';
import { noteRefusal } from '@/lib/web/refusals';
import { address, visitor } from '@/lib/web/visitor';

/** A prefetch is something the browser does, not the person: it never counts as activity. */
async function isPrefetch(): Promise<boolean> {
  const sent = await headers();
  return (
    sent.has('next-router-prefetch') || /prefetch/.test(sent.get('sec-purpose') ?? sent.get('purpose') ?? '')
  );
}

/** How long a session lasts without activity. */
export const idleMs = env.SESSION_IDLE_SECONDS * 1000;

/** The session that the cookie names, from its row. @param touch whether the person did something */
async function readSession(touch: boolean) {
  const sessionId = (await auth())?.sessionId;
  if (!sessionId) return { state: 'none' as const };
  return findSession(sessionId, { now: systemNow(), idleMs, touch });
}

/** The session of this request, read from its row once a request. */
const session = cache(async () => readSession(!(await isPrefetch())));

/** Who is asking: a signed-in person, or an anonymous visitor. Moves the session's last activity. */
export async function currentActor(): Promise<Actor> {
  const found = await session();
  return found.state === 'open' ? { ...found.actor, ip: await address() } : visitor();
}

const newsOf = (found: Awaited<ReturnType<typeof readSession>>): SessionNews | null =>
  found.state === 'open' ? { ...found.end, warnMs: warnBeforeMs(idleMs) } : null;

/** When the session of this request ends, which is activity as any page or action; null without an open one. */
export async function sessionNews(): Promise<SessionNews | null> {
  return newsOf(await session());
}

/** The same for a page that asks by itself: that is never activity. */
export async function watchSession(): Promise<SessionNews | null> {
  return newsOf(await readSession(false));
}

/** Whose session the cookie names, ended or not: what was typed in it is kept for nobody else. */
export async function sessionOwner(): Promise<string | null> {
  const sessionId = (await auth())?.sessionId;
  return sessionId ? ownerOfSession({ kind: 'system' }, sessionId) : null;
}

/** Who is signed in, by id; null for a visitor. */
export async function currentOwner(): Promise<string | null> {
  const actor = await currentActor();
  return actor.kind === 'user' ? actor.userId : null;
}

/** The session of this request in which the second step is still to come; else null. */
export async function pendingSession(): Promise<PendingSession | null> {
  const found = await session();
  return found.state === 'second-step' ? found.pending : null;
}

/** The path of the page asked for, in the language asked for, without a query. */
export async function currentPath(): Promise<string> {
  return (await headers()).get('x-pathname') ?? '/';
}

/** The signed-in person; anyone else is sent to sign in, or to its second step, and comes back to this page afterwards. */
export async function requireActor(): Promise<UserActor> {
  const actor = await currentActor();
  if (actor.kind === 'user') return actor;
  const { state } = await session();
  if (state === 'second-step') return sendTo('/second-step');
  const expired = state === 'expired';
  return redirect({
    href: { pathname: '/sign-in', query: { next: await currentPath(), ...(expired && { expired: '1' }) } },
    locale: await getLocale(),
  });
}

/** Sends the person to another page, from which they come back to this one. */
async function sendTo(pathname: '/second-step' | '/confirm' | '/two-step'): Promise<never> {
  return redirect({ href: { pathname, query: { next: await currentPath() } }, locale: await getLocale() });
}

/**
 * The signed-in member of staff; to anyone else the page does not exist. Staff whose session ended through inactivity,
 * or who have not given their second step, go on after signing in; those who have none set one up first.
 */
export async function requireStaff(role?: Role): Promise<UserActor> {
  const actor = await currentActor();
  const found = await session();
  const isPast = found.state === 'expired' || found.state === 'second-step';
  if (isPast && isStaffRole(found.role)) return requireActor();
  if (!isStaff(actor) || (role && actor.role !== role)) {
    await noteRefusal(actor, 'open staff page', { path: await currentPath(), why: role ?? 'staff' });
    notFound();
  }
  if (actor.confirmedAt) return actor;
  const isSetUp = countSecondSteps(await getSecondSteps(actor)) > 0;
  return sendTo(isSetUp ? '/confirm' : '/two-step');
}
