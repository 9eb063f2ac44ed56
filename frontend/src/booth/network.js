// The two calls of the booth (formats §7). No cookie, no referrer, nothing but bytes.

const PATIENCE_MS = 20000;

/** Posts bytes; resolves to `{status, ...answer}`, or `{state: "offline"}` where no readable answer came. */
async function post(path, body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/octet-stream" },
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: stop.signal,
    });
    const answer = await response.json();
    return { ...answer, status: response.status };
  } catch {
    return { state: "offline" };
  } finally {
    clearTimeout(timer);
  }
}

export const askSlot = (poll, question) => post(`/b/${poll}/slot`, question);

export function postCast(poll, item) {
  const body = new Uint8Array(item.slotKey.length + item.envelope.length);
  body.set(item.slotKey);
  body.set(item.envelope, item.slotKey.length);
  return post(`/b/${poll}/cast`, body);
}

/** Resolves to the published leaves (hex), or null before closing or without network. */
export async function publishedLeaves(poll) {
  try {
    const response = await fetch(`/b/${poll}/hashes.txt`, { credentials: "omit", cache: "no-store", redirect: "error" });
    return response.ok ? (await response.text()).split("\n") : null;
  } catch {
    return null;
  }
}
