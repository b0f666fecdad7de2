// Writes docs/registries/ from the catalogue: node -r ./scripts/typescript.js scripts/registry-docs.ts
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE, type FactName, Registry, type RegistryGuide, type RegistryRecord } from '../src/registry';

export const REGISTRY_GUIDES = join(__dirname, '..', 'docs', 'registries');

const WRITTEN =
  '<!-- Written by scripts/registry-docs.ts from src/registry/records: edit the records, then run it. -->';

type WithGuide = RegistryRecord & { readonly guide: RegistryGuide };

/** The registry that the example of a guide makes. */
export function exampleRegistry({ factory }: RegistryGuide): Registry {
  return new Function('Registry', `return ${factory}`)(Registry);
}

/** The pages, in Markdown, by file name: an overview, and a page for each registry that people log in to. */
export function registryGuides(): Record<string, string> {
  const pages = CATALOGUE.filter(hasGuide).map((record) => [`${record.id}.md`, page(guidePage(record))]);
  return { 'README.md': page(overview()), ...Object.fromEntries(pages) };
}

function overview(): string[] {
  return [
    '# Registries',
    [
      'What `Registry` knows of each vendor: the key that the Secret needs, what a username looks like, how long a token lives, what a path looks',
      'like, and whether images come without a login. A sign † stands at what nobody has verified yet: take it for a lead, not for a fact.',
    ].join('\n'),
    table(
      ['registry', 'hosts', 'username', 'a token lives', 'path', 'without a login'],
      [...CATALOGUE.filter(hasGuide), ...CATALOGUE.filter((record) => !hasGuide(record))].map((record) => [
        record.guide ? `[${record.name}](${record.id}.md)` : `[${record.name}](${record.link})`,
        marked(record, 'hosts', hosts(record, 2)),
        marked(record, 'username', record.username.text),
        marked(record, 'lifetime', record.lifetime.text),
        marked(record, 'path', path(record)),
        marked(record, 'anonymous', anonymous(record)),
      ]),
    ),
    '## How to read a server key',
    [
      'The server key is the name of the entry in the Secret. `Registry` writes it so that the kubelet finds it:',
      '',
      '- Docker Hub is `https://index.docker.io/v1/`, with the slash at the end.',
      '- Every other registry is its host, with the port if images are named with one.',
      '- A login for a part of a registry ends in `/`, as in `ghcr.io/acme/`: the kubelet compares plain prefixes, and `ghcr.io/acme` would send the',
      '  password for `ghcr.io/acme-evil/app` too. So a path names what holds repositories, never a single repository.',
      '',
      "A registry that is not listed is `Registry.custom('private-registry.io')`.",
    ].join('\n'),
  ];
}

function page(paragraphs: readonly string[]): string {
  return `${[WRITTEN, ...paragraphs].join('\n\n')}\n`;
}

function guidePage(record: WithGuide): string[] {
  const { guide } = record;
  const { serverKey } = exampleRegistry(guide);
  return [
    `# ${record.name}`,
    `[The vendor's page](${record.link}); checked ${record.checked}. Hosts: ${marked(record, 'hosts', hosts(record))}.`,
    `**The credential, with the least rights**${guide.evidence === 'unverified' ? ' †' : ''}`,
    list(guide.create),
    `The username is ${marked(record, 'username', record.username.text)}.`,
    [
      '```ts',
      "import { Credentials, PullSecret, Registry } from 'regcred';",
      '',
      'PullSecret.fromLogins({',
      '  logins: [',
      `    ${guide.factory}.login(`,
      `      Credentials.fromEnvironment({ prefix: '${guide.prefix}' }), // ${guide.prefix}_USERNAME, ${guide.prefix}_PASSWORD`,
      '    ),',
      '  ],',
      '});',
      '```',
    ].join('\n'),
    `The entry of the Secret is \`${serverKey}\`. A token lives: ${marked(record, 'lifetime', record.lifetime.text)}. An image's path: ${marked(record, 'path', path(record))}`.replace(
      /\.?$/,
      '.',
    ),
    '**What goes wrong**',
    list(guide.pitfalls),
  ];
}

function hosts({ samples }: RegistryRecord, most = samples.length): string {
  if (samples.length === 0) return 'your own';
  const shown = samples.slice(0, most).map((host) => `\`${host}\``);
  return shown.join(', ') + (samples.length > most ? ', …' : '');
}

function path({ path: { parts, nested, text } }: RegistryRecord): string {
  return `\`${parts.join('/')}${nested ? '[/…]' : ''}\`${text === undefined ? '' : `; ${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, '')}`}`;
}

function anonymous({ anonymous: access, publicRepositories = [] }: RegistryRecord): string {
  const some = publicRepositories.map(({ source }) => `\`${source.replace(/^\^|\\/g, '')}*\``).join(', ');
  const words = { always: 'every image', possible: 'public repositories', never: 'none' }[access];
  return some === '' ? words : `${words}, all of ${some}`;
}

function marked({ evidence }: RegistryRecord, fact: FactName, text: string): string {
  return evidence[fact] === 'unverified' ? `${text} †` : text;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function hasGuide(record: RegistryRecord): record is WithGuide {
  return record.guide !== undefined;
}

if (require.main === module) {
  rmSync(REGISTRY_GUIDES, { recursive: true, force: true });
  mkdirSync(REGISTRY_GUIDES);
  for (const [file, text] of Object.entries(registryGuides())) writeFileSync(join(REGISTRY_GUIDES, file), text);
}
