// The component for programs in other languages than TypeScript: `pulumi package add github.com/regcred/regcred/pulumi-plugin`.
import { componentProviderHost } from '@pulumi/pulumi/provider/experimental';
import { RegistryAccess } from './registry-access';

export { RegistryAccess, type RegistryAccessArgs, type RegistryLoginArgs } from './registry-access';

void componentProviderHost({ name: 'regcred', components: [RegistryAccess], dirname: __dirname });
