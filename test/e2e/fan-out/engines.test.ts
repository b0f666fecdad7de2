import { fanOutDocuments } from '../../fan-out/fan-out-documents';
import { installCustomResources } from '../client/custom-resources';
import { apply } from '../client/kubectl';
import { newNamespace } from '../client/namespace';
import { describeOn } from '../client/suite';

const STRICT = ['--server-side', '--dry-run=server', '--validate=strict', '--force-conflicts'];

describeOn('server', 'NamespaceFanOut: what it writes for each engine is what the engine takes', () => {
  beforeAll(installCustomResources);

  test.each(fanOutDocuments().map((document, i) => [`${document.kind} ${i}`, document] as const))(
    '%s',
    async (_name, document) => {
      const { namespace } = document.metadata;
      const here =
        namespace === undefined
          ? document
          : { ...document, metadata: { ...document.metadata, namespace: await newNamespace('engine') } };
      await expect(apply(here, ...STRICT)).resolves.toContain('serverside-applied');
    },
  );

  test('a field that the engine does not know is refused', async () => {
    const [external] = fanOutDocuments().filter(({ kind }) => kind === 'ClusterExternalSecret');
    const spec = { ...(external?.spec as object), namespaceSelectr: {} };
    await expect(apply({ ...external, spec }, ...STRICT)).rejects.toThrow('namespaceSelectr');
  });
});
