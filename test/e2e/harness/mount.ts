import { each } from './each';
import { hub } from './registries';
import { TOKEN_SERVER } from './token-client';

/** Makes an image of the hub appear in other repositories of the hub too, layers mounted and not copied: some milliseconds each. */
export async function mountInto(from: string, tag: string, repositories: readonly string[]): Promise<void> {
  const read = await authorization([`repository:${from}:pull`]);
  const accept = 'application/vnd.oci.image.manifest.v1+json';
  const response = await fetch(`http://${hub.host}/v2/${from}/manifests/${tag}`, { headers: { ...read, accept } });
  const manifest = await response.text();
  const { config, layers } = JSON.parse(manifest) as { config: Descriptor; layers: Descriptor[] };
  await each(repositories, async (repository) => {
    const write = await authorization([`repository:${from}:pull`, `repository:${repository}:pull,push`]);
    const base = `http://${hub.host}/v2/${repository}`;
    for (const { digest } of [config, ...layers]) {
      const url = `${base}/blobs/uploads/?mount=${digest}&from=${from}`;
      await expectStatus(201, await fetch(url, { method: 'POST', headers: write }));
    }
    const headers = { ...write, 'content-type': accept };
    await expectStatus(201, await fetch(`${base}/manifests/${tag}`, { method: 'PUT', headers, body: manifest }));
  });
}

interface Descriptor {
  readonly digest: string;
}

async function authorization(scopes: readonly string[]): Promise<{ authorization: string }> {
  const query = scopes.map((scope) => `scope=${encodeURIComponent(scope)}`).join('&');
  const login = Buffer.from(`${hub.publisher.username}:${hub.publisher.password}`).toString('base64');
  const response = await fetch(`${TOKEN_SERVER}/token?${query}`, { headers: { authorization: `Basic ${login}` } });
  const { token } = (await response.json()) as { token: string };
  return { authorization: `Bearer ${token}` };
}

async function expectStatus(status: number, response: globalThis.Response): Promise<void> {
  const text = await response.text();
  if (response.status !== status) throw new Error(`registry: ${response.url}: ${response.status} ${text}`);
}
