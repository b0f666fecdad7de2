import { ComponentProvider } from '@pulumi/pulumi/provider/experimental';
import { RegistryAccess } from './registry-access';

/** Serves the component, with a schema from which an SDK can be generated for each language. */
export class RegistryAccessProvider extends ComponentProvider {
  public constructor(dirname: string) {
    // the namespace that Pulumi takes from the address of the repository, so that a checkout is imported by the same name
    super({ name: 'regcred', namespace: 'regcred', components: [RegistryAccess], dirname });
  }

  /** For Go, all types of arguments: without it, one that stands only in a list is used there and defined nowhere. */
  public override async getSchema(): Promise<string> {
    const schema = JSON.parse(await super.getSchema());
    const go = { ...schema.language.go, generateExtraInputTypes: true };
    return JSON.stringify({ ...schema, language: { ...schema.language, go } });
  }
}
