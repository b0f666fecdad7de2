import { formatMermaid } from '../../src/report';
import { checkReport, imageVerdict, SAMPLE_REPORT, SIDE_IMAGE } from './sample-report';

test('pod → ServiceAccount → Secret → server key → image, and what is broken', () => {
  expect(formatMermaid(SAMPLE_REPORT)).toMatchInlineSnapshot(`
"flowchart LR
  subgraph g0["payments"]
    n0["Deployment/api"]
    n1{{"ghcr.io/acme/api:1.4"}}
    n2("ServiceAccount/default")
    n3[("Secret/regcred")]
    n4>"ghcr.io/acme"]
    n5{{"quay.io/acme/side:2"}}:::broken
  end
  n0 --> n2
  n2 --> n3
  n3 --> n4
  n4 --> n1
  n3 -. "✗ no key matches" .-> n5
  classDef broken stroke:#c00,stroke-width:2px,color:#c00
"
`);
});

test('a pod that lists its own Secrets does not go by its ServiceAccount', () => {
  const text = formatMermaid(checkReport({ images: [imageVerdict({ pullSecretsFrom: 'pod' })] }));
  expect(text).not.toContain('ServiceAccount');
});

test.each([
  ['missing', [], '-. "✗ no pull secret" .->'],
  ['missing', ['regcred'], '-. "✗ no key matches" .->'],
  ['malformed', ['regcred'], '-. "✗ cannot be read" .->'],
  ['opaque', ['regcred'], '-- "made in the cluster" -->'],
  ['anonymous', [], '-- "anonymous" -->'],
  ['node', ['regcred'], '-- "node" -->'],
] as const)('%s with Secrets %j: %s', (verdict, pullSecrets, edge) => {
  const image = { ...SIDE_IMAGE, verdict, pullSecrets };
  expect(formatMermaid(checkReport({ images: [image] }))).toContain(edge);
});

test('things with one name in two namespaces are two things', () => {
  const text = formatMermaid(checkReport({ images: [imageVerdict(), imageVerdict({ namespace: 'shop' })] }));
  expect(text.match(/Secret\/regcred/g)).toHaveLength(2);
  expect(text.match(/subgraph/g)).toHaveLength(2);
});

test('a name cannot leave its label', () => {
  const image = 'x"] --> evil[(' + '`#;\n%%{init';
  const text = formatMermaid(checkReport({ images: [imageVerdict({ image })] }));
  expect(text).toContain('"x#34;#93; --#62; evil#91;(#96;#35;#59;#10;#37;#37;#123;init"');
});
