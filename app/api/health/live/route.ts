/** Answers 200 while the process answers at all; `uptimeSeconds` is its age. Nothing else is asked. */
export function GET(): Response {
  const uptimeSeconds = Math.floor(process.uptime());
  return Response.json({ live: true, uptimeSeconds }, { headers: { 'cache-control': 'no-store' } });
}
