import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './vaultPath';

/** The header that carries the token. Another site's page cannot send it without being asked about first. */
export const TOKEN_HEADER = 'x-workbench-token';

export const newToken = (): string => randomBytes(24).toString('base64url');

/**
 * Refuses (403) what does not come from this computer's own browser tab of the workbench.
 * A foreign name in `Host` means a page of that name had itself pointed at this address.
 */
export function checkHost({ headers }: IncomingMessage, port: number): void {
  if (headers.host !== `127.0.0.1:${port}` && headers.host !== `localhost:${port}`)
    throw new Refusal(403, 'Not the workbench’s own address');
}

/** Notes are for the workbench's own page: refuses (403) what another site's page asks for. */
export function checkSameOrigin({ headers }: IncomingMessage, isWrite: boolean): void {
  const own = `http://${headers.host ?? ''}`;
  const site = headers['sec-fetch-site'];
  const isForeign = (headers.origin !== undefined && headers.origin !== own) || isOtherSite(site);
  const isUnproven = isWrite && headers.origin === undefined && site !== 'same-origin';
  if (isForeign || isUnproven) throw new Refusal(403, 'Not the workbench’s own page');
}

const isOtherSite = (site: unknown): boolean =>
  site !== undefined && site !== 'same-origin' && site !== 'none';

/** Refuses (403) a write without the token that was put into the page at this start. */
export function checkToken({ headers }: IncomingMessage, token: string): void {
  const given = Buffer.from(String(headers[TOKEN_HEADER] ?? ''));
  const wanted = Buffer.from(token);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new Refusal(403, 'The page is older than the server: load it again');
}
