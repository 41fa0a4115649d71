import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { ownerOfSession } from '@/lib/data/sign-in/open-sessions';
import { countSecondSteps, getSecondSteps } from '@/lib/data/sign-in/second-steps';
import { findSession, type PendingSession } from '@/lib/data/sign-in/sessions';
import {
  type Actor,
  isAtLeast,
  isStaff,
  isStaffRole,
  type Role,
  type UserActor,
} from '@/lib/domain/access/access';
import { type SessionNews, warnBeforeMs } from '@/lib/domain/sign-in/session-end';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { noteRefusal } from '@/lib/web/action/refusals';
import { redirect } from '@/lib/web/routes/navigation';
import { sessionIdOfCookie } from '@/lib/web/session/auth';
import { visitor, visitorIp } from '@/lib/web/session/visitor';

/** A prefetch is an act of the browser, not of the person, so it never counts as activity. */
async function isPrefetch(): Promise<boolean> {
  const sent = await headers();
  return (
    sent.has('next-router-prefetch') || /prefetch/.test(sent.get('sec-purpose') ?? sent.get('purpose') ?? '')
  );
}

/** How long a session lasts without activity. */
export const idleMs = env.SESSION_IDLE_SECONDS * 1000;

/**
 * The session that the cookie names, from its row.
 * @param touch whether this request is an act of the person
 */
async function readSession(touch: boolean) {
  const sessionId = await sessionIdOfCookie();
  if (!sessionId) return { state: 'none' as const };
  return findSession(sessionId, { now: systemNow(), idleMs, touch });
}

/** The session of this request, read from its row once per request. */
const session = cache(async () => readSession(!(await isPrefetch())));

/**
 * The actor of this request: a signed-in person, or an anonymous visitor. Updates the session's last
 * activity.
 */
export async function currentActor(): Promise<Actor> {
  const found = await session();
  return found.state === 'open' ? { ...found.actor, ip: await visitorIp() } : visitor();
}

const newsOf = (found: Awaited<ReturnType<typeof readSession>>): SessionNews | null =>
  found.state === 'open' ? { ...found.end, warnMs: warnBeforeMs(idleMs) } : null;

/** When this request's session ends; null without an open session. The request counts as activity. */
export async function sessionNews(): Promise<SessionNews | null> {
  return newsOf(await session());
}

/** As `sessionNews`, for a page that polls by itself, which never counts as activity. */
export async function watchSession(): Promise<SessionNews | null> {
  return newsOf(await readSession(false));
}

/**
 * The owner of the session that the cookie names, ended or not. A form of that session is saved for nobody
 * else.
 */
export async function sessionOwner(): Promise<string | null> {
  const sessionId = await sessionIdOfCookie();
  return sessionId ? ownerOfSession({ kind: 'system' }, sessionId) : null;
}

/** The id of the signed-in person; null for a visitor. */
export async function currentOwner(): Promise<string | null> {
  const actor = await currentActor();
  return actor.kind === 'user' ? actor.userId : null;
}

/** The session of this request if it waits for its second step; else null. */
export async function pendingSession(): Promise<PendingSession | null> {
  const found = await session();
  return found.state === 'second-step' ? found.pending : null;
}

/** The localized path of the requested page, without its query. */
export async function currentPath(): Promise<string> {
  return (await headers()).get('x-pathname') ?? '/';
}

/**
 * The signed-in person. Anyone else is sent to sign in or to give the second step, and comes back to this
 * page.
 */
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

/** Sends the person to another page, which brings them back to this one. */
async function sendTo(pathname: '/second-step' | '/confirm' | '/two-step'): Promise<never> {
  return redirect({ href: { pathname, query: { next: await currentPath() } }, locale: await getLocale() });
}

/**
 * The signed-in member of staff; for anyone else the page does not exist. Staff whose session has expired or
 * awaits its second step sign in first. Staff without a second step set one up first.
 * @param least the page does not exist for staff of the roles below
 */
export async function requireStaff(least: Role = 'clerk'): Promise<UserActor> {
  const actor = await currentActor();
  const found = await session();
  const isPast = found.state === 'expired' || found.state === 'second-step';
  if (isPast && isStaffRole(found.role)) return requireActor();
  if (!isStaff(actor) || !isAtLeast(actor.role, least)) {
    await noteRefusal(actor, 'open staff page', { path: await currentPath(), why: least });
    notFound();
  }
  if (actor.confirmedAt) return actor;
  const isSetUp = countSecondSteps(await getSecondSteps(actor)) > 0;
  return sendTo(isSetUp ? '/confirm' : '/two-step');
}
