import { token } from './access';

/** Why a request led to nothing, in words for the person. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly hints: string[],
  ) {
    super(message);
  }
}

async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      headers: { Authorization: `Bearer ${token()}`, ...init.headers },
      cache: 'no-store',
      credentials: 'omit',
    });
  } catch {
    throw new Failure(0, 'The engine does not answer.', []);
  }
  if (!response.ok) {
    throw await failure(response);
  }
  return response;
}

async function failure(response: Response): Promise<Failure> {
  try {
    const told = (await response.json()) as { error?: string; hints?: string[] };
    return new Failure(response.status, told.error ?? response.statusText, told.hints ?? []);
  } catch {
    return new Failure(response.status, response.statusText, []);
  }
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await request(path, signal === undefined ? {} : { signal });
  return (await response.json()) as T;
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as T;
}

/** A stream of server-sent events; the caller reads and ends it. */
export async function open(path: string, last: string, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  if (last !== '') {
    headers['Last-Event-ID'] = last;
  }
  return request(path, { headers, signal });
}
