import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';

import { settings } from './settings';

/** The one who may do everything, on a server that only this machine reaches. */
export const ADMIN_TOKEN = 'admin';
/** The API server's own certificate, which is what its clients trust. */
export const SERVER_CERTIFICATE = join(settings.state, 'cluster', 'certs', 'apiserver.crt');

/** What the API server answered. */
export interface Response {
  readonly status: number;
  readonly body: unknown;
}

let agent: Agent | undefined;

/** Asks the API server as the administrator: what kubectl does, without its start-up time. */
export async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Response> {
  agent ??= new Agent({ keepAlive: true, maxSockets: 16, ca: readFileSync(SERVER_CERTIFICATE) });
  const options = {
    agent,
    method,
    host: '127.0.0.1',
    port: settings.ports.apiServer,
    path,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
  };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = response.headers['content-type']?.startsWith('application/json');
        resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : text });
      });
    });
    sent.once('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}
