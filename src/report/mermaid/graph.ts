/** A flow chart that is written node by node; nodes with one key are one node. */
export class MermaidGraph {
  readonly #ids = new Map<string, string>();
  readonly #groups = new Map<string, string[]>();
  readonly #edges = new Set<string>();

  /** The id of a node, which is made where the key is new. */
  public node(group: string, key: string, label: string, shape: Shape = 'box', style?: Style): string {
    const known = this.#ids.get(`${group}\n${key}`);
    if (known) return known;
    const id = `n${this.#ids.size}`;
    this.#ids.set(`${group}\n${key}`, id);
    const [open, close] = SHAPES[shape];
    const lines = this.#groups.get(group) ?? [];
    this.#groups.set(group, lines);
    lines.push(`${id}${open}"${escapeLabel(label)}"${close}${style ? `:::${style}` : ''}`);
    return id;
  }

  public edge(from: string, to: string): void {
    this.#edges.add(`${from} --> ${to}`);
  }

  public labelledEdge(from: string, to: string, label: string): void {
    this.#edges.add(`${from} -- "${escapeLabel(label)}" --> ${to}`);
  }

  /** An edge that should be there and is not. */
  public brokenEdge(from: string, to: string, label: string): void {
    this.#edges.add(`${from} -. "✗ ${escapeLabel(label)}" .-> ${to}`);
  }

  public toString(): string {
    const groups = [...this.#groups].flatMap(([group, lines], index) => [
      `  subgraph g${index}["${escapeLabel(group)}"]`,
      ...lines.map((line) => `    ${line}`),
      '  end',
    ]);
    const edges = [...this.#edges].map((edge) => `  ${edge}`);
    return `${['flowchart LR', ...groups, ...edges, ...STYLES].join('\n')}\n`;
  }
}

export type Shape = keyof typeof SHAPES;
export type Style = 'broken';

const SHAPES = {
  box: ['[', ']'],
  round: ['(', ')'],
  cylinder: ['[(', ')]'],
  flag: ['>', ']'],
  hexagon: ['{{', '}}'],
} as const;

const STYLES = ['  classDef broken stroke:#c00,stroke-width:2px,color:#c00'];

/** Mermaid reads entities in quoted labels, with `#` instead of `&`. */
function escapeLabel(text: string): string {
  return text.replace(/[^\w ./:@()+,'*~=-]/gu, (character) => `#${character.codePointAt(0)};`);
}
