// The component for programs in other languages than TypeScript: `pulumi package add github.com/regcred/regcred/pulumi-plugin`.
import { provider } from '@pulumi/pulumi';
import { RegistryAccessProvider } from './provider';

// No component is exported: Pulumi would serve it by a provider of its own, instead of by ours.
void provider.main(new RegistryAccessProvider(__dirname), process.argv.slice(2));
